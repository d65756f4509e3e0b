"""Birthdays of those whom an article means, and of nobody else, date it to the days around them."""

import pytest

from reportedly.reconcile.dating.birthdays import birthday_evidence
from reportedly.reconcile.dating.births import births_of
from tests.reconcile.dating.lives import days_of, pile_of

#: 8 June 2019 was a Saturday.
MARROW = ("Ilse Marrow", "birth_date", "1986-06-08")
OONA = (("Tavish Coyle", "children", "1"), ("Oona", "birth_date", "2017-03-08"))


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("Sculptor Ilse Marrow turned 33 on Saturday.", ("2019-06-08", "2019-06-15")),
        ("Ilse Marrow, the sculptor, turned 33 yesterday.", ("2019-06-09", "2019-06-09")),
        ("Ilse Marrow, who turned 33 last week, was there.", ("2019-06-09", "2019-06-21")),
        ("Ilse Marrow has just turned 33.", ("2019-06-08", "2019-09-08")),
        ("Ilse Marrow turned 33 three weeks ago.", ("2019-06-24", "2019-07-07")),
        ("Yesterday, Ilse Marrow turned 33 at sea.", ("2019-06-09", "2019-06-09")),
        ("Ilse Marrow turns 33 on Saturday.", ("2019-06-01", "2019-06-08")),
        ("Ilse Marrow, who will be 33 next week, sang.", ("2019-05-26", "2019-06-07")),
        ("Ilse Marrow turns 33 in two weeks.", ("2019-05-17", "2019-05-30")),
        ("Ilse Marrow turned 33 this week.", ("2019-06-08", "2019-06-14")),
        ("Ilse Marrow is 33 today.", ("2019-06-08", "2019-06-08")),
        ("Ilse Marrow celebrated her 33rd birthday on Friday.", ("2019-06-01", "2019-06-22")),
        ("Ilse Marrow is celebrating her 33rd birthday.", ("2019-06-01", "2019-06-15")),
        ("They held a party for Ilse Marrow's 33rd birthday.", ("2019-06-01", "2019-12-15")),
        # Of the only one named before.
        ("Ilse Marrow sang. She turned 33 on Saturday.", ("2019-06-08", "2019-06-15")),
        (
            "Ilse Marrow sang. The sculptor, who turned 33 on Saturday, wore green.",
            ("2019-06-08", "2019-06-15"),
        ),
        # The last name, where the article has the whole one somewhere.
        ("Ilse Marrow sang. Marrow turned 33 on Saturday.", ("2019-06-08", "2019-06-15")),
    ],
)
def test_a_birthday_dates_an_article(text: str, days: tuple[str, str]) -> None:
    dated = pile_of(text, MARROW)
    assert days_of(birthday_evidence(dated, births_of(dated))) == [days]


@pytest.mark.parametrize(
    "text",
    [
        "Ilse Marrow turned 33.",
        "Ilse Marrow sang with Tom Roe. She turned 33 on Saturday.",
        "She turned 33 on Saturday. Ilse Marrow sang.",
        "Ilse Marrow sang. The band turned 33 on Saturday.",
        "In 2019, Ilse Marrow turned 33 in June.",
        "Ilse Marrow, whose brother turned 33 on Saturday, sang.",
        "Ilse Marrow will be one of the singers on Saturday.",
        "Ilse Marrow turned 33 pages on Saturday.",
        "Marrow turned 33 on Saturday.",
        "Ada Marrow turned 33 on Saturday, said Ilse Marrow.",
        "Ilse Marrow celebrated her 33rd win on Saturday.",
    ],
)
def test_what_is_no_birthday_of_a_known_person_says_nothing(text: str) -> None:
    dated = pile_of(text, MARROW)
    assert not list(birthday_evidence(dated, births_of(dated)))


def test_a_child_is_known_beside_its_parent() -> None:
    """An Oona of whose parents nobody speaks can be anybody."""
    told = "celebrated their daughter Oona's first birthday on Monday"
    near, far = pile_of(f"Tavish Coyle {told}.", *OONA), pile_of(f"The neighbours {told}.", *OONA)
    found = days_of(birthday_evidence(near, births_of(near)))
    assert found == [("2018-03-01", "2018-03-22")]
    assert not list(birthday_evidence(far, births_of(far)))


def test_a_weekday_that_the_birthday_did_not_have_is_named() -> None:
    """It widens the days, and the reader is told."""
    dated = pile_of("Ilse Marrow turned 33 on Tuesday.", MARROW)
    (row,) = birthday_evidence(dated, births_of(dated))
    assert (row.earliest, row.latest) == ("2019-06-01", "2019-06-22")
    assert row.reason.endswith("although that birthday was a Saturday")


def test_a_month_narrows_a_birthday_that_is_not_known_to_the_day() -> None:
    age = ("Ilse Marrow", "age", "31")
    near, far = (pile_of(f"Ilse Marrow turned 33 {when}.", age) for when in ("in June", "on 9 May"))
    # Aged 31 on 2 March 2018.
    assert days_of(birthday_evidence(near, births_of(near))) == [("2019-06-01", "2019-12-30")]
    assert days_of(birthday_evidence(far, births_of(far))) == [("2019-05-09", "2019-11-08")]


def test_the_reason_has_the_words_and_the_birth() -> None:
    dated = pile_of("Ilse Marrow turned 33 on Saturday.", MARROW)
    (row,) = birthday_evidence(dated, births_of(dated))
    assert row.reason == (
        "it says “Ilse Marrow turned 33 on Saturday”, and Ilse Marrow was born on 1986-06-08"
    )
