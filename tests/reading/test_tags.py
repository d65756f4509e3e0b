"""HTML in what is given as text."""

import json
import time
from pathlib import Path

import pytest

from reportedly import attribute, read
from reportedly.reading.article import ReadResult
from reportedly.reading.tags import is_markup, without_tags

MARKED = [
    '<p>“The hall stays open,” <a href="https://x.example/ada" class="who">Ada Quill</a> said.</p>',
    '<p class="lead">Ada Quill said: &ldquo;The hall stays open.&rdquo;</p>\n<p>More.</p>',
    "<div><p>Ada Quill, the warden, told <em>the Post</em>: &quot;We stay.&quot;</p></div>",
    "“We stay,”<br>Ada Quill said.<br />“We never go.”",
    "<p>The roof leaks.</p><p>“We stay.” — Ada Quill</p>",
]


@pytest.mark.parametrize("text", MARKED)
def test_tags_are_no_words(text: str) -> None:
    """The speaker is whom the text names; spans point into the text as it was given."""
    assert is_markup(text)
    assert len(without_tags(text)) == len(text)
    (statement,) = attribute(text)
    assert statement.speaker == "Ada Quill"
    assert statement.mode == "direct"
    assert "<" not in statement.content_text
    assert "stay" in text[slice(*statement.content[0])]


@pytest.mark.parametrize(
    "text",
    [
        "If a < b and c > d, said Ada Quill, nothing follows.",
        "Write to <ada@quill.example>, she said, or to R&D at AT&amp;T.",
        "She <laughs> and said no.",
        "",
    ],
)
def test_plain_text_is_left_alone(text: str) -> None:
    assert not is_markup(text)
    assert without_tags(text) == text


def test_one_tag_makes_no_page() -> None:
    """Text that speaks of a tag, or sets a title in italics, keeps its lines."""
    assert not is_markup("In <i>The Salt</i> she writes of <br> and of the tag <p>.")


@pytest.mark.parametrize("key", ["text", "content"])
def test_paragraphs_of_html_in_rows(tmp_path: Path, key: str) -> None:
    """What content systems export under `content`: words and paragraphs, no tags."""
    rows = tmp_path / "rows.jsonl"
    rows.write_text(
        json.dumps({"title": "The hall", key: "".join([*MARKED[:2], "<p>&amp; so</p>"])})
    )
    (found,) = read(rows)
    assert isinstance(found, ReadResult)
    assert found.article.title == "The hall"
    assert found.article.text == (
        "“The hall stays open,” Ada Quill said.\n\nAda Quill said: “The hall stays open.”\n\n"
        "More.\n\n& so"
    )


@pytest.mark.parametrize(
    "piece", ["<p ", "<br", "<!--", "</p", '<a href="', "<a b", "&", "<a b=c "]
)
def test_odd_text_costs_little(piece: str) -> None:
    """Beginnings of tags without end, a hundred thousand of them."""
    text = piece * 100_000
    began = time.process_time()
    is_markup(text)
    without_tags(text)
    assert time.process_time() - began < 2
