"""Statements about somebody: those that the rows themselves give, found by columns of offsets."""

import sqlite3

from reportedly.store import talked_about
from reportedly.store.columns import columns
from reportedly.store.searching import Query, search

#: The same, asked of the rows.
_BY_ROWS = """select distinct s.statement_id from mentions m
    join statements s using (article_id), json_each(s.content) c
    where m.entity_id = ? and s.speaker_id is not m.entity_id
      and json_extract(m.span, '$[0]') >= json_extract(c.value, '$[0]')
      and json_extract(m.span, '$[1]') <= json_extract(c.value, '$[1]')"""


def test_everybody_is_talked_about_as_the_rows_say(sample: sqlite3.Connection) -> None:
    """For every entity of the sample, also where one content lies within another."""
    known, talked = columns(sample), 0
    for (entity_id,) in sample.execute("select entity_id from entities").fetchall():
        expected = {row[0] for row in sample.execute(_BY_ROWS, (entity_id,))}
        rowids = [int(known.rows[place]) for place in talked_about.about(sample, entity_id)]
        found = {
            row[0]
            for rowid in rowids
            for row in sample.execute(
                "select statement_id from statements where rowid = ?", (rowid,)
            )
        }
        assert found == expected
        assert rowids == sorted(set(rowids))
        talked += len(found)
    assert talked > 50


def test_the_search_finds_who_was_told_and_talked_about(sample: sqlite3.Connection) -> None:
    """With its counts and together with other filters; of nobody nothing is found."""
    told = sample.execute(
        "select addressee_id, count(*) from statements where addressee_id is not null group by 1"
    ).fetchall()
    for entity_id, n in told:
        assert search(sample, Query(told=entity_id), limit=5, offset=0).total == n
    most = max((row[0] for row in told), key=lambda name: len(talked_about.about(sample, name)))
    found = search(sample, Query(about=most, kind="anonymous"), limit=200, offset=0)
    assert {line.source_kind for line in found.statements} <= {"anonymous"}
    assert found.total <= search(sample, Query(about=most), limit=5, offset=0).total
    for query in (Query(about="nobody"), Query(told="nobody")):
        assert search(sample, query, limit=5, offset=0).total == 0
