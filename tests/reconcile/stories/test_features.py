"""Names, rare words and entities say what an article is about."""

import pytest

from reportedly.reconcile.stories.features import cosine, counted, total, vectors

HARBOUR = "The harbour closes. Harbourmaster Oda Fenwright locks the gate; the harbour sleeps."


def test_a_name_at_the_start_of_a_sentence_is_that_name() -> None:
    """Where a word is a name in the article, it is everywhere; possessives are the name itself."""
    features = counted("Asked why, Fenwright smiled. Fenwright’s clock stood. A clock is a clock.")
    assert features["@fenwright"] > 0
    assert "fenwright" not in features
    assert features["clock"] > features["@fenwright"] / 2


def test_boilerplate_is_not_counted() -> None:
    """Words of spans that are left out have no weight."""
    assert "harbour" not in counted(HARBOUR, [(0, len(HARBOUR))])


def test_entities_bring_articles_nearer() -> None:
    """Two articles that name one person by different names are nearer when the entity is known."""
    other = "Bye, Captain Fog! The Fog Queen hangs up her cap."
    apart = vectors({"a": counted(HARBOUR), "b": counted(other)})
    near = vectors({"a": counted(HARBOUR, (), ["e1"]), "b": counted(other, (), ["e1", "e1"])})
    assert cosine(near["a"], near["b"]) > cosine(apart["a"], apart["b"])


def test_vectors_are_of_length_one_and_symmetric() -> None:
    """A vector is like itself by 1, an empty article is like nothing, and order does not matter."""
    found = vectors({"a": counted(HARBOUR), "b": counted(""), "c": counted(HARBOUR + " Bells.")})
    assert cosine(found["a"], found["a"]) == pytest.approx(1.0)
    assert cosine(found["a"], found["b"]) == 0.0
    assert cosine(found["a"], found["c"]) == cosine(found["c"], found["a"])


def test_total_adds_up() -> None:
    """The sum of vectors has all features of all."""
    assert total([{"x": 0.5}, {"x": 0.25, "y": 1.0}]) == {"x": 0.75, "y": 1.0}
