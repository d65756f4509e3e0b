"""A pile for which nothing was changed: floors as measured when it was first read for this.

Everything else as in `test_quay_kitchen`; the two together tell how far what was mended for one
holds for another.
"""

from pathlib import Path

import pytest

from tests.piles.measuring import Measured, measured

#: Question of `benchmarks.sample` → the least number of right answers.
FLOORS = {
    "statements": 64,
    "speaker": 56,
    "source_kind": 59,
    "mode": 9,
    "channel": 13,
    "addressee": 6,
    "polarity": 3,
    "chain": 11,
    "no wrong name": 60,
    "findings": 7,
    "facts": 21,
    "people found once": 15,
    "utterances": 6,
    "copies": 1,
    "undated articles": 2,
    "events": 3,
    "boilerplate": 7,
}
#: Findings that no careful reader would make.
MOST_FALSE = 0


@pytest.fixture(scope="module")
def reached(tmp_path_factory: pytest.TempPathFactory) -> Measured:
    """What the pile's chronicle answers, built and scored once."""
    folder = Path(__file__).parent / "carrow_bridge"
    return measured(folder, tmp_path_factory.mktemp("pile") / "pile.chronicle")


@pytest.mark.parametrize("question", sorted(FLOORS))
def test_the_pile_answers_no_worse(question: str, reached: Measured) -> None:
    """Each question has at least as many right answers as its floor says."""
    right, asked = reached.scores[question]
    assert right >= FLOORS[question], f"{question}: {right} of {asked}"


def test_hardly_any_finding_is_false(reached: Measured) -> None:
    """What is pointed out is in the gold, or is right all the same."""
    assert len(reached.false) <= MOST_FALSE, "\n".join(reached.false)
