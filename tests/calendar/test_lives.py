"""Values of facts bound the days of a life."""

from datetime import date

import pytest

from reportedly.calendar import ANY_DAY, Interval
from reportedly.calendar.lives import find_bound

MAY_2 = Interval.of_day(date(2015, 5, 2))


def test_an_age_bounds_the_birth() -> None:
    """Nine on a day: born in the year that ends nine years before it."""
    born = find_bound("age", "9", MAY_2)
    assert born == Interval(date(2005, 5, 3), date(2006, 5, 2))


def test_a_date_is_its_own_bound_whatever_day_it_is_told_on() -> None:
    """A year is all its days."""
    assert find_bound("marriage_date", "2003", MAY_2) == Interval(
        date(2003, 1, 1), date(2003, 12, 31)
    )
    assert find_bound("birth_date", "2001-06-04", ANY_DAY) == Interval.of_day(date(2001, 6, 4))


@pytest.mark.parametrize(
    ("attribute", "value"),
    [("age", "400"), ("age", "young"), ("role", "2003"), ("marriage_date", "XXXX-06-03")],
)
def test_what_bounds_nothing_is_none(attribute: str, value: str) -> None:
    assert find_bound(attribute, value, MAY_2) is None


def test_an_age_on_no_day_bounds_nothing() -> None:
    assert find_bound("age", "9", ANY_DAY) is None
