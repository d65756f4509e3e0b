"""Ages are read from the ways in which papers print them, and bound what they can."""

import pytest

from reportedly.model import Statement

ANN = {"Ann Doe": ("Doe", "she", "She", "the 43-year-old")}


def _ages(facts):
    return [(f.subject, f.value) for f in facts if f.attribute == "age"]


@pytest.mark.parametrize(
    "text",
    [
        "Ann Doe, 43, sings.",
        "“It leaks,” said Ann Doe, 43.",
        "Ann Doe, forty-three, and her dog sing.",
        "Ann Doe (43) sings.",
        "Ann Doe, aged 43, sings.",
        "The 43-year-old singer Ann Doe has left.",
        "Ann Doe, a 43-year-old singer, sings.",
        "Ann Doe is 43.",
        "Ann Doe, who is 43, sings.",
        "Ann Doe, the judge, who is 43, sings.",
        "Ann Doe is 43 years old.",
        "Ann Doe sings. “It leaks,” said the 43-year-old.",
        "Ann Doe, 43, made her point and took her seat.",
        "Ann Doe, 43, who led the choir by two rounds, sings.",
        "Ann Doe sang. The choir gave the 43-year-old a medal.",
        "Ann Doe, a former harbour pilot, 43, was charged on Monday.",
        "Ann Doe, the director of the Quill theatre, 43, sang.",
    ],
)
def test_an_age_is_read(text, facts_of):
    facts = facts_of(text, ANN)
    assert _ages(facts) == [("Ann Doe", "43")]
    age = next(f for f in facts if f.attribute == "age")
    assert (age.as_of_earliest, age.as_of_latest) == ("2018-06-21", "2018-06-21")
    assert "43" in text[slice(*age.span)] or "forty-three" in text[slice(*age.span)]


@pytest.mark.parametrize(
    "text",
    [
        "Ann Doe, 43 percent, and Tom Roe, 41 percent",
        "In the poll Ann Doe, 43, Tom Roe, 41, and nobody, 16.",
        "Ann Doe, one of the singers, left.",
        "A 43-year-old Ann Doe supporter was there.",
        "Ann Doe has a 43-year-old boat.",
        "The 43-year-old son of Ann Doe sings.",
        "Ann Doe, 430, sings.",
        "Ann Doe, 43, led the poll by 12 percent.",
        "Ann Doe sang in a hall. It leaked. The choir left the 60-year-old hall.",
    ],
)
def test_what_is_nobodys_age(text, facts_of):
    assert _ages(facts_of(text, ANN)) == []


def test_the_age_of_the_dead_is_bound_from_one_side(facts_of):
    """They can have been killed long before."""
    (fact,) = facts_of("Ann Doe, 43, was killed in the great storm.", ANN)
    assert (fact.as_of_earliest, fact.as_of_latest) == (None, "2018-06-21")


def test_a_past_age_in_an_undated_article_says_nothing(facts_of):
    assert facts_of("Ann Doe was 43 years old when it sank.", ANN, published=None) == []


def test_a_birthday_gives_the_day_of_birth(facts_of):
    facts = facts_of("Ann Doe turned 43 on 2 June.", ANN)
    assert [(f.attribute, f.value) for f in sorted(facts, key=lambda f: f.attribute)] == [
        ("age", "43"),
        ("birth_date", "1975-06-02"),
    ]
    age = next(f for f in facts if f.attribute == "age")
    assert (age.as_of_earliest, age.as_of_latest) == ("2018-06-02", "2018-06-02")


def test_the_youngest_of_a_list_may_be_one(facts_of):
    people = {"Ola": (), "Bea": (), "Finn": ()}
    facts = facts_of("Ola, six, Bea, four, and baby Finn, one, have a boat each.", people)
    assert sorted(_ages(facts)) == [("Bea", "4"), ("Finn", "1"), ("Ola", "6")]


def test_a_birthday_of_a_month_dates_no_page_but_holds_for_it(facts_of):
    """In a page without a day "in March" is that of the last twelve months."""
    facts = facts_of("Ann Doe, who turned one in March, howled.", ANN, published=None)
    assert [(f.attribute, f.value, f.as_of_earliest) for f in facts] == [("age", "1", None)]


