"""Groups that are told by examples, and documents whose makers are told in passing."""

import pytest

from reportedly.api import attribute
from reportedly.model import Statement


def _told(text: str, words: str) -> Statement:
    """The statement whose content holds `words`."""
    return next(s for s in attribute(text) if words in s.content_text)


@pytest.mark.parametrize(
    ("group", "named"),
    [
        ("Critics like Ada Quill and Bo Tarn", "Ada Quill & Bo Tarn"),
        ("Several senators, including Ada Quill,", "Ada Quill"),
        ("Charities such as the Marl Harbour Trust", "Marl Harbour Trust"),
        ("Supporters like Ada Quill, who lives in Ostrey,", "Ada Quill"),
        ("Opponents, among them Ada Quill of Ostrey,", "Ada Quill"),
    ],
)
def test_a_group_speaks_through_those_it_is_told_by(group: str, named: str) -> None:
    """The examples are named, with what is said about them left out; the kind stays a crowd."""
    row = _told(f"{group} said that the pier would fall into the sea.", "the pier")
    assert (row.speaker, row.source_kind) == (named, "collective")


@pytest.mark.parametrize(
    "group",
    [
        "People who like Ada Quill",
        "Critics of Ada Quill",
        "Many of her neighbours",
        "Allies of Bo Tarn like Quill's lawyers",
    ],
)
def test_a_group_without_named_examples_has_no_name(group: str) -> None:
    """Whom a group likes, or belongs to, is not who speaks."""
    row = _told(f"{group} said that the pier would fall into the sea.", "the pier")
    assert row.speaker is None


def test_they_are_the_examples_that_the_group_was_told_by() -> None:
    text = (
        "Critics of the plan, like Ada Quill and Bo Tarn, met in Ostrey on Monday. They said that "
        "the pier would fall into the sea."
    )
    assert _told(text, "the pier").speaker == "Ada Quill & Bo Tarn"


def test_the_authors_of_a_report_are_its_makers() -> None:
    """Also where the report speaks before its authors are named, and as "it"."""
    text = (
        "The report says that half of all tenants moved. The authors of the report, which include "
        "the Marl Housing Fund and the Ostrey Institute, asked 900 people. The report says that "
        "rents doubled. It also says that wages fell."
    )
    makers = "Marl Housing Fund & Ostrey Institute"
    for words in ("half of all", "rents doubled", "wages fell"):
        row = _told(text, words)
        assert (row.speaker, row.source_kind) == (makers, "document")


def test_a_bill_named_below_does_not_speak_for_whoever_has_another() -> None:
    """Only a study is what an article is about as a whole."""
    text = (
        "The bill says that piers must be insured. Later a Marl County bill about sheds was read."
    )
    assert _told(text, "piers must").speaker is None


def test_two_documents_joined_have_both_their_makers() -> None:
    text = (
        "According to a complaint filed by the Harbour Authority and a lawsuit by the Marl "
        "Council, the builders took the money."
    )
    assert _told(text, "the builders").speaker == "Harbour Authority & Marl Council"
