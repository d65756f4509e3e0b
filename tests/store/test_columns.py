"""Columns of numbers: the same counts as SQL's, and never those of a chronicle that was changed."""

import sqlite3
from pathlib import Path

import pytest

from reportedly.store import keeping, pages
from reportedly.store.columns import Coded, columns
from reportedly.store.searching import Query, match, search

_JOINED = "from statements s join articles a using (article_id)"


@pytest.fixture
def opened(sample_chronicle: Path, tmp_path: Path) -> sqlite3.Connection:
    """A copy of the sample that a test may write to."""
    copied = tmp_path / "copied.chronicle"
    with sqlite3.connect(sample_chronicle) as source, sqlite3.connect(copied) as target:
        source.backup(target)
    connection = sqlite3.connect(copied, isolation_level=None)
    connection.row_factory = sqlite3.Row
    return connection


@pytest.mark.parametrize(
    ("field", "column"),
    [
        (
            "outlet",  # one outlet signs with and without its article
            "case a.outlet when 'Ostrey & Hallin Packet' then 'The Ostrey & Hallin Packet'"
            " else a.outlet end",
        ),
        ("year", f"substr({pages.DRAWN_DAY}, 1, 4)"),
        ("speaker", "s.speaker_id"),
        ("kind", "s.source_kind"),
        ("mode", "s.mode"),
        ("channel", "s.channel"),
    ],
)
def test_counts_are_those_of_sql(opened: sqlite3.Connection, field: str, column: str) -> None:
    """Of every facet, over all statements."""
    query = f"""select {column}, count(*) {_JOINED} where {column} is not null
                group by 1 order by 2 desc, 1"""
    expected = [tuple(row) for row in opened.execute(query)]
    found = columns(opened).facets[field].counts(slice(None))
    assert [(count.value, count.n) for count in found] == expected


@pytest.mark.parametrize(
    ("asked", "where", "values"),
    [
        (Query(words="the"), "1", ()),
        (Query(words="the", kind="person"), "s.source_kind = 'person'", ()),
        (Query(words="the", earliest="2018"), f"{pages.DRAWN_DAY} >= '2018'", ()),
        (Query(words="the", latest="2018-06"), f"{pages.DRAWN_DAY} <= '2018-06~'", ()),
        (Query(words="the", outlet="no such outlet"), "0", ()),
    ],
)
def test_searches_find_what_sql_finds(
    opened: sqlite3.Connection, asked: Query, where: str, values: tuple[str, ...]
) -> None:
    """The same statements in the same order, page by page."""
    condition = (
        "s.rowid in (select rowid from statement_words where statement_words match ?) "
        f"and {where} order by {pages.SORT_DAY}, a.article_id, s.statement_id"
    )
    expected = [
        row[0]
        for row in opened.execute(
            f"select s.statement_id {_JOINED} where {condition}", (match(asked.words), *values)
        )
    ]
    found: list[str] = []
    for offset in range(0, len(expected) + 7, 7):
        page = search(opened, asked, limit=7, offset=offset)
        assert page.total == len(expected)
        found += [line.statement_id for line in page.statements]
    assert found == expected


def test_what_was_written_is_seen(opened: sqlite3.Connection) -> None:
    """Counts are read anew when the tables were written, and only then."""
    before = columns(opened)
    assert columns(opened) is before
    opened.execute("update statements set mode = 'mixed'")
    keeping.note_written(opened)
    after = columns(opened)
    assert [count.value for count in after.facets["mode"].counts(slice(None))] == ["mixed"]
    assert len(after.rows) == len(before.rows)


def test_values_between(opened: sqlite3.Connection) -> None:
    """Both ends belong to a stretch, and rows without a value to none."""
    known = columns(opened)
    column = Coded(known.order[:0], [])
    assert column.counts(slice(None)) == []
    assert not known.day.between("9998", "9999").any()
    dated = int(known.day.between("", "9999").sum())
    assert dated == sum(count.n for count in known.facets["year"].counts(slice(None)))


def test_an_article_of_no_known_year_is_in_none(opened: sqlite3.Connection) -> None:
    """ "May 2018 or later" is no sign of 2018; what fits but for the days asked for is counted."""
    open_ended = f"""select count(*) {_JOINED} where a.published is null
                     and (a.published_earliest is null or a.published_latest is null)"""
    number = opened.execute(open_ended).fetchone()[0]
    assert number > 0
    everything = search(opened, Query(), limit=1, offset=0)
    asked = search(opened, Query(earliest="1000", latest="9998"), limit=1, offset=0)
    assert (everything.n_without_day, asked.n_without_day) == (0, number)
    assert asked.total == everything.total - number
