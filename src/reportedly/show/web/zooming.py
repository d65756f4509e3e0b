"""From decades to days without script: where a period lies, and the periods within it."""

import calendar
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from reportedly.show.web import wording

#: More years than this are shown by decade.
_MOST_YEARS = 24

#: Tallest bar, in units of its drawing; the lowest can still be seen.
_TALL, _LOW = 40.0, 3.0

Way = Callable[[str, str], str]


@dataclass(frozen=True, slots=True)
class Step:
    """A period around or within the one that is shown, and the way to it."""

    label: str
    short: str
    n: int
    href: str
    height: float = 0.0


@dataclass(frozen=True, slots=True)
class Zoom:
    """Where the period lies (`outward`, widest first), what it is called, and what is in it."""

    here: str
    outward: list[Step]
    inward: list[Step]


def zoom_of(
    earliest: str, latest: str, way: Way, periods: Callable[[str], Mapping[str, int]]
) -> Zoom:
    """The zoom of the period from `earliest` to `latest`, ISO dates of any precision or empty.

    Args:
        way: the address of a period.
        periods: the years with events; the months of a year; the days of a month.
    """
    shared = _shared(earliest, latest)
    if len(shared) >= 7:
        inward = _within(periods(shared[:7]), way)
    elif len(shared) == 4:
        inward = _within(periods(shared), way)
    else:
        inward = _years(periods(""), earliest, latest, way)
    here = wording.stretch(earliest or None, latest or None) if earliest or latest else "everything"
    return Zoom(here, _outward(shared, earliest, latest, way), inward)


def _shared(earliest: str, latest: str) -> str:
    """The day, month or year that both ends lie in; empty when there is none."""
    for length in (10, 7, 4):
        if len(earliest) >= length and earliest[:length] == latest[:length]:
            return earliest[:length]
    return ""


def _outward(shared: str, earliest: str, latest: str, way: Way) -> list[Step]:
    if not earliest and not latest:
        return []
    found = [Step("everything", "", 0, way("", ""))]
    if shared:
        decade = shared[:3]
        found.append(Step(f"{decade}0s", "", 0, way(f"{decade}0", f"{decade}9")))
    for length in (4, 7):
        if len(shared) > length:
            period = shared[:length]
            found.append(Step(wording.day(period), "", 0, way(period, period)))
    return found


def _years(found: Mapping[str, int], earliest: str, latest: str, way: Way) -> list[Step]:
    years = {
        year: n
        for year, n in found.items()
        if (not earliest or year >= earliest[:4]) and (not latest or year <= latest[:4])
    }
    if len(years) <= _MOST_YEARS:
        return _within(years, way)
    decades: dict[str, int] = {}
    for year, n in years.items():
        decades[year[:3]] = decades.get(year[:3], 0) + n
    most = max(decades.values())
    return [
        Step(f"{each}0s", f"{each}0s", n, way(f"{each}0", f"{each}9"), _height(n, most))
        for each, n in decades.items()
    ]


def _within(found: Mapping[str, int], way: Way) -> list[Step]:
    most = max(found.values(), default=1)
    return [
        Step(wording.day(each), _short(each), n, way(each, each), _height(n, most))
        for each, n in found.items()
    ]


def _short(period: str) -> str:
    if len(period) == 7:
        return calendar.month_abbr[int(period[5:])]
    return str(int(period[8:])) if len(period) == 10 else period


def _height(n: int, most: int) -> float:
    return round(_LOW + (_TALL - _LOW) * n / most, 1)
