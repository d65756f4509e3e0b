"""What the questions of who speaks must reach on hand-labelled attributions."""

from pathlib import Path

import pytest

from benchmarks.who.__main__ import pairs_of
from benchmarks.who.measures import measure

pytestmark = pytest.mark.floor


def test_who_is_told_as_well_as_before(shared_data: Path) -> None:
    """Speaker, kind, channel, addressee and chain stay where they are, names stay right."""
    report = measure(pairs_of(shared_data))
    assert report.speaker >= 0.905
    assert report.wrong_name <= 0.025
    assert report.kind >= 0.905
    assert report.channel >= 0.77
    assert report.addressee >= 0.82
    assert report.chain >= 0.88
