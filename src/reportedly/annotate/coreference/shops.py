"""Shops and houses called by whose they are: "at Quill's", "Quill's will never be sold".

In: a parse and its names.  Out: those names that, with their genitive, name a house and nobody.
"""

from collections.abc import Sequence

from reportedly.annotate.coreference.name import Name
from reportedly.annotate.parse.model import Parse

_GENITIVE = frozenset(("'s", "’s"))
#: Before a house; "of" stands before "a friend of Quill's", "than" before what is left out.
_WHERE = frozenset("at outside inside opposite behind from into near in".split())
#: What is done with a house.
_RUNS = frozenset("bought buy close found inherit leave manage open own rent run sell".split())
#: What follows a genitive without its noun.
_NO_NOUN = frozenset(("PUNCT", "ADP", "AUX", "CCONJ", "SCONJ"))


def shops_among(parse: Parse, names: Sequence[Name]) -> frozenset[int]:
    """Numbers of the names that mean a house: somebody is at it, or it is sold."""
    bare = {n: name.text for n, name in enumerate(names) if _is_bare(parse, name)}
    told = {text for n, text in bare.items() if _is_place(parse, names[n])}
    return frozenset(n for n, text in bare.items() if text in told)


def _is_bare(parse: Parse, name: Name) -> bool:
    """True for a genitive that no noun follows."""
    after = parse.tokens[name.last + 1 : name.last + 3]
    return len(after) == 2 and after[0].text in _GENITIVE and after[1].pos in _NO_NOUN


def _is_place(parse: Parse, name: Name) -> bool:
    before = parse.tokens[name.first - 1] if name.first else None
    if before is None or before.sentence != parse.tokens[name.first].sentence:
        return False
    return before.lower in _WHERE or before.lemma.lower() in _RUNS
