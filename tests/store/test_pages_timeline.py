"""Events in order, and those that stand for a pile when there is no room for all."""

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from reportedly.model import Article, Event
from reportedly.store import connection as store
from reportedly.store import pages_timeline, rows


def _event(number: int, day: str, n_articles: int, last: str | None = None) -> Event:
    return Event(
        event_id=f"v{number:03}", earliest=day, latest=last or day, what=f"event {number}",
        n_articles=n_articles, n_independent=n_articles, evidence=(),
    )  # fmt: skip


@pytest.fixture
def opened(tmp_path: Path) -> Iterator[sqlite3.Connection]:
    """A hundred old events, ninety of the articles' year, two of which two articles report."""
    connection = store.create(tmp_path / "a.chronicle")
    article = Article(
        article_id="a1", path="p", text="x", sha256="0", published="2016-05-03", outlet="Packet"
    )
    rows.insert(connection, Article, [article])
    old = [_event(n, f"19{n:02}-01-01", 1, f"19{n:02}-12-31") for n in range(100)]
    new = [_event(100 + n, f"2016-0{1 + n // 30}-{1 + n % 28:02}", 1) for n in range(88)]
    more = [_event(188, "1871-05-01", 2), _event(189, "2016-06-01", 2)]
    rows.insert(connection, Event, [*old, *new, *more])
    yield connection
    connection.close()


def test_those_that_most_report_stand_for_all(opened: sqlite3.Connection) -> None:
    """Then those on a known day of the articles' own time; shown in the order of time."""
    total, lines = pages_timeline.events(opened, most_reported=True)
    assert (total, len(lines)) == (190, pages_timeline.EVENTS_SHOWN)
    days = [line.event.earliest or "" for line in lines]
    assert days == sorted(days)
    assert days[0] == "1871-05-01" and "2016-06-01" in days
    assert all(day >= "2016" for day in days[1:])


def test_in_order_nothing_is_left_out(opened: sqlite3.Connection) -> None:
    """Page by page, every event once."""
    found = []
    for offset in range(0, 200, pages_timeline.EVENTS_SHOWN):
        found += [line.event.event_id for line in pages_timeline.events(opened, offset=offset)[1]]
    assert len(found) == len(set(found)) == 190
    assert found[0] == "v188"
