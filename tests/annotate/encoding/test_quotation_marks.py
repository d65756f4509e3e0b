"""Every character knows whether it stands in a quotation, whatever marks the newspaper prints."""

import pytest

from reportedly.annotate.encoding.quotation_marks import QuoteState, quote_states


def quoted(text: str) -> str:
    """The characters of `text` that stand inside a quotation."""
    states = quote_states(text)
    inside = (QuoteState.INSIDE, QuoteState.INSIDE_SINGLE)
    return "".join(c for c, s in zip(text, states, strict=True) if s in inside)


@pytest.mark.parametrize(
    "text",
    [
        "She said “we won” again.",
        'She said "we won" again.',
        "She said ''we won'' again.",
        "She said ``we won'' again.",
        "She said «we won» again.",
        "She said „we won“ again.",
        "She said ‘we won’ again.",
        "She said 'we won' again.",
    ],
)
def test_every_style_of_marks_encloses_the_same_words(text: str) -> None:
    """The style of the marks must not change what is quoted."""
    assert quoted(text) == "we won"


def test_apostrophes_open_and_close_nothing() -> None:
    """A possessive, a contraction and a clipped decade are no quotation."""
    assert quoted("The mayor's aide didn’t recall the '90s or the voters’ wish.") == ""


def test_inches_are_no_quotation() -> None:
    """A double mark after a digit opens nothing."""
    text = 'The 9" pipe burst, said Orla Venn.'
    assert quoted(text) == ""
    assert quote_states(text)[text.index('"')] == QuoteState.STRAY


def test_an_open_quotation_ends_with_its_line() -> None:
    """Quotations of several paragraphs close only the last; the next paragraph starts afresh."""
    assert quoted("“One goes on\nPlain words.") == "One goes on\n"


def test_a_quotation_inside_a_quotation_belongs_to_both() -> None:
    """Single marks inside double ones do not end the outer quotation."""
    text = "“He called it ‘a farce’ twice,” she said."
    states = quote_states(text)
    assert states[text.index("twice")] == QuoteState.INSIDE
    assert states[text.index("she")] == QuoteState.OUTSIDE


def test_one_state_a_character() -> None:
    """The states are as long as the text, also with line ends of every kind."""
    for text in ("", "\n", "a\r\nb\x0bc\u2028d", "''", '"', "“" * 7):
        assert len(quote_states(text)) == len(text)
