"""Days without a year beside names: "will play Corran on 14 August" is of the year in which a dated
article has the same names on that day.

In: an article's expressions of time and its words.  Out: each day of a month with the names of its
sentence and, where the year is open, how far from it the article can be.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from reportedly.annotate.dates.tense import reports_the_past
from reportedly.content_words import content_stems
from reportedly.model import Timex
from reportedly.offsets import Span
from reportedly.reconcile.dating.birthdays import YEAR
from reportedly.reconcile.dating.births import FULL_NAME
from reportedly.reconcile.dating.nearness import Reach
from reportedly.sentences import sentence_around

_OPEN = re.compile(r"XXXX-(\d\d-\d\d)")
_CLOSED = re.compile(r"\d{4}-(\d\d-\d\d)")
_FUTURE = re.compile(r"\b(?:will|to\s+(?:be|[a-z]+)|is\s+due|are\s+due|plans?)\b")
#: Dates without a year lie within half a year of the telling.
_BACK, _AHEAD, _EITHER = Reach(0, 183), Reach(-183, 0), Reach(-183, 183)


@dataclass(frozen=True, slots=True)
class NamedDay:
    """A day of a month, and what stands in its sentence."""

    span: Span
    day: str
    """month and day, as in "08-14" """
    year_known: bool
    names: frozenset[str]
    stems: frozenset[str]
    reach: Reach


def named_days(timex: Timex, text: str) -> Iterator[NamedDay]:
    """The day that an expression of time names, if it names one."""
    is_open = _OPEN.fullmatch(timex.value)
    matched = is_open or _CLOSED.fullmatch(timex.value)
    if matched is None or (not is_open and timex.earliest is None):
        return
    start, end = sentence_around(text, timex.span)
    words = text[start:end]
    if is_open and YEAR.search(words):
        return
    names = frozenset(full_names_in(words))
    yield NamedDay(
        timex.span, matched[1], not is_open, names, content_stems(words), _reach(text, timex.span)
    )


def full_names_in(words: str) -> Iterator[str]:
    """The names of two words or more, in lower case."""
    found = (" ".join(name.split()).lower() for name in FULL_NAME.findall(words))
    return (name.removesuffix("'s").removesuffix("’s") for name in found)


def _reach(text: str, span: Span) -> Reach:
    if reports_the_past(text, span):
        return _BACK
    start, end = sentence_around(text, span)
    return _AHEAD if _FUTURE.search(text[start:end]) else _EITHER
