"""What all drawings share: an axis of whole years, and marks in thousandths of its width."""

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
    """Whole years from the first day of `first` to the last of `last`."""

    first: int
    last: int

    def at(self, value: float) -> float:
        """Where a moment, in years, lies on the strip; cut at its edges."""
        share = (value - self.first) / (self.last + 1 - self.first)
        return round(max(0.0, min(1.0, share)) * WIDTH, 2)

    @property
    def labels(self) -> list[str]:
        """At most ten labels, each for the same number of years."""
        return [str(year) for year in range(self.first, self.last + 1, _step(self))]


def _step(axis: Axis) -> int:
    years = axis.last + 1 - axis.first
    return next(step for step in (1, 2, 5, 10, 20, 50, 100, 1000) if years / step <= 10)


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
    """An axis for days, in steps of equal length; None when there is no day.

    A few days long before all others would press the others together: they are left to the edge.
    """
    years = sorted(int(value[:4]) for value in days if value and _DATE.match(value))
    if not years:
        return None
    axis = Axis(_first(years), years[-1])
    step = _step(axis)
    rest = (axis.last + 1 - axis.first) % step
    return Axis(axis.first, axis.last + (step - rest if rest else 0))


def _first(years: list[int]) -> int:
    """The first year after the last gap that is longer than all that comes after it."""
    first = years[0]
    for before, after in itertools.pairwise(years):
        if after - before > max(_GAP_YEARS, years[-1] - after):
            first = after
    return first


def place(axis: Axis, earliest: str, latest: str | None = None) -> tuple[float, float]:
    """(x, width) from the start of `earliest` to the end of `latest`, never too thin to see."""
    start = axis.at(moment(earliest) or axis.first)
    end = axis.at(moment(latest or earliest, end=True) or axis.last + 1)
    width = round(max(NARROWEST, end - start), 2)
    return min(start, WIDTH - width), width
