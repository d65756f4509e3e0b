"""The shipped model of pairs: its files, checked against their hashes, loaded once a process."""

import functools
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import onnxruntime
from tokenizers import Tokenizer

from reportedly.annotate.encoding.weights import FOLDER as ENCODER
from reportedly.annotate.encoding.weights import read_card
from reportedly.reconcile.pairs.files import FOLDER


@dataclass(frozen=True, slots=True, eq=False)
class PairModel:
    """Session, tokenizer, the labels in the order of the scores, and settings."""

    session: Any
    tokenizer: Any
    labels: tuple[str, ...]
    any_pair: int
    """the question asked of two sentences that need not be about one occasion"""


@functools.lru_cache(maxsize=1)
def shipped_pair_model() -> PairModel:
    """The model inside the package; raises `ModelFileError`."""
    return load_pair_model(Path(str(FOLDER)))


def load_pair_model(folder: Path) -> PairModel:
    """Read and check a model folder; raises `ModelFileError`."""
    card = read_card(folder)
    # The vocabulary is the encoder's own, so that it ships once.
    tokenizer = Tokenizer.from_file(str(Path(str(ENCODER)) / "tokenizer.json"))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    return PairModel(
        _session(folder / "model.int8.onnx"), tokenizer, tuple(card["labels"]), card["any_pair"]
    )


def _session(path: Path) -> Any:
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    return onnxruntime.InferenceSession(
        str(path), sess_options=options, providers=["CPUExecutionProvider"]
    )
