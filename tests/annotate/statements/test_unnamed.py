"""Sources that an article does not name, on a hundred hand-written piles."""

import functools

import pytest

from benchmarks.who import unnamed
from benchmarks.who.unnamed import cases

outcome_of = functools.cache(unnamed.outcome_of)

#: Cases in which one unnamed source may be seen as two: "a party figure", "the figure".
MOST_PARTED = 1


def test_there_are_a_hundred_cases() -> None:
    assert len(set(cases())) == 100


@pytest.mark.parametrize("case", cases())
def test_an_unnamed_source_stays_nobody_and_one(case: str) -> None:
    """It gets no name, and is nobody else: neither in its article nor in another one."""
    outcome = outcome_of(case)
    assert outcome.named == ()
    assert outcome.merged == 0


def test_one_source_that_speaks_again_is_one() -> None:
    assert sum(outcome_of(case).parted > 0 for case in cases()) <= MOST_PARTED
