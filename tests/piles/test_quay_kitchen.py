"""A pile that no rule was made for; its gold was written before it was read.  Floors only rise.

Each of its articles has something that newspapers do: a programme's name remembered wrongly, a lost
"not", mother and daughter with one surname, a child whose age cannot be right, pages without a day.
"""

from pathlib import Path

import pytest

from benchmarks.sample.gold import Sample
from benchmarks.sample.score import Score, answers, scores
from reportedly.chronicle import Chronicle
from reportedly.engine.build import build
from reportedly.model import Finding

HERE = Path(__file__).parent / "quay_kitchen"
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
    "utterances": 8,
    "copies": 1,
    "undated articles": 4,
    "events": 6,
    "boilerplate": 5,
}
#: Findings that no careful reader would make.
MOST_FALSE = 1


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The pile's chronicle, built once for all tests."""
    path = tmp_path_factory.mktemp("quay") / "quay.chronicle"
    build([HERE / "pile"], path, workers=0)
    return path


@pytest.fixture(scope="module")
def reached(built: Path) -> dict[str, Score]:
    """What the chronicle answers, each question scored once."""
    with Chronicle.open(built) as chronicle:
        sample = Sample.of(chronicle, HERE / "gold.json", HERE / "pile")
        return scores(chronicle, sample)


@pytest.mark.parametrize("question", sorted(FLOORS))
def test_the_pile_answers_no_worse(question: str, reached: dict[str, Score]) -> None:
    """Each question has at least as many right answers as its floor says."""
    right, asked = reached[question]
    assert right >= FLOORS[question], f"{question}: {right} of {asked}"


def test_hardly_any_finding_is_false(built: Path) -> None:
    """What is pointed out is in the gold, or is right all the same."""
    with Chronicle.open(built) as chronicle:
        sample = Sample.of(chronicle, HERE / "gold.json", HERE / "pile")
        false = [f.explanation for f in chronicle.rows(Finding) if not _is_right(sample, f)]
    assert len(false) <= MOST_FALSE, "\n".join(false)


def _is_right(sample: Sample, finding: Finding) -> bool:
    told = f"{finding.attribute} {finding.explanation}"
    also = (kind == finding.kind and words in told for kind, words in sample.gold["also"])
    return any(also) or any(answers(sample, finding, row) for row in sample.gold["findings"])
