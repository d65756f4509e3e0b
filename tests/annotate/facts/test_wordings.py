"""Ages and children in the wordings that papers use, beyond the plain ones."""

import pytest

SHE = {"Ann Doe": ("Doe", "she", "She", "her", "Her")}


def _values(facts, attribute):
    return [(f.subject, f.value) for f in facts if f.attribute == attribute]


@pytest.mark.parametrize(
    "text",
    [
        "Ann Doe, already 43, sings.",
        "Ann Doe, only 43, sings.",
        "Ann Doe, still 43, sings.",
        "Ann Doe, barely 43, sings.",
        "Ann Doe, now 43, sings.",
        "Ann Doe, just 43, sings.",
        "Ann Doe, at 43 the oldest of the group, sings.",
        "Ann Doe, at 43, the youngest of the group, sings.",
        "Ann Doe, at 43 one of the oldest on the stage, sings.",
        "Ann Doe, 43 years old, sings.",
        "Ann Doe, 43 years of age, sings.",
        "Ann Doe, age 43, sings.",
        "Ann Doe, who is now 43, sings.",
        "Ann Doe (aged 43) sings.",
        "Ann Doe, forty-three, sings.",
        "Ann Doe (left), 43, and the choir at the fair",
        "Ann Doe,43, sings.",
        "Ann Doe 43, of Orland, sings.",
        "At 43, Ann Doe is the oldest on the stage.",
        "At 43, Ann Doe has no plans to stop.",
        "At 43, Ann Doe still sings.",
        "At 43, Ann Doe remains the one to beat.",
        "At the age of 43, Ann Doe is the oldest on the stage.",
        "Aged 43, Ann Doe is the oldest on the stage.",
        "The hall was full.\nAt 43, Doe is the oldest on the stage.",
        "Ann Doe sang. At 43, she is the oldest on the stage.",
        "At forty-three, Ann Doe is the oldest on the stage.",
        "Ann Doe is already 43.",
        "Ann Doe is still 43 years old.",
        "Ann Doe is 43 and sings.",
        "Ann Doe is 43, and sings.",
        "43-year-old Ann Doe left the choir.",
        "Ann Doe, a 43-year-old, sings.",
        "Ann Doe, the 43-year-old singer, left.",
        "Forty-three-year-old Ann Doe left the choir.",
        "“It leaks,” said 43-year-old Ann Doe.",
        "“It leaks,” said Ann Doe, aged 43.",
        "“It leaks,” said Ann Doe (43).",
    ],
)
def test_an_age_of_now(text, facts_of):
    """The age stands for the day of the article."""
    facts = [f for f in facts_of(text, SHE) if f.attribute == "age"]
    assert [(f.subject, f.value) for f in facts] == [("Ann Doe", "43")]
    assert facts[0].as_of_earliest == facts[0].as_of_latest == "2018-06-21"


@pytest.mark.parametrize(
    "text",
    [
        "At 43, Ann Doe left the choir.",
        "At the age of 43, Ann Doe moved to the coast.",
        "Ann Doe has just turned 43.",
        "Ann Doe, who turned 43, sang.",
        "Ann Doe recently turned 43.",
        "Ann Doe celebrated her 43rd birthday.",
        "Ann Doe has just celebrated her 43rd birthday.",
        "Ann Doe marked her 43rd birthday.",
    ],
)
def test_an_age_reached_before(text, facts_of):
    """The age was reached by the day of the article: only that end is known."""
    facts = [f for f in facts_of(text, SHE) if f.attribute == "age"]
    assert [(f.subject, f.value) for f in facts] == [("Ann Doe", "43")]
    assert (facts[0].as_of_earliest, facts[0].as_of_latest) == (None, "2018-06-21")


def test_a_birthday_with_a_day_gives_the_day_of_birth(facts_of):
    """Her 43rd birthday on 2 June 2018 is of somebody born on 2 June 1975."""
    facts = facts_of("Ann Doe celebrated her 43rd birthday on 2 June 2018.", SHE)
    assert _values(facts, "age") == [("Ann Doe", "43")]
    assert _values(facts, "birth_date") == [("Ann Doe", "1975-06-02")]


