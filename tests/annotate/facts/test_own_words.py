"""What somebody says of themself in quotation marks."""

import pytest

from reportedly.model import Statement

ANN = {"Ann Doe": ("Doe",)}


def _said(words, speaker=0, **more):
    return (
        Statement(
            statement_id="s1",
            article_id="a1",
            content=((1, 1 + len(words)),),
            content_text=words,
            mode="direct",
            confidence=0.9,
            reason="quoted",
            speaker_cluster=speaker,
            **more,
        ),
    )


def _facts(facts_of, words, behind=" said Ann Doe.", **more):
    found = facts_of(f"“{words}”{behind}", ANN, statements=_said(words, **more))
    return [(f.subject, f.attribute, f.value) for f in found]


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("I’m 47 and tired,", "47"),
        ("I am 52 years old,", "52"),
        ("When I’m 64, I will sing,", None),
        ("I’m 50 next year,", None),
        ("I’m 100 miles away,", None),
        ("I’m 3, he is 2,", None),
    ],
)
def test_an_age_that_one_gives_oneself(words, value, facts_of) -> None:
    """What is to come, a distance or a place in a race is no age."""
    expected = [("Ann Doe", "age", value)] if value else []
    assert _facts(facts_of, words) == expected


def test_an_age_told_long_ago_is_of_the_day_on_which_it_was_told(facts_of) -> None:
    words = "I’m 47,"
    told = _said(words, said_earliest="2003-05-01", said_latest="2003-05-31")
    (fact,) = facts_of(f"“{words}” said Ann Doe.", ANN, statements=told)
    assert (fact.as_of_earliest, fact.as_of_latest) == ("2003-05-01", "2003-05-31")


def test_our_children_are_those_of_a_marriage(facts_of) -> None:
    """A school says the same of others, and nobody knows of whom an unnamed voice speaks."""
    words, wed = "We have two children and a goat,", " said Ann Doe of her marriage."
    assert _facts(facts_of, words, wed) == [("Ann Doe", "children", "2")]
    assert _facts(facts_of, words) == []
    assert _facts(facts_of, words, wed, speaker=None) == []
