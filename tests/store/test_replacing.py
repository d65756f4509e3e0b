"""Replacing the tables of a chronicle: what stays, what goes, and what old names lead to."""

import dataclasses
import sqlite3
import sys

import pyarrow as pa
import pytest

from reportedly import schema
from reportedly.model import (
    CHRONICLE,
    Article,
    ChainHop,
    Evidence,
    Finding,
    Row,
    Statement,
)
from reportedly.store import connection as store
from reportedly.store import naming, replacing, touching
from reportedly.store import rows as rows_sql
from reportedly.store.worked_out import WorkedOut

KNOWING = True

ARTICLE = Article(article_id="a1", path="p", text="“Né won’t,” she said.", title="Né", sha256="0")
STATEMENT = Statement(
    statement_id="s1",
    article_id="a1",
    content=((0, 11),),
    cue=((16, 20),),
    content_text="“Né won’t,”",
    mode="direct",
    utterance_id="u1",
    confidence=0.5,
    reason="marks",
)


@pytest.fixture(params=["knowing what is there", "all anew"], autouse=True)
def _knowing(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is promised of replacing must hold with and without notes on what the file holds."""
    monkeypatch.setattr(sys.modules[__name__], "KNOWING", request.param == "knowing what is there")


def replace(connection: sqlite3.Connection, *rows: Row) -> None:
    tables: dict[str, pa.Table] = {
        kind.table: schema.table_of(kind, [row for row in rows if type(row) is kind])
        for kind in CHRONICLE
    }
    with store.transaction(connection):
        kept = WorkedOut(connection) if KNOWING else None
        replacing.replace_tables(connection, tables, kept)


def test_rows_come_back_as_they_were(fresh: sqlite3.Connection) -> None:
    """Spans, nulls and odd characters included."""
    replace(fresh, ARTICLE, STATEMENT)
    assert list(rows_sql.select(fresh, Article)) == [ARTICLE]
    assert list(rows_sql.select(fresh, Statement)) == [STATEMENT]


def test_nothing_of_before_is_left(fresh: sqlite3.Connection) -> None:
    """Neither in the tables nor in the search index."""
    replace(fresh, ARTICLE, STATEMENT)
    replace(fresh, dataclasses.replace(ARTICLE, article_id="a2", text="other", title=None))
    assert [article.article_id for article in rows_sql.select(fresh, Article)] == ["a2"]
    for words in ("statement_words", "article_words"):
        query = f"select count(*) from {words} where {words} match 'ne'"
        assert fresh.execute(query).fetchone()[0] == 0


def test_search_folds_accents(fresh: sqlite3.Connection) -> None:
    """Who types without accents finds the name."""
    replace(fresh, ARTICLE, STATEMENT)
    query = "select statement_id from statement_words where statement_words match 'ne'"
    assert fresh.execute(query).fetchone()[0] == "s1"


def test_an_old_group_name_leads_to_the_new_one(fresh: sqlite3.Connection) -> None:
    """Over two renamings, and the name in use leads to itself."""
    for name in ("u1", "u2", "u3"):
        replace(fresh, ARTICLE, dataclasses.replace(STATEMENT, utterance_id=name))
    assert [naming.current(fresh, name) for name in ("u1", "u2", "u3")] == ["u3", "u3", "u3"]
    replace(fresh, ARTICLE, dataclasses.replace(STATEMENT, utterance_id="u1"))
    assert [naming.current(fresh, name) for name in ("u1", "u2", "u3")] == ["u1", "u1", "u1"]


def test_two_reports_of_one_group_decide_by_number(fresh: sqlite3.Connection) -> None:
    """A group that split is called what most of its members are called now."""
    three = [dataclasses.replace(STATEMENT, statement_id=f"s{n}") for n in range(3)]
    replace(fresh, ARTICLE, *three)
    now = [
        dataclasses.replace(row, utterance_id=name)
        for row, name in zip(three, ("u9", "u8", "u8"), strict=True)
    ]
    replace(fresh, ARTICLE, *now)
    assert naming.current(fresh, "u1") == "u8"


def test_a_table_is_stored_as_its_rows_are(fresh: sqlite3.Connection) -> None:
    """Whole columns and single rows are written alike: lists, nested rows and nulls too."""
    found = Finding(
        finding_id="g1",
        kind="conflict",
        about=("e1", "e2"),
        explanation="“two” ages",
        evidence=(Evidence("a1", (1, 2), "s1"), Evidence("a2", (3, 4))),
        confidence=0.9,
    )
    hop = ChainHop(statement_id="s1", hop=0, kind="outlet", span=None)
    stored = []
    for kind, row in ((Finding, found), (ChainHop, hop), (Statement, STATEMENT)):
        query = f'select * from "{kind.table}"'
        rows_sql.insert(fresh, kind, [row])
        stored.append(tuple(fresh.execute(query).fetchone()))
        for batch in schema.table_of(kind, [row]).to_batches():
            rows_sql.insert_table(fresh, kind, batch, [1])
        assert [tuple(each) for each in fresh.execute(query)] == stored[-1:]
        assert list(rows_sql.select(fresh, kind)) == [row]


def _numbers(connection: sqlite3.Connection) -> list[tuple[str, int]]:
    query = "select statement_id, rowid from statements order by 1"
    return [tuple(row) for row in connection.execute(query)]


def test_rows_that_stay_are_not_written_again(fresh: sqlite3.Connection) -> None:
    """One changes, one goes, one comes, and the index of words follows."""
    three = [dataclasses.replace(STATEMENT, statement_id=f"s{n}") for n in range(3)]
    replace(fresh, ARTICLE, *three)
    replace(
        fresh,
        ARTICLE,
        three[0],
        dataclasses.replace(three[1], content_text="later words"),
        dataclasses.replace(three[2], statement_id="s3"),
    )
    rows = [(f"s{n}", number) for n, number in ((0, 1), (1, 4), (3, 5))]
    if KNOWING:
        assert _numbers(fresh) == rows
    query = "select statement_id from statement_words where statement_words match ? order by 1"
    for word, found in (("later", ["s1"]), ("won’t", ["s0", "s3"])):
        assert [row[0] for row in fresh.execute(query, (f'"{word}"',))] == found
    joined = """select count(*) from statements join statement_words
                on statements.rowid = statement_words.rowid
                and statements.statement_id = statement_words.statement_id"""
    assert fresh.execute(joined).fetchone()[0] == 3


def test_what_others_wrote_is_replaced_too(fresh: sqlite3.Connection) -> None:
    """Notes on what the file holds are good only while nobody else has written."""
    replace(fresh, ARTICLE, STATEMENT)
    with store.transaction(fresh):
        named = dataclasses.replace(STATEMENT, speaker="Ida Krohn")
        touching.update(fresh, Statement, [named])
    replace(fresh, ARTICLE, STATEMENT)
    assert list(rows_sql.select(fresh, Statement)) == [STATEMENT]