def test_where_somebody_lives_may_stand_before_the_birthday(facts_of):
    facts = facts_of("Ann Doe, of Mill Lane, Ludden, celebrated her 43rd birthday on Monday.", ANN)
    assert ("birth_date", "1975-06-18") in [(f.attribute, f.value) for f in facts]


def test_twins_have_one_age(facts_of):
    facts = facts_of("They have five-year-old twins Ola and Bea.", {"Ola": (), "Bea": ()})
    assert sorted(_ages(facts)) == [("Bea", "5"), ("Ola", "5")]


def test_an_age_of_now_may_open_a_sentence(facts_of):
    assert _ages(facts_of("Now 43, she is a judge.", ANN)) == [("Ann Doe", "43")]


@pytest.mark.parametrize(
    "text",
    [
        "Ann Doe, who turned 43 last week, came by train.",
        "When Ann Doe turned 43 on Saturday, one chair was empty.",
        "Ann Doe was 43 on Tuesday. She sent a card.",
        "Ann Doe, who was 43 in October, ate two slices.",
        "Ann Doe died on Tuesday. She was 43.",
        "Who sent her kippers on Monday, the day Ann Doe turned 43?",
    ],
)
def test_a_birthday_or_death_of_these_days_needs_no_day_of_the_article(text, facts_of):
    """Whenever it was written, the age is that of then."""
    (age,) = [f for f in facts_of(text, ANN, published=None) if f.attribute == "age"]
    assert (age.value, age.as_of_earliest, age.as_of_latest) == ("43", None, None)


def test_what_one_was_long_ago_is_no_age_of_an_article_without_a_day(facts_of):
    """Nor is the age behind whose wife somebody is hers."""
    assert _ages(facts_of("Ann Doe died in her sleep. She was 43.", ANN, published=None)) == []
    assert _ages(facts_of("Ann Doe, the wife of a pilot, 44, was charged.", ANN)) == []


def test_she_was_of_that_age_when_she_died(facts_of):
    """The age is of the day that the sentence with the death names."""
    facts = facts_of("Ann Doe died on Tuesday. She was 43.", ANN)
    (age,) = [f for f in facts if f.attribute == "age"]
    assert (age.as_of_earliest, age.as_of_latest) == ("2018-06-19", "2018-06-19")


def test_who_turned_five_is_the_one_named_last(facts_of):
    """Whoever is named before a list goes on has no part in what "who" tells."""
    people = {"Ann Doe": ("Ann",), "Tom Roe": ("Tom",)}
    text = "There is a room for her mother Ann, a swing for Tom, who turned five on Saturday."
    assert {subject for subject, _ in _ages(facts_of(text, people))} == {"Tom Roe"}


def test_what_is_quoted_beside_an_age_does_not_make_it_one_of_the_dead(facts_of):
    """Roses died, not the one who posts; what she says of herself may tell of a death."""
    text = "Ann Doe, 43, posted: “You packed your bags before the roses died.”"
    start = text.index("“")
    quoted = Statement(
        statement_id="s",
        article_id="a1",
        mode="direct",
        content=((start, len(text)),),
        content_text=text[start:],
        source_kind="person",
        confidence=0.9,
        reason="",
    )
    for statements, since in (((quoted,), "2018-06-21"), ((), None)):
        facts = facts_of(text, {"Ann Doe": ()}, statements=statements)
        (age,) = [f for f in facts if f.attribute == "age"]
        assert age.as_of_earliest == since


def test_an_age_behind_a_post_of_something_is_not_the_names(facts_of):
    """ "The boss of Trent Motors, 59," is 59; the firm that was taken for a person is not."""
    text = "The boss of Trent Motors, 59, was not named."
    assert not [f for f in facts_of(text, {"Trent Motors": ()}) if f.attribute == "age"]


@pytest.mark.parametrize(
    ("words", "age"),
    [
        ("celebrated his 50th last week", True),
        ("marked his 50th on Monday", True),
        ("celebrated his 50th with a goal", False),
        ("celebrated his 47th at Hexby", False),
        ("scored his 50th last week", False),
    ],
)
def test_a_round_number_that_is_celebrated_is_a_birthday(facts_of, words, age):
    """ "Celebrated his 50th" is a birthday, unless something else is counted."""
    found = facts_of(f"Colin Mabey {words}.", {"Colin Mabey": ()})
    assert bool([f for f in found if f.attribute == "age"]) is age
