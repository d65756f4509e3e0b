"""Attributions of texts: words, windows, encoder, labels, links, confidence, in this order.

In: texts. Out: for each its attributions with character offsets, in the order of their content.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from reportedly.annotate.attribution.neural.calibration import Draft, evidence
from reportedly.annotate.attribution.neural.decoding import WordSpan, best_spans
from reportedly.annotate.attribution.neural.drafting import draft_attributions
from reportedly.annotate.attribution.neural.linking import WindowView
from reportedly.annotate.attribution.neural.pairs import FloatArray, count_stops
from reportedly.annotate.attribution.neural.spans import Span, TaggedAttribution
from reportedly.annotate.attribution.neural.weights import Model, shipped_model
from reportedly.annotate.attribution.neural.windows import cut_windows
from reportedly.annotate.attribution.neural.words import IntArray, Words, split_words

# Windows in memory at a time: bounds what a very long text needs.
_WINDOWS_AT_ONCE = 64
# A reason quotes no more than this of the article.
_QUOTED_CHARS = 60
_SURROGATE = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Candidate:
    """One attribution as spans of the text, and the evidence that its confidence rests on."""

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    evidence: tuple[float, ...]


def tag(texts: Sequence[str], model: Model | None = None) -> list[list[TaggedAttribution]]:
    """The attributions of each text; `model` is the shipped one unless given.

    A text's result does not depend on the texts beside it. Raises `ModelFileError` when the
    model's files are damaged.
    """
    chosen = model or shipped_model()
    tagged: list[list[TaggedAttribution]] = []
    for text in texts:
        rows = [_attribution(text, found, chosen) for found in find_candidates(text, chosen)]
        tagged.append([row for row in rows if row.confidence >= chosen.settings.min_confidence])
    return tagged


def find_candidates(text: str, model: Model) -> Iterator[Candidate]:
    """All attributions that the model proposes for `text`, sure or not."""
    # Half a surrogate pair is no character that the tokenizer could read; lengths stay equal.
    words = split_words(_SURROGATE.sub("\ufffd", text), model.tokenizer)
    windows = cut_windows(words)
    bias = np.zeros(model.transitions.shape[1], dtype=np.float32)
    bias[1::2] = model.settings.begin_bonus
    for first in range(0, len(windows), _WINDOWS_AT_ONCE):
        group = windows[first : first + _WINDOWS_AT_ONCE]
        outputs = [_run_window(words, window, model) for window in group]
        spans = best_spans([scores + bias for scores, _ in outputs], model.transitions)
        for window, (scores, vectors), found in zip(group, outputs, spans, strict=True):
            logs = _log_probabilities(scores + bias)
            for draft in _drafts(words, window, vectors, found, model):
                yield _candidate(words.spans[window[0] : window[1]], draft, logs)


def _run_window(
    words: Words, window: tuple[int, int], model: Model
) -> tuple[FloatArray, FloatArray]:
    start, end = window
    first = words.first_piece[start : end + 1]
    of_pieces = np.repeat(words.features[start:end], np.diff(first), axis=0)
    edges = np.stack([first[:-1], first[1:] - 1], axis=1) - first[0]
    return model.run(words.pieces[first[0] : first[-1]], of_pieces, edges)


def _drafts(
    words: Words,
    window: tuple[int, int],
    vectors: FloatArray,
    spans: list[WordSpan],
    model: Model,
) -> list[Draft]:
    start, end = window
    view = WindowView(vectors, words.line[start:end], count_stops(words.ends[start:end]))
    settings = model.settings
    return draft_attributions(
        spans,
        view,
        words.features[start:end, 1],
        (model.to_cue, model.to_source),
        (settings.no_cue_bias, settings.no_source_bias),
    )


def _log_probabilities(scores: FloatArray) -> FloatArray:
    shifted = scores - scores.max(axis=1, keepdims=True)
    logs: FloatArray = shifted - np.log(np.exp(shifted).sum(axis=1, keepdims=True))
    return logs


def _candidate(offsets: IntArray, draft: Draft, logs: FloatArray) -> Candidate:
    return Candidate(
        source=(_chars(offsets, draft.source),) if draft.source else (),
        cue=(_chars(offsets, draft.cue),),
        content=tuple(_chars(offsets, content) for content in draft.contents),
        evidence=tuple(evidence(draft, logs)),
    )


def _chars(offsets: IntArray, span: WordSpan) -> Span:
    return int(offsets[span.start, 0]), int(offsets[span.end - 1, 1])


def _attribution(text: str, found: Candidate, model: Model) -> TaggedAttribution:
    return TaggedAttribution(
        source=found.source,
        cue=found.cue,
        content=found.content,
        confidence=model.calibration.confidence(found.evidence),
        reason=_reason(text, found),
    )


def _reason(text: str, found: Candidate) -> str:
    cue = _quoted(text, found.cue[0])
    if not found.source:
        return f"{cue} reports it, nobody is named"
    return f"{cue} joins it to {_quoted(text, found.source[0])}"


def _quoted(text: str, span: Span) -> str:
    words = " ".join(text[span[0] : span[1]].split())
    return f"“{words if len(words) <= _QUOTED_CHARS else words[: _QUOTED_CHARS - 1] + '…'}”"
