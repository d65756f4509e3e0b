"""Shares of people, plans called programmes, handles, and those to whom something is said."""

import pytest

from reportedly.api import attribute
from reportedly.model import Statement


def _told(text: str, words: str) -> Statement:
    return next(s for s in attribute(text) if words in s.content_text)


@pytest.mark.parametrize(
    "who", ["Forty percent", "Two thirds of the tenants", "About a quarter", "Seven in ten"]
)
def test_a_share_of_people_is_a_crowd(who: str) -> None:
    row = _told(f"{who} said that the pier should stay.", "the pier")
    assert (row.speaker, row.source_kind) == (None, "collective")


def test_a_panel_speaks_for_its_court() -> None:
    row = _told(
        "A three-judge panel of the Marl Harbour Court ruled that the pier must close.", "the pier"
    )
    assert (row.speaker, row.source_kind) == ("Marl Harbour Court", "organisation")


def test_a_member_does_not_speak_for_the_committee() -> None:
    row = _told("A member of the Marl Harbour Court said that the pier must close.", "the pier")
    assert row.speaker is None


def test_a_handle_is_a_name() -> None:
    row = _told("One user, @quill_of_marl, wrote that the pier was closed.", "the pier")
    assert (row.speaker, row.source_kind) == ("@quill_of_marl", "person")


@pytest.mark.parametrize(
    ("sentence", "words", "hearer"),
    [
        (
            "Ada Quill gave a warning to Bo Tarn that the pier would close.",
            "the pier",
            "Bo Tarn",
        ),
        (
            "At a breakfast with the Marl delegation, Ada Quill said that the pier would close.",
            "the pier",
            "Marl delegation",
        ),
        (
            "Ada Quill tried to convince Bo Tarn that the pier should close.",
            "the pier",
            "Bo Tarn",
        ),
    ],
)
def test_whom_something_is_said_to(sentence: str, words: str, hearer: str) -> None:
    """Given words have a receiver, a meal has company, and one tries to convince somebody."""
    addressees = [s.addressee for s in attribute(sentence) if words in s.content_text]
    assert hearer in [(a or "").removeprefix("the ") for a in addressees]


def test_one_person_with_two_posts_is_one_person() -> None:
    row = _told("Former governor and party chairman Bo Tarn said that it was late.", "it was late")
    assert (row.speaker, row.source_kind) == ("Bo Tarn", "person")


def test_what_is_said_again_and_again_has_no_one_occasion() -> None:
    """The interview is where it was said last; the rest of the article was not said there."""
    text = (
        "Ada Quill wants the pier to stay. Quill keeps insisting, most recently in an interview "
        "with Radio Marl, that it can be mended. Quill said that the wood was sound."
    )
    assert _told(text, "the wood").channel is None


def test_who_is_described_first_and_named_at_the_end() -> None:
    text = (
        "John Moss smiled. The most powerful leader of Marl's angry ferrymen, Bo Tarn, said that "
        "the pier was theirs."
    )
    assert _told(text, "the pier").speaker == "Bo Tarn"


def test_posts_of_several_words_are_one_person_too() -> None:
    row = _told("Filmmaker and best-selling author Bo Tarn said that it was late.", "it was late")
    assert row.speaker == "Bo Tarn"


def test_who_speaks_at_the_end_of_a_headline_is_not_told() -> None:
    row = _told("Ticket prices to rise again, warns minister\n\nThe news came late.", "to rise")
    assert (row.addressee, row.source_kind) == (None, "person")
