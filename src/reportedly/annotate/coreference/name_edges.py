"""What the parser takes for parts of persons' names: a trade before, an age glued on behind.

In: a name as the parser has it.  Out: the same without "Potter" of "Potter Ann Doe", the 9 of
"Ann9" and of "Ann Doe,9".
"""

import re
from dataclasses import replace

from reportedly.annotate.coreference.lexicon import PERSON_NOUNS
from reportedly.annotate.coreference.name import Name
from reportedly.annotate.parse.model import Parse
from reportedly.models.names import is_given_name

#: Trades that texts mostly have as surnames, so that no list of words for people holds them.
_TRADES = PERSON_NOUNS | frozenset(
    """animator baron baroness basketmaker blacksmith bookbinder bookseller bricklayer brewer
    carver clockmaker cobbler dyer engraver falconer ferryman fishmonger forester glassblower
    glazier goldsmith joiner knitter locksmith lutenist miller miner organmaker plasterer potter
    printmaker puppeteer roofer saddler seamstress shepherd shoemaker silversmith stonemason
    swimmer tailor tattooist taxidermist thatcher tiler undertaker upholsterer watchmaker weaver
    welder winemaker woodcarver""".split()
)
#: How trades end that no list has: harpist, clockmaker, goalkeeper.
_ENDINGS = ("ist", "maker", "keeper", "smith")
#: "Ann9", "Doe,22": a comma or a space got lost; a person of one letter and a number is none.
_GLUED_AGE = re.compile(r"(?<=[A-Za-z][a-z]),?\d{1,2}\Z")


def trimmed(name: Name, parse: Parse) -> Name:
    """`name` without a trade before and an age behind it; other kinds than persons as they are."""
    if name.kind != "person":
        return name
    glued = _GLUED_AGE.search(name.words[-1])
    if glued and not name.cut:
        words = (*name.words[:-1], name.words[-1][: glued.start()])
        name = replace(name, words=words, cut=len(glued[0]))
    return _without_trade(name, parse)


def _without_trade(name: Name, parse: Parse) -> Name:
    """ "Potter Ann Doe" is Ann Doe; "Dean Doe" and "Mason Lee Doe" keep their first names."""
    first, *rest = name.words
    trade = first.lower() in _TRADES or first.endswith(_ENDINGS)
    if len(rest) < 2 or not trade or is_given_name(first):
        return name
    known = is_given_name(rest[0]) or first.lower() in PERSON_NOUNS
    if not known or parse.tokens[name.first].text != first:
        return name
    return replace(name, first=name.first + 1, words=tuple(rest))
