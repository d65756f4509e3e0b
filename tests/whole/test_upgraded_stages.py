"""A stage in a new version: only it and what reads from it is computed again, with the same end."""

import sqlite3
from pathlib import Path

import pytest

from benchmarks.faults.points import exported
from reportedly.engine.build import build
from reportedly.sample import pile


@pytest.mark.parametrize(
    ("older", "again"),
    [
        ("where stage = 'facts'", 20),
        ("where stage <> 'read' and substr(article_id, 2, 1) < '8'", None),
        ("where stage = 'dates' and substr(article_id, 2, 1) < '8'", None),
    ],
)
def test_only_what_is_older_is_made_again(
    older: str, again: int | None, own_chronicle: Path, sample_chronicle: Path, tmp_path: Path
) -> None:
    """Results under an older fingerprint are replaced; the export is that of one build."""
    with sqlite3.connect(own_chronicle) as opened:
        stale = opened.execute(f"select count(distinct article_id) from kept {older}").fetchone()[0]
        opened.execute(f"update kept set fingerprint = 'older' {older}")
        opened.execute("delete from meta where key = 'reconciled'")
    opened.close()
    report = build([pile()], own_chronicle, workers=0)
    assert report.annotated == stale > 0
    assert again is None or stale == again
    assert exported(own_chronicle, tmp_path / "a") == exported(sample_chronicle, tmp_path / "b")
