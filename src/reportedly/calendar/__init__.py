"""Exact arithmetic on days: intervals, partial dates, ages, weekdays and TIMEX values.

What comes in and goes out are `Interval`s of days (both ends inclusive, either open) and ISO 8601
strings.  Nothing here reads a clock or guesses: what cannot be said exactly stays open.
"""

from reportedly.calendar.ages import age_on, ages_between, birth_interval, days_of_age
from reportedly.calendar.errors import DateFormatError
from reportedly.calendar.interval import ANY_DAY, Interval, find_intersection
from reportedly.calendar.partial import find_interval, find_precise_date, interval_from_iso
from reportedly.calendar.weekdays import weekday_from, weekday_until

__all__ = [
    "ANY_DAY",
    "DateFormatError",
    "Interval",
    "age_on",
    "ages_between",
    "birth_interval",
    "days_of_age",
    "find_intersection",
    "find_interval",
    "find_precise_date",
    "interval_from_iso",
    "weekday_from",
    "weekday_until",
]
