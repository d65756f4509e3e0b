"""Tokens: the splits that the parse was trained on, at the places where they stand."""

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly.annotate.parse.exceptions import exceptions
from reportedly.annotate.parse.tokenizer import find_tokens, split_word
from reportedly.annotate.parse.view import WORD_CHARS, view_of

#: Sentences with everything that is split or kept against the general rule.
TEXTS = (
    "Mr. Varga didn't say \"no\" (he couldn't've); it's 5pm, or 7 p.m.?",
    "Sen. Ada Quill (D-Mo.) and Gov. Lee (R-Wis.), both from St. Orrin, N.Y., can't agree.",
    "''We cannot,'' she said. \"It's the mill-owners' plan-a.\"",
    "They paid $5M -- or US$3,000.50 -- for 10km of pipe, 20% more...and 3-4 times as much.",
    "See www.example.org/a?b=c, mail ada.quill@example.org or call 555-0199!",
    "Its gonna rain, lets go; dont, wont, Im, theyre, Ill, well, shed.",
    "The U.S.-led team met at 1am/2am on the 4th; and/or w/o :-) C++ {x} <y> #tag @name a_b",
    "He's 6'2\" and she's 5'; rock'n'roll, '90s, O'Hara's, 1980s, B.C.E.",
)


@pytest.fixture(scope="module")
def reference() -> spacy.language.Language:
    return spacy.blank("en")


def tokens(view: str) -> list[str]:
    return [view[start:end] for start, end in find_tokens(view).tolist()]


@pytest.mark.parametrize("text", TEXTS)
def test_tokens_are_those_of_the_teacher(text: str, reference: spacy.language.Language) -> None:
    """The trained heads read the teacher's tokens: others would be read wrongly."""
    assert tokens(text) == [token.text for token in reference(text) if not token.is_space]


def test_exceptions_are_those_of_the_teacher(reference: spacy.language.Language) -> None:
    """No exception of ours splits a word otherwise than the teacher does."""
    for word in exceptions():
        assert tokens(word) == [token.text for token in reference(word)], word


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet="abZ.,'\"$%-:()59 \n/@", max_size=40))
def test_nothing_is_lost(text: str) -> None:
    """The tokens are the text without its white space, in order and apart."""
    view = view_of(text)
    assert "".join(tokens(view)) == "".join(view.split())


def test_lengths_add_up() -> None:
    for word in ("(D-Mo.)", "''''", "a-b-c", "...", "x" * WORD_CHARS):
        assert sum(split_word(word)) == len(word)
