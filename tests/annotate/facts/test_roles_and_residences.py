"""Posts keep the article's own words; past posts keep the word that says so."""

import pytest

ANN = {"Ann Doe": ("Doe", "She", "she")}


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Ann Doe, the chief executive of Roe Boats, sang.", "chief executive of Roe Boats"),
        ("Ann Doe, a former mayor of Hallin, sang.", "former mayor of Hallin"),
        ("Ann Doe, 43, a teacher, sang.", "teacher"),
        ("The mayor, Ann Doe, sang.", "mayor"),
        ("It leaks, said the hall's director, Ann Doe.", "director of the hall"),
        ("Former mayor Ann Doe sang.", "Former mayor"),
        ("Roe Boats's chief executive, Ann Doe, sang.", "chief executive of Roe Boats"),
        ("It leaks, said Hallin's current mayor, Ann Doe.", "current mayor of Hallin"),
        ("The mayor of Hallin, Ann Doe, sang.", "mayor of Hallin"),
        ("They asked then-mayor Ann Doe.", "then-mayor"),
        ("Ann Doe is the director of the hall.", "director of the hall"),
    ],
)
def test_a_post(text, value, facts_of):
    assert [f.value for f in facts_of(text, ANN) if f.attribute == "role"] == [value]


@pytest.mark.parametrize(
    "text",
    [
        "Ann Doe, the mother of Tom, sang.",
        "Ann Doe is a better candidate.",
        "Ann Doe, sitting by the mayor, sang.",
        "The boat, Ann Doe, sank.",
        "Ann Doe, the best director, sang.",
        "It was led by former Holloway-director Ann Doe.",
        "Tennis queen Ann Doe has quit.",
        "It lived on its patron, Ann Doe.",
    ],
)
def test_no_post(text, facts_of):
    assert [f for f in facts_of(text, ANN) if f.attribute == "role"] == []


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Ann Doe, who lives in Chicago, sang.", "Chicago"),
        ("She lives in Chicago.", "Chicago"),
        ("Ann Doe, 43, of Chicago, sang.", "Chicago"),
        ("Ann Doe, now 43, has sold four boats and lives in a flat in Chicago.", "Chicago"),
        ("Ann Doe has moved to Chicago with a parrot.", "Chicago"),
        ("Ann Doe, 43, who was born in Quill and lives in Chicago, sang.", "Chicago"),
        ("Ann Doe has lived in Chicago since 1998.", "Chicago"),
        ("Ann Doe lives in Marl with her cat.", "Marl"),
        ("Ann Doe lives at Lugger House in Marl Bay.", "Lugger House"),
    ],
)
def test_residence(text, place, facts_of):
    assert [f.value for f in facts_of(text, ANN) if f.attribute == "residence"] == [place]


def test_where_a_couple_lives(facts_of):
    """Both of the two named last; not where others live, or hope to."""
    people = {**ANN, "Tom Roe": ("Roe",)}
    wed = "Ann Doe married the chef Tom Roe in 2010."
    they = "They have two children, Rollo, five, and Maeve, two, and live at Lugger House."
    facts = facts_of(f"{wed} {they}", people)
    found = sorted((f.subject, f.value) for f in facts if f.attribute == "residence")
    assert found == [("Ann Doe", "Lugger House"), ("Tom Roe", "Lugger House")]
    for other in (
        "They like people who live in Rome.",
        "They hope to live in Rome.",
        "She has lived in Rome and Paris.",
    ):
        facts = facts_of(f"{wed} {other}", people)
        assert [f for f in facts if f.attribute == "residence"] == []


def test_a_body_is_no_person_and_many_have_no_post(facts_of):
    assert facts_of("Justice Department lawyers sang.", {"Department": ()}) == []
    assert facts_of("They met Senators Ann Doe and Tom Roe.", ANN) == []


@pytest.mark.parametrize(
    ("text", "post"),
    [
        ("Ann Doe, 51, who is chairman of the hall trust, sang.", "chairman of the hall trust"),
        ("Doe will stay on as chairman of the hall trust, he said.", "chairman of the hall trust"),
        ("Doe remains as treasurer of the hall trust.", "treasurer of the hall trust"),
        ("Our next president, Ann Doe, sang.", None),
        ("Ann Doe is the new director of the Quill Theatre.", "director of the Quill Theatre"),
        ("Doe may stay on as chairman of the hall trust.", None),
        ("Doe did not stay on as chairman of the hall trust.", None),
    ],
)
def test_posts_that_are_kept(text, post, facts_of):
    """Who "will stay on" has the post; who may does not say so."""
    found = [f.value for f in facts_of(text, ANN) if f.attribute == "role"]
    assert found == ([post] if post else [])


@pytest.mark.parametrize(
    "words",
    [
        "Lee Snow, 38, from Springfield, won.",
        "Lee Snow, 38, of Mill Lane, Springfield, won.",
        "Lee Snow (38) lives in Springfield with a cat.",
        "Lee Snow hails from Stanmoor but now lives in Springfield.",
    ],
)
def test_local_papers_say_where_somebody_lives(facts_of, words):
    """Behind an age "from" and "of", with the street or without, is where somebody lives."""
    found = facts_of(words, {"Lee Snow": ()})
    assert [f.value for f in found if f.attribute == "residence"] == ["Springfield"]


def test_a_town_behind_a_street_is_nobody(facts_of):
    """ "Of Dale Street, Hexby, died aged 79": not the town, taken for a person."""
    text = "Rita Coyle, formerly of Dale Street, Hexby, died on 3 May 2018 aged 79."
    found = facts_of(text, {"Rita Coyle": (), "Hexby": ()})
    assert {f.subject for f in found} == {"Rita Coyle"}
