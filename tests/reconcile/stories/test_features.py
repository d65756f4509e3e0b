"""Names and rare words say what an article is about."""

import numpy as np
import pytest

from reportedly.model import Article, Region
from reportedly.reconcile.stories.features import counted, feature_hash, features_of
from reportedly.reconcile.stories.vectors import Vectors, vectors
from reportedly.schema import table_of

HARBOUR = "The harbour closes. Harbourmaster Oda Fenwright locks the gate; the harbour sleeps."


def vectors_of(*texts: str) -> Vectors:
    articles = [
        Article(article_id=f"a{at}", path="x", text=text, sha256="")
        for at, text in enumerate(texts)
    ]
    tables = {"articles": table_of(Article, articles), "regions": table_of(Region, [])}
    return vectors(features_of(tables))


def cosine(found: Vectors, left: int, right: int) -> float:
    return float(found.cosines(np.array([left]), np.array([right]))[0])


def test_a_name_at_the_start_of_a_sentence_is_that_name() -> None:
    """Where a word is a name in the article, it is everywhere; possessives are the name itself."""
    features = counted("Asked why, Fenwright smiled. Fenwright’s clock stood. A clock is a clock.")
    assert features["@fenwright"] > 0
    assert "fenwright" not in features
    assert features["clock"] > features["@fenwright"] / 2


def test_boilerplate_is_not_counted() -> None:
    """Words of spans that are left out have no weight."""
    assert "harbour" not in counted(HARBOUR, [(0, len(HARBOUR))])


def test_names_weigh_more_than_words() -> None:
    """Used equally often, and equally rare in the pile."""
    found = vectors_of("We saw Oda Fenwright and a lantern.", "Nobody heard the kettle.")
    total = dict(zip(found.names[found.features[0]].tolist(), found.weights[0], strict=True))
    assert total[feature_hash("@fenwright")] > total[feature_hash("lantern")] > 0


def test_vectors_are_of_length_one_and_symmetric() -> None:
    """A vector is like itself by 1, an empty article is like nothing, and order does not matter."""
    found = vectors_of(HARBOUR, "", HARBOUR + " Bells.")
    assert cosine(found, 0, 0) == pytest.approx(1.0)
    assert cosine(found, 0, 1) == 0.0
    assert 0.5 < cosine(found, 0, 2) == cosine(found, 2, 0) < 1.0


def test_cosines_of_many_pairs_are_those_of_each() -> None:
    """Pairs of several left sides do not disturb one another."""
    found = vectors_of(HARBOUR, "The gate of the harbour.", "Oda Fenwright sleeps.", "Bells.")
    left, right = np.array([0, 0, 1, 2]), np.array([1, 2, 2, 3])
    each = [cosine(found, a, b) for a, b in zip(left.tolist(), right.tolist(), strict=True)]
    assert found.cosines(left, right).tolist() == each
