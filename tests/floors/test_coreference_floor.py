"""What coreference must reach on the shared documents before a change may go in."""

from pathlib import Path

import pytest

from benchmarks.coreference.__main__ import clusters_of, document_of
from benchmarks.coreference.documents import gum
from benchmarks.coreference.scorer import score
from benchmarks.coreference.speakers import outcomes
from reportedly.annotate import attribution
from reportedly.rows import Rows

pytestmark = pytest.mark.floor


def test_news_of_gum_stays_above_its_floor(shared_data: Path) -> None:
    """CoNLL average over GUM's news documents."""
    scored = []
    for gold in gum(shared_data):
        if gold.genre == "news":
            document = document_of(gold)
            found = clusters_of(document, attribution.annotate(document, Rows()))
            scored.append((gold.clusters, found))
    assert score(shared_data, scored)["conll"] >= 60.0


def test_sources_lead_to_their_names(shared_data: Path) -> None:
    """Names of the hand-labelled speakers; a wrong name is rare."""
    found = outcomes(shared_data)
    right = found["right"] + found["right, none"]
    assert right >= 0.82 * found.total()
    assert found["wrong name"] <= 0.025 * found.total()
