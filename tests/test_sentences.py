"""Where sentences end, by their marks."""

import pytest

from reportedly.sentences import REACH_CHARS, sentence_around


@pytest.mark.parametrize(
    ("text", "words", "sentence"),
    [
        ("He left. She stayed on Monday. Nobody asked.", "Monday", "She stayed on Monday"),
        ("On Monday, Mr. Doe will speak. He left.", "Monday", "On Monday, Mr. Doe will speak"),
        ("Gen. Ann B. Roe left in May.\nNobody asked.", "May", "Gen. Ann B. Roe left in May"),
        ("“It is May.” “So it is,” he said.", "“So it", "“So it is,” he said."),
        ("He left. Monday was quiet. Nobody asked.", "Monday", "Monday was quiet"),
        ("He left. She stayed. Nobody asked.", "She stayed.", "She stayed"),
        ("Mill shut\nIt closed in May", "May", "It closed in May"),
    ],
)
def test_the_sentence_around_words(text: str, words: str, sentence: str) -> None:
    """Titles and initials end none; the end of a line does, and a mark before what closes it."""
    at = text.index(words)
    start, end = sentence_around(text, (at, at + len(words)))
    assert text[start:end] == sentence


def test_a_sentence_without_end_is_cut() -> None:
    """At most so far to either side."""
    text = "x " * 1000
    assert sentence_around(text, (1000, 1001)) == (1000 - REACH_CHARS, 1001 + REACH_CHARS)
