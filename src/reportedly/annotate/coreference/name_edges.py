"""What the parser takes for parts of persons' names: a trade or a place before, an age glued on
behind.

In: a name as the parser has it.  Out: the same without "Potter" of "Potter Ann Doe", without Marl
of "In Marl Ann Doe has …", the 9 of "Ann9" and of "Ann Doe,9".
"""

import re
from dataclasses import replace

from reportedly.annotate.coreference.lexicon import PERSON_NOUNS
from reportedly.annotate.coreference.name import Name
from reportedly.annotate.coreference.nominals import noun_kind
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
#: They open a sentence with where it plays, and no comma need stand behind the place.
_WHERE = frozenset("in at near outside around across from".split())
#: What opens a name that people give to somebody, and no place by itself.
_EPITHETS = frozenset("Big Dear Great Little Old Poor Young".split())
#: Behind "In Marl Ann Doe": a subject's verb or an aside, and not another subject.
_GOES_ON = frozenset(("AUX", "VERB", "PUNCT", "ADV", "CCONJ"))


def trimmed(name: Name, parse: Parse) -> Name:
    """`name` without a trade or place before and an age behind it; other kinds than persons as they
    are."""
    if name.kind != "person":
        return name
    glued = _GLUED_AGE.search(name.words[-1])
    if glued and not name.cut:
        words = (*name.words[:-1], name.words[-1][: glued.start()])
        name = replace(name, words=words, cut=len(glued[0]))
    return _without_place(_without_trade(name, parse), parse)


def _without_place(name: Name, parse: Parse) -> Name:
    """ "In Marl Ann Doe has waited": where the given name begins; "In Old Tom Doe" is a person."""
    first = name.first
    start = parse.sentences[parse.tokens[first].sentence].first
    # Of "In Lower Marl Ann Doe" the parser may take Lower for no part of the name.
    before = [token.text for token in parse.tokens[start + 1 : first]]
    opens = parse.tokens[start].lower in _WHERE and all(map(str.istitle, before))
    if not opens or name.title or {*before, name.words[0]} & _EPITHETS:
        return name
    given = [n for n, word in enumerate(name.words[:-1]) if is_given_name(word)]
    at = next((n for n in given if n or not before), 0)
    if not at:
        return name
    behind = parse.tokens[name.last + 1] if name.last + 1 < len(parse.tokens) else None
    if behind is None or behind.pos not in _GOES_ON:
        return name
    return replace(name, first=first + at, words=name.words[at:])


def _without_trade(name: Name, parse: Parse) -> Name:
    """ "Potter Ann Doe" is Ann Doe; "Dean Doe" and "Mason Lee Doe" keep their first names."""
    first, *rest = name.words
    plain = noun_kind(first.lower()) == "person"
    trade = plain or first.lower() in _TRADES or first.endswith(_ENDINGS)
    if len(rest) < 2 or not trade or is_given_name(first):
        return name
    known = plain or is_given_name(rest[0])
    if not known or parse.tokens[name.first].text != first:
        return name
    return replace(name, first=name.first + 1, words=tuple(rest))
