"""Days and places of birth and death, as precise as told."""

import pytest

from reportedly.api import annotate_document, document_of
from reportedly.model import Fact

ANN = {"Ann Doe": ("Doe", "she", "She")}


@pytest.mark.parametrize(
    ("text", "attribute", "value"),
    [
        ("Ann Doe was born on 3 May 1971.", "birth_date", "1971-05-03"),
        ("Ann Doe was born in 1971.", "birth_date", "1971"),
        ("Ann Doe, born in May 1971, sings.", "birth_date", "1971-05"),
        ("Ann Doe (born 1971) sings.", "birth_date", "1971"),
        ("Ann Doe was born in Chicago.", "birth_place", "Chicago"),
        ("Born on 3 May 1971, retired postwoman Ann Doe sang.", "birth_date", "1971-05-03"),
        ("Born in Chicago, she sang.", "birth_place", "Chicago"),
        ("Ann Doe was born in Nether Quill, the third of ten.", "birth_place", "Nether Quill"),
        (
            "Ann Doe was born at St Oda's Infirmary in Quill on 3 May 2016.",
            "birth_date",
            "2016-05-03",
        ),
        ("Ann Doe died on 3 May 2016.", "death_date", "2016-05-03"),
        ("Ann Doe was killed in 2016.", "death_date", "2016"),
        ("Ann Doe, who died in 2004, sang.", "death_date", "2004"),
        ("Ann Doe, the potter, has died.", "death_date", "2018"),
        ("Ann Doe died last year.", "death_date", "2017"),
        ("Ann Doe, the retired judge and mother of a cook, died in 2016.", "death_date", "2016"),
        ("Ann Doe, who met the king in 1990, died in 2016.", "death_date", "2016"),
        ("His late wife, Ann Doe, died in 2016.", "death_date", "2016"),
    ],
)
def test_one_fact(text, attribute, value, facts_of):
    assert [(f.attribute, f.value) for f in facts_of(text, ANN)] == [(attribute, value)]


def test_who_died_is_the_one_named_last(facts_of):
    people = {**ANN, "Tom Roe": ()}
    facts = facts_of("Ann Doe, the mother of Tom Roe, who died in 2004, sang.", people)
    assert [f.subject for f in facts if f.attribute == "death_date"] == ["Tom Roe"]
    assert facts_of("A friend of Ann Doe's who died in 2004 sang.", ANN) == []


def test_the_parents_of_one_who_is_born_are_not_born_then(facts_of):
    assert facts_of("Born on 3 May 1971 to Ann Doe, he sang.", ANN) == []


def test_years_of_a_life(facts_of):
    facts = facts_of("Ann Doe (1921-2004) sang.", ANN)
    assert {(f.attribute, f.value) for f in facts} == {
        ("birth_date", "1921"),
        ("death_date", "2004"),
    }


def test_the_age_at_death_is_of_that_day(facts_of):
    facts = facts_of("Ann Doe died on 3 May 2016 at the age of 84.", ANN)
    age = next(f for f in facts if f.attribute == "age")
    assert (age.value, age.as_of_earliest) == ("84", "2016-05-03")


@pytest.mark.parametrize(
    "text",
    [
        "Ann Doe would have died in 2016.",
        "Ann Doe nearly died in 2016.",
        "Ann Doe died, and in 2016 the hall burned.",
        "Singers born in Chicago like Ann Doe.",
    ],
)
def test_what_did_not_happen(text, facts_of):
    assert facts_of(text, ANN) == []


def test_a_comma_ends_what_is_said_of_somebody_else(facts_of):
    """Who died is the judge, and not the cook whose mother she was."""
    facts = facts_of("The judge, mother of the cook Ann Doe, died in 2016.", ANN)
    assert [f.attribute for f in facts if f.attribute == "death_date"] == []


def test_who_has_died_in_january_may_have_died_the_year_before(facts_of):
    assert facts_of("Ann Doe has died.", ANN, published="2018-01-02") == []


def test_an_age_may_stand_before_the_birth(facts_of):
    facts = facts_of("Ann Doe, 47, who was born in Chicago, sang.", ANN)
    assert {(f.attribute, f.value) for f in facts} == {("age", "47"), ("birth_place", "Chicago")}


