"""Changing who is who in a chronicle's tables, row by row, in a transaction of the caller's."""

import json
import sqlite3
from collections.abc import Iterable, Mapping

from reportedly.model import (
    ChainHop,
    DatedName,
    Entity,
    Fact,
    Mention,
    Row,
    Span,
    Statement,
)
from reportedly.store import keeping, rows
from reportedly.store.rows import dumps

#: Columns that follow from who is who: table → its own columns.
_FOLLOWING: dict[type[Row], tuple[str, ...]] = {
    Statement: (
        "speaker_id",
        "speaker",
        "speaker_cluster",
        "addressee_id",
        "addressee",
        "channel",
        "source_kind",
        "reason",
    ),
    Fact: ("subject_id", "subject"),
}
#: Lists of entities: table → column.
_LISTS = {"events": "who", "claims": "about", "findings": "about"}


def mention_spans(
    connection: sqlite3.Connection, article_ids: Iterable[str]
) -> dict[str, list[tuple[Span, int]]]:
    """Article → spans of its mentions with their cluster."""
    wanted = dumps(sorted(set(article_ids)))
    found: dict[str, list[tuple[Span, int]]] = {}
    condition = "article_id in (select value from json_each(?))"
    for row in rows.select(connection, Mention, condition, (wanted,)):
        found.setdefault(row.article_id, []).append((row.span, row.cluster))
    return found


def clusters_of(
    connection: sqlite3.Connection, article_ids: Iterable[str]
) -> dict[tuple[str, int], str]:
    """(article, cluster) → the entity that it is in the tables."""
    query = """select distinct article_id, cluster, entity_id from mentions
               where entity_id is not null and cluster is not null
               and article_id in (select value from json_each(?))
               order by article_id, cluster"""
    wanted = dumps(sorted(set(article_ids)))
    return {(row[0], row[1]): row[2] for row in connection.execute(query, (wanted,))}


def entities_and_bodies(
    connection: sqlite3.Connection, entity_ids: Iterable[str]
) -> dict[str, Entity]:
    """Identifier → entity: of some, and of all organisations and works, which outlets may be."""
    wanted = dumps(sorted(set(entity_ids)))
    condition = """kind in ('organisation', 'work')
                   or entity_id in (select value from json_each(?))"""
    return {row.entity_id: row for row in rows.select(connection, Entity, condition, (wanted,))}


def outlets(connection: sqlite3.Connection) -> dict[str, str | None]:
    """Article → its outlet."""
    return dict(connection.execute("select article_id, outlet from articles order by article_id"))


def programmes(connection: sqlite3.Connection) -> list[str]:
    """Names of what stands between somebody and an article that has words from a broadcast."""
    query = """select distinct chain.name from chain join statements using (statement_id)
               where statements.channel = 'broadcast' and chain.kind = 'outlet'
               and chain.hop > 0 and chain.name is not null
               and chain.name is not statements.addressee order by chain.name"""
    return [row[0] for row in connection.execute(query)]


def facts_of_articles(connection: sqlite3.Connection, article_ids: Iterable[str]) -> list[Fact]:
    """The facts that the articles give."""
    wanted = dumps(sorted(set(article_ids)))
    condition = "article_id in (select value from json_each(?))"
    return list(rows.select(connection, Fact, condition, (wanted,)))


def update_mentions(
    connection: sqlite3.Connection, clusters: Iterable[tuple[str, str, int]]
) -> None:
    """All mentions of a cluster mean an entity: (entity, article, cluster)."""
    query = "update mentions set entity_id = ? where article_id = ? and cluster = ?"
    connection.executemany(query, clusters)


def replace_entities(
    connection: sqlite3.Connection, gone: Iterable[str], new: Iterable[Entity]
) -> None:
    """Entities leave and come (or change)."""
    connection.executemany("delete from entities where entity_id = ?", ((name,) for name in gone))
    rows.insert(connection, Entity, new)


def replace_dated_names(connection: sqlite3.Connection, names: Iterable[DatedName]) -> None:
    """All dated names anew."""
    connection.execute("delete from dated_names")
    rows.insert(connection, DatedName, names)


def update(connection: sqlite3.Connection, kind: type[Row], changed: Iterable[Row]) -> None:
    """Writes the columns of rows that follow from who is who, and the search index with them."""
    keeping.note_written(connection)
    columns = _FOLLOWING[kind]
    setting = ", ".join(f'"{name}" = ?' for name in columns)
    where = " and ".join(f'"{name}" = ?' for name in kind.key)
    query = f'update "{kind.table}" set {setting} where {where}'
    for row in changed:
        key = [rows.stored(kind, name, getattr(row, name)) for name in kind.key]
        connection.execute(query, [*(getattr(row, name) for name in columns), *key])
        if isinstance(row, Statement):
            connection.execute(
                """update statement_words set speaker = ? where rowid =
                   (select rowid from statements where statement_id = ?)""",
                (row.speaker, row.statement_id),
            )


def replace_chains(
    connection: sqlite3.Connection, statement_ids: Iterable[str], hops: Iterable[ChainHop]
) -> None:
    """The chains of the statements anew."""
    connection.executemany(
        "delete from chain where statement_id = ?", ((name,) for name in statement_ids)
    )
    rows.insert(connection, ChainHop, hops)


def follow(connection: sqlite3.Connection, successors: Mapping[str, Entity]) -> None:
    """Whatever names an entity that is gone, or renamed, names what it is now.

    Args:
        successors: identifier that was in use → the entity that it is now.
    """
    for old, entity in sorted(successors.items()):
        now = (entity.entity_id, old)
        connection.execute("update chain set entity_id = ? where entity_id = ?", now)
        connection.execute(
            "update or replace identifiers set entity_id = ? where entity_id = ?", now
        )
        connection.execute(
            "update utterances set speaker_id = ?, speaker = ? where speaker_id = ?",
            (entity.entity_id, entity.name, old),
        )
        for table, column in _LISTS.items():
            _follow_in_lists(connection, table, column, now)


def _follow_in_lists(
    connection: sqlite3.Connection, table: str, column: str, now: tuple[str, str]
) -> None:
    new, old = now
    query = f"""select rowid, "{column}" from "{table}" where "{column}" like ?"""
    for row, value in connection.execute(query, (f'%"{old}"%',)).fetchall():
        names = {new if name == old else name for name in json.loads(value)}
        connection.execute(
            f'update "{table}" set "{column}" = ? where rowid = ?', (dumps(sorted(names)), row)
        )


def rename_subjects(
    connection: sqlite3.Connection, entity_id: str, before: str, after: str
) -> None:
    """Findings about an entity call it by its new name."""
    connection.execute(
        "update findings set subject = ? where subject = ? and about like ?",
        (after, before, f'%"{entity_id}"%'),
    )


def keep_former_names(connection: sqlite3.Connection, gone: Mapping[str, str]) -> None:
    """Identifiers of entities that are gone lead to what they are now, in one step."""
    for old, new in sorted(gone.items()):
        connection.execute("update former_names set new_id = ? where new_id = ?", (new, old))
        connection.execute("insert or replace into former_names values (?, ?)", (old, new))
    connection.execute("delete from former_names where old_id in (select entity_id from entities)")
