"""Attributions of a text from its encoding: labels, links, confidence, in this order.

In: a text and its encoding. Out: its attributions with character offsets, in the order of their
content.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from reportedly.annotate.attribution.neural.calibration import Draft, evidence
from reportedly.annotate.attribution.neural.decoding import WordSpan, best_spans
from reportedly.annotate.attribution.neural.drafting import draft_attributions
from reportedly.annotate.attribution.neural.linking import WindowView
from reportedly.annotate.attribution.neural.pairs import FloatArray, count_stops
from reportedly.annotate.attribution.neural.spans import Span, TaggedAttribution
from reportedly.annotate.attribution.neural.weights import Weights
from reportedly.annotate.encoding.model import Encoding
from reportedly.annotate.encoding.words import IntArray, Words

# A reason quotes no more than this of the article.
_QUOTED_CHARS = 60


@dataclass(frozen=True, slots=True)
class Candidate:
    """One attribution as spans of the text, and the evidence that its confidence rests on."""

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    evidence: tuple[float, ...]


def tag(text: str, encoding: Encoding, weights: Weights) -> list[TaggedAttribution]:
    """The attributions of `text`, of which `encoding` was made, sure enough for the settings."""
    rows = (_attribution(text, c, weights) for c in find_candidates(encoding, weights))
    return [row for row in rows if row.confidence >= weights.settings.min_confidence]


def find_candidates(encoding: Encoding, weights: Weights) -> Iterator[Candidate]:
    """All attributions that the model proposes, sure or not."""
    words = encoding.words
    bias = np.zeros(weights.transitions.shape[1], dtype=np.float32)
    bias[1::2] = weights.settings.begin_bonus
    scores = [encoding.scores[start:end] + bias for start, end in encoding.windows]
    spans = best_spans(scores, weights.transitions)
    for (start, end), own, found in zip(encoding.windows, scores, spans, strict=True):
        drafts = _drafts(words, (start, end), encoding.vectors[start:end], found, weights)
        if drafts:
            logs = _log_probabilities(own)
            yield from (_candidate(words.spans[start:end], draft, logs) for draft in drafts)


def _drafts(
    words: Words,
    window: tuple[int, int],
    vectors: FloatArray,
    spans: list[WordSpan],
    weights: Weights,
) -> list[Draft]:
    start, end = window
    view = WindowView(vectors, words.line[start:end], count_stops(words.ends[start:end]))
    settings = weights.settings
    return draft_attributions(
        spans,
        view,
        words.features[start:end, 1],
        (weights.to_cue, weights.to_source),
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


def _attribution(text: str, found: Candidate, weights: Weights) -> TaggedAttribution:
    return TaggedAttribution(
        source=found.source,
        cue=found.cue,
        content=found.content,
        confidence=weights.calibration.confidence(found.evidence),
        reason=_reason(text, found),
    )


def _reason(text: str, found: Candidate) -> str:
    cue = _quoted(text, found.cue[0])
    if not found.source:
        return f"{cue} reports it and nobody is named"
    return f"{cue} gives these words to {_quoted(text, found.source[0])}"


def _quoted(text: str, span: Span) -> str:
    words = " ".join(text[span[0] : span[1]].split())
    return f"“{words if len(words) <= _QUOTED_CHARS else words[: _QUOTED_CHARS - 1] + '…'}”"
