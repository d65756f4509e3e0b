"""Findings by the news that they rest on."""

import sqlite3
from pathlib import Path

from reportedly.store import pages_findings


def test_newest_rest_on_the_latest_articles(sample_chronicle: Path) -> None:
    """By the latest dated article of their evidence; agreements and dismissed ones are left out."""
    with sqlite3.connect(sample_chronicle) as opened:
        opened.row_factory = sqlite3.Row
        found = pages_findings.newest(opened, 100)
        days = [each.day for each in found]
        assert len(found) > 3 and days == sorted(days, reverse=True)
        assert "agreement" not in {each.kind for each in found}
        first = pages_findings.find_finding(opened, found[0].finding_id)
        assert first is not None
        assert found[0].day == max(s.article.published or "" for s in first.sides)
        rest = pages_findings.newest(opened, 2, [found[0].finding_id])
        assert rest == found[1:3]
