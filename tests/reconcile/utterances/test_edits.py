"""Edits name the words that changed, and how."""

import pytest

from reportedly.model import Edit, Statement
from reportedly.reconcile.utterances.edits import as_edit, changes
from reportedly.reconcile.utterances.wording import Said, said


def said_of(words: str, mode: str = "direct") -> Said:
    statement = Statement(
        statement_id=words, article_id="a", content=((0, len(words)),), content_text=words,
        mode=mode, confidence=1.0, reason="test",  # type: ignore[arg-type]
    )  # fmt: skip
    return said(statement, words)


def edits(earlier: str, later: str) -> list[Edit]:
    return [as_edit(change) for change in changes(said_of(earlier), said_of(later))]


@pytest.mark.parametrize(
    ("earlier", "later", "expected"),
    [
        ("We dont want the bell back", "We don’t want the bell back", []),
        ("They want the bell back", "[T]hey want the bell back", []),
        ("We cannot pay for lamps", "We can not pay for lamps", []),
        (
            "We will not ring the bell today",
            "We will ring the bell today",
            [Edit("drop", "not", "")],
        ),
        ("We ring the old bell", "We ring the new bell", [Edit("replace", "old", "new")]),
        (
            "We ring it at noon on Friday",
            "We ring [the bell] at noon on Friday",
            [Edit("bracket", "it", "the bell")],
        ),
        (
            "We ring it at noon, rain or shine, and we sing",
            "We ring it at noon … and we sing",
            [Edit("elide", "rain or shine", "")],
        ),
        (
            "On Friday we shall ring the great bell again",
            "We shall ring the great bell again on Friday",
            [Edit("move", "On Friday", "on Friday")],
        ),
        (
            "We ring the bell at noon and then we sing in the square",
            "We ring the bell at noon",
            [Edit("drop", "and then we sing in the square", "")],
        ),
    ],
)
def test_edits(earlier: str, later: str, expected: list[Edit]) -> None:
    """What a careful reader would mark, and nothing where only the writing differs."""
    assert edits(earlier, later) == expected


def test_mixed_statement_is_compared_by_its_quoted_words() -> None:
    """Words outside the marks belong to the reporter."""
    one = said_of("that the mayor “would rather swim to Skell than pay” for it", "mixed")
    assert one.keys == ("would", "rather", "swim", "to", "skell", "than", "pay")
    assert one.quoted


def test_words_repeated_from_another_are_not_the_speakers_own() -> None:
    """A quotation within the quotation is left out when enough remains."""
    one = said_of("I never liked it when she said, ‘the lamps are mine’, in front of everybody")
    assert "lamps" not in one.keys
    assert "everybody" in one.keys
