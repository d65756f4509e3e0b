"""Who is told as dead or as speaking dates an article from or up to the day of the death."""

import pytest

from reportedly.reconcile.dating.deaths import death_evidence
from tests.reconcile.dating.lives import days_of, pile_of

ROE = ("Averil Roe", "death_date", "2018-01-07")


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("Averil Roe died in Penhale.", ("2018-01-07", None)),
        ("The poet Averil Roe died on Sunday.", ("2018-01-07", "2018-01-14")),
        ("Letters came for Averil Roe, who died last week.", ("2018-01-08", "2018-01-20")),
        ("A prize named after the late poet Averil Roe is new.", ("2018-01-07", None)),
        ("The death of Averil Roe shook Penhale.", ("2018-01-07", None)),
        ("Averil Roe said yesterday that she would rest.", (None, "2018-01-08")),
        ("Averil Roe told reporters on Monday that she would rest.", (None, "2018-01-14")),
    ],
)
def test_a_death_bounds_an_article(text: str, days: tuple[str | None, str | None]) -> None:
    assert days_of(death_evidence(pile_of(text, ROE))) == [days]


@pytest.mark.parametrize(
    "text",
    [
        "If Averil Roe died, who would write?",
        "Reports that Averil Roe died were a hoax.",
        "Averil Roe was late.",
        "Averil Roe said that she would rest.",
        "In 2016, Averil Roe said on Monday that she would rest.",
        "Roe died on Sunday.",
        "Ann Doe died on Sunday, said Averil Roe.",
    ],
)
def test_what_tells_no_known_death_says_nothing(text: str) -> None:
    assert not list(death_evidence(pile_of(text, ROE)))


def test_two_days_for_one_death_say_nothing() -> None:
    other = ("Averil Roe", "death_date", "2018-01-09")
    assert not list(death_evidence(pile_of("The late Averil Roe sang.", ROE, other)))
