"""Who is who as the machine alone found it, and the decisions that the tables hold on top of it."""

import io
import json
import sqlite3
from collections.abc import Iterable

import pyarrow as pa
import pyarrow.ipc

from reportedly import schema
from reportedly.model import Bearer, Constraint
from reportedly.store import keeping
from reportedly.store.rows import dumps

_META = "decided"
_AT_BUILD = "decided_at_build"


def keep(connection: sqlite3.Connection, bearers: pa.Table) -> None:
    """Keeps the machine's groups, compressed, in the place of those before."""
    stream = io.BytesIO()
    options = pa.ipc.IpcWriteOptions(compression="zstd")
    with pa.ipc.new_stream(stream, bearers.schema, options=options) as writer:
        writer.write_table(bearers)
    connection.execute(
        "insert or replace into found_groups values (?, ?)", (Bearer.table, stream.getvalue())
    )


def load(connection: sqlite3.Connection) -> pa.Table | None:
    """The machine's groups, in their order; None in a chronicle not yet built by this version."""
    query = "select payload from found_groups where kind = ?"
    found = connection.execute(query, (Bearer.table,)).fetchone()
    if found is None:
        return None
    with pa.ipc.open_stream(found[0]) as reader:
        return reader.read_all()


def keep_decided(connection: sqlite3.Connection, constraints: Iterable[Constraint]) -> None:
    """Notes which decisions the tables hold, and what stood against those that they do not."""
    keeping.set_meta(connection, _META, dumps([schema.plain(each) for each in constraints]))


def decided(connection: sqlite3.Connection) -> list[Constraint]:
    """The decisions that the tables hold, each with its problem if it could not be applied."""
    found = keeping.get_meta(connection, _META)
    return [schema.read_row(Constraint, values) for values in json.loads(found or "[]")]


def note_built(connection: sqlite3.Connection) -> None:
    """Notes that findings, quotations and events were worked out with what is decided now."""
    keeping.set_meta(connection, _AT_BUILD, keeping.get_meta(connection, _META) or "[]")


def is_behind(connection: sqlite3.Connection) -> bool:
    """True when something was decided since findings, quotations and events were worked out."""
    return (keeping.get_meta(connection, _META) or "[]") != (
        keeping.get_meta(connection, _AT_BUILD) or "[]"
    )
