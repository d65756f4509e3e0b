"""Given names in rows of children keep their ages though nobody recognised them as names."""

import pytest


@pytest.mark.parametrize(
    "text",
    [
        "Ambry, nine, and Lin, five, slept.",
        "She has children (Ambry, 9, and Lin, 5).",
        "Her children, Ambry (nine) and Lin (five), slept.",
        "The children are Ambry9 and Lin, 5.",
    ],
)
def test_rows_of_children(text, facts_of):
    found = {(f.subject, f.value) for f in facts_of(text, {}) if f.attribute == "age"}
    assert found == {("Ambry", "9"), ("Lin", "5")}


def test_one_alone_needs_a_verb_that_persons_have(facts_of):
    assert [f.value for f in facts_of("Ambry, 11, is said to sing.", {})] == ["11"]
    assert facts_of("Chapter, 11, is long. May, 12, was wet.", {}) == []


def test_votes_are_no_ages(facts_of):
    assert facts_of("In the poll Ambry, 9, and Lin, 5, lost points.", {}) == []
