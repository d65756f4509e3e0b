"""Ages told of a tie: "her husband, 48,"."""

import pytest

COUPLE = {"Fran Ockley": ("She", "Her", "her"), "Leo Sands": ("he", "his")}


@pytest.mark.parametrize(
    "words", ["Her husband, 48, was", "Her property tycoon husband, 48, was", "Her hubby (48) was"]
)
def test_an_age_beside_a_tie_is_of_the_other_of_the_couple(facts_of, words):
    """Where the article tells of one couple, "her husband, 48," is the man in it."""
    text = f"Fran Ockley is married to Leo Sands. {words} away on Monday."
    ages = [(f.subject, f.value) for f in facts_of(text, COUPLE) if f.attribute == "age"]
    assert ages == [("Leo Sands", "48")]


@pytest.mark.parametrize(
    "words",
    [
        "Her ex-husband, 48, was",
        "Her sister's husband, 48, was",
        "Her first husband, 48, was",
        "Her husband, 48 hours later, was",
        "Her husband, two metres tall, was",
    ],
)
def test_other_ties_and_other_numbers_are_no_ages(facts_of, words):
    """Earlier ties, those of kin, and numbers of other things give the husband no age."""
    text = f"Fran Ockley is married to Leo Sands. {words} away on Monday."
    assert not [f for f in facts_of(text, COUPLE) if f.attribute == "age"]


def test_without_a_couple_nobody_gets_the_age(facts_of):
    """Whose husband it is, the article must tell."""
    text = "Fran Ockley met Leo Sands on Monday. Her husband, 48, was away."
    assert not [f for f in facts_of(text, COUPLE) if f.attribute == "age"]
