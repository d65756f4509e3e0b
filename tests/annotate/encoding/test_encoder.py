"""The encoding: every token in one window, the same in any company, work that grows with length."""

import numpy as np
import pytest

from reportedly.annotate.encoding.encoder import encode
from reportedly.annotate.encoding.model import Encoding
from reportedly.annotate.encoding.tokens import MOST_IN_A_PIECE

STORY = """Council drops the bell, mayor says

The old bell will not return to the tower, Mayor Ottilie Brandvold said on Tuesday.

“We looked at every offer,” she told reporters. “None of them was serious.”
"""


def rows(encoding: Encoding) -> list[list[object]]:
    """What is said of each token, for comparing."""
    columns = encoding.tokens
    return [
        columns.spans.tolist(),
        columns.tag.tolist(),
        columns.head.tolist(),
        columns.dep.tolist(),
        columns.entity.tolist(),
    ]


def test_the_shapes_fit_the_words_and_tokens() -> None:
    encoding = encode(STORY)
    assert encoding.scores.shape == (len(encoding.words), 7)
    assert len(encoding.vectors) == len(encoding.words)
    assert {len(row) for row in rows(encoding)} == {len(encoding.tokens)}


def test_text_before_and_after_changes_nothing() -> None:
    """A text that fills windows of its own has the same rows behind any other text."""
    long = "The bell is old and nobody rings it. " * 60
    alone, behind = encode(long), encode(long + "\n" + long)
    count, words = len(alone.tokens), len(alone.words)
    assert rows(alone)[1] == rows(behind)[1][count:]
    assert np.array_equal(alone.scores[1:], behind.scores[words + 1 :])


def test_blanked_spans_have_neither_words_nor_tokens() -> None:
    menu = "Home News Sport\n"
    encoding = encode(menu + STORY, [(0, len(menu))])
    assert encoding.tokens.spans[0, 0] == encoding.words.spans[0, 0] == len(menu)


def test_heads_stay_in_their_sentence() -> None:
    columns = encode(STORY * 30).tokens
    sentence = np.cumsum(columns.starts_sentence)
    assert np.array_equal(sentence[columns.head], sentence)


def test_sentences_begin_with_lines() -> None:
    columns = encode(STORY).tokens
    new_line = np.flatnonzero(np.diff(columns.line)) + 1
    assert columns.starts_sentence[new_line].all()


@pytest.mark.parametrize(
    "text",
    [
        "",
        " \n\t\r\n",
        "\x00\x01\x1b[0m\x7f",
        "“" * 500,
        "a" * 100_000,
        "\ud800 said \udfff",
        "قال الوزير «لا» 😀 מחר",
        "\u0301 " * 400,
    ],
    ids=["empty", "blank", "control", "marks", "long word", "surrogates", "rtl", "accents"],
)
def test_odd_text_does_not_fail(text: str) -> None:
    """Tokens are exact or absent."""
    spans = encode(text).tokens.spans
    assert (spans[:, 0] < spans[:, 1]).all()
    assert (spans[1:, 0] >= spans[:-1, 1]).all()


def test_signs_do_not_swell_a_window() -> None:
    """A run of signs is one piece for the encoder: few tokens may come out of it."""
    text = " ".join(["🙂" * 40] * 50)
    assert 0 < len(encode(text).tokens) <= 50 * MOST_IN_A_PIECE


def test_work_grows_with_the_length_only() -> None:
    """Eight times the text is about eight times as many windows."""
    assert len(encode(STORY * 80).windows) <= 9 * len(encode(STORY * 10).windows)
