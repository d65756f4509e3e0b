"""`attribute` and `read`: what developers call without a chronicle."""

from pathlib import Path

import pytest

import reportedly
from reportedly.errors import ReportedlyError
from reportedly.model import Reject

SAID = "“The bridge stays,” Ada Quill told the council."


def test_attribute_gives_exact_words() -> None:
    """Spans are offsets into the text that was given."""
    (statement,) = reportedly.attribute(SAID, published="2019-06-03")
    assert (statement.speaker, statement.mode) == ("Ada Quill", "direct")
    assert "".join(SAID[slice(*span)] for span in statement.content) == statement.content_text


@pytest.mark.parametrize("text", ["", " \n", "\x00", "😀" * 50, "“" * 50, "x" * 20_000])
def test_texts_without_a_statement(text: str) -> None:
    """No answer is an answer."""
    assert reportedly.attribute(text) == []


@pytest.mark.parametrize("day", ["garbage", "", "0000-00-00", "2019-02-30", "99999-01-01"])
def test_a_day_that_is_none(day: str) -> None:
    """Counts as unknown."""
    assert len(reportedly.attribute(SAID, published=day)) == 1


def test_halves_of_characters_keep_the_offsets() -> None:
    """No file can hold them; each becomes one other character."""
    (statement,) = reportedly.attribute("\ud83d" + SAID)
    assert statement.content == ((1, 20),)


def test_what_is_no_text_is_named() -> None:
    """The message says what was given."""
    with pytest.raises(ReportedlyError, match="NoneType"):
        reportedly.attribute(None)  # type: ignore[arg-type]


def test_read_gives_articles_and_rejects(tmp_path: Path) -> None:
    """One for each, nothing raised."""
    (tmp_path / "a.txt").write_text(SAID)
    (tmp_path / "b.txt").write_bytes(b"\x89PNG\r\n\x1a\n")
    read, refused = reportedly.read(tmp_path)
    assert not isinstance(read, Reject) and read.article.text == SAID
    assert isinstance(refused, Reject) and refused.reason == "binary"
