"""Expressions of time as values of facts: a day, a month or a year, no more precise than said."""

import re

from reportedly.calendar import find_precise_date, interval_from_iso
from reportedly.model import Timex

#: The value of a day, a month, a year or a season of one, and of nothing vaguer.
DATE_VALUE = re.compile(r"\d{4}(?:-\d\d){0,2}|\d{4}-(?:SP|SU|FA|WI)")


def find_date_value(time: Timex) -> str | None:
    """The date of an expression as `YYYY-MM-DD`, `YYYY-MM` or `YYYY`; None when it has none."""
    days = interval_from_iso(time.earliest, time.latest)
    if precise := find_precise_date(days):
        # A week lies in a month, but "last week" says more than the month does.
        return precise if len(precise) == 10 or len(time.value) == 7 else None
    whole = len(time.value) == 4 and time.value.isdigit()
    return time.value if whole else None
