"""The way from each older layout of a chronicle file to the next, each step in one transaction."""

import sqlite3
from collections.abc import Callable

from reportedly.errors import ChronicleError
from reportedly.store import worked_out

Step = Callable[[sqlite3.Connection], None]


_IDENTIFIERS = """create table if not exists identifiers (
    entity_id text not null, identifier text not null, label text not null, description text,
    birth_date text, status text not null, reason text not null,
    primary key (entity_id, identifier))"""
_DATED_NAMES = """create table if not exists dated_names (
    entity_id text not null, name text not null, earliest text, latest text, given text not null,
    primary key (entity_id, name, earliest))"""

_ARTICLES_LINE = """create index if not exists articles_line on articles (
    article_id, outlet, published, published_earliest, published_latest)"""


def _to_2(connection: sqlite3.Connection) -> None:
    """Layout 2 has the pages that articles were read from; a build of the same inputs adds them."""
    connection.execute(
        "create table if not exists captures (article_id text primary key, payload blob not null)"
    )
    # What people decide on who is who, and what a gazetteer of theirs knows.
    connection.execute(
        "create table if not exists found_groups (kind text primary key, payload blob not null)"
    )
    connection.execute(worked_out.TABLE)
    connection.execute(_IDENTIFIERS)
    connection.execute(_DATED_NAMES)
    connection.execute(_ARTICLES_LINE)


#: Layout N → the function that makes layout N + 1 of it.  Layout 1 is the first released one.
STEPS: dict[int, Step] = {1: _to_2}


def upgrade(connection: sqlite3.Connection, version: int, target: int) -> None:
    """Takes the file from layout `version` to `target`; a step that fails leaves the one before.

    Raises ChronicleError when no way is known.
    """
    while version < target:
        step = STEPS.get(version)
        if step is None:
            raise ChronicleError(
                f"no way is known from schema {version} to {target}; build the chronicle anew"
            )
        connection.execute("begin immediate")
        try:
            step(connection)
            connection.execute(f"pragma user_version = {version + 1}")
            connection.execute("commit")
        except BaseException:
            connection.execute("rollback")
            raise
        version += 1
