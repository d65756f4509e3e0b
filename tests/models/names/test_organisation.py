"""Acronyms of organisations, and what of their names counts."""

import pytest

from reportedly.models.names.organisation import is_acronym_of, key_words


@pytest.mark.parametrize(
    ("short", "full"),
    [
        ("HHT", "Harbour Heritage Trust"),
        ("H.H.T.", "The Harbour Heritage Trust"),
        ("BOM", "Bank of Mardle"),
        ("BM", "Bank of Mardle"),
    ],
)
def test_acronyms(short: str, full: str) -> None:
    """With and without full stops, article and small words."""
    assert is_acronym_of(short, full)


@pytest.mark.parametrize(
    ("short", "full"),
    [("HTT", "Harbour Heritage Trust"), ("hht", "Harbour Heritage Trust"), ("M", "Mardle")],
)
def test_no_acronyms(short: str, full: str) -> None:
    """The letters must be the initials, in capitals, of at least two words."""
    assert not is_acronym_of(short, full)


def test_key_words_leave_out_what_is_often_left_out() -> None:
    """Article, legal form, possessive and full stops do not tell names apart."""
    assert key_words("The Mardle Glass Company, Inc.") == ("mardle", "glass")
    assert key_words("Mardle’s") == key_words("MARDLE")
