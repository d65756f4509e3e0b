"""Named days fall where the calendar puts them."""

from datetime import date

import pytest

from reportedly.annotate.dates.recognise import find_expressions
from reportedly.annotate.dates.rules.holidays import easter


@pytest.mark.parametrize(
    ("year", "day"),
    [
        (1961, date(1961, 4, 2)),
        (2008, date(2008, 3, 23)),
        (2018, date(2018, 4, 1)),
        (2038, date(2038, 4, 25)),
    ],
)
def test_easter(year: int, day: date) -> None:
    assert easter(year) == day


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("Thanksgiving 2017", "2017-11-23"),
        ("Good Friday 2018", "2018-03-30"),
        ("Memorial Day 2018", "2018-05-28"),
        ("Labor Day 2018", "2018-09-03"),
        ("Election Day 2016", "2016-11-08"),
    ],
)
def test_movable_days(words: str, value: str) -> None:
    found = find_expressions(f"It was shut on {words}, as ever.", None)
    assert [e.value for e in found] == [value]
