"""The network that scores pairs of phrases, in numpy, and its weights.

In: token vectors and the descriptions of phrases and pairs.  Out: a score for each pair, and for
each phrase the score of taking up nothing.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from pathlib import Path

import numpy as np

from reportedly.annotate.coreference.neural.columns import Columns
from reportedly.annotate.coreference.neural.features import (
    FloatArray,
    Pairs,
    describe_pairs,
    describe_phrases,
)
from reportedly.annotate.encoding.fingerprint import FOLDER
from reportedly.annotate.encoding.weights import ModelFileError, read_card

#: Pairs scored at once: keeps the memory of a long article small.
_AT_ONCE = 16384


@dataclass(frozen=True, slots=True)
class Network:
    """The weights by name: matrices [in, out] and biases, as training writes them."""

    weights: Mapping[str, FloatArray]

    def score(
        self, columns: Columns, pairs: Pairs, vectors: FloatArray
    ) -> tuple[FloatArray, FloatArray]:
        """Scores [pairs] and scores [phrases] of taking up nothing; `vectors` [tokens, width]."""
        w = self.weights
        phrases = self._phrases(columns, vectors)
        later, earlier = phrases @ w["later"] + w["later_bias"], phrases @ w["earlier"]
        left, right = phrases @ w["left"], phrases @ w["right"]
        scores = []
        for start in range(0, len(pairs.later), _AT_ONCE):
            part = slice(start, start + _AT_ONCE)
            cut = Pairs(pairs.later[part], pairs.earlier[part], pairs.shared[part])
            i, j = cut.later, cut.earlier
            hidden = describe_pairs(columns, cut).astype(np.float32) @ w["pair"]
            hidden += later[i] + earlier[j] + (left[i] * right[j]) @ w["product"]
            np.maximum(hidden, 0, out=hidden)
            hidden += np.maximum(hidden @ w["again"] + w["again_bias"], 0)
            scores.append(hidden @ w["out"])
        none = np.maximum(phrases @ w["none"] + w["none_bias"], 0) @ w["none_out"]
        return np.concatenate([np.zeros(0, np.float32), *scores]), none - w["bias"]

    def _phrases(self, c: Columns, vectors: FloatArray) -> FloatArray:
        """A vector for each phrase: of its head, first, last and mean token and its description."""
        w = self.weights
        sums = np.concatenate([np.zeros((1, vectors.shape[1])), vectors.cumsum(axis=0)])
        length = (c["last"] - c["first"] + 1)[:, None]
        mean = ((sums[c["last"] + 1] - sums[c["first"]]) / length).astype(np.float32)
        found: FloatArray = describe_phrases(c) @ w["described"] + w["phrase_bias"]
        found += mean @ w["mean"]
        for name in ("head", "first", "last"):
            found += vectors[c[name]] @ w[name]
        return np.maximum(found, 0, out=found)


@lru_cache(maxsize=1)
def find_network() -> Network | None:
    """The network inside the package; None when the package was built without it."""
    folder = Path(str(files("reportedly.models"))) / "coreference"
    return read_network(folder) if (folder / "model.json").exists() else None


def read_network(folder: Path) -> Network:
    """Read what training wrote.

    Raises:
        ModelFileError: the files are not those that were released, or were made for vectors of
            another encoder.
    """
    card = read_card(folder)
    encoder = read_card(Path(str(FOLDER)))["sha256"]["model.int8.onnx"]
    if card["encoder"] != encoder:
        raise ModelFileError(
            f"coreference: {folder} was made for encoder {card['encoder'][:12]}, not for "
            f"{encoder[:12]}; run `make train-coreference`"
        )
    with np.load(folder / "links.npz") as stored:
        return Network({name: stored[name].astype(np.float32) for name in stored.files})
