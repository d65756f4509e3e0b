"""The built sample against its hand-made gold.  Floors lie a little below what is reached and only
ever go up."""

from pathlib import Path

import pytest

from benchmarks.sample.score import Score, scores
from reportedly.chronicle import Chronicle

#: Question of `benchmarks.sample` → the least share of right answers.
FLOORS = {
    "statements": 0.88,
    "speaker": 0.90,
    "source_kind": 0.88,
    "mode": 0.90,
    "channel": 0.82,
    "addressee": 0.87,
    "polarity": 0.93,
    "chain": 0.77,
    "no wrong name": 0.95,
    "findings": 0.91,
    "facts": 0.82,
    "people found once": 0.79,
    "utterances": 0.86,
    "copies": 1.0,
    "undated articles": 0.90,
    "events": 0.80,
    "boilerplate": 0.95,
    "rejects": 1.0,
}


@pytest.fixture(scope="module")
def reached(sample_chronicle: Path) -> dict[str, Score]:
    """What the sample's chronicle answers, each question scored once."""
    with Chronicle.open(sample_chronicle) as chronicle:
        return scores(chronicle)


@pytest.mark.parametrize("question", sorted(FLOORS))
def test_the_sample_answers_no_worse(question: str, reached: dict[str, Score]) -> None:
    """Each question's share of right answers is at least its floor."""
    right, asked = reached[question]
    assert right >= FLOORS[question] * asked, f"{question}: {right} of {asked}"
