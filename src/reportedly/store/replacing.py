"""A chronicle's reconciled tables replaced by new ones, in one transaction of the caller's.

Rows that are as they were are not written again.
"""

import sqlite3
from collections.abc import Mapping

import pyarrow as pa

from reportedly.model import CHRONICLE, Input, Reject
from reportedly.store import keeping
from reportedly.store.differences import Difference, difference
from reportedly.store.worked_out import WorkedOut

#: Written while reading, not by reconciling.
_KEPT_APART = (Input, Reject)

#: Groups whose names may change when articles are added: table → its member table and columns.
_GROUPS = {
    "entities": ("mentions", "entity_id", "article_id || span"),
    "utterances": ("statements", "utterance_id", "statement_id"),
    "claims": ("statements", "claim_id", "statement_id"),
    "stories": ("articles", "story_id", "article_id"),
    "copies": ("articles", "copy_group", "article_id"),
}


#: Table → its full-text index and the columns in it.
_WORDS = {
    "statements": ("statement_words", "statement_id, content_text, source_text, speaker"),
    "articles": ("article_words", "article_id, title, text"),
}


def replace_tables(
    connection: sqlite3.Connection, tables: Mapping[str, pa.Table], kept: WorkedOut | None = None
) -> None:
    """Puts `tables` in the place of what the chronicle held, and the search index with them.

    Args:
        connection: in a transaction.
        tables: all that reconciling gives; asked for a table whenever some rows are wanted.
        kept: where it was noted what the file holds; rows that are as they were are then left.
    """
    found = {
        kind.table: difference(connection, kind, tables, kept)
        for kind in CHRONICLE
        if kind not in _KEPT_APART
    }
    _remember_members(connection, found)
    for table in _WORDS:
        _drop_words(connection, found[table])
    for each in found.values():
        each.delete(connection)
        each.insert(connection)
    _keep_former_names(connection, {table: each.last for table, each in found.items()})
    for table, (words, columns) in _WORDS.items():
        _index(connection, table, words, columns, after=found[table].last)
    keeping.note_written(connection)
    if kept:
        for each in found.values():
            each.keep(connection, kept)


def _remember_members(connection: sqlite3.Connection, found: Mapping[str, Difference]) -> None:
    """Notes which member was in which group, to tell later what a group is called now.

    A group whose name is gone has no row that stays as it was.
    """
    connection.execute(
        """create temp table if not exists was
           (kind text, member text, id text, primary key (kind, member))"""
    )
    connection.execute("create temp table if not exists going (number integer primary key)")
    connection.execute("delete from was")
    for kind, (table, column, member) in _GROUPS.items():
        gone = found[table].gone
        connection.execute("delete from going")
        connection.executemany("insert into going values (?)", ((n,) for n in gone or ()))
        only = "" if gone is None else "and rowid in (select number from going)"
        connection.execute(
            f"insert or ignore into was select ?, {member}, {column} from {table} "
            f"where {column} is not null {only}",
            (kind,),
        )


def _keep_former_names(connection: sqlite3.Connection, last: Mapping[str, int]) -> None:
    """An identifier that vanished leads to the group that now holds most of its members.

    Args:
        connection: in the transaction in which the tables were written.
        last: table → its last row that is as it was: a member that changed its group stands behind.
    """
    for kind, (table, column, member) in _GROUPS.items():
        in_use = f"exists (select 1 from {table} where {column} = old_id)"
        connection.execute(
            f"""
            insert or replace into former_names
            select old_id, new_id from (
                select was.id as old_id, now.{column} as new_id, row_number() over (
                    partition by was.id order by count(*) desc, now.{column}) as nth
                from was join {table} now on was.member = now.{member}
                where was.kind = ? and now.{column} is not null and now.rowid > ?
                group by was.id, now.{column})
            where nth = 1 and not {in_use}
            """,
            (kind, last[table]),
        )
        # What an older name leads to may itself have been renamed: each name stays one step away.
        connection.execute(
            """update former_names set new_id = (
                   select later.new_id from former_names later
                   where later.old_id = former_names.new_id)
               where new_id in (select old_id from former_names)"""
        )
        connection.execute(f"delete from former_names where {in_use}")


def _drop_words(connection: sqlite3.Connection, found: Difference) -> None:
    words, _ = _WORDS[found.kind.table]
    if found.gone is None:
        connection.execute(f"delete from {words}")
    else:
        gone = ((number,) for number in found.gone)
        connection.executemany(f"delete from {words} where rowid = ?", gone)


def index_words(connection: sqlite3.Connection) -> None:
    """Makes the full-text index anew from the tables."""
    keeping.note_written(connection)
    for table, (words, columns) in _WORDS.items():
        connection.execute(f"delete from {words}")
        _index(connection, table, words, columns, after=0)


def _index(
    connection: sqlite3.Connection, table: str, words: str, columns: str, *, after: int
) -> None:
    """Adds the rows of a table with higher numbers than `after`."""
    connection.execute(
        f"""insert into {words} (rowid, {columns})
            select rowid, {columns} from {table} where rowid > ?""",
        (after,),
    )
