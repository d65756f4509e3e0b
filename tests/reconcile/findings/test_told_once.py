"""What two finders tell of the same words is shown once."""

from reportedly.model import Evidence, Finding, FindingKind
from reportedly.reconcile.findings.told_once import told_once


def _finding(kind: FindingKind, *evidence: Evidence, attribute: str | None = None) -> Finding:
    return Finding(
        finding_id=f"g{kind}{len(evidence)}{attribute}", kind=kind, explanation="",
        evidence=evidence, attribute=attribute, confidence=0.5,
    )  # fmt: skip


QUOTE = _finding("changed_quote", Evidence("a1", (10, 40)), Evidence("a2", (5, 30)))


def test_two_numbers_of_one_changed_quotation_are_no_conflict_of_their_own() -> None:
    """All that the conflict shows lies in what the changed quotation shows."""
    inside = _finding("conflict", Evidence("a1", (0, 45)), Evidence("a2", (5, 30)))
    assert told_once([QUOTE, inside]) == [QUOTE]


def test_a_conflict_with_a_third_article_stays() -> None:
    """What somebody else says is news; so is whatever is no conflict."""
    beside = _finding("conflict", Evidence("a1", (0, 45)), Evidence("a3", (5, 30)))
    other = _finding("overtaken", Evidence("a1", (0, 45)), Evidence("a2", (5, 30)))
    assert told_once([QUOTE, beside, other]) == [QUOTE, beside, other]
    assert told_once([beside]) == [beside]


def test_a_marriage_before_its_wedding_is_shown_by_the_days_of_the_wedding() -> None:
    """Only where the words are the same, and only what is told of the tie."""
    places = Evidence("a1", (10, 40)), Evidence("a2", (5, 30))
    days = _finding("conflict", *places, Evidence("a3", (0, 9)), attribute="marriage_date")
    tie = _finding("conflict", *places, attribute="relationship")
    other = _finding("conflict", *places, attribute="children")
    beside = _finding("conflict", Evidence("a1", (50, 60)), places[1], attribute="relationship")
    assert told_once([days, tie, other, beside]) == [days, other, beside]
