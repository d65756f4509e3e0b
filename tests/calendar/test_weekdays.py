"""The weekday nearest to a day, on the side asked for."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from reportedly.calendar import weekday_from, weekday_until

DAYS = st.dates(min_value=date(1900, 1, 1), max_value=date(2100, 1, 1))


@given(DAYS, st.integers(0, 6), st.booleans())
def test_the_weekday_is_right_and_within_a_week(day: date, weekday: int, same: bool) -> None:
    before = weekday_until(day, weekday, include_same=same)
    after = weekday_from(day, weekday, include_same=same)
    assert before.weekday() == after.weekday() == weekday
    assert (0 if same else 1) <= (day - before).days <= (6 if same else 7)
    assert (0 if same else 1) <= (after - day).days <= (6 if same else 7)
