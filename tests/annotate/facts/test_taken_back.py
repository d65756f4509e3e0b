"""What an outlet says that it had wrong is nothing that it says."""

import pytest

from reportedly.annotate.facts.taken_back import taken_back


@pytest.mark.parametrize(
    "text",
    [
        "An earlier version said that they married in 2003.",
        "An earlier version of this article said that Mr. Doe was 38.",
        "This story originally gave the price as £3.5m.",
        "Correction: On Tuesday we said that Ann Doe was 44.",
    ],
)
def test_a_sentence_that_is_withdrawn_is_found_whole(text):
    """And the one that puts it right is not part of it."""
    (span,) = taken_back(f"The bell rang.\n{text} She is 45.")
    assert f"The bell rang.\n{text} She is 45."[slice(*span)].strip() == text.rstrip(".")


@pytest.mark.parametrize(
    "text",
    [
        "The first edition sold out.",
        "The report earlier said that the pier was safe.",
        "An earlier version had four wheels.",
    ],
)
def test_what_others_said_before_is_not_withdrawn(text):
    """Of a report, a book, a car."""
    assert list(taken_back(text)) == []


def test_only_what_is_put_right_is_a_fact(facts_of):
    """Of the two days of a wedding the note has one wrong."""
    people = {"Ann Doe": ("Doe",), "Tom Roe": ("Roe",)}
    text = (
        "Ann Doe and Tom Roe sang.\nThis article was amended on 24 January 2018. An earlier "
        "version said that the couple married in 2003. They married in June 2001."
    )
    facts = facts_of(text, people)
    assert {f.value for f in facts if f.attribute == "marriage_date"} == {"2001-06"}


def test_what_a_correction_says_that_a_report_said() -> None:
    """ "Correction: A report on 30 April said …"."""
    text = "Correction: A report on 30 April said that it was sold for £7 million. It was not."
    (span,) = taken_back(text)
    assert text[slice(*span)].strip().startswith("Correction: A report")
