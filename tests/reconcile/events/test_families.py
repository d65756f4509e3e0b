"""Families of verbs: one name for the words of one kind of event."""

import pytest

from reportedly.content_words import stem
from reportedly.reconcile.events.families import ONCE, family, words_of_families


@pytest.mark.parametrize(
    "verb", ["die", "kill", "marry", "wed", "divorce", "split", "close", "shut"]
)
def test_what_happens_once_is_known_by_any_word_of_its_family(verb: str) -> None:
    """Also where the name of the family is no stem."""
    assert family(verb) in ONCE


@pytest.mark.parametrize("verb", ["say", "visit", "meet", "win"])
def test_what_happens_often_is_not(verb: str) -> None:
    """Nobody visits once."""
    assert family(verb) not in ONCE


def test_all_words_of_a_family() -> None:
    """As stems, with the family's own name."""
    assert {stem("shut"), stem("closed"), "close"} <= words_of_families(["close"])
