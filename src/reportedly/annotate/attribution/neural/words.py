"""Words of a text as the attribution model sees them, with the features that lower-casing hides.

In: a text. Out: arrays over its words (offsets, pieces of the tokenizer, case, quotation state,
place in the article). The text itself is never changed: offsets point into it.
"""

import re
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from reportedly.annotate.attribution.neural.quotation_marks import quote_states

IntArray = npt.NDArray[np.int32]

#: Number of values of each feature column, in the order of `Words.features`.
FEATURE_SIZES = (6, 6, 4, 2)
# A first line longer than this is a paragraph, not a headline.
_HEADLINE_CHARS = 200
_ENDS_SENTENCE = re.compile(r"[.!?…][\"”’']*\s*\Z")
_SENTENCE_END = re.compile(r"[.!?…][\"”’')\]]*(?=\s|\Z)")
# A tokenizer call keeps all offsets of its text in memory: long texts go in parts of this size.
_PART_CHARS = 50_000
_PART = re.compile(rf"(?s).{{1,{_PART_CHARS}}}(?:(?<=\n)|\Z)|.{{1,{_PART_CHARS}}}")


@dataclass(frozen=True, slots=True)
class Words:
    """The words of one text, as parallel arrays.

    `spans` holds offsets [n, 2]; `first_piece` [n + 1] indexes into `pieces`; `features` [n, 4]
    holds case, quotation state, place and whether a space stands before; `line` numbers the
    non-empty lines; `ends` is true of words after which a sentence may end.
    """

    spans: IntArray
    first_piece: IntArray
    pieces: IntArray
    features: IntArray
    line: IntArray
    ends: npt.NDArray[np.bool_]

    def __len__(self) -> int:
        return len(self.spans)


def split_words(text: str, tokenizer: Any) -> Words:
    """The words of `text`; `tokenizer` is a `tokenizers.Tokenizer` without truncation."""
    spans: list[tuple[int, int]] = []
    first_piece: list[int] = []
    pieces: list[int] = []
    for part in _PART.finditer(text):
        encoding = tokenizer.encode(part.group(), add_special_tokens=False)
        offset, last_word = part.start(), None
        for piece, word, (start, end) in zip(
            encoding.ids, encoding.word_ids, encoding.offsets, strict=True
        ):
            if word == last_word and spans:
                spans[-1] = (spans[-1][0], offset + end)
            else:
                spans.append((offset + start, offset + end))
                first_piece.append(len(pieces))
            pieces.append(piece)
            last_word = word
    first_piece.append(len(pieces))
    array = np.array(spans, dtype=np.int32).reshape(-1, 2)
    line, line_start = _lines(text, array)
    return Words(
        spans=array,
        first_piece=np.array(first_piece, dtype=np.int32),
        pieces=np.array(pieces, dtype=np.int32),
        features=_features(text, array, line, line_start),
        line=line,
        ends=_sentence_ends(text, array),
    )


def _lines(text: str, spans: IntArray) -> tuple[IntArray, npt.NDArray[np.bool_]]:
    """Number of the line each word stands on (empty lines not counted), and line starts."""
    breaks = np.array([m.start() for m in re.finditer("\n", text)], dtype=np.int64)
    raw = np.searchsorted(breaks, spans[:, 0])
    is_start = np.ones(len(spans), dtype=np.bool_)
    is_start[1:] = raw[1:] != raw[:-1]
    return (np.cumsum(is_start) - 1).astype(np.int32), is_start


def _sentence_ends(text: str, spans: IntArray) -> npt.NDArray[np.bool_]:
    ends = np.zeros(len(spans), dtype=np.bool_)
    stops = [match.end() for match in _SENTENCE_END.finditer(text)]
    at = spans[:, 1].searchsorted(stops)
    ends[at[at < len(spans)]] = True
    return ends


def _features(
    text: str, spans: IntArray, line: IntArray, line_start: npt.NDArray[np.bool_]
) -> IntArray:
    features = np.zeros((len(spans), len(FEATURE_SIZES)), dtype=np.int32)
    states = np.frombuffer(bytes(quote_states(text)) or b"\0", dtype=np.uint8)
    if not len(spans):
        return features
    features[:, 0] = [_case(text[start:end]) for start, end in spans.tolist()]
    features[:, 1] = states[spans[:, 0]]
    features[:, 2] = np.where(line_start, 1, 0)
    if _has_headline(text):
        features[line == 0, 2] += 2
    features[1:, 3] = spans[1:, 0] > spans[:-1, 1]
    features[0, 3] = 1
    return features


def _case(word: str) -> int:
    """0 no letter, 1 lower, 2 Title, 3 UPPER, 4 miXed, 5 a single capital."""
    if word.islower():
        return 1
    if word.isupper():
        return 3 if len(word) > 1 else 5
    if word.istitle():
        return 2
    return 4 if any(c.isalpha() for c in word) else 0


def _has_headline(text: str) -> bool:
    head, newline, _ = text.lstrip().partition("\n")
    return bool(newline) and len(head) <= _HEADLINE_CHARS and not _ENDS_SENTENCE.search(head)
