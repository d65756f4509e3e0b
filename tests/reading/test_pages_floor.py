"""Pages must not be read worse than they were: text of articles, day of publication."""

from pathlib import Path

import pytest

from benchmarks.pages import run

#: Measured .980 (body), .959 (whole text) and .933 (days), less what a better rule may cost.
FLOORS = {"body": 97.0, "text": 95.0, "day": 92.5}


@pytest.mark.floor
def test_page_scores_stay_above_their_floors(shared_data: Path) -> None:
    """F1 of the body, alone and with headline and captions, and exact days of publication."""
    scorer = run.scorer_at(shared_data / "eval" / "pages_score.py")
    bodies = run.pages_of(shared_data / "data/pages/aeb")
    dates = run.pages_of(shared_data / "data/pages/htmldate")
    assert run.body_score(scorer, bodies, run.our_body)[0]["f1"] >= FLOORS["body"]
    assert run.body_score(scorer, bodies, run.our_text)[0]["f1"] >= FLOORS["text"]
    assert run.date_score(scorer, dates, run.our_day)[0]["accuracy"] >= FLOORS["day"]
