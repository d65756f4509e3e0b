"""Intervals of days: what they hold, how they meet."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.calendar.interval import ANY_DAY, Interval, find_intersection, hull

DAYS = st.dates(min_value=date(1800, 1, 1), max_value=date(2200, 12, 31))


@st.composite
def intervals(draw: st.DrawFn) -> Interval:
    """Intervals, open or closed at either end."""
    first, last = sorted((draw(DAYS), draw(DAYS)))
    return Interval(first if draw(st.booleans()) else None, last if draw(st.booleans()) else None)


@given(intervals(), intervals(), DAYS)
def test_an_intersection_holds_a_day_exactly_when_both_do(
    a: Interval, b: Interval, day: date
) -> None:
    both = find_intersection(a, b)
    assert (both is not None and both.holds(day)) == (a.holds(day) and b.holds(day))


@given(intervals(), intervals())
def test_a_hull_holds_what_either_holds(a: Interval, b: Interval) -> None:
    assert a.within(hull([a, b]))
    assert b.within(hull([a, b]))


@given(intervals())
def test_any_day_changes_nothing(a: Interval) -> None:
    assert find_intersection(a, ANY_DAY) == a


def test_an_empty_interval_cannot_be_made() -> None:
    with pytest.raises(ValueError, match="holds no day"):
        Interval(date(2018, 6, 2), date(2018, 6, 1))


def test_widths_count_both_ends() -> None:
    assert Interval(date(2018, 6, 1), date(2018, 6, 30)).width_days == 30
    assert Interval.of_day(date(2018, 6, 1)).width_days == 1
    assert ANY_DAY.width_days is None


def test_widening_past_the_calendar_opens_the_end() -> None:
    assert Interval(date(1, 1, 3), None).widened(before_days=5) == ANY_DAY
