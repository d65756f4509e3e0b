"""Base forms: by ending, by list, and by ending for words that no list has."""

import pytest

from reportedly.annotate.parse.lemmas import base_form


@pytest.mark.parametrize(
    ("word", "tag", "base"),
    [
        ("said", "VBD", "say"),
        ("says", "VBZ", "say"),
        ("making", "VBG", "make"),
        ("planned", "VBN", "plan"),
        ("visiting", "VBG", "visit"),
        ("hoping", "VBG", "hope"),
        ("tried", "VBD", "try"),
        ("dying", "VBG", "die"),
        ("goes", "VBZ", "go"),
        ("agreed", "VBD", "agree"),
        ("children", "NNS", "child"),
        ("women", "NNS", "woman"),
        ("spokesmen", "NNS", "spokesman"),
        ("families", "NNS", "family"),
        ("wives", "NNS", "wife"),
        ("taxes", "NNS", "tax"),
        ("sources", "NNS", "source"),
        ("largest", "JJS", "large"),
        ("bigger", "JJR", "big"),
        ("lower", "JJR", "low"),
        ("easier", "JJR", "easy"),
        ("say", "VB", "say"),
        ("news", "NN", "news"),
    ],
)
def test_base_form(word: str, tag: str, base: str) -> None:
    assert base_form(word, tag) == base


def test_words_of_no_list_follow_their_ending() -> None:
    assert base_form("greenlighted", "VBD") == "greenlight"
    assert base_form("unfriending", "VBG") == "unfriend"
