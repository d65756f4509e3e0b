"""Retellings of quotations in other words."""

import pytest

from reportedly.model import Mode, Statement
from reportedly.reconcile.utterances.retold import retells
from reportedly.reconcile.utterances.wording import Said, said


def _said(text: str, mode: Mode) -> Said:
    statement = Statement(
        statement_id=text,
        article_id="a",
        content=((0, len(text)),),
        content_text=text,
        mode=mode,
        polarity="asserts",
        confidence=0.9,
        reason="",
    )
    return said(statement, text)


QUOTED = "“We lost the north. My ferry line will carry passengers free of charge all winter.”"


@pytest.mark.parametrize(
    ("retold", "expected"),
    [
        ("that her ferry line would carry passengers free of charge", True),
        ("that her ferry line would not carry passengers free of charge", False),
        ("that the ferry terminal needs a new roof", False),
        ("the passengers", False),
    ],
)
def test_a_sentence_of_the_quotation_is_retold(retold: str, expected: bool) -> None:
    """Other persons and tenses are no obstacle; a negation, other news and a mere name are."""
    pair = _said(QUOTED, "direct"), _said(retold, "indirect")
    assert retells(*pair, {}) is expected
    assert retells(*reversed(pair), {}) is expected


def test_two_of_a_kind_retell_nothing() -> None:
    """Two quotations, or two retellings, are compared elsewhere and more strictly."""
    assert not retells(_said(QUOTED, "direct"), _said(QUOTED, "direct"), {})
    retold = "that her ferry line would carry passengers free of charge"
    assert not retells(_said(retold, "indirect"), _said(retold, "indirect"), {})
