"""The day that one telling states and the next leaves out: "she said on Monday", "she added".

In: the tellings of an article with the days that each states itself, and the scenes it sets.  Out:
the days of each, its own or those of the telling or scene that it goes on from.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from reportedly.annotate.statements.said import Days

#: Characters between two tellings of one speaker that the reader takes for one occasion.
GOES_ON_CHARS = 250


@dataclass(frozen=True, slots=True)
class Spoken:
    """A telling or a scene: where it stands, who speaks, and the days that it states itself."""

    start: int
    end: int
    cluster: int | None
    quoted: bool
    dated_anew: bool
    """true where its own sentence names a time, whatever of"""
    days: Days | None
    at: int | None
    """number of the telling; None for a scene"""
    hearer: str | None = None
    """whom it was said to, where the telling says so"""


def shared_days(text: str, spoken: Iterable[Spoken], count: int) -> list[Days | None]:
    """The days of each of `count` tellings, by their numbers."""
    found: list[Days | None] = [None] * count
    before: Spoken | None = None
    days: Days | None = None
    for mine in sorted(spoken, key=lambda s: (s.start, s.at is not None, s.end)):
        own = mine.days
        silent = own is None and not mine.dated_anew
        if silent and before is not None and _goes_on(text, before, mine):
            own = days
        if mine.at is not None:
            found[mine.at] = own
        before, days = mine, own
    return found


def _goes_on(text: str, before: Spoken, mine: Spoken) -> bool:
    """True when nobody else speaks in between and the reader has no reason to think of a break."""
    if mine.cluster is None or mine.cluster != before.cluster:
        return False
    if mine.hearer is not None and before.hearer not in (None, mine.hearer):
        return False  # told to one paper in March, to the other now
    between = text[before.end : max(before.end, mine.start)]
    if len(between) > GOES_ON_CHARS:
        return False
    # Over a paragraph's end only a quotation goes on: what is told next may be of another day.
    breaks = between.count("\n\n") or between.count("\n")
    return breaks == 0 or (breaks == 1 and mine.quoted)
