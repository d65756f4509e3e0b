"""To whom and when something was said, as far as articles tell."""

import pytest

from reportedly.model import Statement
from reportedly.reconcile.utterances.setting import (
    are_said_apart,
    are_told_alike,
    are_told_at_once,
)


def told(said: str | None, addressee: str | None = "her miners", speaker: str = "Ada") -> Statement:
    """A statement of that day, month or year."""
    return Statement(
        statement_id="s", article_id="a", content=((0, 4),), content_text="Stay", mode="direct",
        speaker=speaker, addressee=addressee, said_earliest=said, said_latest=said,
        confidence=0.9, reason="",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("one", "other", "apart", "at_once"),
    [
        ("2016-05-11", "2016-05", False, True),
        ("2016-05", "2016-05-11", False, True),
        ("2016-05-11", "2016-06", True, False),
        ("2016-05-11", "2016-05-12", True, False),
        ("2016-05-11", "2016", False, False),
        ("2016-05-11", None, False, False),
    ],
)
def test_a_month_holds_its_days(one: str, other: str | None, apart: bool, at_once: bool) -> None:
    """A day lies in its month; a year says too little of when; nothing tells nothing."""
    pair = told(one), told(other)
    assert are_said_apart(*pair) is apart
    assert are_told_at_once(*pair) is at_once


def test_one_speaker_one_addressee() -> None:
    """Both must be told of, and be the same."""
    assert are_told_alike(told(None), told("2016"))
    assert not are_told_alike(told(None), told(None, addressee="the council"))
    assert not are_told_alike(told(None), told(None, speaker="Bo"))
    assert not are_told_alike(told(None, addressee=None), told(None, addressee=None))
