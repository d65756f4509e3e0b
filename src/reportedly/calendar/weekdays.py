"""Weekdays next to a day.  Monday is 0, Sunday is 6, as in `datetime`."""

from datetime import date, timedelta


def weekday_until(day: date, weekday: int, *, include_same: bool = True) -> date:
    """The last `weekday` on or before `day` (before it when `include_same` is False)."""
    back = (day.weekday() - weekday) % 7
    return day - timedelta(days=back if back or include_same else 7)


def weekday_from(day: date, weekday: int, *, include_same: bool = True) -> date:
    """The first `weekday` on or after `day` (after it when `include_same` is False)."""
    ahead = (weekday - day.weekday()) % 7
    return day + timedelta(days=ahead if ahead or include_same else 7)
