"""How far from a day its telling can be: "turned 33 on Saturday" is told within the week.

In: the words behind what is told, and whether they look back or ahead.  Out: the days, counted
from that day, on which an article that has such words can have appeared.
"""

import dataclasses
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from reportedly.annotate.facts.lexicon import COUNT, count_or_one
from reportedly.calendar import Interval, find_intersection, find_interval
from reportedly.calendar.names import MONTH, SHORT_MONTH, WEEKDAY, month_of

Side = Literal["back", "ahead", "either"]


@dataclass(frozen=True, slots=True)
class Reach:
    """From how many days after a day (before it where negative) to how many an article is of."""

    first: int
    last: int

    def around(self, days: Interval) -> Interval:
        """When the article appeared, where the day itself is one of `days`."""
        return days.widened(before_days=-self.first, after_days=self.last)


_MONTH = rf"(?:{MONTH}|{SHORT_MONTH})\b"
_WITHIN_HALF_A_YEAR = Reach(0, 183)
#: Words for a day, the reach where they look back, and where they look ahead; none where they
#: cannot.  A week of the calendar before or after this one begins up to 13 days away.
_WORDS: tuple[tuple[str, Reach | None, Reach | None], ...] = (
    (r"(?:later |earlier )?today|tonight|this (?:morning|afternoon|evening)",
     Reach(0, 0), Reach(0, 0)),
    (r"(?:the )?day before yesterday", Reach(2, 2), None),
    (r"yesterday|last night", Reach(1, 1), None),
    (r"(?:the )?day after tomorrow", None, Reach(-2, -2)),
    (r"tomorrow", None, Reach(-1, -1)),
    (rf"next {WEEKDAY}|a week (?:on|from) {WEEKDAY}", None, Reach(-13, 0)),
    (rf"last {WEEKDAY}", Reach(0, 13), None),
    (rf"(?:on |this |coming |the )*(?P<weekday>{WEEKDAY})(?!s)", Reach(0, 7), Reach(-7, 0)),
    (r"(?:at |over |this |the )*last weekend", Reach(1, 13), None),
    (r"next weekend", None, Reach(-13, -1)),
    (r"(?:at |over |this |the |coming |past )*weekend", Reach(0, 8), Reach(-7, 0)),
    (r"last week", Reach(1, 13), None),
    (r"next week", None, Reach(-13, -1)),
    (r"(?:earlier |later )?this week", Reach(0, 6), Reach(-6, 0)),
    (r"last month", Reach(1, 61), None),
    (r"last year", Reach(1, 730), None),
    (r"next year", None, Reach(-730, -1)),
    (r"next month", None, Reach(-61, -1)),
    (r"(?:earlier |later )?this month", Reach(0, 30), Reach(-30, 0)),
    # A date without a year is the nearest such one.
    (rf"(?:on |in |the )*(?:(?P<day>\d{{1,2}})(?:st|nd|rd|th)? (?:of )?)?(?P<month>{_MONTH})"
     r"(?:\.? (?P<day_after>\d{1,2})\b)?",
     _WITHIN_HALF_A_YEAR, Reach(-183, 0)),
)  # fmt: skip
_PATTERNS = tuple(
    (re.compile(rf"\b(?:{words})(?![\w’'-])".replace(" ", r"\s+"), re.IGNORECASE), back, ahead)
    for words, back, ahead in _WORDS
)
_AGO = re.compile(
    rf"\b(?:(?:about|almost|nearly|just|over)\s+)?(?P<count>an?|{COUNT})\s+"
    r"(?P<unit>day|week|month)s?\s+ago\b",
    re.IGNORECASE,
)
_IN = re.compile(
    rf"\bin\s+(?:(?:about|just)\s+)?(?P<count>an?|{COUNT})\s+(?P<unit>day|week|month)s?\b"
    r"(?:['’]?\s+time)?",
    re.IGNORECASE,
)
#: The unit's days, and by how much such a count is rounded at either end.
_UNITS = {"day": (1, 1, 1), "week": (7, 5, 8), "month": (30, 20, 35)}
#: In a clause no more stands between a thing and its day.
_BETWEEN_CHARS = 30
_CLAUSE_END = re.compile(r"[.;:!?\n]|,\s|\band\b|\bbut\b|\b(?:after|before|when|while|since)\b")


def counted(count: int, unit: str) -> Reach:
    """So many days, weeks or months after a day, as such counts are rounded."""
    days, short, long = _UNITS[unit]
    # Of many months none is left over.
    return Reach(max(0, count * days - short), count * days + long + (count // 6) * 3)


@dataclass(frozen=True, slots=True)
class Near:
    """The words for a day: the reach that they give, what of it they name, where they end."""

    reach: Reach
    weekday: str | None = None
    end: int = 0
    month: int | None = None
    day: int | None = None

    def find_named(self, days: Interval) -> Interval | None:
        """The days among `days` that are of the month and on the day that are named, if these are
        all of one year; `days` themselves where none is named."""
        if self.month is None or days.earliest is None or days.latest is None:
            return days
        years = range(days.earliest.year, days.latest.year + 1)
        named = (f"{year:04d}-{self.month:02d}" for year in years)
        whole = (find_interval(f"{m}-{self.day:02d}" if self.day else m) for m in named)
        found = [both for w in whole if w and (both := find_intersection(days, w))]
        return found[0] if len(found) == 1 else None


def find_near(words: str, side: Side, *, at_most: int = _BETWEEN_CHARS) -> Near | None:
    """What the first words for a day among `words` say.

    Args:
        words: from behind what is told, at most to the end of its sentence.
        side: where its verb looks.
        at_most: so many characters may stand before the words for the day.
    """
    cut = _CLAUSE_END.search(words)
    clause = words[: cut.start()] if cut else words
    found = [*_count_of_units(clause, side), *_named(clause, side)]
    at, end, near = min(found, key=lambda f: f[:2], default=(0, 0, None))
    return dataclasses.replace(near, end=-end) if near and at <= at_most else None


#: Where words for a day begin and (negative) end, and what they say on that side of the day.
_Found = tuple[int, int, Near | None]


def _count_of_units(clause: str, side: Side) -> Iterator[_Found]:
    for pattern, other in ((_AGO, "ahead"), (_IN, "back")):
        matched = pattern.search(clause) if side != other else None
        if matched and (count := count_or_one(matched["count"])):
            reach = counted(count, matched["unit"].lower())
            if pattern is _IN:
                reach = Reach(-reach.last, -reach.first)
            yield matched.start(), -matched.end(), Near(reach)


def _named(clause: str, side: Side) -> Iterator[_Found]:
    for pattern, back, ahead in _PATTERNS:
        if (matched := pattern.search(clause)) is None:
            continue
        ends = [r for r, other in ((back, "ahead"), (ahead, "back")) if r and side != other]
        near = None
        if ends:
            reach = Reach(min(r.first for r in ends), max(r.last for r in ends))
            near = _near(reach, matched.groupdict())
        yield matched.start(), -matched.end(), near


def _near(reach: Reach, named: dict[str, str | None]) -> Near:
    month, day = named.get("month"), named.get("day") or named.get("day_after")
    return Near(
        reach,
        named.get("weekday"),
        month=month_of(month) if month else None,
        day=int(day) if day else None,
    )