@pytest.mark.parametrize(
    "text",
    [
        "Ann Doe, a mother of three, sings.",
        "Ann Doe, mother of 3, sings.",
        "Ann Doe, a married mother of three, sings.",
        "Ann Doe, the mother of three children, sings.",
        "Ann Doe is a mother of three.",
        "Ann Doe is the mother of three children.",
        "Ann Doe is now a proud mother of three.",
        "The mother-of-three Ann Doe sings.",
        "Mother of three Ann Doe sings.",
        "Mother-of-three Ann Doe sings.",
        "Ann Doe has three children.",
        "Ann Doe, who has three children, sings.",
        "Ann Doe, 43, who has three children, sings.",
        "Ann Doe has three grown children.",
        "Ann Doe and her husband have three children.",
        "Ann Doe and her husband, a baker, have three children.",
        "Ann Doe is raising three children by the mill.",
        "Ann Doe raises three children.",
        "Ann Doe is married with three children.",
        "Ann Doe is married and has three children.",
        "Ann Doe is married to a baker and has three children.",
        "Ann Doe lives by the mill with her husband and their three children.",
        "Ann Doe lives with her three children.",
        "Ann Doe came with her three children.",
        "Ann Doe’s three children sang.",
        "Ann Doe's three young children sang.",
        "Ann Doe has two sons and a daughter.",
        "Ann Doe, mother of a son and two daughters, sings.",
        "Ann Doe sang. She has three children.",
        "Ann Doe sang. Her three children clapped.",
        "Ann Doe sang. The mother of three left early.",
    ],
)
def test_a_number_of_children(text, facts_of):
    """Three, however it is said."""
    assert _values(facts_of(text, SHE), "children")[:1] == [("Ann Doe", "3")]


@pytest.mark.parametrize(
    ("text", "attribute"),
    [
        ("At 43, the road ends, and Ann Doe sings.", "age"),
        ("At 3, Ann Doe sings.", "age"),
        ("At 43 Mill Lane, Ann Doe sings.", "age"),
        ("Ann Doe has three children by her first husband.", "children"),
        ("Ann Doe has three other children.", "children"),
        ("Ann Doe teaches three children of the village.", "children"),
        ("Ann Doe sang in “Mother of Two Rivers”.", "children"),
        ("If Ann Doe is the mayor, nobody sings.", "role"),
        ("Whether Ann Doe is the mayor of Ludden is open.", "role"),
        ("Unlike 2004 nominee Ann Doe, he sings.", "role"),
    ],
)
def test_what_says_nothing(text, attribute, facts_of):
    """Places, parts, conditions and titles of works give no fact."""
    assert _values(facts_of(text, SHE), attribute) == []


def test_who_is_married_does_not_have_the_age_of_the_other(facts_of):
    """Between "49-year-old actress" and a name stands a verb: the age is not his."""
    facts = facts_of("The 49-year-old actress married the surgeon Tom Roe.", {"Tom Roe": ()})
    assert _values(facts, "age") == []


def test_an_age_after_a_death_is_of_a_past_day(facts_of):
    """ "Was 43" alone is an age only where somebody has died: of that day, where it is told."""
    (fact,) = facts_of("She died at home. Ann Doe was 43.", SHE)
    assert (fact.attribute, fact.value, fact.as_of_earliest) == ("age", "43", None)
    (fact,) = facts_of("She died last week at home. Ann Doe was 43.", SHE)
    assert (fact.value, fact.as_of_earliest, fact.as_of_latest) == (
        "43", "2018-06-11", "2018-06-17"
    )  # fmt: skip
    assert _values(facts_of("She sang. Ann Doe was 43.", SHE), "age") == []


def test_the_number_of_a_note_is_no_age(facts_of):
    assert _values(facts_of("Ann Doe1, the singer, left.", SHE), "age") == []
