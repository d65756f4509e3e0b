"""Partial dates: `2018`, `2018-06`, `2018-06-21`, with or without a time, to intervals and back.

A time zone is kept out of the arithmetic: the day is the one that the string names.
"""

import calendar
import re
from datetime import date

from reportedly.calendar.errors import DateFormatError
from reportedly.calendar.interval import ANY_DAY, Interval, find_intersection

_PARTIAL = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d)(?:[T ].*)?)?)?\Z", re.ASCII)


def month_interval(year: int, month: int) -> Interval:
    """All days of a month; raises ValueError for a month that does not exist."""
    return Interval(date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1]))


def year_interval(first: int, last: int | None = None) -> Interval:
    """All days of the years `first` to `last` (one year when `last` is None)."""
    return Interval(date(first, 1, 1), date(first if last is None else last, 12, 31))


def find_interval(text: str | None) -> Interval | None:
    """The days that an ISO 8601 date, however partial, can mean; None when it is not one."""
    matched = _PARTIAL.match(text or "")
    if matched is None:
        return None
    year, month, day = (None if part is None else int(part) for part in matched.groups())
    try:
        if year is None or month is None:
            return None if year is None else year_interval(year)
        return (
            month_interval(year, month) if day is None else Interval.of_day(date(year, month, day))
        )
    except ValueError:
        return None


def interval_from_iso(earliest: str | None, latest: str | None) -> Interval:
    """The interval between two ISO dates as the tables hold them, null meaning open.

    A partial date counts with its first day at the start and its last day at the end.

    Raises:
        DateFormatError: one of them is no date, or they are in the wrong order.
    """
    ends: list[Interval] = []
    for text in (earliest, latest):
        found = ANY_DAY if text is None else find_interval(text)
        if found is None:
            raise DateFormatError(f"{text!r} is no date; use 2018, 2018-06 or 2018-06-21")
        ends.append(found)
    interval = find_intersection(Interval(ends[0].earliest, None), Interval(None, ends[1].latest))
    if interval is None:
        raise DateFormatError(f"{earliest!r} lies after {latest!r}; swap them")
    return interval


def find_precise_date(interval: Interval) -> str | None:
    """The date that says just what `interval` says: a day, a month it lies in, or None."""
    first, last = interval.earliest, interval.latest
    if first is None or last is None:
        return None
    if first == last:
        return first.isoformat()
    return first.isoformat()[:7] if (first.year, first.month) == (last.year, last.month) else None
