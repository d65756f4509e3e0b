"""A wedding told as done or to come dates an article that names both of the couple."""

import pytest

from reportedly.reconcile.dating.nuptials import nuptial_evidence
from tests.reconcile.dating.lives import days_of, pile_of

WED = tuple((name, "marriage_date", "2014-06-14") for name in ("Perrin Hartnell", "Sabra Quill"))
_NAMES = "Perrin Hartnell and Sabra Quill"


@pytest.mark.parametrize(
    ("text", "days"),
    [
        (f"{_NAMES} will marry on Saturday.", (None, "2014-06-14")),
        (f"{_NAMES} will marry in June.", ("2013-09-12", "2014-06-14")),
        ("Perrin Hartnell and his fiancée, Sabra Quill, sang.", (None, "2014-06-14")),
        ("Perrin Hartnell, who married Sabra Quill three weeks ago, sang.",
         ("2014-06-30", "2014-07-13")),
        (f"Newlyweds {_NAMES} sang.", ("2014-06-14", "2015-06-14")),
        (f"A year after they married, {_NAMES} moved.", ("2015-03-14", None)),
        ("Perrin Hartnell and his wife, Sabra Quill, sang.", ("2014-06-14", None)),
    ],
)  # fmt: skip
def test_a_wedding_bounds_an_article(text: str, days: tuple[str | None, str | None]) -> None:
    assert days_of(nuptial_evidence(pile_of(text, *WED))) == [days]


@pytest.mark.parametrize(
    "text",
    [
        "Perrin Hartnell will marry on Saturday.",
        f"{_NAMES} were going to marry on Saturday.",
        f"{_NAMES} sang. Tom Roe and his wife, Ann Doe, danced.",
        f"{_NAMES} married.",
        f"In 2014 {_NAMES} married three weeks after they met.",
        f"{_NAMES} sang. In another town, where nobody had ever heard of any of their songs, a man "
        "who liked the sea and the smell of tar came home from it one day late in autumn. He will "
        "marry on Saturday.",
    ],
)
def test_plans_of_others_and_old_weddings_say_nothing(text: str) -> None:
    assert not list(nuptial_evidence(pile_of(text, *WED)))
