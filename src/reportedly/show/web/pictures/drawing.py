"""What all drawings share: an axis of time, and marks in thousandths of its width."""

import calendar
import itertools
import re
from collections.abc import Iterable
from dataclasses import dataclass

#: Units from the left edge of a strip to its right edge.
WIDTH = 1000.0

#: Narrower marks would vanish on a phone.
NARROWEST = 5.0

#: Shorter gaps are never cut out.
_GAP_YEARS = 20

#: Longer periods are divided by years.
_MONTHLY_YEARS = 2.01

#: Less than a day, to tell the end of a year from the start of the next.
_DAY_YEARS = 0.001

_DATE = re.compile(r"^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?")


class Drawing:
    """Base of everything drawn: the JSON twin leaves it out."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class Mark(Drawing):
    """One rectangle of a strip; `kind` becomes its class, `label` its tooltip."""

    x: float
    width: float
    y: float
    height: float
    kind: str
    label: str
    href: str | None = None


@dataclass(frozen=True, slots=True)
class Strip(Drawing):
    """A row of marks with a name before it and a number after it."""

    name: str
    marks: tuple[Mark, ...]
    n: int = 0
    href: str | None = None
    height: float = 20.0
    note: str = ""


@dataclass(frozen=True, slots=True)
class Axis(Drawing):
    """From one moment to another, in years; `labels` divide it evenly and may be empty."""

    start: float
    end: float
    labels: tuple[str, ...]

    def at(self, value: float) -> float:
        """Where a moment lies on the strip; cut at its edges."""
        share = (value - self.start) / (self.end - self.start)
        return round(max(0.0, min(1.0, share)) * WIDTH, 2)

    def holds(self, day: str) -> bool:
        """True when an ISO date begins within the axis."""
        value = moment(day)
        return value is not None and self.start <= value < self.end


def year_axis(first: int, last: int) -> Axis:
    """Whole years, in steps of equal length with a label each, at most ten."""
    years = last + 1 - first
    step = next(step for step in (1, 2, 5, 10, 20, 50, 100, 1000) if years / step <= 10)
    end = first + -(-years // step) * step
    return Axis(first, end, tuple(str(year) for year in range(first, end, step)))


def zoomed_axis(earliest: str, latest: str) -> Axis | None:
    """The axis from the start of one ISO date to the end of another, as fine as it is short."""
    start, end = moment(earliest), moment(latest, end=True)
    if start is None or end is None or start >= end:
        return None
    first, last = int(start), int(end - _DAY_YEARS)
    if end - start > _MONTHLY_YEARS:
        return year_axis(first, last)
    months = _months(earliest, latest)
    if len(months) > 1:
        labels = tuple(_month_label(each, months) for each in months)
        return Axis(_month(*months[0]), _month(*months[-1]) + 1 / 12, labels)
    year, month = months[0]
    days = calendar.monthrange(year, month)[1]
    labels = tuple(str(day) if day % 5 == 1 else "" for day in range(1, days + 1))
    return Axis(_month(year, month), _month(year, month) + 1 / 12, labels)


def _month_label(month: tuple[int, int], months: list[tuple[int, int]]) -> str:
    """The month's short name, or the year where one begins; beyond a year each third only."""
    year, number = month
    if number == 1 and months[0][0] != months[-1][0]:
        return str(year)
    return calendar.month_abbr[number] if len(months) <= 12 or number % 3 == 1 else ""


def _month(year: int, month: int) -> float:
    return year + (month - 1) / 12


def _months(earliest: str, latest: str) -> list[tuple[int, int]]:
    """The months from the one of `earliest` to the one of `latest`."""
    first = int(earliest[:4]) * 12 + int(earliest[5:7] or 1) - 1
    last = int(latest[:4]) * 12 + int(latest[5:7] or 12) - 1
    return [(number // 12, number % 12 + 1) for number in range(first, last + 1)]


@dataclass(frozen=True, slots=True)
class Strips(Drawing):
    """Strips over one axis."""

    axis: Axis
    strips: tuple[Strip, ...]
    caption: str


def moment(value: str, *, end: bool = False) -> float | None:
    """An ISO date as years and a share of one; `end` gives the end of the day, month or year."""
    found = _DATE.match(value)
    if found is None:
        return None
    year, month, day = int(found[1]), int(found[2] or 0), int(found[3] or 0)
    if not 1 <= month <= 12:
        return year + (1.0 if end else 0.0)
    days = calendar.monthrange(year, month)[1] if 1 <= year <= 9999 else 31
    if not day:
        return year + (month - (0 if end else 1)) / 12
    return year + (month - 1 + (day - (0 if end else 1)) / days) / 12


def find_axis(days: Iterable[str | None]) -> Axis | None:
    """An axis for days, of years or of the months that they fill; None when there is no day.

    A few days long before all others would press the others together: they are left to the edge.
    """
    known = sorted(value for value in days if value and _DATE.match(value))
    if not known:
        return None
    first = _first([int(value[:4]) for value in known])
    # Of dates in the same year the shortest comes first, and means the year from its start.
    earliest = next(value for value in known if int(value[:4]) == first)
    return zoomed_axis(earliest, max(known, key=lambda value: moment(value, end=True) or 0))


def _first(years: list[int]) -> int:
    """The first year after the last gap that is longer than all that comes after it."""
    first = years[0]
    for before, after in itertools.pairwise(years):
        if after - before > max(_GAP_YEARS, years[-1] - after):
            first = after
    return first


def place(axis: Axis, earliest: str, latest: str | None = None) -> tuple[float, float]:
    """(x, width) from the start of `earliest` to the end of `latest`, never too thin to see."""
    start = axis.at(moment(earliest) or axis.start)
    end = axis.at(moment(latest or earliest, end=True) or axis.end)
    width = round(max(NARROWEST, end - start), 2)
    return min(start, WIDTH - width), width
