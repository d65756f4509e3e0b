"""The shipped model: its files, checked against their hashes, loaded once a process.

In: a folder of model files. Out: a `Model` whose `run` gives label scores and vectors of words.
"""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from pathlib import Path
from typing import Any

import numpy as np
import onnxruntime
from tokenizers import Tokenizer

from reportedly.annotate.attribution.neural.calibration import Calibration
from reportedly.annotate.attribution.neural.linking import LinkScorer
from reportedly.annotate.attribution.neural.pairs import FloatArray
from reportedly.annotate.attribution.neural.words import IntArray
from reportedly.errors import RunAborted

# [CLS] and [SEP] of the vocabulary: the encoder was trained with both around each window.
_FIRST, _LAST = 101, 102


class ModelFileError(RunAborted):
    """A file of the attribution model is missing or is not the one that was released."""


@dataclass(frozen=True, slots=True)
class Settings:
    """Numbers chosen on held-out articles; each shifts a decision towards or away from "none".

    `begin_bonus` is added where a span begins, the two biases to the score of having no parent.
    """

    begin_bonus: float
    no_cue_bias: float
    no_source_bias: float
    min_confidence: float


@dataclass(frozen=True, slots=True)
class Model:
    """Session, tokenizer and the weights used outside the graph."""

    session: Any
    tokenizer: Any
    transitions: FloatArray
    to_cue: LinkScorer
    to_source: LinkScorer
    settings: Settings
    calibration: Calibration

    def run(
        self, pieces: IntArray, features: IntArray, edges: IntArray
    ) -> tuple[FloatArray, FloatArray]:
        """Label scores [words, 7] and vectors [words, 128] of one window.

        `features` [pieces, 4] are those of each piece's word; `edges` [words, 2] are the first
        and last piece of each word. A window is run alone, so that nothing beside it can
        change its numbers.
        """
        marked = np.concatenate([[_FIRST], pieces, [_LAST]]).astype(np.int64)
        inputs = {
            "pieces": marked[None],
            "features": np.pad(features, ((1, 1), (0, 0))).astype(np.int64)[None],
            "edges": (edges + 1).astype(np.int64)[None],
        }
        scores, vectors = self.session.run(["scores", "vectors"], inputs)
        return scores, vectors


@lru_cache(maxsize=1)
def shipped_model() -> Model:
    """The model inside the package."""
    return load_model(Path(str(files("reportedly"))) / "models" / "attribution")


def load_model(folder: Path, *, graph: str = "model.int8.onnx", threads: int = 1) -> Model:
    """Read and check a model folder; raises `ModelFileError`."""
    try:
        card = json.loads((folder / "model.json").read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise _unreadable(folder / "model.json", error) from error
    for name, digest in card["sha256"].items():
        _check(folder / name, digest)
    heads = np.load(folder / "heads.npz")
    return Model(
        session=_session(folder / graph, threads),
        tokenizer=_tokenizer(folder / "tokenizer.json"),
        transitions=heads["transitions"],
        to_cue=LinkScorer(_named(heads, "to_cue.")),
        to_source=LinkScorer(_named(heads, "to_source.")),
        settings=Settings(**card["settings"]),
        calibration=Calibration(tuple(card["calibration"]["weights"]), card["calibration"]["bias"]),
    )


def _unreadable(path: Path, error: Exception) -> ModelFileError:
    return ModelFileError(f"attribution model: cannot read {path} ({error}); reinstall reportedly")


def _check(path: Path, digest: str) -> None:
    try:
        found = hashlib.sha256(path.read_bytes()).hexdigest()
    except OSError as error:
        raise _unreadable(path, error) from error
    if found != digest:
        raise ModelFileError(
            f"attribution model: {path} has sha256 {found}, expected {digest}; reinstall reportedly"
        )


def _session(path: Path, threads: int) -> Any:
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    return onnxruntime.InferenceSession(
        str(path), sess_options=options, providers=["CPUExecutionProvider"]
    )


def _tokenizer(path: Path) -> Any:
    tokenizer = Tokenizer.from_file(str(path))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    return tokenizer


def _named(heads: Mapping[str, FloatArray], prefix: str) -> dict[str, FloatArray]:
    return {key.removeprefix(prefix): heads[key] for key in heads if key.startswith(prefix)}
