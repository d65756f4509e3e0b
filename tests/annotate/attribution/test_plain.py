"""Which statements inside others become rows: those that somebody in them plainly made."""

from collections.abc import Callable

import pytest

from reportedly.model import Attribution
from reportedly.offsets import words_of

Attribute = Callable[..., tuple[Attribution, ...]]


def inner(attribute: Attribute, text: str) -> list[tuple[str, str]]:
    """Source and content of the rows inside others, in words."""
    rows = [row for row in attribute(text) if row.parent is not None]
    return [(words_of(text, row.source), words_of(text, row.content)) for row in rows]


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        (
            "“My aunt said the bakery would close in May,” Tilda Wren told the paper.",
            "My aunt",
            "the bakery would close in May",
        ),
        (
            "Oskar Lind said that the mayor had promised to mend the bridge.",
            "the mayor",
            "to mend the bridge",
        ),
        (
            "Mara Voss said that the foreman had told her brother to leave the site at once.",
            "the foreman",
            "to leave the site at once",
        ),
        (
            "“The porter said, ‘Nobody is at home,’ and shut the gate,” Tilda Wren recalled.",
            "The porter",
            "‘Nobody is at home,’",
        ),
        (
            "Oskar Lind said that the harbour master had told her to wait.",
            "the harbour master",
            "to wait",
        ),
        (
            "Oskar Lind said that the sponsors had called off the race.",
            "",
            "",
        ),
    ],
    ids=["clause", "infinitive", "told to", "quotation", "two words", "no statement"],
)
def test_what_somebody_said_is_a_row(
    attribute: Attribute, text: str, source: str, content: str
) -> None:
    """A verb of saying with its subject gives a row inside; whoever was told is no part of it."""
    assert inner(attribute, text) == ([(source, content)] if source else [])


@pytest.mark.parametrize(
    "text",
    [
        "“He refused to open the safe, and the clerk believed that it was empty,” Mara Voss said.",
        "“If he says that the dam will hold, nobody will stay,” Oskar Lind said.",
        "“She can say that the dam will hold,” Oskar Lind said.",
        "“Anybody who complains about the smell is free to move,” Mara Voss said.",
        "Tilda Wren said that he had been asked to leave the hall.",
        "“It feels like, ‘Well, we can do that tomorrow,’” Oskar Lind said.",
        "“We never liked the term ‘village outreach,’” Mara Voss said.",
        "“I am not as rich as he says he is,” Tilda Wren said.",
        "“He called all the neighbours after dark,” Tilda Wren said.",
    ],
    ids=[
        "refusing and believing",
        "condition",
        "possibility",
        "anybody",
        "told, not telling",
        "feeling",
        "a word as a word",
        "fragment",
        "telephone",
    ],
)
def test_what_nobody_said_is_no_row(attribute: Attribute, text: str) -> None:
    """Deeds, thoughts and what might be said stay part of what their speaker tells."""
    assert inner(attribute, text) == []


def test_no_row_inside_is_surer_than_such_rows_are_right(attribute: Attribute) -> None:
    """Nobody annotated statements inside others: their confidence ends at nine tenths."""
    rows = attribute("“My aunt said the bakery would close in May,” Tilda Wren told the paper.")
    assert max(row.confidence for row in rows if row.parent is not None) <= 0.9


def test_a_phrase_in_a_quotation_reaches_no_further(attribute: Attribute) -> None:
    """`She goes, ‘…’` inside a quotation has the words in the inner marks, and no others."""
    text = "“And she goes, ‘The lift is broken,’ so we walked,” Mara Voss told the inquiry."
    assert ("she", "‘The lift is broken,’") in inner(attribute, text)
