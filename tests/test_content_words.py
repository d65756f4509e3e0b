"""Words that carry content: stems, numbers, negations, names, and how alike two passages are."""

import pytest

from reportedly.content_words import (
    content_stems,
    names,
    negations,
    numbers,
    rarity,
    similarity,
    stem,
    words,
)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("sells", "selling"),
        ("separate", "separated"),
        ("divorces", "divorced"),
        ("parties", "party"),
        ("stopped", "stops"),
    ],
)
def test_forms_of_a_word_share_a_stem(one: str, other: str) -> None:
    """Endings make no difference when passages are compared."""
    assert stem(one) == stem(other)


def test_apostrophes_and_spaces_make_no_difference() -> None:
    """Lost apostrophes and no-break spaces give the same words."""
    assert words("They\u00a0don’t sell") == words("they dont sell") == ("they", "dont", "sell")


def test_numbers_in_words_and_digits_are_the_same() -> None:
    """'eleven' is 11; 'one' is mostly a pronoun and left out."""
    assert numbers("Eleven of 2,000 came, one left") == {"11", "2000"}


def test_negations_are_counted_and_carry_no_content() -> None:
    """Negation is a sign of its own, not one of the content words."""
    assert negations("They will never, ever not sing") == 2
    assert "never" not in content_stems("They will never sing")


def test_names_are_capitalised_words() -> None:
    """Common words at the start of a sentence are no names."""
    assert names("The harbour belongs to Orla Venn") == {"orla", "venn"}


def test_rare_words_weigh_more() -> None:
    """Sharing a rare word makes two passages more alike than sharing a common one."""
    texts = [frozenset(t.split()) for t in ("hall bell", "hall quay", "hall tide", "bell rope")]
    rarities = rarity(texts)
    rare = similarity(texts[0], texts[3], rarities)[0]
    common = similarity(texts[0], texts[1], rarities)[0]
    assert rare > common > 0.0


def test_times_of_day_are_one_number() -> None:
    """'6 p.m.', '6:00' and '18:00' are the same; a price is none."""
    assert numbers("at 6 p.m.") == numbers("at 6:00") == numbers("at 18:00") == {"6:00"}
    assert numbers("for 3.50 pounds") == {"3.50"}
