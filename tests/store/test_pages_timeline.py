"""Events in order, and those that stand for a pile when there is no room for all."""

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from reportedly.model import Article, Entity, Event, Mention
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


def test_what_lies_in_a_period_stands_before_what_may(opened: sqlite3.Connection) -> None:
    """Within each in the order of time; a month as the end means all of its days."""
    wide = [
        _event(200, "2016-01-01", 1, "2016-12-31"),
        _event(201, "2016-01-31", 1, "2016-02-01"),
        _event(202, "2016-02-29", 1),
    ]
    rows.insert(opened, Event, wide)
    _, lines = pages_timeline.events(opened, earliest="2016-02", latest="2016-02")
    names = [line.event.event_id for line in lines]
    assert names[-2:] == ["v200", "v201"]
    assert names[-3] == "v202"
    days = [line.event.earliest or "" for line in lines[:-2]]
    assert days == sorted(days) and all(day.startswith("2016-02") for day in days)


def test_bars_count_what_is_asked_for(opened: sqlite3.Connection) -> None:
    """Of a story or of somebody only their own events."""
    opened.execute("update events set story_id = 'y1', who = '[\"e1\"]' where event_id = 'v188'")
    assert pages_timeline.periods(opened, about="e1") == {"1871": 1}
    assert pages_timeline.periods(opened, story="y1") == {"1871": 1}
    assert pages_timeline.periods(opened, story="y2") == {}
    assert sum(pages_timeline.periods(opened).values()) == 190


def test_days_of_which_most_tell_are_left_out_of_the_fullest(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A day of which two outlets tell, not one of which one does; nothing where it takes long."""
    connection = store.create(tmp_path / "b.chronicle")
    headlines = (("Packet", "2016-05-03"), ("Beacon", "2016-05-03"), ("Packet", "2016-06-01"))
    rows.insert(connection, Article, [
        Article(
            article_id=f"a{n}", path="p", text="Ada Quill sings", title="Ada Quill sings",
            sha256="0", published=day, outlet=outlet,
        )
        for n, (outlet, day) in enumerate(headlines)
    ])  # fmt: skip
    rows.insert(connection, Mention, [
        Mention(
            article_id=f"a{n}", span=(0, 9), text="Ada Quill", form="name", entity_id="e1",
            confidence=1.0, cluster=0,
        )
        for n in range(3)
    ])  # fmt: skip
    ada = Entity(entity_id="e1", name="Ada Quill", kind="person", n_articles=3)
    rows.insert(connection, Entity, [ada])
    found = pages_timeline.days_told(connection, "e1")
    assert [(day.date, day.n_outlets) for day in found] == [("2016-05-03", 2)]
    assert pages_timeline.days_told(connection, "nobody") == []
    monkeypatch.setattr(pages_timeline, "_MOST_ARTICLES", 2)
    assert pages_timeline.days_told(connection, "e1") == []
    connection.close()
