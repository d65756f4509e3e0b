"""Confidence: a probability that grows with the evidence, from a table that the package ships."""

from hypothesis import given
from hypothesis import strategies as st

from reportedly.annotate.attribution.confidence import BASE, probability, strength, weights


def test_the_table_ships_with_the_package() -> None:
    assert len(weights()) > 1_000
    assert BASE in weights()


def test_unknown_evidence_weighs_nothing() -> None:
    assert strength(["no such thing"], {BASE: -1.0}) == -1.0


@given(st.floats(-100, 100), st.floats(-100, 100))
def test_probability_grows_with_strength(a: float, b: float) -> None:
    low, high = sorted((a, b))
    assert 0 <= probability(low, {}) <= probability(high, {}) <= 1
