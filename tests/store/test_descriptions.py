"""Descriptions of those without a name."""

import pytest

from reportedly.store.descriptions import find_description, without_article


@pytest.mark.parametrize(
    ("words", "description"),
    [
        ("a clerk of the court,", "a clerk of the court"),
        ("“sources  close to\nthe hall”", "sources close to the hall"),
        ("who", None),
        ("She", None),
        ("", None),
    ],
)
def test_marks_go_and_words_that_say_nothing_are_none(words: str, description: str | None) -> None:
    """What is left can stand in a list."""
    assert find_description(words) == description


@pytest.mark.parametrize(
    ("description", "left"),
    [
        ("the insider", "insider"),
        ("One guest", "guest"),
        ("one of the guests", "one of the guests"),
        ("anchorman", "anchorman"),
        ("the", "the"),
    ],
)
def test_articles_go(description: str, left: str) -> None:
    """Those that stand before a description, and nothing of the description itself."""
    assert without_article(description) == left
