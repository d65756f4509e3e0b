"""The days that a TIMEX3 value means: `1998-W02`, `1998-Q1`, `1998-SU`, `199`, `1998-03-12TMO`."""

import re
from collections.abc import Callable
from datetime import date, timedelta

from reportedly.calendar.interval import Interval
from reportedly.calendar.partial import find_interval, month_interval, year_interval

_SEASON_DAYS: dict[str, tuple[tuple[int, int, int], tuple[int, int, int]]] = {
    # (years later, month, day) of the first and the last day, by the calendar and by the sun,
    # whichever is wider; "winter 2016" can be either end of 2016.
    "SP": ((0, 3, 1), (0, 6, 21)),
    "SU": ((0, 6, 1), (0, 9, 23)),
    "FA": ((0, 9, 1), (0, 12, 21)),
    "WI": ((0, 1, 1), (1, 3, 21)),
}


def _season(year: str, name: str) -> Interval:
    first, last = _SEASON_DAYS[name]
    return Interval(date(int(year) + first[0], *first[1:]), date(int(year) + last[0], *last[1:]))


def _months(year: str, first: int, count: int) -> Interval:
    last = month_interval(int(year), first + count - 1)
    return Interval(date(int(year), first, 1), last.latest)


def _week(year: str, week: str, weekend: str | None) -> Interval:
    monday = date.fromisocalendar(int(year), int(week), 1)
    return Interval(monday + timedelta(days=5 if weekend else 0), monday + timedelta(days=6))


_FORMS: tuple[tuple[re.Pattern[str], Callable[..., Interval]], ...] = tuple(
    (re.compile(pattern, re.ASCII), build)
    for pattern, build in (
        (r"(\d{4})-W(\d\d?)(-WE)?", _week),
        (r"(\d{4})-Q([1-4])", lambda y, q: _months(y, 3 * int(q) - 2, 3)),
        (r"(\d{4})-H([12])", lambda y, h: _months(y, 6 * int(h) - 5, 6)),
        (r"(\d{4})-(SP|SU|FA|WI)", _season),
        (r"(\d{3})X?", lambda decade: year_interval(int(decade) * 10, int(decade) * 10 + 9)),
        (r"(\d{2})(?:XX)?", lambda c: year_interval(int(c) * 100, int(c) * 100 + 99)),
    )
)


def find_timex_interval(value: str) -> Interval | None:
    """The days that a DATE or TIME value names; None for durations, sets and unresolved values."""
    day = value.split("T", 1)[0] if re.match(r"\d", value, re.ASCII) else value
    if found := find_interval(day):
        return found
    for pattern, build in _FORMS:
        if matched := pattern.fullmatch(day):
            try:
                return build(*matched.groups())
            except ValueError:
                return None
    return None
