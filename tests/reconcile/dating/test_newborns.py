"""The age of a newborn dates an article to days or weeks, as such ages are rounded."""

import pytest

from reportedly.reconcile.dating.births import births_of
from reportedly.reconcile.dating.newborns import newborn_evidence
from tests.reconcile.dating.lives import days_of, pile_of

OONA = (("Tavish Coyle", "children", "1"), ("Oona", "birth_date", "2018-02-08"))


@pytest.mark.parametrize(
    ("told", "days"),
    [
        ("Oona, who is eight weeks old, slept", ("2018-03-31", "2018-04-16")),
        ("his eight-week-old daughter Oona slept", ("2018-03-31", "2018-04-16")),
        ("Oona is just ten days old", ("2018-02-17", "2018-02-22")),
        ("Oona, six months, slept", ("2018-07-18", "2018-09-14")),
        ("his daughter, Oona, was born three weeks ago", ("2018-02-24", "2018-03-09")),
        ("Oona, who was born yesterday, slept", ("2018-02-09", "2018-02-09")),
        ("Oona was born last month", ("2018-02-09", "2018-04-10")),
    ],
)
def test_the_age_of_a_newborn_dates_an_article(told: str, days: tuple[str, str]) -> None:
    dated = pile_of(f"Tavish Coyle saw that {told}.", *OONA)
    assert days_of(newborn_evidence(dated, births_of(dated))) == [days]


@pytest.mark.parametrize(
    "told",
    [
        "Oona was eight weeks old when he left",
        "Oona was born in Corran",
        "Oona, who is eight years old, slept",
        "Oona, who in 2018 was eight weeks old, slept",
        "his eight-week-old puppy slept",
    ],
)
def test_what_is_told_of_another_day_or_child_says_nothing(told: str) -> None:
    dated = pile_of(f"Tavish Coyle saw that {told}.", *OONA)
    assert not list(newborn_evidence(dated, births_of(dated)))
