"""Openings in capitals that are no names: "SHAMED boffin Ann Doe", "TELLY star Bo Poe".

In: a parse and tokens.  Out: yes or no.  Letters that stand for a body open sentences, too, so a
word counts only when its ending, or a short list, says that it describes, or when a whole name
follows.
"""

import re

from reportedly.annotate.coreference.nominals import noun_kind
from reportedly.annotate.parse.model import Parse
from reportedly.models.names import is_given_name

#: Endings of participles and adjectives; names by letters have none of them.
_DESCRIBING = re.compile(
    r"[A-Z]{3,}(?:ED|ING|LESS|FUL|OUS|TTEN|KEN|STRUCK|ISH|SOME|ABLE|STRESSED|HEARTED|CRAZED)"
)
_SHORT = frozenset(
    """angry bitter bonkers brave cheeky comic cruel defiant fuming furious glum greedy hunky love
    footie footy lonely lucky mega mystery pop popular proud randy rock rogue royal sad secret sexy
    sleazy soap super sweary telly teary tragic veteran vile weepy wild""".split()
)


def is_shouted(parse: Parse, at: int) -> bool:
    """True for a describing word in capitals that opens a sentence, before a noun or a name."""
    token = parse.tokens[at]
    if at != parse.sentences[token.sentence].first or not token.text.isupper():
        return False
    if not _DESCRIBING.fullmatch(token.text) and token.lower not in _SHORT:
        return False
    after = parse.tokens[at + 1] if at + 1 < len(parse.tokens) else token
    described = after.text.islower() and after.pos in ("NOUN", "ADJ", "VERB")
    return after.sentence == token.sentence and (described or after.text[1:].islower())


def is_shouted_trade(parse: Parse, at: int) -> bool:
    """SOCCER in "SOCCER boss Bo Poe": before a common noun for a person, and no name of one."""
    token, *after = parse.tokens[at : at + 3]
    opens = at == parse.sentences[token.sentence].first
    if (
        not opens
        or not token.text.isupper()
        or len(token.text) < _FEWEST_LETTERS
        or len(after) < _TWO
    ):
        return False
    noun, name = after
    described = noun.text.islower() and noun_kind(noun.lemma) == "person"
    return described and name.sentence == token.sentence and name.text[:1].isupper()


_TWO = 2
#: Shorter words in capitals are letters that stand for a body, or initials.
_FEWEST_LETTERS = 5


def stands_before_a_name(parse: Parse, first: int, last: int) -> bool:
    """ "SONGBIRD Ada Quill": a word in capitals that opens a sentence, before a whole name.

    The first of a person's own names may be printed so, too: "MARTHA Jane Quill".
    """
    token, own = parse.tokens[first], parse.tokens[first + 1 : last + 1]
    opens = first == parse.sentences[token.sentence].first and token.text.isalpha()
    shouts = opens and token.text.isupper() and len(token.text) >= _FEWEST_LETTERS
    # "CRUSTY MP Ada Quill": what somebody is, in letters.
    own = own[1:] if own and own[0].text.isupper() and len(own[0].text) < _FEWEST_LETTERS else own
    return (
        shouts
        and len(own) > 1
        and all(t.text.istitle() for t in own)
        and not is_given_name(token.text)
    )
