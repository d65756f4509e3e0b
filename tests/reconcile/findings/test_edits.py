"""Which changes on words matter."""

import pytest

from reportedly.model import Edit
from reportedly.reconcile.findings.edits import says_the_same, touched_by


@pytest.mark.parametrize(
    ("op", "before", "after", "kind"),
    [
        ("drop", "not", "", "negation"),
        ("replace", "isn’t", "is", "negation"),
        ("replace", "it does not sleep", "it sleeps", "negation"),
        ("add", "", "never", "negation"),
        ("replace", "two", "three", "number"),
        ("replace", "1,200", "1,400", "number"),
        ("replace", "will", "may", "modality"),
        ("replace", "Castan", "Venn", "name"),
        ("replace", "he", "she", "person"),
    ],
)
def test_what_touches_the_meaning_is_named(op: str, before: str, after: str, kind: str) -> None:
    """Negation, number, modality, name and person."""
    source = f"the mill {before} for sale"
    report = f"the mill {after} for sale"
    assert touched_by(Edit(op, before, after), source, report) == kind


@pytest.mark.parametrize(
    ("source", "before", "after", "other"),
    [
        ("They have not shared a supper since the flood", "supper", "boat", True),
        ("We will sell the weir to strangers", "weir", "orchard", True),
        ("We have chosen two boats and to stay one crew", "stay", "stop being", True),
        ("It was a big mistake to sell the mill", "big", "large", False),
        ("They are kids of the harbour", "kids", "children", False),
        ("The colour of the weir is wrong", "colour", "color", False),
    ],
)
def test_a_word_that_says_something_else_is_told_from_a_synonym(
    source: str, before: str, after: str, other: bool
) -> None:
    """By whether the sentence with the one follows from that with the other."""
    edit = Edit("replace", before, after)
    found = touched_by(edit, source, source.replace(before, after))
    assert (found == "word" and not says_the_same(edit, source)) is other


@pytest.mark.parametrize(
    ("op", "before", "after"),
    [
        ("replace", "don’t", "dont"),
        ("replace", "two", "2"),
        ("replace", "6 p.m.", "18:00"),
        ("replace", "1,098", "1098"),
        ("replace", "last year", "2008"),
        ("replace", "will", "would"),
        ("drop", "really", ""),
        ("replace", "cannot", "can’t"),
        ("elide", "not in the least", ""),
        ("bracket", "he", "[Castan]"),
        ("replace", "Piet Castan", "Castan"),
    ],
)
def test_harmless_changes_are_passed_over(op: str, before: str, after: str) -> None:
    """Spelling, tense, synonyms, fuller names, and what the editor has marked."""
    source, report = f"we know {before} of it all", f"we know {after} of it all"
    assert touched_by(Edit(op, before, after), source, report) is None


def test_a_phrase_cut_off_at_the_edge_is_trimmed() -> None:
    """The end of a quotation may hold a negation and still be cut without a change before it."""
    source = "We love this town and we will never leave it"
    report = "We love this town"
    assert touched_by(Edit("drop", "and we will never leave it", ""), source, report) is None


def test_as_many_negations_on_both_sides_are_no_change() -> None:
    """ "No evidence that there was" and "there never was" deny the same."""
    source, report = "No evidence that the ferry was late", "The ferry never was late"
    assert touched_by(Edit(op="add", from_="", to="never"), source, report) is None
    assert touched_by(Edit(op="add", from_="", to="never"), "The ferry was late", report)


def test_an_answer_before_the_words_is_no_negation_of_them() -> None:
    """ "No, the pier is ours" says what "The pier is ours" says; "no pier" does not."""
    answered = Edit(op="drop", from_="No", to="")
    assert touched_by(answered, "“No, the pier is ours,”", "“The pier is ours,”") is None
    denied = Edit(op="drop", from_="no", to="")
    assert touched_by(denied, "There is no pier in town", "There is pier in town") == "negation"


def test_what_negates_in_a_passage_left_out_does_not_make_up_for_a_lost_not() -> None:
    """The report has as many negations as the source only because a whole passage is missing."""
    tail = "he is not romantic and he gave me a lamp for my birthday"
    edits = (Edit("replace", "could", "couldnt"), Edit("drop", tail, ""))
    source, report = f"the only man who could row, {tail}", "the only man who couldnt row"
    assert touched_by(edits[0], source, report, edits) == "negation"
    assert touched_by(edits[0], source, report) is None
