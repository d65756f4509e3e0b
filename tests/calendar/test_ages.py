"""Ages bound births exactly, and births bound ages, by brute force over days."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.calendar import Interval, age_on, ages_between, birth_interval, days_of_age

DAYS = st.dates(min_value=date(1900, 1, 1), max_value=date(2100, 12, 31))
AGES = st.integers(min_value=0, max_value=110)


@given(DAYS, AGES)
def test_births_of_an_age_are_exactly_those_with_that_age(day: date, age: int) -> None:
    """Both ends have the age; one day beyond either end does not."""
    births = birth_interval(age, Interval.of_day(day))
    assert births.earliest is not None
    assert births.latest is not None
    one = timedelta(days=1)
    assert age_on(births.earliest, day) == age == age_on(births.latest, day)
    assert age_on(births.earliest - one, day) == age + 1
    assert age_on(births.latest + one, day) == age - 1


@given(DAYS, AGES)
def test_days_of_an_age_are_exactly_those_with_that_age(birth: date, age: int) -> None:
    days = days_of_age(age, Interval.of_day(birth))
    assert days.earliest is not None
    assert days.latest is not None
    assert age_on(birth, days.earliest) == age == age_on(birth, days.latest)
    assert age_on(birth, days.earliest - timedelta(days=1)) == age - 1
    assert age_on(birth, days.latest + timedelta(days=1)) == age + 1


@given(DAYS, st.integers(0, 400), st.integers(0, 1500), AGES)
def test_a_wider_day_gives_wider_births(day: date, width: int, shift: int, age: int) -> None:
    """Somebody born in the interval of one of its days is born in that of all."""
    as_of = Interval(day, day + timedelta(days=width))
    inner = day + timedelta(days=min(shift, width))
    assert birth_interval(age, Interval.of_day(inner)).within(birth_interval(age, as_of))


@given(DAYS, AGES)
def test_ages_between_inverts_births(day: date, age: int) -> None:
    as_of = Interval.of_day(day)
    assert ages_between(birth_interval(age, as_of), as_of) == (age, age)


def test_open_ends_stay_open() -> None:
    assert birth_interval(9, Interval(None, date(2015, 5, 11))).earliest is None
    assert days_of_age(9, Interval(date(2006, 1, 1), None)).latest is None
    assert ages_between(Interval(), Interval()) == (None, None)


def test_a_negative_age_is_refused() -> None:
    with pytest.raises(ValueError, match="-1 years"):
        birth_interval(-1, Interval())
