"""What a rule for expressions of time is: a pattern, and what its words mean in their context."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from reportedly.annotate.dates.direction import Direction
from reportedly.model import TimexType


class Meaning(NamedTuple):
    """TIMEX3 type and value."""

    type: TimexType
    value: str


@dataclass(frozen=True, slots=True)
class Context:
    """What an expression is read against."""

    #: The article's own day; None when it has none.
    anchor: date | None
    #: The day that the text has last spoken of, else the anchor.
    reference: date | None
    #: The last that it has named to the day, else the anchor.
    day_told: date | None
    #: Where the words around look, if they say so.
    direction: Direction | None
    #: That day, where it stands close before: an hour without its own day is of it.
    day_near: date | None = None
    #: The quarter ("2016-Q3") or the months ("P9M") that figures shortly before were of, if any.
    period: str | None = None

    @property
    def quarter(self) -> str | None:
        """The period, where it is a quarter."""
        return self.period if self.period and "-Q" in self.period else None

    @property
    def ahead(self) -> bool:
        """True when the words around speak of the future, as it is or as it was then."""
        return self.direction in ("ahead", "planned")


Match = re.Match[str]


#: No expression is longer; windows around what a rule needs reach so far to either side.
WINDOW_CHARS = 100


@dataclass(frozen=True, slots=True)
class Rule:
    """One way of writing a time.  `meaning` returns None where the words are no time after all."""

    name: str
    pattern: re.Pattern[str]
    meaning: Callable[[Match, Context], Meaning | None]
    #: Words without which the pattern cannot match: only the text around them is searched, since
    #: patterns that start with any number are slow.
    needs: re.Pattern[str] | None = None
    #: True where the words set figures beside those of a year before ("a year earlier"): the text
    #: goes on to speak of what it spoke of.
    compares: bool = False

    def matches(self, view: str) -> Iterator[Match]:
        """All matches in `view`, in order."""
        if self.needs is None:
            yield from self.pattern.finditer(view)
            return
        for start, end in _windows(view, self.needs):
            yield from self.pattern.finditer(view, start, end)


def needed(words: str) -> re.Pattern[str]:
    """The pattern of `Rule.needs` for alternatives divided by `|`."""
    return re.compile(words, re.IGNORECASE)


def _windows(view: str, needs: re.Pattern[str]) -> Iterator[tuple[int, int]]:
    """The stretches around the needed words, overlapping ones joined, ends between words."""
    start = end = -1
    for match in needs.finditer(view):
        first = max(0, match.start() - WINDOW_CHARS)
        last = min(len(view), match.end() + WINDOW_CHARS)
        while last < len(view) and not view[last].isspace():
            last += 1
        if first <= end:
            end = max(end, last)
            continue
        if end >= 0:
            yield start, end
        start, end = first, last
    if end >= 0:
        yield start, end
