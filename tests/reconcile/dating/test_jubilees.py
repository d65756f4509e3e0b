"""Wedding anniversaries told "on Friday" or "next month" date an article that names the couple."""

import pytest

from reportedly.reconcile.dating.jubilees import jubilee_evidence
from tests.reconcile.dating.lives import days_of, pile_of

#: 12 July 2019 was a Friday.
WED = tuple((name, "marriage_date", "2009-07-12") for name in ("Perrin Hartnell", "Sabra Quill"))
_NAMES = "Perrin Hartnell and Sabra Quill"


@pytest.mark.parametrize(
    ("told", "days"),
    [
        ("marked their tenth anniversary on Friday", ("2019-07-05", "2019-07-26")),
        ("celebrated their 10th wedding anniversary last week", ("2019-07-06", "2019-08-01")),
        ("will celebrate ten years of marriage next month", ("2019-05-05", "2019-07-18")),
        ("are celebrating their tin wedding", ("2019-06-28", "2019-08-12")),
        ("toasted their tenth anniversary", ("2019-06-28", "2019-08-12")),
    ],
)
def test_an_anniversary_dates_an_article(told: str, days: tuple[str, str]) -> None:
    dated = pile_of(f"{_NAMES} {told}.", *WED)
    assert days_of(jubilee_evidence(dated)) == [days]


@pytest.mark.parametrize(
    "text",
    [
        "Perrin Hartnell marked his tenth anniversary as a singer on Friday, said Sabra Quill.",
        "Perrin Hartnell and his wife marked their tenth anniversary on Friday.",
        f"{_NAMES} would have marked their tenth anniversary on Friday.",
        f"In 2019 {_NAMES} marked their tenth anniversary in July.",
        f"{_NAMES} talked of their tenth anniversary.",
    ],
)
def test_other_anniversaries_and_other_couples_say_nothing(text: str) -> None:
    assert not list(jubilee_evidence(pile_of(text, *WED)))


@pytest.mark.parametrize(
    ("text", "days"),
    [
        # The year is that of the wedding.
        (f"{_NAMES} celebrate ten years of marriage on Friday: they wed on 12 July 2009.",
         ("2019-06-28", "2019-07-26")),
        # Their last names, where no pair is named in full.
        ("Hartnell and Ms Quill marked their tenth anniversary on Friday.",
         ("2019-07-05", "2019-07-26")),
        (f"{_NAMES}, who will have been married for ten years in July, moved.",
         ("2019-01-03", "2019-07-19")),
    ],
)  # fmt: skip
def test_years_of_marriage_to_a_day_date_an_article(text: str, days: tuple[str, str]) -> None:
    assert days_of(jubilee_evidence(pile_of(text, *WED))) == [days]


def test_one_last_name_is_no_pair() -> None:
    """Two of one name can be brother and sister."""
    same = tuple((name, "marriage_date", "2009-07-12") for name in ("Ann Doe", "Tom Doe"))
    told = "Doe marked their tenth anniversary on Friday."
    assert not list(jubilee_evidence(pile_of(told, *same)))
