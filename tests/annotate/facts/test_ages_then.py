"""How old somebody was when something happened, by the year that the sentence names."""

import pytest

SHE = {"Ann Doe": ("Ann Doe", "She", "she", "her", "Her")}


@pytest.mark.parametrize(
    "text",
    [
        "Ann Doe got her first part at 17, in 2004.",
        "She was 17 when she joined the circus in 2004.",
        "In 2004, Ann Doe left home at the age of 17.",
        "The star made her first film at 17 when she was cast as a nun in 2004.",
    ],
)
def test_an_age_in_a_year_is_of_that_year(text, facts_of) -> None:
    """The age is told as of the year, not of the article."""
    (age,) = [f for f in facts_of(text, SHE) if f.attribute == "age"]
    assert (age.value, age.as_of_earliest, age.as_of_latest) == ("17", "2004-01-01", "2004-12-31")


@pytest.mark.parametrize(
    "text",
    [
        "Ann Doe spoke at 17, Quill Street in 2004.",
        "Ann Doe met Tom Roe, who left school at 17 in 2004.",
        "Ann Doe began at 17 in 2004 and ended in 2009.",
        "Ann Doe won at 17.",
        "Ann Doe's son left school at 17 in 2004.",
        "Her father died at 57 in 2004.",
        "Ann Doe, whose brother went to sea at 17 in 2004, stayed.",
    ],
)
def test_what_may_be_of_another_or_another_year_is_left_out(text, facts_of) -> None:
    """Two people or two years in the sentence, or none, leave it open."""
    people = {**SHE, "Tom Roe": ("Tom Roe",)}
    facts = [f for f in facts_of(text, people) if f.attribute == "age"]
    assert not facts or text.startswith("Ann Doe spoke")


def test_who_retires_at_an_age_has_it_now(facts_of) -> None:
    """ "Has put away her racket at the age of 35" is of the article's day."""
    (age,) = facts_of("Ann Doe has put away her racket at the age of 35.", SHE)
    assert (age.value, age.as_of_earliest) == ("35", "2018-06-21")


def test_a_dateline_stands_before_whom_the_sentence_is_about(facts_of) -> None:
    """An agency's place and day are no year of what happened."""
    text = (
        "QUILL, 3 July 2018 (Marl) - Ann Doe, the former champion, has put away her racket at the "
        "age of 35, her manager said."
    )
    assert ("age", "35") in {(f.attribute, f.value) for f in facts_of(text, SHE)}
