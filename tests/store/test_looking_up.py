"""The order in which findings are read."""

from reportedly.model import Evidence, Finding, FindingKind
from reportedly.store.looking_up import reading_order


def finding(kind: FindingKind, confidence: float) -> Finding:
    """One of this kind, named after what it is."""
    return Finding(
        finding_id=f"g{kind}{confidence}",
        kind=kind,
        explanation="",
        evidence=(Evidence("a1", (0, 5)), Evidence("a2", (0, 5))),
        confidence=confidence,
    )


def test_conflicts_are_read_before_agreements() -> None:
    """First by kind, then by confidence; what is more likely wrong than right comes last."""
    unlikely, strong, weak = (finding("conflict", sure) for sure in (0.3, 0.9, 0.6))
    agreement = finding("agreement", 0.9)
    listed = sorted((unlikely, agreement, weak, strong), key=reading_order)
    assert listed == [strong, weak, agreement, unlikely]
