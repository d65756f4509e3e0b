"""What the model of pairs says of plain cases about invented people."""

import pytest

from reportedly.reconcile.pairs.judging import (
    closeness,
    exclude_each_other,
    judge,
    nearest,
    nearness,
    shared_words,
)


@pytest.mark.parametrize(
    ("first", "second", "label"),
    [
        ("The council closed the school", "The council did not close the school", "contradiction"),
        ("Ilse Quell sold the old mill", "The old mill was sold by Ilse Quell", "entailment"),
        ("Nine people were hurt in a fire", "Several people were hurt in a fire", "entailment"),
        ("Ilse Quell may sell the old mill", "Ilse Quell will sell the old mill", "neutral"),
        ("Ilse Quell sold the old mill", "Rafe Osei sold the old mill", "neutral"),
        ("Ilse Quell will sell the old mill", "Ilse Quell sold the old mill", "neutral"),
    ],
)
def test_plain_pairs(first: str, second: str, label: str) -> None:
    """Negation, passive, a wider word, modality, another person, another tense."""
    assert judge(first, second).label == label


def test_probabilities_add_up() -> None:
    """The three are shares of one."""
    found = judge("The ferry is late", "A ferry is not late")
    assert found.entailment + found.neutral + found.contradiction == pytest.approx(1, abs=0.001)


def test_the_contrary_needs_both_directions() -> None:
    """A denial excludes in both directions."""
    both = ("The port authority raised the dues", "The port authority never raised the dues")
    assert exclude_each_other(*both) > 0.5
    assert exclude_each_other(*both) == exclude_each_other(*reversed(both))


def test_shared_words_of_nothing() -> None:
    """Two empty texts share nothing."""
    assert shared_words("", "") == 0.0


def test_nearest_is_the_best_of_all() -> None:
    """For each text the nearness to its nearest, whatever the order of the others."""
    ferry, mill = "The ferry is late today", "Somebody bought the old mill"
    others = ["The boat comes late", "The mill has been sold"]
    found = nearest([ferry, mill], others)
    assert found == pytest.approx(
        [max(nearness(text, o) for o in others) for text in (ferry, mill)]
    )
    assert nearest([ferry, mill], others[::-1]) == pytest.approx(found)


def test_the_contrary_is_close() -> None:
    """A denial is of the same matter."""
    assert closeness("The council closed the school", "The council did not close the school") > 0.7
