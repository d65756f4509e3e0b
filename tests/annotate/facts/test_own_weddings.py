"""Weddings told of one alone: by "we", and of whom somebody is said to have wed."""

import pytest

from reportedly.api import annotate_document, document_of
from reportedly.model import Fact


def _weddings(text: str) -> list[tuple[str, str]]:
    document = document_of(text, published="2018-06-21")
    facts = annotate_document(document, "facts").of(Fact)
    return sorted((f.subject, f.value) for f in facts if f.attribute == "marriage_date")


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("“We got married in 2009, in the rain,” Carla Dunn said.", "2009"),
        ("“We tied the knot in May 2011 and went home,” Carla Dunn said.", "2011-05"),
        ("Carla Dunn is a singer. She wed the tycoon in 2010 and sings on.", "2010"),
        (
            "Carla Dunn sings. Dunn, 34, who was born in Bexley and wed the tycoon in a lavish "
            "2010 bash, has two children with him.",
            "2010",
        ),
    ],
)
def test_a_wedding_is_told_of_one(text: str, year: str) -> None:
    """Of whoever says "we", and of the subject of the verb."""
    assert _weddings(text) == [("Carla Dunn", year)]


@pytest.mark.parametrize(
    "text",
    [
        "Carla Dunn said that she never wed the tycoon in 2010.",
        "Carla Dunn is a vicar. She married the couple in 2009.",
        "“We met in 2009,” Carla Dunn said.",
        "Carla Dunn would have wed the tycoon in 2010.",
    ],
)
def test_no_wedding_of_the_one_is_told(text: str) -> None:
    """What was not, and the wedding of others."""
    assert _weddings(text) == []


@pytest.mark.parametrize(
    ("between", "told"),
    [
        (", until 2015 the keeper and now the coach, in 2011", True),
        (", the Bexley keeper, in 2011", True),
        (", the keeper, and in 2011 she left", False),
        (", the keeper, but they parted, in 2011", False),
    ],
)
def test_the_day_behind_who_the_other_is(between: str, told: bool) -> None:
    """Between commas stands who Tom Hale is; behind "and" another verb has the year."""
    found = _weddings(f"Carla Dunn sings. Carla Dunn married Tom Hale{between}.")
    assert found == ([("Carla Dunn", "2011"), ("Tom Hale", "2011")] if told else [])
