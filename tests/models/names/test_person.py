"""What two names of persons say about being one person."""

import pytest

from reportedly.models.names import find_gender, is_given_name, may_be_same
from reportedly.models.names.person import PersonName, contradict, person_name


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Orla Fenwick", PersonName("orla", (), "fenwick")),
        ("Orla M. Fenwick", PersonName("orla", ("m",), "fenwick")),
        ("Fenwick", PersonName("", (), "fenwick")),
        ("Tobin de la Haye Jr.", PersonName("tobin", (), "de la haye", "jr")),
        ("De Witte", PersonName("", (), "de witte")),
        ("Sean O’Dray", PersonName("sean", (), "o'dray")),
        ("Orla Fenwick, MD", PersonName("orla", (), "fenwick")),
        ('Wendell "Wen" Oakes', PersonName("wendell", (), "oakes")),
    ],
)
def test_names_are_taken_apart(text: str, parts: PersonName) -> None:
    """Particles belong to the family name, quoted nicknames and full stops to nothing."""
    assert person_name(text) == parts


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Orla Fenwick", "Fenwick"),
        ("Orla Fenwick", "Orla"),
        ("Orla Fenwick", "Orla Brandt Fenwick"),
        ("Orla Brandt", "Orla Brandt Fenwick"),
        ("William Oakes", "Bill Oakes"),
        ("W. Oakes", "Wendell Oakes"),
        ("Iris Vell-Crane", "Iris Crane"),
        ("Tobin de Witte", "De Witte"),
        ("Sean O’Dray", "O'Dray"),
        ("J. Edgar Moll", "Edgar Moll"),
    ],
)
def test_names_that_fit(one: str, other: str) -> None:
    """Parts, short forms, initials and double names do not speak against one person."""
    assert not contradict(one, other)
    assert not contradict(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Orla Fenwick", "Tobin Fenwick"),
        ("Orla Fenwick", "Orla Brandt"),
        ("Orla Fenwick", "Brandt"),
        ("Fenwick", "Brandt"),
        ("Orla A. Fenwick", "Orla B. Fenwick"),
        ("Wendell Oakes Jr.", "Wendell Oakes Sr."),
    ],
)
def test_names_that_contradict(one: str, other: str) -> None:
    """Relatives, namesakes' halves and generations are different people."""
    assert contradict(one, other)
    assert contradict(other, one)


def test_three_letters_are_a_closed_syllable() -> None:
    """ "Sev" is Severin cut before a vowel; "Wen" is not Wenbo, nor "Tho" Thora or "Sea" Sean."""
    assert may_be_same("Sev", "Severin")
    assert not may_be_same("Wen", "Wenbo")
    assert not may_be_same("Tho", "Thora")
    assert not may_be_same("Sea", "Sean")


def test_short_forms_of_a_name_that_differs_by_its_ending() -> None:
    """The table has Augustine with Gus; Augustin is called so, too, and August Tarn's Tess not."""
    assert may_be_same("Gus", "Augustin")
    assert not may_be_same("Tess", "Augustin")
    assert not may_be_same("Gus", "Augusts")


def test_clipped_names_are_no_other_names() -> None:
    """A name cut short fits the longer one unless it is a name of its own."""
    assert may_be_same("Thess", "Thessaly")
    assert not may_be_same("Anna", "Annabel-Lee")
    assert not may_be_same("Cor", "Corvin")
    assert may_be_same("Otty", "Ottoline")
    assert may_be_same("Romilly", "Romy")
    assert not may_be_same("Henry", "Henrietta")
    assert not may_be_same("Romy", "Rowena")
    assert not may_be_same("Curry", "Curtis")


def test_gender_is_evidence_only_where_the_table_knows() -> None:
    """Unknown names say nothing."""
    assert find_gender("Mary") == "f"
    assert find_gender("Robert") == "m"
    assert find_gender("Thessaly") is None


@pytest.mark.parametrize(
    ("name", "pronoun"), [("Gideon", "m"), ("Saoirse", "f"), ("Magnus", "m"), ("Kit", "x")]
)
def test_names_from_elsewhere_tell_as_much(name: str, pronoun: str) -> None:
    """Those that the census lacks go with a pronoun too, and are no proof of being a name."""
    assert find_gender(name) == pronoun
    assert name == "Kit" or not is_given_name(name)
