"""Groups of statements: all are counted, and drawn one by one only while there is room."""

import sqlite3

import numpy as np
import pytest

from reportedly.store import pages, said_by
from reportedly.store.columns import columns


def _places(sample: sqlite3.Connection) -> np.ndarray[tuple[int], np.dtype[np.int64]]:
    return np.arange(len(columns(sample).rows), dtype=np.int64)


def test_counts_are_of_all_statements_with_a_day(sample: sqlite3.Connection) -> None:
    """By month where they are far apart, and as many as rows say."""
    places = _places(sample)
    (group,) = said_by.groups(sample, places)
    expected = {
        (row[0], row[1]): row[2]
        for row in sample.execute(
            f"""select substr({pages.DRAWN_DAY}, 1, 7) as month, s.mode, count(*)
                from statements s join articles a using (article_id)
                where month is not null group by 1, 2"""
        )
    }
    assert {(c.period, c.mode): c.n for c in group.counts} == expected
    assert (group.n, len(group.lines)) == (len(places), said_by.SHOWN)


def test_many_are_not_drawn_one_by_one(
    sample: sqlite3.Connection, monkeypatch: pytest.MonkeyPatch
) -> None:
    """All of all groups or none: marks and piles cannot be compared."""
    places = _places(sample)[:40]
    few, more = said_by.groups(sample, places[:10], places[10:])
    dated = {line.statement_id for line in few.lines if line.article.day}
    assert {each.statement_id for each in few.said} == dated
    assert len(more.said) <= more.n == 30
    monkeypatch.setattr(said_by, "MARKS_DRAWN", 39)
    assert [group.said for group in said_by.groups(sample, places[:10], places[10:])] == [[], []]


def test_a_few_weeks_are_counted_by_day(sample: sqlite3.Connection) -> None:
    """Months would be a single pile."""
    known = columns(sample)
    day = known.day.values[0]
    (group,) = said_by.groups(sample, np.flatnonzero(known.day.having(day)))
    assert {count.period for count in group.counts} == {day[:10]}


def test_nothing_said_is_an_empty_group(sample: sqlite3.Connection) -> None:
    """No lines, no counts, no marks."""
    (group,) = said_by.groups(sample, np.empty(0, dtype=np.int64))
    assert (group.lines, group.n, group.counts, group.said) == ([], 0, [], [])
