"""Replacing a chronicle's reconciled tables by new ones, in one transaction of the caller's."""

import sqlite3
from collections.abc import Mapping

import pyarrow as pa

from reportedly.model import CHRONICLE, Input, Reject
from reportedly.store import keeping
from reportedly.store import rows as rows_sql

#: Written while reading, not by reconciling.
_KEPT_APART = (Input, Reject)

#: Rows turned into Python objects at once, so that memory does not grow with the pile.
_BATCH_ROWS = 10_000

#: Groups whose names may change when articles are added: table → its member table and columns.
_GROUPS = {
    "entities": ("mentions", "entity_id", "article_id || span"),
    "utterances": ("statements", "utterance_id", "statement_id"),
    "claims": ("statements", "claim_id", "statement_id"),
    "stories": ("articles", "story_id", "article_id"),
    "copies": ("articles", "copy_group", "article_id"),
}


def replace_tables(connection: sqlite3.Connection, tables: Mapping[str, pa.Table]) -> None:
    """Puts `tables` in the place of what the chronicle held, and the search index with them."""
    _remember_members(connection)
    for kind in CHRONICLE:
        if kind in _KEPT_APART:
            continue
        connection.execute(f'delete from "{kind.table}"')
        for batch in tables[kind.table].to_batches(max_chunksize=_BATCH_ROWS):
            rows_sql.insert_table(connection, kind, batch)
    _keep_former_names(connection)
    index_words(connection)


def _remember_members(connection: sqlite3.Connection) -> None:
    """Notes which member was in which group, to tell later what a group is called now."""
    connection.execute(
        """create temp table if not exists was
           (kind text, member text, id text, primary key (kind, member))"""
    )
    connection.execute("delete from was")
    for kind, (table, column, member) in _GROUPS.items():
        connection.execute(
            f"insert or ignore into was select ?, {member}, {column} from {table} "
            f"where {column} is not null",
            (kind,),
        )


def _keep_former_names(connection: sqlite3.Connection) -> None:
    """An identifier that vanished leads to the group that now holds most of its members."""
    for kind, (table, column, member) in _GROUPS.items():
        in_use = f"select {column} from {table} where {column} is not null"
        connection.execute(
            f"""
            insert or replace into former_names
            select old_id, new_id from (
                select was.id as old_id, now.{column} as new_id, row_number() over (
                    partition by was.id order by count(*) desc, now.{column}) as nth
                from was join {table} now on was.member = now.{member}
                where was.kind = ? and now.{column} is not null
                group by was.id, now.{column})
            where nth = 1 and old_id not in ({in_use})
            """,
            (kind,),
        )
        # What an older name leads to may itself have been renamed: each name stays one step away.
        connection.execute(
            """update former_names set new_id = (
                   select later.new_id from former_names later
                   where later.old_id = former_names.new_id)
               where new_id in (select old_id from former_names)"""
        )
        connection.execute(f"delete from former_names where old_id in ({in_use})")


def index_words(connection: sqlite3.Connection) -> None:
    """Makes the full-text index anew from the tables."""
    keeping.note_written(connection)
    connection.execute("delete from statement_words")
    connection.execute("delete from article_words")
    connection.execute(
        """insert into statement_words (rowid, statement_id, content_text, source_text, speaker)
           select rowid, statement_id, content_text, source_text, speaker from statements"""
    )
    connection.execute(
        """insert into article_words (rowid, article_id, title, text)
           select rowid, article_id, title, text from articles"""
    )
