"""What the runner keeps while it builds: inputs, results of stages by article, rejects, notes."""

import hashlib
import json
import sqlite3
from collections.abc import Iterable, Iterator

from reportedly.model import Input, Reject
from reportedly.store import rows as rows_sql

#: The counter's name among the chronicle's settings.
_TIMES_WRITTEN = "times written"

Kept = tuple[str, str, str, bytes]
"""(article_id, stage, fingerprint, payload)"""


def is_read(connection: sqlite3.Connection, path: str, sha256: str, fingerprint: str) -> bool:
    """True when these bytes at this path were read whole by this version of `read`."""
    query = "select 1 from read_inputs where path = ? and sha256 = ? and fingerprint = ?"
    return connection.execute(query, (path, sha256, fingerprint)).fetchone() is not None


def mark_read(connection: sqlite3.Connection, path: str, sha256: str, fingerprint: str) -> None:
    """Notes that all records of an input are kept."""
    connection.execute(
        "insert or replace into read_inputs values (?, ?, ?)", (path, sha256, fingerprint)
    )


def clear_input(connection: sqlite3.Connection, path: str) -> None:
    """Forgets what an earlier reading of `path` gave, before it is read again."""
    for table in ("inputs", "rejects", "read_inputs"):
        connection.execute(f"delete from {table} where path = ?", (path,))


def paths_read(connection: sqlite3.Connection) -> list[str]:
    """Every path that an earlier build read or could not use, sorted."""
    query = "select path from inputs union select path from rejects order by 1"
    return [row[0] for row in connection.execute(query)]


def paths_rejected(connection: sqlite3.Connection) -> frozenset[str]:
    """Every path of an input that could not be used, or of which a part could not."""
    return frozenset(row[0] for row in connection.execute("select distinct path from rejects"))


def clear_gone(connection: sqlite3.Connection, path: str) -> None:
    """Drops the rejects of an input that is gone, and the places of articles that have others."""
    connection.execute("delete from rejects where path = ?", (path,))
    connection.execute(
        """delete from inputs where path = ? and exists (
               select 1 from inputs other
               where other.article_id = inputs.article_id and other.path <> inputs.path)""",
        (path,),
    )
    connection.execute("delete from read_inputs where path = ?", (path,))


def clear_missing(connection: sqlite3.Connection, named: Iterable[str]) -> None:
    """Drops the rejects of names that were missing, but for those that are `named` now."""
    connection.execute(
        """delete from rejects where reason = 'missing_file'
           and path not in (select value from json_each(?))""",
        (json.dumps(sorted(named)),),
    )


def keep(connection: sqlite3.Connection, results: Iterable[Kept]) -> None:
    """Keeps stage results; one of the same article and stage is replaced."""
    connection.executemany("insert or replace into kept values (?, ?, ?, ?)", results)


def keep_input(connection: sqlite3.Connection, place: Input) -> None:
    """Notes that an article was read at a place."""
    rows_sql.insert(connection, Input, [place])


def keep_reject(connection: sqlite3.Connection, reject: Reject) -> None:
    """Notes an input that could not be used, once: SQL holds two nulls for different."""
    connection.execute(
        "delete from rejects where path = ? and record is ? and reason = ?",
        (reject.path, reject.record, reject.reason),
    )
    rows_sql.insert(connection, Reject, [reject])


def clear_rejects_of(
    connection: sqlite3.Connection, article_id: str, reasons: tuple[str, ...]
) -> None:
    """Drops the rejects with these reasons at the places where an article was read."""
    marks = ", ".join("?" * len(reasons))
    connection.execute(
        f"""delete from rejects where reason in ({marks}) and exists (
                select 1 from inputs where inputs.article_id = ?
                and inputs.path = rejects.path and inputs.record is rejects.record)""",
        (*reasons, article_id),
    )


def kept_fingerprint(connection: sqlite3.Connection, article_id: str, stage: str) -> str | None:
    """The fingerprint under which a stage's result is kept for an article, if it is."""
    query = "select fingerprint from kept where article_id = ? and stage = ?"
    found = connection.execute(query, (article_id, stage)).fetchone()
    return None if found is None else str(found[0])


def kept_of(connection: sqlite3.Connection, article_id: str) -> dict[str, tuple[str, bytes]]:
    """Stage → (fingerprint, payload) of one article."""
    query = "select stage, fingerprint, payload from kept where article_id = ? order by stage"
    return {row[0]: (row[1], row[2]) for row in connection.execute(query, (article_id,))}


def unfinished(connection: sqlite3.Connection, wanted: dict[str, str]) -> list[str]:
    """Articles that lack one of the results `wanted` (stage → fingerprint), sorted."""
    marks = " or ".join("(stage = ? and fingerprint = ?)" for _ in wanted)
    values = [value for pair in sorted(wanted.items()) for value in pair]
    query = f"""
        select article_id from kept group by article_id
        having sum({marks}) < ? order by article_id"""
    return [row[0] for row in connection.execute(query, (*values, len(wanted)))]


