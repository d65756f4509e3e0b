"""Words keep exact offsets into the text, and windows cover them once."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly.annotate.encoding.vocabulary import Vocabulary
from reportedly.annotate.encoding.windows import cut_windows
from reportedly.annotate.encoding.words import Words, split_words


@pytest.fixture(scope="module")
def vocabulary() -> Vocabulary:
    """A vocabulary that works as the shipped one does, with letters for pieces."""
    letters = [chr(c) for c in range(33, 127)]
    pieces = ["[UNK]", *letters, *("##" + c for c in letters)]
    return Vocabulary({piece: i for i, piece in enumerate(pieces)})


def forms(text: str, words: Words) -> list[str]:
    return [text[a:b] for a, b in words.spans.tolist()]


def test_words_are_slices_of_the_text(vocabulary: Vocabulary) -> None:
    """Accents, no-break spaces and damaged letters do not shift an offset."""
    text = "Élodie\u00a0Quill\u200b said:\t“No.”"
    words = split_words(text, vocabulary)
    assert forms(text, words) == ["Élodie", "Quill", "said", ":", "“", "No", ".", "”"]


def test_case_survives_lower_casing(vocabulary: Vocabulary) -> None:
    """The pieces are lower case; the first feature tells how the word was printed."""
    words = split_words("the Hague NATO McVey A 12", vocabulary)
    assert words.features[:, 0].tolist() == [1, 2, 3, 4, 5, 0]


def test_the_headline_is_a_short_first_line(vocabulary: Vocabulary) -> None:
    """A first line that ends like a sentence is a paragraph."""
    headline = split_words("Mayor quits\n\nShe left.", vocabulary)
    assert headline.features[:, 2].tolist() == [3, 2, 1, 0, 0]
    sentence = split_words("Mayor quits.\n\nShe left.", vocabulary)
    assert sentence.features[:, 2].tolist() == [1, 0, 0, 1, 0, 0]


def test_long_texts_are_read_in_parts(vocabulary: Vocabulary) -> None:
    """Offsets stay right behind the first part."""
    text = ("word " * 30 + "\n") * 800
    words = split_words(text, vocabulary)
    assert len(words) == 24_000
    assert set(forms(text, words)) == {"word"}


def test_windows_prefer_whole_lines(vocabulary: Vocabulary) -> None:
    """A line that does not fit goes to the next window uncut."""
    words = split_words("aa bb cc\ndd ee ff", vocabulary)
    assert cut_windows(words, max_pieces=8) == [(0, 3), (3, 6)]


def test_a_long_line_is_cut_after_a_sentence(vocabulary: Vocabulary) -> None:
    """The cut falls behind the last full stop in the window's second half."""
    words = split_words("a b c d e. f g h i j k l", vocabulary)
    assert cut_windows(words, max_pieces=8)[0] == (0, 6)


@settings(max_examples=60, deadline=None)
@given(text=st.text(max_size=120), budget=st.integers(3, 20))
def test_windows_cover_all_words_once(vocabulary: Vocabulary, text: str, budget: int) -> None:
    """Any text: windows join without gap or overlap, and spans lie inside the text in order."""
    words = split_words(text, vocabulary)
    windows = cut_windows(words, max_pieces=budget)
    edges = [0, *(edge for window in windows for edge in window), len(words)]
    assert edges == sorted(edges)
    assert all(a == b for a, b in zip(edges[::2], edges[1::2], strict=True))
    assert all(start < end for start, end in windows)
    assert all(0 <= a <= b <= len(text) for a, b in words.spans.tolist())


@pytest.mark.parametrize(
    ("text", "cases"),
    [
        ("LOVEBIRDS Ada Quill and Bo put on a show at last", [2, 2]),
        ("IT WAS NEVER said at the mill that he had gone", [2, 1, 1, 1]),
        ("SHAMED weaver Ada put on a show at the old mill", [2, 1]),
    ],
)
def test_capitals_at_an_opening_are_a_beginning(
    vocabulary: Vocabulary, text: str, cases: list[int]
) -> None:
    """Papers print the first words of a paragraph in capitals: they are read as a sentence is."""
    assert split_words(text, vocabulary).features[: len(cases), 0].tolist() == cases


@pytest.mark.parametrize(
    "text",
    [
        "NATO said on Monday that it would not go",
        "LANTERN — The mill was sold on Monday and nobody knew",
        "MILL SOLD IN SECRET, SAYS OWNER AND TRADER OF OLD",
    ],
)
def test_other_capitals_stay(vocabulary: Vocabulary, text: str) -> None:
    """Names of bodies, datelines and whole lines in capitals."""
    assert split_words(text, vocabulary).features[0, 0] == 3
