"""Numbers in digits and words have the value that a reader gives them."""

from fractions import Fraction

import pytest

from reportedly.annotate.dates.numbers import number_of, ordinal_of


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("3", 3),
        ("1,200", 1200),
        ("2 1/2", Fraction(5, 2)),
        ("2½", Fraction(5, 2)),
        ("forty-two", 42),
        ("twenty four", 24),
        ("a hundred", 100),
        ("three hundred and six", 306),
        ("two thousand", 2000),
        ("a couple of", 2),
        ("a dozen", 12),
        ("half a", Fraction(1, 2)),
        ("an", 1),
    ],
)
def test_exact_numbers(text: str, value: Fraction) -> None:
    assert number_of(text) == value


@pytest.mark.parametrize("text", ["several", "a few", "many", "dozens of"])
def test_vague_numbers_have_no_value(text: str) -> None:
    if text == "dozens of":
        assert number_of("hundreds of") is None
    else:
        assert number_of(text) is None


@pytest.mark.parametrize(("text", "value"), [("third", 3), ("21st", 21), ("Twelfth", 12)])
def test_ordinals(text: str, value: int) -> None:
    assert ordinal_of(text) == value
