"""The network in numpy, and its files."""

import json
from pathlib import Path

import numpy as np
import pytest

from reportedly.annotate.coreference.neural import network
from reportedly.annotate.coreference.neural.features import (
    FloatArray,
    describe_pairs,
    describe_phrases,
    pairs_of,
)
from reportedly.annotate.coreference.neural.network import Network, read_network
from reportedly.annotate.encoding.weights import ModelFileError
from tests.annotate.coreference.neural.described import described

TEXT = "The red barge sank. Divers searched the barge. It had carried grain to the old mill."
WIDTH, PHRASE, PAIR = 6, 5, 4


def _weights() -> dict[str, FloatArray]:
    _, columns = described(TEXT)
    phrases = describe_phrases(columns).shape[1]
    pair = describe_pairs(columns, pairs_of(columns)).shape[1]
    shapes = {
        **dict.fromkeys(("head", "first", "last", "mean"), (WIDTH, PHRASE)),
        "described": (phrases, PHRASE),
        **dict.fromkeys(("later", "earlier", "none"), (PHRASE, PAIR)),
        **dict.fromkeys(("left", "right"), (PHRASE, 3)),
        "product": (3, PAIR),
        "pair": (pair, PAIR),
        "again": (PAIR, PAIR),
        **dict.fromkeys(("later_bias", "again_bias", "none_bias", "out", "none_out"), (PAIR,)),
        "phrase_bias": (PHRASE,),
        "bias": (),
    }
    random = np.random.default_rng(3)
    return {name: random.normal(size=shape).astype(np.float32) for name, shape in shapes.items()}


def _score(weights: dict[str, FloatArray]) -> tuple[FloatArray, FloatArray]:
    found, columns = described(TEXT)
    tokens = len(found.parse.tokens)
    vectors = np.random.default_rng(5).normal(size=(tokens, WIDTH)).astype(np.float32)
    return Network(weights).score(columns, pairs_of(columns), vectors)


def test_a_score_for_each_pair_and_each_phrase() -> None:
    """As many scores as pairs, and as many of taking up nothing as phrases."""
    _, columns = described(TEXT)
    scores, none = _score(_weights())
    assert scores.shape == (len(pairs_of(columns).later),)
    assert none.shape == (len(columns),)


def test_pairs_scored_in_parts_score_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    """How many pairs are scored at once changes no score."""
    whole, _ = _score(_weights())
    monkeypatch.setattr(network, "_AT_ONCE", 3)
    parts, _ = _score(_weights())
    np.testing.assert_allclose(parts, whole, rtol=1e-4, atol=1e-5)


def test_the_bias_favours_links() -> None:
    """A larger bias lowers every score of taking up nothing by as much."""
    weights = _weights()
    _, before = _score(weights)
    _, after = _score({**weights, "bias": weights["bias"] + np.float32(1)})
    np.testing.assert_allclose(before - after, 1, rtol=1e-5)


def test_weights_for_another_encoder_are_refused(tmp_path: Path) -> None:
    """Weights read the vectors of one encoder; beside another they would link at random."""
    card = {"encoder": "0" * 64, "sha256": {}}
    (tmp_path / "model.json").write_text(json.dumps(card), encoding="utf-8")
    with pytest.raises(ModelFileError, match="make train-coreference"):
        read_network(tmp_path)
