"""What attribution must reach on the shared development articles before a change may go in."""

from pathlib import Path

import pytest

from benchmarks.attribution.__main__ import recall_without_source, run, score
from benchmarks.attribution.corpus import read_examples
from benchmarks.attribution.scorer import load_scorer

pytestmark = pytest.mark.floor


def test_attribution_stays_above_its_floor(shared_data: Path) -> None:
    """F1 of attributions and of direct quotations, of the outermost rows and of all rows."""
    runs = [run(example) for example in read_examples(shared_data, "polnear_dev")]
    scorer = load_scorer(shared_data)
    report = score(runs, scorer, nested=False)
    assert report["attribution"]["f1"] >= 0.76
    assert report["direct"]["attribution"]["f1"] >= 0.94
    printed = score(runs, scorer, nested=True)
    assert printed["attribution"]["f1"] >= 0.75
    assert printed["direct"]["attribution"]["f1"] >= 0.93
    assert recall_without_source(runs, scorer) >= 0.5
