"""Where `Finding` rows are made, so that names, order of evidence and confidence agree."""

import math
from collections.abc import Iterable
from typing import Protocol

from reportedly.identifiers import identifier
from reportedly.model import Evidence, Finding, FindingKind

#: Digits kept of a confidence: more would pretend to a precision that it has not.
CONFIDENCE_DIGITS = 3


class _Sure(Protocol):
    @property
    def confidence(self) -> float: ...


def certainty(one: _Sure, other: _Sure) -> float:
    """How sure it is that both rows are right: never more than the surer one, nor less than the
    other."""
    return math.sqrt(one.confidence * other.confidence)


def make_finding(
    kind: FindingKind,
    explanation: str,
    evidence: Iterable[Evidence],
    confidence: float,
    *,
    about: Iterable[str | None] = (),
    naming: tuple[str | None, str | None] = (None, None),
) -> Finding:
    """A finding, named after its kind and evidence.

    Args:
        kind: what it is.
        explanation: in plain words, no more than the evidence says.
        evidence: at least two passages, the one to be read first first; repeats are dropped.
        confidence: that the finding is what it says.
        about: the entities it concerns; None is passed over.
        naming: the name of the subject and, for facts, the attribute.

    Raises:
        ValueError: fewer than two different passages.
    """
    passages = tuple(dict.fromkeys(evidence))
    if len({(e.article_id, e.span) for e in passages}) < 2:
        raise ValueError(f"a finding of kind {kind} rests on one passage; it needs two")
    parts = [kind, naming[1], *sorted((e.article_id, e.span) for e in passages)]
    return Finding(
        finding_id=identifier("g", *parts),
        kind=kind,
        about=tuple(sorted({entity for entity in about if entity})),
        subject=naming[0],
        attribute=naming[1],
        explanation=explanation,
        evidence=passages,
        confidence=round(max(0.0, min(confidence, 0.99)), CONFIDENCE_DIGITS),
    )
