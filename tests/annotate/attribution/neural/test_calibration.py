"""Confidence is a probability, finite for any evidence, and follows the evidence."""

import numpy as np

from reportedly.annotate.attribution.neural.calibration import Calibration, Draft, evidence
from reportedly.annotate.attribution.neural.decoding import Part, WordSpan


def draft(to_cue: float, source: WordSpan | None) -> Draft:
    return Draft(
        contents=(WordSpan(Part.CONTENT, 2, 4),),
        cue=WordSpan(Part.CUE, 1, 2),
        source=source,
        to_cue=to_cue,
        to_source=1.0,
        direct=False,
    )


def test_evidence_is_finite_for_impossible_labels() -> None:
    """Zero probabilities are floored, a missing source costs nothing."""
    logs = np.full((4, 7), -80.0, dtype=np.float32)
    assert all(np.isfinite(evidence(draft(0.0, None), logs)))


def test_a_surer_link_gives_more_confidence() -> None:
    """With a positive weight on the link, confidence grows with its probability."""
    logs = np.full((4, 7), -1.0, dtype=np.float32)
    source = WordSpan(Part.SOURCE, 0, 1)
    weak, strong = (evidence(draft(p, source), logs) for p in (0.4, 0.9))
    calibration = Calibration((0.0,) * 4 + (1.0,) + (0.0,) * (len(weak) - 5), 0.0)
    assert calibration.confidence(weak) < calibration.confidence(strong) <= 1


def test_confidence_never_overflows() -> None:
    """Evidence however extreme gives a number between 0 and 1."""
    assert Calibration((1.0,), 0.0).confidence([-1e9]) == 0.0
    assert Calibration((1.0,), 0.0).confidence([1e9]) == 1.0
