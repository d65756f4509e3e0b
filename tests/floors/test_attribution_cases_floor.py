"""What attribution must reach on the hand-written cases before a change may go in."""

import pytest

from benchmarks.attribution.cases.__main__ import measure, score

pytestmark = pytest.mark.floor

FLOORS = {
    ("nesting", "development"): 0.94,
    ("nesting", "held_back"): 0.93,
    ("odd_reporting", "development"): 0.96,
    ("odd_reporting", "held_back"): 0.97,
    ("no_quotation", "development"): 0.95,
    ("no_quotation", "held_back"): 0.95,
    ("damaged_text", "development"): 0.95,
    ("damaged_text", "held_back"): 0.92,
}


@pytest.mark.parametrize(("kind", "half"), FLOORS)
def test_hand_written_cases_stay_above_their_floors(kind: str, half: str) -> None:
    """F1 over rows; for marks that quote nothing the share of cases that are all right."""
    assert measure(kind, score(kind, half)) >= FLOORS[kind, half]
