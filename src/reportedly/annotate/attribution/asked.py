"""Whoever is asked says nothing by it: "Ada Quill was asked whether she knew".

In: a scene and a candidate.  Out: the candidate without the one who was asked as its source, and as
a part of the question.
"""

import dataclasses

from reportedly.annotate.attribution import clauses
from reportedly.annotate.attribution.candidate import Candidate
from reportedly.annotate.attribution.scene import Scene
from reportedly.annotate.attribution.tagging import mode_of
from reportedly.annotate.parse.model import Token
from reportedly.offsets import Span, Spans, overlaps, trim

_ASKING = frozenset(("ask", "question", "quiz", "grill", "press"))
#: "Was asked to leave": of what is asked of somebody, who it is remains a part.
_REQUEST = "to"


def without_whom_one_asks(scene: Scene, candidate: Candidate) -> Candidate:
    """The candidate of "was asked" with nobody, or with who asks, as its source."""
    verb = _find_asked(scene, candidate)
    if verb is None:
        return candidate
    subject = clauses.child(scene.parse, verb.i, {"nsubjpass"})
    if subject is None:
        return candidate
    whole = clauses.noun_phrase(scene.parse, subject, scene.limits_of(verb))
    source = tuple(span for span in candidate.source if not overlaps(span, whole))
    content = _question(scene, candidate.content, whole)
    if source == candidate.source and content == candidate.content:
        return candidate
    cue = scene.text[slice(*candidate.cue[0])]
    words = candidate.words if source else f"“{cue}” reports it and nobody is named"
    return dataclasses.replace(
        candidate, source=source, content=content, mode=mode_of(scene, content), words=words
    )


def _find_asked(scene: Scene, candidate: Candidate) -> Token | None:
    """The verb of the cue that asks."""
    tokens = (token for span in candidate.cue for token in scene.parse.tokens_in(span))
    return next((token for token in tokens if token.lemma.lower() in _ASKING), None)


def _question(scene: Scene, content: Spans, asked: Span) -> Spans:
    """The content without the phrase `asked`, where a question remains."""
    kept: list[Span] = []
    for span in content:
        if not overlaps(span, asked):
            kept.append(span)
            continue
        parts = ((span[0], max(span[0], asked[0])), (min(asked[1], span[1]), span[1]))
        kept += [part for part in (trim(scene.text, p) for p in parts) if part[0] < part[1]]
    first = scene.parse.tokens_in(kept[0])[:1] if kept else ()
    asks = any(token.lower != _REQUEST for token in first)
    return tuple(kept) if asks else content
