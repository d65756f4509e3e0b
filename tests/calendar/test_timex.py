"""TIMEX3 values and the days they mean."""

import pytest

from reportedly.calendar.timex import find_timex_interval


@pytest.mark.parametrize(
    ("value", "first", "last"),
    [
        ("2018-W01", "2018-01-01", "2018-01-07"),
        ("2018-W01-WE", "2018-01-06", "2018-01-07"),
        ("2018-Q2", "2018-04-01", "2018-06-30"),
        ("2018-H2", "2018-07-01", "2018-12-31"),
        ("2018-SU", "2018-06-01", "2018-09-23"),
        ("201", "2010-01-01", "2019-12-31"),
        ("201X", "2010-01-01", "2019-12-31"),
        ("19", "1900-01-01", "1999-12-31"),
        ("2018-06-21TMO", "2018-06-21", "2018-06-21"),
        ("2018-06-21T10:30", "2018-06-21", "2018-06-21"),
        ("2018-06", "2018-06-01", "2018-06-30"),
    ],
)
def test_a_value_means_these_days(value: str, first: str, last: str) -> None:
    found = find_timex_interval(value)
    assert found is not None
    assert found.iso() == (first, last)


@pytest.mark.parametrize(
    "value", ["XXXX-12-25", "P2Y", "PT3H", "PRESENT_REF", "XXXX-WXX-3", "TNI", "2018-W60", ""]
)
def test_what_names_no_days_has_no_interval(value: str) -> None:
    assert find_timex_interval(value) is None
