"""The view: same length, plain marks, nothing in it that is to be left alone."""

from hypothesis import given
from hypothesis import strategies as st

from reportedly.annotate.parse.view import WORD_CHARS, blank, view_of


@given(st.text(max_size=80))
def test_length_and_line_breaks_stay(text: str) -> None:
    """A place in the view is the same place in the text."""
    view = view_of(text)
    assert len(view) == len(text)
    assert [i for i, c in enumerate(view) if c == "\n"] == [
        i for i, c in enumerate(text) if c == "\n"
    ]


def test_marks_are_plain() -> None:
    assert view_of("“It’s«x»”\u00a0—\u200bno") == '"It\'s"x"" - no'


def test_blanked_spans_keep_their_breaks() -> None:
    assert blank("ab\ncd\nef", [(1, 5), (3, 4)]) == "a \n  \nef"


def test_a_word_without_end_is_blank() -> None:
    """What is longer than a line of print is none, however it is spelt; its neighbours stay."""
    view = view_of(f"a {'x-' * WORD_CHARS} b {'y' * WORD_CHARS}")
    assert view.split() == ["a", "b", "y" * WORD_CHARS]
