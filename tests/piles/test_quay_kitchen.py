"""A pile that no rule was made for; its gold was written before it was read.  Floors only rise.

Each of its articles has something that newspapers do: a programme's name remembered wrongly, a lost
"not", mother and daughter with one surname, a child whose age cannot be right, pages without a day.
"""

from pathlib import Path

import pytest

from tests.piles.measuring import Measured, measured

#: Question of `benchmarks.sample` → the least number of right answers.
FLOORS = {
    "statements": 57,
    "speaker": 54,
    "source_kind": 56,
    "mode": 10,
    "channel": 17,
    "addressee": 10,
    "polarity": 2,
    "chain": 18,
    "no wrong name": 55,
    "findings": 14,
    "facts": 22,
    "people found once": 12,
    "utterances": 9,
    "copies": 1,
    "undated articles": 4,
    "events": 6,
    "boilerplate": 5,
}
#: Findings that no careful reader would make.
MOST_FALSE = 1


@pytest.fixture(scope="module")
def reached(tmp_path_factory: pytest.TempPathFactory) -> Measured:
    """What the pile's chronicle answers, built and scored once."""
    folder = Path(__file__).parent / "quay_kitchen"
    return measured(folder, tmp_path_factory.mktemp("pile") / "pile.chronicle")


@pytest.mark.parametrize("question", sorted(FLOORS))
def test_the_pile_answers_no_worse(question: str, reached: Measured) -> None:
    """Each question has at least as many right answers as its floor says."""
    right, asked = reached.scores[question]
    assert right >= FLOORS[question], f"{question}: {right} of {asked}"


def test_hardly_any_finding_is_false(reached: Measured) -> None:
    """What is pointed out is in the gold, or is right all the same."""
    assert len(reached.false) <= MOST_FALSE, "\n".join(reached.false)
