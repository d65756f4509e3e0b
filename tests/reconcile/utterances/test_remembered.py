"""Sentences of one story that are remembered, retold and read out, with few words in common."""

import pytest

from reportedly.model import Mode, SourceKind, Statement
from reportedly.reconcile.utterances.alignment import align
from reportedly.reconcile.utterances.remembered import share_a_sentence
from reportedly.reconcile.utterances.wording import Said, said


def _said(text: str, mode: Mode, speaker: str | None = None, kind: SourceKind = "person") -> Said:
    statement = Statement(
        statement_id=text, article_id="a", content=((0, len(text)),), content_text=text,
        mode=mode, speaker=speaker, source_kind=kind, confidence=0.9, reason="",
    )  # fmt: skip
    return said(statement, text)


@pytest.mark.parametrize(
    ("one", "other", "together"),
    [
        (
            _said("“We are not closing the ferry to the north bank.”", "direct", "Una Vale"),
            _said("that she was not closing the ferry to the north bank", "indirect"),
            True,
        ),
        (
            _said("“I would not trade this river for a harbour.”", "direct", "Una Vale"),
            _said("“I’d never trade my river, not even for a harbour,”", "direct"),
            True,
        ),
        (
            _said("“They will never sing.”", "direct", kind="anonymous"),
            _said("“They will never sing.”", "direct", kind="anonymous"),
            True,
        ),
        (
            _said("“They will sing again.”", "direct", kind="anonymous"),
            _said("“They will never sing.”", "direct", kind="anonymous"),
            False,
        ),
        (
            _said("a tax on boats entering the old harbour", "indirect"),
            _said("a tax on boats entering the old harbour", "indirect"),
            False,
        ),
        (
            _said("“I would trade this river for a harbour.”", "direct", "Una Vale"),
            _said("“I’d never trade my river, not even for a harbour,”", "direct"),
            False,
        ),
    ],
)
def test_sentences(one: Said, other: Said, together: bool) -> None:
    """The same sentence joins whoever retells it; another sense or a mere phrase does not."""
    assert share_a_sentence(one, other, {}) is together


def test_what_announces_the_words_is_no_part_of_them() -> None:
    """Neither "a better thing: that" nor "I told them then that" was said by the speaker."""
    for introduction in ("a better thing: that", "I told the Herald once that"):
        found = _said(f"{introduction} the ferry will never be sold", "indirect")
        assert found.pieces == (("the", "ferry", "will", "never", "be", "sold"),)


def test_words_that_recur_do_not_scatter_a_sentence() -> None:
    """What stands in one piece is found in one piece, though its words also stand before."""
    long = "i would not trade the river for a boat and i would not trade this boat for the river"
    short = "i would not trade this boat for the river"
    found = align(long.split(), short.split())
    assert (found.matched, found.missed, found.density) == (9, 0, 1.0)
