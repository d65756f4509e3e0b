"""Days move by units and are named at the precision of the unit."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.annotate.dates.granularity import shifted, value_of

DAYS = st.dates(min_value=date(1800, 1, 1), max_value=date(2200, 12, 31))


@pytest.mark.parametrize(
    ("unit", "value"),
    [
        ("D", "2018-06-21"),
        ("W", "2018-W25"),
        ("WE", "2018-W25-WE"),
        ("M", "2018-06"),
        ("Q", "2018-Q2"),
        ("Y", "2018"),
        ("E", "201"),
        ("C", "20"),
    ],
)
def test_a_day_at_each_precision(unit: str, value: str) -> None:
    assert value_of(date(2018, 6, 21), unit) == value


@given(DAYS, st.integers(-600, 600), st.sampled_from(["M", "Q", "Y"]))
def test_months_move_exactly(day: date, count: int, unit: str) -> None:
    """The month is the one asked for, and the day the same or the month's last."""
    moved = shifted(day, count, unit)
    assert moved is not None
    months = {"M": 1, "Q": 3, "Y": 12}[unit] * count
    assert moved.year * 12 + moved.month == day.year * 12 + day.month + months
    assert moved.day == day.day or (moved.day < day.day and moved.day >= 28)


def test_off_the_calendar_there_is_no_day() -> None:
    assert shifted(date(2018, 6, 21), -3000, "Y") is None
    assert shifted(date(2018, 6, 21), 10**7, "D") is None
    assert shifted(None, 1, "D") is None
