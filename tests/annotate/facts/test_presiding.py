"""Posts told by what their holder does, and by who took them over."""

import pytest

PEOPLE = {"Ann Doe": ("Doe", "she"), "Tom Roe": ("Roe", "he")}


def _roles(facts):
    return sorted((f.subject, f.value) for f in facts if f.attribute == "role")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ann Doe, who chairs the bridge committee, sang.", "chair of the bridge committee"),
        ("Ann Doe, who chairs this year’s jury, declined to sing.", "chair of the jury"),
        ("Ann Doe, 61, who heads the choir, sang.", "head of the choir"),
        (
            "Ann Doe, who was knighted in May and who has chaired the jury since 2012, sang.",
            "chair of the jury",
        ),
    ],
)
def test_who_chairs_a_body_is_its_chair(text, expected, facts_of):
    """Of the present, and of what began and lasts."""
    assert _roles(facts_of(text, PEOPLE)) == [("Ann Doe", expected)]


@pytest.mark.parametrize("body", ["the race", "the field by two shots", "the polls"])
def test_who_leads_a_race_holds_no_post(body, facts_of):
    """Nobody is the leader of the polls."""
    assert _roles(facts_of(f"Ann Doe, who leads {body}, sang.", PEOPLE)) == []


def test_whom_somebody_replaced_has_the_post_no_longer(facts_of):
    """One sentence tells two posts."""
    text = "Ann Doe, the poet, who replaced Tom Roe as chair of the judges last year, sang."
    assert ("Tom Roe", "former chair of the judges") in _roles(facts_of(text, PEOPLE))
    assert ("Ann Doe", "chair of the judges") in _roles(facts_of(text, PEOPLE))
    later = facts_of("Ann Doe will replace Tom Roe as chair of the judges.", PEOPLE)
    assert ("Tom Roe", "former chair of the judges") not in _roles(later)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Tom Roe, the chairman of Hale and Doe’s husband, sang.", "chairman of Hale"),
        (
            "Tom Roe, who stepped down as chairman of Hale in May after its sale to Marl for a sum "
            "that nobody names, sang.",
            "former chairman of Hale",
        ),
        ("Tom Roe has resigned as manager of Hale and is to sing.", "former manager of Hale"),
        ("Ann Doe, the member of parliament for Orm, sang.", "member of parliament for Orm"),
    ],
)
def test_a_post_ends_where_something_else_is_told(text, expected, facts_of):
    """A tie, a sale, a plan."""
    assert expected in {value for _, value in _roles(facts_of(text, PEOPLE))}


def test_a_post_taken_over_is_of_the_body_that_the_sentence_names(facts_of):
    """And the year in which it was is no part of it."""
    text = "Ann Doe, the poet, who replaced Tom Roe as chairman last year, sang."
    assert ("Tom Roe", "former chairman") in _roles(facts_of(text, PEOPLE))
