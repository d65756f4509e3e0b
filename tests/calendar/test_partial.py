"""Partial dates and intervals say the same thing."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.calendar import (
    DateFormatError,
    Interval,
    find_interval,
    find_precise_date,
    interval_from_iso,
)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2018", "2018-01-01", "2018-12-31"),
        ("2018-02", "2018-02-01", "2018-02-28"),
        ("2020-02", "2020-02-01", "2020-02-29"),
        ("2018-06-21T23:30:00-08:00", "2018-06-21", "2018-06-21"),
    ],
)
def test_a_partial_date_means_all_days_it_can_mean(text: str, first: str, last: str) -> None:
    found = find_interval(text)
    assert found is not None
    assert found.iso() == (first, last)


@pytest.mark.parametrize("text", [None, "", "2018-13", "2018-02-30", "18-02-03", "soon", "0000"])
def test_what_is_no_date_has_no_interval(text: str | None) -> None:
    assert find_interval(text) is None


@given(st.dates())
def test_a_day_survives_the_way_there_and_back(day: date) -> None:
    found = find_interval(day.isoformat())
    assert found is not None
    assert find_precise_date(found) == day.isoformat()
    assert interval_from_iso(*found.iso()) == found


def test_a_date_is_no_more_precise_than_its_interval() -> None:
    assert find_precise_date(Interval(date(2018, 6, 3), date(2018, 6, 9))) == "2018-06"
    assert find_precise_date(Interval(date(2018, 6, 3), date(2018, 7, 9))) is None
    assert find_precise_date(Interval(date(2018, 6, 3), None)) is None


def test_bad_ends_are_named() -> None:
    with pytest.raises(DateFormatError, match="'June'"):
        interval_from_iso("June", None)
    with pytest.raises(DateFormatError, match="lies after"):
        interval_from_iso("2019", "2018")
