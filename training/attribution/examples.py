"""Training windows: pieces, features, word labels and gold links of a stretch of an article."""

import random
from dataclasses import dataclass
from typing import Any

import numpy as np

from reportedly.annotate.attribution.neural.pairs import count_stops
from reportedly.annotate.attribution.neural.windows import WINDOW_PIECES, cut_windows
from reportedly.annotate.attribution.neural.words import IntArray, Words, split_words
from training.attribution.articles import GoldArticle, Span

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


def make_examples(
    article: GoldArticle, tokenizer: Any, rng: random.Random | None = None
) -> list[Example]:
    """Windows of `article`; with `rng`, cut in other places each time."""
    words = split_words(article.text, tokenizer)
    budget = WINDOW_PIECES if rng is None else rng.randint(WINDOW_PIECES * 5 // 8, WINDOW_PIECES)
    parts = [
        tuple(_word_ranges(words, spans) for spans in (a.source, a.cue, a.content))
        for a in article.attributions
    ]
    windows = cut_windows(words, budget)
    return [_example(words, lo, hi, parts, article.annotator) for lo, hi in windows]


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
    for attribution in parts:
        inside = [
            [(kind, a - lo, b - lo) for a, b in ranges if lo <= a and b <= hi]
            for kind, ranges in enumerate(attribution)
        ]
        for kind, start, end in (span for spans in inside for span in spans):
            labels[start:end] = 2 + 2 * kind
            labels[start] = 1 + 2 * kind
        sources, cues, contents = inside
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
    )
