"""The parse: offsets into the text as given, and sentences that quotation marks do not break."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly.annotate.parse.text import parse_text
from reportedly.annotate.parse.view import view_of


def sentences(text: str) -> list[str]:
    return [text[s.start : s.end] for s in parse_text(text).sentences]


def test_opening_mark_stays_with_its_sentence() -> None:
    """A paragraph's first quotation mark is no sentence of its own, in any style of marks."""
    text = "“We will stay,” said Ada Quill.\n\n''It rains,'' he said.\n\"Go,\" she said."
    assert sentences(text) == text.split("\n\n", 1)[:1] + text.split("\n\n", 1)[1].split("\n")


def test_closing_mark_stays_with_the_sentence_before() -> None:
    text = "“We will stay. It rains.” Then they left."
    assert sentences(text)[-1] == "Then they left."
    assert all(not s.startswith("”") for s in sentences(text))


def test_no_sentence_crosses_a_line() -> None:
    text = "Council votes to close pool\nAda Quill objects\n\nThe pool closes on Monday."
    parse = parse_text(text)
    assert [s.paragraph for s in parse.sentences] == [0, 1, 3]


def test_blanked_spans_give_no_tokens() -> None:
    text = "Ada spoke.\nShare this page\nBo agreed."
    start = text.index("Share")
    words = [t.text for t in parse_text(text, [(start, start + 15)]).tokens]
    assert "Share" not in words
    assert "Bo" in words


@pytest.mark.parametrize(
    "text", ["", " \n ", "x" * 5_000, "\u200b\u200b", "12 34", "\x00\x01 a", "🙂 🙂 she said"]
)
def test_odd_texts_do_not_crash(text: str) -> None:
    for token in parse_text(text).tokens:
        assert text[token.start : token.end] == token.text


@settings(max_examples=25, deadline=None)
@given(st.text(alphabet="ab “”\"'’,.\n\u00a0é🙂", max_size=60))
def test_tokens_are_the_words_of_the_text(text: str) -> None:
    """Every token stands where it says, in order; the view has the text's length."""
    parse = parse_text(text)
    assert len(view_of(text)) == len(text)
    ends = [0]
    for token in parse.tokens:
        assert text[token.start : token.end] == token.text
        assert token.start >= ends[-1]
        ends.append(token.end)