def drop_derived(connection: sqlite3.Connection, article_id: str) -> None:
    """Drops every stage's result for an article but its reading, so that it is annotated anew."""
    connection.execute("delete from kept where article_id = ? and stage <> 'read'", (article_id,))


def payloads(
    connection: sqlite3.Connection, article_ids: Iterable[str]
) -> Iterator[tuple[str, str, bytes]]:
    """(article_id, stage, payload) of all that is kept of some articles, by article."""
    query = "select article_id, stage, payload from kept where article_id = ? order by stage"
    for article_id in sorted(article_ids):
        for row in connection.execute(query, (article_id,)):
            yield row[0], row[1], row[2]


def states(connection: sqlite3.Connection) -> dict[str, str]:
    """Article → what changes with anything that is kept of it.

    What was read counts with its content, since blackening a name changes it; what was derived
    follows from that and the fingerprint.
    """
    query = """select article_id, group_concat(stage || ' ' || fingerprint, char(10)) from (
               select article_id, stage, fingerprint from kept order by article_id, stage)
               group by article_id"""
    found = {row[0]: row[1] for row in connection.execute(query)}
    query = "select article_id, payload from kept where stage = 'read'"
    for article_id, payload in connection.execute(query):
        found[article_id] += f" {hashlib.sha256(payload).hexdigest()}"
    return found


def inputs_of_kept(connection: sqlite3.Connection) -> Iterator[str]:
    """One line for each place at which an article was read."""
    for row in connection.execute("select path, record, article_id from inputs order by 1, 2, 3"):
        yield f"{row[0]}\0{row[1]}\0{row[2]}"


def first_place(connection: sqlite3.Connection, article_id: str) -> tuple[str, int | None] | None:
    """(path, record) of the first of the places at which an article was read."""
    query = """select path, record from inputs where article_id = ?
               order by path, record is not null, record limit 1"""
    found = connection.execute(query, (article_id,)).fetchone()
    return None if found is None else (found[0], found[1])


def first_paths(connection: sqlite3.Connection) -> dict[str, str]:
    """article_id → the first of its paths."""
    query = "select article_id, min(path) from inputs group by article_id"
    return {row[0]: row[1] for row in connection.execute(query)}


def drop_unplaced(connection: sqlite3.Connection) -> int:
    """Drops what is kept of articles that no input gives any more; returns how many articles."""
    query = """select distinct article_id from kept
               where article_id not in (select article_id from inputs)"""
    gone = [row[0] for row in connection.execute(query)]
    for table in ("kept", "captures"):
        connection.executemany(
            f"delete from {table} where article_id = ?", ((name,) for name in gone)
        )
    return len(gone)


def note_written(connection: sqlite3.Connection) -> None:
    """Notes that the tables were written, for whoever keeps something worked out of them."""
    connection.execute(
        """insert into meta values (?, '1')
           on conflict (key) do update set value = cast(value as integer) + 1""",
        (_TIMES_WRITTEN,),
    )


def times_written(connection: sqlite3.Connection) -> int:
    """How often the tables were written; 0 when an earlier version of the program did."""
    return int(get_meta(connection, _TIMES_WRITTEN) or 0)


def get_meta(connection: sqlite3.Connection, key: str) -> str | None:
    """A note of the store about the chronicle as a whole."""
    found = connection.execute("select value from meta where key = ?", (key,)).fetchone()
    return None if found is None else str(found[0])


def set_meta(connection: sqlite3.Connection, key: str, value: str) -> None:
    """Writes such a note."""
    connection.execute("insert or replace into meta values (?, ?)", (key, value))


def drop_meta(connection: sqlite3.Connection, key: str) -> None:
    """Drops such a note, if there is one."""
    connection.execute("delete from meta where key = ?", (key,))


def articles_kept(connection: sqlite3.Connection) -> list[str]:
    """Identifiers of all articles that were read, sorted."""
    query = "select article_id from kept where stage = 'read' order by article_id"
    return [row[0] for row in connection.execute(query)]


def tombstones(connection: sqlite3.Connection, kind: str) -> frozenset[str]:
    """Names of one kind (`article`, `person`) that were forgotten and must not come back."""
    query = "select name from tombstones where kind = ?"
    return frozenset(row[0] for row in connection.execute(query, (kind,)))


def replace_tombstones(connection: sqlite3.Connection, kind: str, names: Iterable[str]) -> None:
    """Puts `names` in the place of all tombstones of a kind."""
    connection.execute("delete from tombstones where kind = ?", (kind,))
    for name in names:
        add_tombstone(connection, kind, name)


def add_tombstone(connection: sqlite3.Connection, kind: str, name: str) -> None:
    """Keeps a forgotten thing from coming back."""
    connection.execute("insert or ignore into tombstones values (?, ?)", (kind, name))
