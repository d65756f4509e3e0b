"""Animals have no facts of persons, and persons beside animals keep theirs."""

import pytest

NAMED = {"Bess": (), "Ann Doe": ("Doe",)}


@pytest.mark.parametrize(
    "text",
    [
        "Bess the labrador is a mother of six.",
        "Bess, a black Welsh pony, is a mother of six.",
        "Bess, Ann Doe's spaniel, is a mother of six.",
        "The rescue dog Bess is a mother of six.",
        "A cat called Bess is a mother of six.",
        "The town lost its swan, Bess, a mother of six. Bess, 9, is a mother of six.",
    ],
)
def test_animals_are_mothers_of_nobody(text, facts_of):
    assert not [f for f in facts_of(text, NAMED) if f.subject == "Bess"]


@pytest.mark.parametrize(
    "text",
    [
        "Bess, the dog walker, is a mother of six.",
        "Bess, the Lion of Marl, is a mother of six.",
        "Ann Doe lost her dog, Bess said. Bess is a mother of six.",
        "Bess, who keeps a horse, is a mother of six.",
        "Bess and the dog are out. Bess is a mother of six.",
        "Ann Doe's hen party cost Bess, a mother of six, a tooth.",
    ],
)
def test_whoever_keeps_animals_is_a_mother(text, facts_of):
    found = [(f.subject, f.attribute, f.value) for f in facts_of(text, NAMED)]
    assert ("Bess", "children", "6") in found
