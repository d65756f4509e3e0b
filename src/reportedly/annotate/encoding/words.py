"""Words of a text as the encoder sees them, with the features that lower-casing hides.

In: a text. Out: arrays over its words (offsets, pieces of the vocabulary, case, quotation state,
place in the article). The text itself is never changed: offsets point into it.
"""

import re
from dataclasses import dataclass
from itertools import chain, pairwise

import numpy as np
import numpy.typing as npt

from reportedly.annotate.encoding.quotation_marks import quote_states
from reportedly.annotate.encoding.vocabulary import IntArray as IntArray
from reportedly.annotate.encoding.vocabulary import Vocabulary, find_words

BoolArray = npt.NDArray[np.bool_]

#: Number of values of each feature column, in the order of `Words.features`.
FEATURE_SIZES = (6, 6, 4, 2)
# A first line longer than this is a paragraph, not a headline.
_HEADLINE_CHARS = 200
_ENDS_SENTENCE = re.compile(r"[.!?…][\"”’']*\s*\Z")
_SENTENCE_END = re.compile(r"[.!?…][\"”’')\]]*(?=\s|\Z)")


#: Cases of words as `vocabulary.Pieces` numbers them.
_LOWER, _TITLE, _UPPER = 1, 2, 3
#: Words in capitals that may open a paragraph, and words in small letters that must follow; letters
#: of the longest, so that the short name of a body keeps its capitals.
_KICKER_WORDS, _KICKER_CHARS = 4, 5


@dataclass(frozen=True, slots=True)
class Words:
    """The words of one text, as parallel arrays.

    `spans` holds offsets [n, 2]; `first_piece` [n + 1] indexes into `pieces`, whose offsets are
    `piece_spans`; `features` [n, 4] holds case, quotation state, place and whether a space stands
    before; `line` numbers the non-empty lines; `ends` is true of words after which a sentence may
    end.
    """

    spans: IntArray
    first_piece: IntArray
    pieces: IntArray
    piece_spans: IntArray
    features: IntArray
    line: IntArray
    ends: BoolArray

    def __len__(self) -> int:
        return len(self.spans)


def split_words(text: str, vocabulary: Vocabulary) -> Words:
    """The words of `text` that the encoder can read."""
    found = find_words(text)
    pieces = [vocabulary.pieces_of(text[start:end]) for start, end in found.tolist()]
    counts = np.array([len(p.numbers) for p in pieces], dtype=np.int32)
    first_piece = np.concatenate([[0], np.cumsum(counts)]).astype(np.int32)
    edges = chain.from_iterable(chain.from_iterable(p.spans for p in pieces))
    places = np.fromiter(edges, dtype=np.int32).reshape(-1, 2)
    places += np.repeat(found[:, 0], counts)[:, None]
    first_piece = first_piece[np.append(counts > 0, True)]
    case = np.array([p.case for p in pieces if p.numbers], dtype=np.int32)
    spans = np.stack([places[first_piece[:-1], 0], places[first_piece[1:] - 1, 1]], axis=1)
    line = _lines(text, spans)
    return Words(
        spans=spans,
        first_piece=first_piece,
        pieces=np.fromiter(chain.from_iterable(p.numbers for p in pieces), dtype=np.int32),
        piece_spans=places,
        features=_features(text, spans, case, line),
        line=line,
        ends=_sentence_ends(text, spans),
    )


def _lines(text: str, spans: IntArray) -> IntArray:
    """Number of the line each word stands on, empty lines not counted."""
    raw = np.searchsorted(line_breaks(text), spans[:, 0])
    is_start = np.ones(len(spans), dtype=np.bool_)
    is_start[1:] = raw[1:] != raw[:-1]
    return (np.cumsum(is_start) - 1).astype(np.int32)


def line_breaks(text: str) -> IntArray:
    """Offsets of all line breaks of `text`."""
    return np.array([m.start() for m in re.finditer("\n", text)], dtype=np.int32)


def _sentence_ends(text: str, spans: IntArray) -> BoolArray:
    ends = np.zeros(len(spans), dtype=np.bool_)
    stops = [match.end() for match in _SENTENCE_END.finditer(text)]
    at = spans[:, 1].searchsorted(stops)
    ends[at[at < len(spans)]] = True
    return ends


def _features(text: str, spans: IntArray, case: IntArray, line: IntArray) -> IntArray:
    features = np.zeros((len(spans), len(FEATURE_SIZES)), dtype=np.int32)
    states = np.frombuffer(bytes(quote_states(text)) or b"\0", dtype=np.uint8)
    if not len(spans):
        return features
    features[:, 0] = _without_kickers(case, spans, line)
    features[:, 1] = states[spans[:, 0]]
    features[:, 2] = np.diff(line, prepend=-1)  # the lines of words are numbered without gaps
    if _has_headline(text):
        features[line == 0, 2] += 2
    features[1:, 3] = spans[1:, 0] > spans[:-1, 1]
    features[0, 3] = 1
    return features


def _without_kickers(case: IntArray, spans: IntArray, line: IntArray) -> IntArray:
    """`case` with capitals at the opening of a paragraph read as a sentence begins: "LOVEBIRDS Ada
    Quill and Bo Tarn put on", "SHAMED weaver Ada Quill". Datelines and lines in capitals stay."""
    mended = case.copy()
    starts = np.flatnonzero(np.diff(line, prepend=-1))
    for start, end in pairwise([*starts.tolist(), len(case)]):
        last = start
        while last < end and case[last] == _UPPER:
            last += 1
        opening, rest = slice(start, last), case[last:end]
        lengths = spans[opening, 1] - spans[opening, 0]
        if not 0 < last - start <= _KICKER_WORDS or lengths.max() < _KICKER_CHARS:
            continue  # "NATO said": the name of a body
        if len(rest) and rest[0] in (_LOWER, _TITLE) and (rest == _LOWER).sum() >= _KICKER_WORDS:
            mended[opening] = _LOWER
            mended[start] = _TITLE
    return mended


def _has_headline(text: str) -> bool:
    head, newline, _ = text.lstrip().partition("\n")
    return bool(newline) and len(head) <= _HEADLINE_CHARS and not _ENDS_SENTENCE.search(head)