@pytest.mark.parametrize(
    "text",
    [
        "The Quillford-born singer Ann Doe wore green.",
        "Quillford-born Ann Doe wore green.",
        "They wed in Quillford, the harbour town where she was born. Ann Doe wept.",
    ],
)
def test_places_before_born_and_where_somebody_was_born(text, facts_of) -> None:
    """ "Quillford-born" and "where she was born" give the place."""
    facts = facts_of(text, {"Ann Doe": ("Ann Doe", "she")})
    assert [f.value for f in facts if f.attribute == "birth_place"] == ["Quillford"]


@pytest.mark.parametrize("word", ["Irish", "German", "Cuban", "First", "Austrian"])
def test_peoples_and_ordinals_are_no_places(word, facts_of) -> None:
    """ "Irish-born" names a people."""
    facts = facts_of(f"The {word}-born singer Ann Doe wore green.", {"Ann Doe": ("Ann Doe",)})
    assert not [f for f in facts if f.attribute == "birth_place"]


def test_a_life_between_commas_before_a_death(facts_of) -> None:
    """An obituary may tell much between the name and "died"."""
    text = (
        "Ann Doe, who built her first boat out of a milk cart and her second out of the money that "
        "the insurers paid her for the first, died at her home in Quill on 3 May 2018."
    )
    facts = facts_of(text, {"Ann Doe": ("Ann Doe",)})
    assert [f.value for f in facts if f.attribute == "death_date"] == ["2018-05-03"]


def test_the_child_is_born_and_not_its_parents(facts_of):
    """Whose daughter was born on a day was not."""
    text = "The daughter of Ann Doe and Tom Roe was born on Sunday."
    assert facts_of(text, {"Ann Doe": (), "Tom Roe": ()}) == []


def test_an_obituary_ends_with_its_days(facts_of):
    """What the dead one was stands between name and day of birth."""
    facts = facts_of("Ann Doe, poet, born 4 May 1929; died 1 March 2011.", {"Ann Doe": ()})
    assert ("birth_date", "1929-05-04") in {(f.attribute, f.value) for f in facts}


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Ann Doe, a native of Quill, sang.", ["Quill"]),
        ("Ann Doe is a native of Quill.", ["Quill"]),
        ("Quill native Ann Doe sang.", ["Quill"]),
        ("Ann Doe grew up in Quill.", []),
        ("Ann Doe, who hails from Quill, sang.", []),
        ("Ann Doe is a native of the city.", []),
    ],
)
def test_a_native_is_born_there_and_who_grew_up_may_not_be(text, place, facts_of) -> None:
    found = facts_of(text, {"Ann Doe": ("Doe",)})
    assert [f.value for f in found if f.attribute == "birth_place"] == place


def test_a_day_of_another_deed_is_no_day_of_birth(facts_of) -> None:
    """Behind the place the sentence may go on to what somebody did."""
    facts = facts_of("Ann Doe, born in Roe, turned professional in 2005.", ANN)
    assert [f.value for f in facts if f.attribute == "birth_date"] == []
    facts = facts_of("Ann Doe, born in Roe, then called Lea, in 1924, sang.", ANN)
    assert [f.value for f in facts if f.attribute == "birth_date"] == ["1924"]


@pytest.mark.parametrize(
    ("words", "place", "day"),
    [
        ("Ann Doe was born Marion Pell in Quill on 9 April 1984.", "Quill", "1984-04-09"),
        ("Ann Doe was born in Quill on 9 April 1984.", "Quill", "1984-04-09"),
    ],
)
def test_a_name_of_then_stands_before_the_place(words, place, day, facts_of) -> None:
    """Who was "born Marion Pell in Quill" was born in Quill."""
    facts = facts_of(words, ANN)
    assert {(f.attribute, f.value) for f in facts if f.subject == "Ann Doe"} == {
        ("birth_place", place),
        ("birth_date", day),
    }


@pytest.mark.parametrize(
    ("phrase", "place"),
    [
        ("The singer, who was born in Quill, said that she would like a dog.", "Quill"),
        ("Doe, who was born Marion Pell in Quill, slept.", "Quill"),
        ("The sister of the singer, who was born in Quill, slept.", None),
    ],
)
def test_born_within_the_phrase_that_means_somebody(phrase, place) -> None:
    """The clause is part of the mention; one that hangs on another noun tells nothing."""
    facts = annotate_document(
        document_of(f"Ann Doe has sold a million songs. {phrase}"), "facts"
    ).of(Fact)
    assert [f.value for f in facts if f.attribute == "birth_place"] == ([place] if place else [])
