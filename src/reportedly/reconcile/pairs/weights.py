"""The shipped model of pairs: its files, checked against their hashes, loaded once a process."""

import functools
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import onnxruntime

from reportedly.annotate.encoding.fingerprint import FOLDER as ENCODER
from reportedly.annotate.encoding.vocabulary import Vocabulary, find_words, load_vocabulary
from reportedly.annotate.encoding.weights import read_card
from reportedly.reconcile.pairs.files import FOLDER

#: What the graph calls the states of all pieces behind its last layer.
STATES = "/layers.5/last_norm/LayerNormalization_output_0"
#: Numbers of the fields of ONNX's messages: a model's graph, a graph's output, an output's name
#: and type, a type's tensor, a tensor's kind of element; and the kind that is float.
_GRAPH, _OUTPUT, _NAME, _TYPE, _TENSOR, _ELEMENT, _FLOAT = 7, 12, 1, 2, 1, 1, 1


@dataclass(frozen=True, slots=True, eq=False)
class PairModel:
    """Session, vocabulary, the labels in the order of the scores, and settings."""

    session: Any
    vocabulary: Vocabulary
    labels: tuple[str, ...]
    any_pair: int
    """the question asked of two sentences that need not be about one occasion"""

    def pieces_of(self, text: str) -> list[int]:
        """The numbers of the word pieces of a text."""
        words = (text[start:end] for start, end in find_words(text).tolist())
        return [number for word in words for number in self.vocabulary.pieces_of(word).numbers]


@functools.lru_cache(maxsize=1)
def shipped_pair_model() -> PairModel:
    """The model inside the package; raises `ModelFileError`."""
    return load_pair_model(Path(str(FOLDER)))


def load_pair_model(folder: Path) -> PairModel:
    """Read and check a model folder; raises `ModelFileError`."""
    card = read_card(folder)
    # The vocabulary is the encoder's own, so that it ships once.
    vocabulary = load_vocabulary(Path(str(ENCODER)) / "tokenizer.json")
    return PairModel(
        _session(folder / "model.int8.onnx"), vocabulary, tuple(card["labels"]), card["any_pair"]
    )


def _session(path: Path) -> Any:
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    graph = path.read_bytes() + _as_output(STATES)
    return onnxruntime.InferenceSession(
        graph, sess_options=options, providers=["CPUExecutionProvider"]
    )


def _as_output(name: str) -> bytes:
    """What makes the graph give one of its inner values, too, when it is appended to the file.

    Messages of this format that follow on one another are one message.
    """
    kind = _field(_TENSOR, bytes([_ELEMENT << 3, _FLOAT]))
    output = _field(_NAME, name.encode()) + _field(_TYPE, kind)
    return _field(_GRAPH, _field(_OUTPUT, output))


def _field(number: int, content: bytes) -> bytes:
    """A field of bytes: its number and kind, its length, and itself; up to 127 bytes."""
    return bytes([number << 3 | 2, len(content)]) + content
