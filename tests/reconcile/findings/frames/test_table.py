"""The table of frames, compiled."""

import pytest

from reportedly.reconcile.findings.frames.matter import Matter
from reportedly.reconcile.findings.frames.table import BY_WORD, by_word


def test_every_first_word_is_in_lower_case() -> None:
    """Words of texts are looked up in lower case."""
    assert all(word == word.lower() and word.isalpha() for word in BY_WORD)


def test_a_line_that_cannot_be_read_is_named() -> None:
    """A mistake in the table is found when it is read, not when a text meets it."""
    with pytest.raises(ValueError, match="x sell"):
        by_word((Matter(name="sale", whose="thing", changes="x sell"),))
