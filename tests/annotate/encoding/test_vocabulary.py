"""The vocabulary: words and pieces are those of the library that the encoder was trained with."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tokenizers import Tokenizer

from reportedly.annotate.encoding.fingerprint import FOLDER
from reportedly.annotate.encoding.vocabulary import Vocabulary, find_words
from reportedly.annotate.encoding.weights import shipped_encoder

Piece = tuple[int, tuple[int, int]]


@pytest.fixture(scope="module")
def reference() -> Tokenizer:
    tokenizer = Tokenizer.from_file(str(FOLDER.joinpath("tokenizer.json")))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    return tokenizer


@pytest.fixture(scope="module")
def vocabulary() -> Vocabulary:
    return shipped_encoder().vocabulary


def pieces(text: str, vocabulary: Vocabulary) -> list[Piece]:
    """Number and offsets of each piece."""
    found: list[Piece] = []
    for start, end in find_words(text).tolist():
        of_word = vocabulary.pieces_of(text[start:end])
        places = ((start + a, start + b) for a, b in of_word.spans)
        found += zip(of_word.numbers, places, strict=True)
    return found


@settings(max_examples=150, deadline=None)
@given(st.text(alphabet="abz AÉéßİﬁñ\u0301한中🙂\u200b\u00a0\ufffd\n\t.,“”’'…-$_€", max_size=40))
def test_pieces_are_those_of_the_library(
    reference: Tokenizer, vocabulary: Vocabulary, text: str
) -> None:
    """Accents, joined letters, zero-width characters and Han included."""
    encoding = reference.encode(text, add_special_tokens=False)
    assert pieces(text, vocabulary) == list(zip(encoding.ids, encoding.offsets, strict=True))


@pytest.mark.parametrize("text", ["", "   ", "unaffiliated", "x" * 101, "İstanbul’s 3.5m-strong"])
def test_plain_and_odd_words(reference: Tokenizer, vocabulary: Vocabulary, text: str) -> None:
    encoding = reference.encode(text, add_special_tokens=False)
    assert pieces(text, vocabulary) == list(zip(encoding.ids, encoding.offsets, strict=True))


def test_half_a_character_is_not_seen(vocabulary: Vocabulary) -> None:
    assert [span for _, span in pieces("\ud800 no", vocabulary)] == [(2, 4)]
