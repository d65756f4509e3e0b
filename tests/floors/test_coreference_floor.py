"""What coreference must reach on the shared documents before a change may go in."""

from pathlib import Path

import pytest

from benchmarks.coreference.__main__ import clusters_of, resolved
from benchmarks.coreference.documents import gum
from benchmarks.coreference.scorer import score
from benchmarks.coreference.speakers import outcomes

pytestmark = pytest.mark.floor


def test_news_of_gum_stays_above_its_floor(shared_data: Path) -> None:
    """CoNLL average over GUM's news documents."""
    news = [gold for gold in gum(shared_data) if gold.genre == "news"]
    result = score(shared_data, [(gold.clusters, clusters_of(resolved(gold))) for gold in news])
    assert result["conll"] >= 54.0


def test_sources_lead_to_their_names(shared_data: Path) -> None:
    """Names of the hand-labelled speakers; a wrong name is rare."""
    found = outcomes(shared_data)
    right = found["right"] + found["right, none"]
    assert right >= 0.76 * found.total()
    assert found["wrong name"] <= 0.035 * found.total()
