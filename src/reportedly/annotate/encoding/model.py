"""What one pass of the encoder over a text leaves: arrays over its words and its tokens."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from reportedly.annotate.encoding.words import BoolArray, IntArray, Words

FloatArray = npt.NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Inventory:
    """The names of the labels that the token columns number."""

    tags: tuple[str, ...]
    deps: tuple[str, ...]
    entities: tuple[str, ...]
    """OntoNotes types; the first is '' for what belongs to no name"""


@dataclass(frozen=True, slots=True)
class TokenColumns:
    """The tokens of a text, white space left out, as parallel arrays in order.

    `spans` are offsets into the text; `line` numbers its lines, empty ones included; `head` numbers
    tokens (a root is its own head); `tag`, `dep` and `entity` number the `Inventory`.
    """

    spans: IntArray
    line: IntArray
    starts_sentence: BoolArray
    tag: IntArray
    head: IntArray
    dep: IntArray
    entity: IntArray
    starts_entity: BoolArray

    def __len__(self) -> int:
        return len(self.spans)


@dataclass(frozen=True, slots=True)
class Encoding:
    """Everything that the stages read from the encoder about one text.

    `scores` [words, labels] and `vectors` [words, width] are attribution's; `windows` are the
    half-open word ranges that were encoded together.  `token_vectors` [tokens, width] are read by
    the network that links mentions, and None where nobody asked for them: they take more room than
    all the rest.
    """

    words: Words
    windows: tuple[tuple[int, int], ...]
    scores: FloatArray
    vectors: FloatArray
    tokens: TokenColumns
    inventory: Inventory
    token_vectors: FloatArray | None = None
