"""`attribute` and `read`: what developers call without a chronicle."""

import datetime
from pathlib import Path
from typing import Any

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


@pytest.mark.parametrize(
    "day", ["2016-05-03", "3 May 2016", datetime.date(2016, 5, 3), datetime.datetime(2016, 5, 3)]
)
def test_a_day_in_words_and_as_an_object(day: Any) -> None:
    """Both are the day on which "on Monday" hangs."""
    said = "“The bridge stays,” Ada Quill told the council on Monday."
    (statement,) = reportedly.attribute(said, published=day)
    assert statement.said_earliest == statement.said_latest == "2016-05-02"


@pytest.mark.parametrize(
    ("given", "message"),
    [
        ({"title": 5}, "title is of type int"),
        ({"outlet": ["Post"]}, "outlet is of type list"),
        ({"published": 20160503}, "published is of type int"),
        ({"threshold": 7}, "threshold is 7"),
        ({"threshold": "7"}, "threshold is '7'"),
    ],
)
def test_what_is_of_no_use_is_named(given: dict[str, Any], message: str) -> None:
    """The name, what was given, and what to give."""
    with pytest.raises(ReportedlyError, match=f"{message}.*; give"):
        reportedly.explain(SAID, **given)


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
