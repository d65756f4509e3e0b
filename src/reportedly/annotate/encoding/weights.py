"""The shipped encoder: its files, checked against their hashes, loaded once a process.

In: a folder of model files. Out: an `Encoder` whose `run` gives all scores of one window.
"""

import hashlib
import json
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import numpy as np
import onnxruntime

from reportedly.annotate.encoding.fingerprint import FOLDER
from reportedly.annotate.encoding.model import FloatArray, Inventory
from reportedly.annotate.encoding.reading import Names, WindowScores, names_of
from reportedly.annotate.encoding.vocabulary import IntArray, Vocabulary, load_vocabulary
from reportedly.errors import RunAborted

#: What stands before and after the pieces of each window: [CLS] and [SEP] of the vocabulary.
_FIRST, _LAST = 101, 102
_OUTPUTS = ["scores", "vectors", "tags", "arcs", "labels", "entities", "starts"]
#: The runtime's own kernel for the sum before a layer norm takes ten times as long as sum and norm.
_SLOW_FUSIONS = ["SkipLayerNormFusion"]


class ModelFileError(RunAborted):
    """A file of the encoder is missing or is not the one that was released."""


@dataclass(frozen=True, slots=True)
class Window:
    """One window as the graph reads it.

    `pieces` [p] are vocabulary numbers, `features` [p, 4] those of each piece's word; `words`
    [w, 2] and `tokens` [t, 2] are the first and last piece of each.
    """

    pieces: IntArray
    features: IntArray
    words: IntArray
    tokens: IntArray


@dataclass(frozen=True, slots=True)
class Encoder:
    """Session, vocabulary and the meaning of the labels."""

    session: Any
    vocabulary: Vocabulary
    inventory: Inventory
    names: Names

    @property
    def root(self) -> int:
        """Number of the label of roots."""
        return self.inventory.deps.index("ROOT")

    def run(
        self, window: Window, *, token_vectors: bool
    ) -> tuple[FloatArray, FloatArray, WindowScores, FloatArray | None]:
        """Label scores and vectors of the words of one window; its tokens' scores and vectors.

        A window is run alone, so that nothing beside it can change its numbers.
        """
        marked = np.empty((1, len(window.pieces) + 2), dtype=np.int64)
        marked[0, 0], marked[0, 1:-1], marked[0, -1] = _FIRST, window.pieces, _LAST
        features = np.zeros((1, marked.shape[1], window.features.shape[1]), dtype=np.int64)
        features[0, 1:-1] = window.features
        inputs = {
            "pieces": marked,
            "features": features,
            "edges": (window.words + 1).astype(np.int64)[None],
            "token_edges": (window.tokens + 1).astype(np.int64)[None],
        }
        if not len(window.tokens):  # the graph wants one at least; nobody reads what it says
            inputs["token_edges"] = np.ones((1, 1, 2), dtype=np.int64)
        if not token_vectors:
            scores, vectors, *tokens = self.session.run(_OUTPUTS, inputs)
            return scores, vectors, WindowScores(*tokens), None
        of_tokens, scores, vectors, *tokens = self.session.run(["token_vectors", *_OUTPUTS], inputs)
        return scores, vectors, WindowScores(*tokens), of_tokens[: len(window.tokens)]


@lru_cache(maxsize=1)
def shipped_encoder() -> Encoder:
    """The encoder inside the package."""
    return load_encoder(Path(str(FOLDER)))


def load_encoder(folder: Path, *, graph: str = "model.int8.onnx") -> Encoder:
    """Read and check a model folder; raises `ModelFileError`."""
    card = read_card(folder)
    names, types = names_of(tuple(card["entities"]))
    return Encoder(
        session=_session(folder / graph),
        vocabulary=load_vocabulary(folder / "tokenizer.json"),
        inventory=Inventory(tuple(card["tags"]), tuple(card["deps"]), types),
        names=names,
    )


@lru_cache(maxsize=4)
def read_card(folder: Path) -> dict[str, Any]:
    """What `model.json` says, after a look at all the files that it names; `ModelFileError`."""
    try:
        card: dict[str, Any] = json.loads((folder / "model.json").read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise _unreadable(folder / "model.json", error) from error
    for name, digest in card["sha256"].items():
        _check(folder / name, digest)
    return card


def _unreadable(path: Path, error: Exception) -> ModelFileError:
    return ModelFileError(f"encoder: cannot read {path} ({error}); reinstall reportedly")


def _check(path: Path, digest: str) -> None:
    try:
        found = hashlib.sha256(path.read_bytes()).hexdigest()
    except OSError as error:
        raise _unreadable(path, error) from error
    if found != digest:
        raise ModelFileError(
            f"encoder: {path} has sha256 {found}, expected {digest}; reinstall reportedly"
        )


def _session(path: Path) -> Any:
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    return onnxruntime.InferenceSession(
        str(path),
        sess_options=options,
        providers=["CPUExecutionProvider"],
        disabled_optimizers=_SLOW_FUSIONS,
    )
