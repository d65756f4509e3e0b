"""Ages told of a tie instead of a name: "her property tycoon husband, 48, bought it".

In: the article's people, and the couples of whom it tells.  Out: the age of the other of the one
couple that the owner is of; none where the article tells of several, or of an earlier one.
"""

import re
from collections.abc import Iterable, Iterator

from reportedly.annotate.facts.couples import Pair
from reportedly.annotate.facts.lexicon import COUNT, HUSBAND, OLDEST_YEARS, PARTNER, count_of
from reportedly.annotate.facts.people import Person
from reportedly.annotate.facts.setting import Found, Setting

_KIN = re.compile(
    rf"\b(?P<whose>her|his)\s+(?P<what>(?:[a-z][a-z-]*\s+){{0,3}}?)(?:(?P<wed>{HUSBAND})|(?P<other>{PARTNER}|fella|lover))"
    rf"(?:,\s+(?:who\s+is\s+|also\s+|aged\s+|now\s+){{0,2}}(?P<age>{COUNT})(?=\s*[,.;:)]|\s+and\b)|\s+\((?:aged\s+)?(?P<in>{COUNT})\))",
    re.IGNORECASE,
)
#: Not the tie of now, or somebody else's: "her ex-husband", "his sister's husband".
_PAST = re.compile(
    r"\b(?:ex|former|first|second|third|late|estranged|future|then|old|previous|and|or|of)\b|'",
    re.IGNORECASE,
)
#: Nobody younger is told of as somebody's husband or wife.
_YOUNGEST_YEARS = 16
_CONFIDENCE = 0.85


def find_kin_ages(
    setting: Setting, married: Iterable[Pair], tied: Iterable[Pair]
) -> Iterator[Found]:
    """Ages of husbands, wives and partners whom the words around them do not name.

    Args:
        married: the pairs of whom the article says that they are or were married.
        tied: those of whom it tells any tie.
    """
    pairs, others = list(married), list(tied)
    for told in _KIN.finditer(setting.view):
        owner = setting.people.find_starting(told.start("whose"), "pronoun")
        years = count_of(told["age"] or told["in"])
        if owner is None or years is None or not _YOUNGEST_YEARS <= years <= OLDEST_YEARS:
            continue
        other = _find_other(owner, pairs if told["wed"] else [*pairs, *others])
        if other is not None and not _PAST.search(told["what"]):
            span = (told.start(), told.end("age") if told["age"] else told.end())
            yield Found(other, "age", str(years), span, _CONFIDENCE * min(1.0, owner.confidence))


def _find_other(owner: Person, pairs: list[Pair]) -> Person | None:
    """The only one with whom `owner` is one of `pairs`."""
    known = {
        other.cluster: other
        for pair in pairs
        for one, other in (pair, pair[::-1])
        if one.cluster == owner.cluster
    }
    return next(iter(known.values())) if len(known) == 1 else None
