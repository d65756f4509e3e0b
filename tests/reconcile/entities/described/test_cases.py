"""The hand-written piles of the benchmark, through all stages up to entities."""

import functools

import pytest

from benchmarks.entities import described
from benchmarks.entities.described import cases

outcome_of = functools.cache(described.outcome_of)

#: Of those who have a name in another article, so many are found.
FOUND = 44
#: The article itself takes the description for a place that looks like a person to it.
_MISREAD = ("A new mayor for Osterby?", "Happy news from Osterby. <d>The tennis champion</d> of")


@pytest.mark.parametrize("case", cases())
def test_nobody_gets_a_wrong_name(case: str) -> None:
    """A person who is only described is named rightly or not at all."""
    outcome = outcome_of(case)
    assert outcome.found in (None, outcome.right) or any(words in case for words in _MISREAD)


def test_most_who_are_known_are_found() -> None:
    """No fewer than when this was written."""
    outcomes = [outcome_of(case) for case in cases()]
    assert sum(one.found == one.right for one in outcomes if one.right) >= FOUND
