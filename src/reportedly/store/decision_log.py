"""The file of decisions beside a chronicle: an append-only log, safe against two writers and kills.

`NAME.decisions` stands next to `NAME.chronicle`.  Nothing in it is ever changed; only forgetting a
person or an article removes words from it.
"""

import json
import secrets
import sqlite3
from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path

from reportedly import schema
from reportedly.decisions.holding import find_conflict
from reportedly.decisions.model import Decision
from reportedly.errors import ChronicleError
from reportedly.store.connection import BUSY_MS, transaction
from reportedly.store.rows import dumps

#: SQLite's header field that says whose file it is: "RPTH" in ASCII.
APPLICATION_ID = 0x52505448
_VERSION = 1

_SCHEMA = f"""
begin immediate;
create table if not exists decisions (
    number integer primary key, decision_id text not null unique, action text not null,
    entry text not null
);
create trigger if not exists decisions_stay before update on decisions
    when (select value from state where key = 'forgetting') is null
    begin select raise(abort, 'decisions are never changed'); end;
create trigger if not exists decisions_are_kept before delete on decisions
    when (select value from state where key = 'forgetting') is null
    begin select raise(abort, 'decisions are never removed'); end;
create table if not exists state (key text primary key, value text) without rowid;
pragma application_id = {APPLICATION_ID};
pragma user_version = {_VERSION};
commit;
"""


def path_for(chronicle: Path) -> Path:
    """Where the decisions on a chronicle stand: `affair.chronicle` → `affair.decisions`."""
    if chronicle.suffix == ".chronicle":
        return chronicle.with_suffix(".decisions")
    return chronicle.with_name(chronicle.name + ".decisions")


def open_log(chronicle: Path) -> sqlite3.Connection:
    """The log of a chronicle, for reading and adding; made when there is none.

    Raises ChronicleError when the file is something else or cannot be written.
    """
    path = path_for(chronicle)
    try:
        connection = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
        connection.row_factory = sqlite3.Row
        connection.execute(f"pragma busy_timeout = {BUSY_MS}")
        owner = connection.execute("pragma application_id").fetchone()[0]
        version = connection.execute("pragma user_version").fetchone()[0]
        if owner not in (0, APPLICATION_ID) or version > _VERSION:
            raise ChronicleError(
                f"{path} holds no decisions that this program can read; move it elsewhere, or "
                "upgrade with: pip install --upgrade reportedly"
            )
        # A decision is said to be kept only when it is on the disk: people do not make them twice.
        connection.execute("pragma synchronous = full")
        connection.execute("pragma secure_delete = on")
        if version < _VERSION:
            connection.execute("pragma journal_mode = wal")
            connection.executescript(_SCHEMA)
    except sqlite3.Error as error:
        raise ChronicleError(
            f"{path} cannot be used for decisions: {error}; check that the folder can be written"
        ) from error
    return connection


def read_log(chronicle: Path) -> list[Decision]:
    """All decisions on a chronicle, in order; none where there is no file yet."""
    if not path_for(chronicle).is_file():
        return []
    connection = open_log(chronicle)
    try:
        return decisions(connection)
    finally:
        connection.close()


def decisions(connection: sqlite3.Connection) -> list[Decision]:
    """All entries of the log, in their order."""
    found = connection.execute("select number, entry from decisions order by number")
    return [_read(row) for row in found]


def _read(row: sqlite3.Row) -> Decision:
    return _decision({**json.loads(row["entry"]), "number": row["number"]})


def _decision(values: dict[str, object]) -> Decision:
    decision: Decision = schema.read_record(Decision, values)
    return decision


def append(connection: sqlite3.Connection, new: Decision, seen: int | None = None) -> Decision:
    """Adds a decision; one that stands against what others decided meanwhile is kept as refused.

    Args:
        connection: the open log.
        new: what somebody decided; number and refusal are filled in here.
        seen: number of the last decision that they saw; None for all there are.

    Returns:
        the entry as it now stands in the log.
    """
    with transaction(connection):
        log = decisions(connection)
        last = log[-1].number if log else 0
        refused = find_conflict(new, log, last if seen is None else seen)
        return _insert(connection, replace(new, number=last + 1, refused=refused))


def _insert(connection: sqlite3.Connection, entry: Decision) -> Decision:
    plain = schema.plain(entry)
    del plain["number"]
    connection.execute(
        "insert into decisions values (?, ?, ?, ?)",
        (entry.number, entry.decision_id, entry.action, dumps(plain)),
    )
    return entry


def take_in(connection: sqlite3.Connection, shared: Iterable[Decision]) -> list[Decision]:
    """Adds a colleague's decisions, in their order; those that are here already are passed over.

    One that stands against what holds here is kept as refused.
    """
    added = []
    with transaction(connection):
        log = decisions(connection)
        known = {each.decision_id for each in log}
        own_last = log[-1].number if log else 0
        for each in shared:
            if each.decision_id in known:
                continue
            # What a colleague's own log put in order is no conflict; only what was decided here is.
            ours = [one for one in log if one.number <= own_last]
            refused = each.refused or find_conflict(each, log, own_last)
            refused = refused or find_conflict(each, ours, 0)
            entry = replace(each, number=len(log) + 1, refused=refused)
            log.append(_insert(connection, entry))
            known.add(entry.decision_id)
            added.append(entry)
    return added


def forget(connection: sqlite3.Connection, change: Callable[[Decision], Decision | None]) -> int:
    """Passes every entry through `change`, which returns it, another one, or None to remove it.

    Numbers stay as they were.  Returns how many entries were changed or removed.
    """
    changed = 0
    with transaction(connection):
        connection.execute("insert or replace into state values ('forgetting', 'yes')")
        for entry in decisions(connection):
            after = change(entry)
            if after == entry:
                continue
            changed += 1
            connection.execute("delete from decisions where number = ?", (entry.number,))
            if after is not None:
                _insert(connection, after)
        connection.execute("delete from state where key = 'forgetting'")
    if changed:
        connection.execute("vacuum")
        connection.execute("pragma wal_checkpoint(truncate)")
    return changed


def new_identifier() -> str:
    """A name for a decision that no other one has, on any machine."""
    return "d" + secrets.token_hex(8)
