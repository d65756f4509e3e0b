"""Training windows: pieces, features, word labels and gold links of a stretch of an article."""

import random
from dataclasses import dataclass, replace

import numpy as np

from reportedly.annotate.attribution.neural.pairs import count_stops
from reportedly.annotate.encoding.vocabulary import Vocabulary
from reportedly.annotate.encoding.windows import WINDOW_PIECES, cut_windows
from reportedly.annotate.encoding.words import IntArray, Words, split_words
from training.encoder.articles import GoldArticle, Span
from training.encoder.carrying import UNKNOWN
from training.encoder.silver_tokens import Tokens

#: Labels of words; B- and I- of each part.
LABELS = ("O", "B-SOURCE", "I-SOURCE", "B-CUE", "I-CUE", "B-CONTENT", "I-CONTENT")
SOURCE, CUE, CONTENT = 0, 1, 2

# (kind, first word, word after the last), words counted from the window's start
WordSpan = tuple[int, int, int]


@dataclass(frozen=True, slots=True)
class Example:
    """One window; `links` are (content span, cue span) and (cue span, source span or None)."""

    pieces: IntArray
    piece_word: IntArray
    first_piece: IntArray
    features: IntArray
    line: IntArray
    stops: IntArray
    labels: IntArray
    cue_of: dict[WordSpan, WordSpan]
    source_of: dict[WordSpan, WordSpan | None]
    annotator: int
    weight: float
    token_edges: IntArray
    token_labels: IntArray


#: Rows of `Example.token_labels`; -1 where the teacher says nothing.
TOKEN_ROWS = ("head", "tag", "pos", "dep", "entity", "starts")
# Windows with an attribution to nobody count this much: they are few, and hard to find.
_WITHOUT_SOURCE_WEIGHT = 1.5


def make_examples(
    article: GoldArticle, tokens: Tokens, vocabulary: Vocabulary, rng: random.Random | None = None
) -> list[Example]:
    """Windows of `article`; with `rng`, cut in other places each time."""
    words = split_words(article.text, vocabulary)
    budget = WINDOW_PIECES if rng is None else rng.randint(WINDOW_PIECES * 5 // 8, WINDOW_PIECES)
    parts = [
        tuple(_word_ranges(words, spans) for spans in (a.source, a.cue, a.content))
        for a in article.attributions
    ]
    windows = cut_windows(words, budget)
    places = token_pieces(tokens.spans, words.piece_spans)
    made = []
    for lo, hi in windows:
        example = _example(words, lo, hi, parts, article.annotator)
        made.append(_with_tokens(example, tokens, places, *words.first_piece[[lo, hi]].tolist()))
    return made


def _with_tokens(
    example: Example, tokens: Tokens, places: IntArray, first: int, last: int
) -> Example:
    """The tokens whose first piece is in the window, its pieces `first` to `last`, exclusive."""
    lo, hi = places[:, 0].searchsorted([first, last]).tolist()
    rows = np.stack([getattr(tokens, name)[lo:hi] for name in TOKEN_ROWS])
    inside = (rows[0] >= lo) & (rows[0] < hi)
    rows[0] = np.where(inside, rows[0] - lo, UNKNOWN)
    edges = np.minimum(places[lo:hi], last - 1) - first
    return replace(example, token_edges=edges, token_labels=rows)


def token_pieces(tokens: IntArray, pieces: IntArray) -> IntArray:
    """First and last piece that each token overlaps; one piece near it if there is none."""
    first = np.searchsorted(pieces[:, 1], tokens[:, 0], side="right")
    last = np.searchsorted(pieces[:, 0], tokens[:, 1], side="left") - 1
    first = np.minimum(first, len(pieces) - 1)
    return np.stack([first, np.maximum(first, last)], axis=1).astype(np.int32)


def _word_ranges(words: Words, spans: tuple[Span, ...]) -> list[tuple[int, int]]:
    """The words that each span overlaps, neighbouring ranges joined."""
    ranges: list[tuple[int, int]] = []
    for start, end in spans:
        lo = int(np.searchsorted(words.spans[:, 1], start, side="right"))
        hi = int(np.searchsorted(words.spans[:, 0], end, side="left"))
        if lo >= hi:
            continue
        if ranges and ranges[-1][1] >= lo:
            ranges[-1] = (ranges[-1][0], max(hi, ranges[-1][1]))
        else:
            ranges.append((lo, hi))
    return ranges


def _example(
    words: Words, lo: int, hi: int, parts: list[tuple[list[tuple[int, int]], ...]], annotator: int
) -> Example:
    labels = np.zeros(hi - lo, dtype=np.int32)
    cue_of: dict[WordSpan, WordSpan] = {}
    source_of: dict[WordSpan, WordSpan | None] = {}
    weight = 1.0 if annotator else 0.0
    for attribution in parts:
        inside = [
            [(kind, a - lo, b - lo) for a, b in ranges if lo <= a and b <= hi]
            for kind, ranges in enumerate(attribution)
        ]
        for kind, start, end in (span for spans in inside for span in spans):
            labels[start:end] = 2 + 2 * kind
            labels[start] = 1 + 2 * kind
        sources, cues, contents = inside
        if not attribution[SOURCE] and cues and contents:
            weight = _WITHOUT_SOURCE_WEIGHT
        if not cues:
            continue
        cue_of.update(dict.fromkeys(contents, cues[0]))
        if len(sources) == len(attribution[SOURCE]):
            source_of[cues[0]] = sources[0] if sources else None
    first = words.first_piece[lo : hi + 1] - words.first_piece[lo]
    return Example(
        pieces=words.pieces[words.first_piece[lo] : words.first_piece[hi]],
        piece_word=np.repeat(np.arange(hi - lo, dtype=np.int32), np.diff(first)),
        first_piece=first,
        features=words.features[lo:hi],
        line=words.line[lo:hi],
        stops=count_stops(words.ends[lo:hi]),
        labels=labels,
        cue_of=cue_of,
        source_of=source_of,
        annotator=annotator,
        weight=weight,
        token_edges=np.zeros((0, 2), dtype=np.int32),
        token_labels=np.zeros((len(TOKEN_ROWS), 0), dtype=np.int32),
    )
