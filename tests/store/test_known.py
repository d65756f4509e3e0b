"""Rows that agree narrow a day of a life; the two that give its ends are the evidence."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from reportedly.calendar import age_on
from reportedly.model import Fact
from reportedly.store.known import known


def _fact(number: int, attribute: str, value: str, day: str) -> Fact:
    return Fact(
        fact_id=f"f{number:02}", subject="Ann Doe", attribute=attribute, value=value,
        as_of_earliest=day, as_of_latest=day, article_id=f"a{number}", span=(0, 7), confidence=0.9,
    )  # fmt: skip


def test_ages_around_a_birthday_leave_a_few_days() -> None:
    """Turned between two reports: born in the days between."""
    (born,) = known([_fact(1, "age", "43", "2015-04-02"), _fact(2, "age", "44", "2015-04-09")])
    assert (born.attribute, born.earliest, born.latest) == (
        "birth_date", "1971-04-03", "1971-04-09",
    )  # fmt: skip
    assert {fact.fact_id for fact in born.evidence} == {"f01", "f02"}
    assert (born.n_agreeing, born.n_other) == (2, 0)


def test_what_one_row_says_alone_is_not_narrowed() -> None:
    """A date of birth leaves nothing for an age to add, and one age is what it is."""
    assert known([_fact(1, "age", "43", "2015-04-02")]) == []
    exact = [
        _fact(1, "birth_date", "1971-04-05", "2015-04-02"),
        _fact(2, "age", "44", "2015-05-01"),
    ]
    assert known(exact) == []


def test_a_row_that_does_not_fit_is_counted_and_left_out() -> None:
    """The largest agreeing group counts."""
    (born,) = known(
        [
            _fact(1, "age", "43", "2015-04-02"),
            _fact(2, "age", "44", "2015-04-09"),
            _fact(3, "age", "29", "2015-04-09"),
        ]
    )
    assert (born.earliest, born.n_agreeing, born.n_other) == ("1971-04-03", 2, 1)


def test_two_weddings_are_not_weighed_against_each_other() -> None:
    """They may be of two partners."""
    told = [
        _fact(1, "marriage_date", "2003-SU", "2015-04-02"),
        _fact(2, "marriage_date", "2003-Q2", "2015-04-09"),
    ]
    (married,) = known(told)
    assert (married.earliest, married.latest) == ("2003-06-01", "2003-06-30")
    assert known([*told, _fact(3, "marriage_date", "2009", "2015-04-09")]) == []


@given(
    st.dates(date(1900, 1, 1), date(1999, 12, 31)),
    st.lists(st.integers(0, 9_000), min_size=2, max_size=6, unique=True),
)
def test_the_true_day_is_always_left(birth: date, days: list[int]) -> None:
    """Whatever true ages are told, the birth stays in what they leave."""
    told = [birth + timedelta(days=d) for d in days]
    facts = [
        _fact(n, "age", str(age_on(birth, day)), day.isoformat()) for n, day in enumerate(told)
    ]
    for born in known(facts):
        assert (born.earliest or "") <= birth.isoformat() <= (born.latest or "9999")
        assert born.n_other == 0
