"""How much two sentences say the same, of plain cases about invented people."""

import pytest

from reportedly.reconcile.pairs.alike import are_alike, similarity


def test_similarity_is_symmetric_and_orders_pairs() -> None:
    """The same news in other words is nearer than other news of the place."""
    fire, blaze = "Five die in Kestlin warehouse fire", "Kestlin warehouse blaze kills five"
    other = "Kestlin council votes on harbour dues"
    assert similarity(fire, blaze) == similarity(blaze, fire)
    assert similarity(fire, blaze) > similarity(fire, other) + 0.2


def test_the_contrary_says_less_of_the_same() -> None:
    """People see less of the same in a denial, and where a number is another."""
    closed, open_ = "The council closed the school", "The council did not close the school"
    assert similarity(closed, open_) < similarity(closed, "The council shut the school")
    nine, ten = "Nine die in Kestlin fire", "Ten die in Kestlin fire"
    assert similarity(nine, ten) < similarity(nine, nine) - 0.1
    assert 0.0 <= similarity("", nine) <= similarity(nine, nine) <= 1.0


def test_other_people_and_places_say_less_of_the_same() -> None:
    """The same kind of news about somebody else, or from elsewhere, is other news."""
    here = "Ferry sinks off Kestlin, twelve missing"
    assert similarity(here, "Ferry sinks off Pelworth, twelve missing") < similarity(here, here)
    assert similarity(here, "Twelve missing as Kestlin ferry sinks") > similarity(
        here, "Kestlin ferry gets a new captain"
    )


def test_texts_that_say_nothing() -> None:
    """Without any word that says something there is still a number."""
    for text in ("", "?", "We will"):
        assert 0.0 <= similarity(text, text) <= 1.0
        assert similarity(text, "The ferry is late") < 0.4


@pytest.mark.parametrize("at_least", [0.2, 0.5, 0.7, 0.9])
def test_alike_is_what_similarity_says(at_least: float) -> None:
    """Also where it is told without asking what follows from what."""
    texts = (
        "Ilse Quell sold the old mill to a brewery",
        "The old mill was sold by Ilse Quell",
        "Ilse Quell did not sell the mill",
        "Nine people were hurt in a fire at the harbour",
    )
    for first in texts:
        for second in texts:
            assert are_alike(first, second, at_least) == (similarity(first, second) >= at_least)
