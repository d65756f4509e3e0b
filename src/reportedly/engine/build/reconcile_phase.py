"""Phase three: all articles together, when anything changed; the result replaces the tables."""

import hashlib
import sqlite3

from reportedly.engine import reconciling
from reportedly.engine.progress import Progress
from reportedly.model import Input, Reject
from reportedly.pipeline import TABLE_STAGES
from reportedly.stage import Joins
from reportedly.store import keeping, replacing
from reportedly.store.connection import transaction

_META = "reconciled"


def run(
    connection: sqlite3.Connection, joins: Joins, progress: Progress
) -> dict[str, float] | None:
    """Reconciles unless nothing changed since the last time.

    Returns:
        stage → seconds of a processor that it took; None when nothing had changed.
    """
    with transaction(connection):
        keeping.drop_unplaced(connection)
    state = _state(connection)
    if keeping.get_meta(connection, _META) == state:
        return None
    progress.phase("reconcile", len(TABLE_STAGES))
    payloads = (payload for _, _, payload in keeping.payloads(connection))
    tables = reconciling.tables_of(payloads, keeping.first_paths(connection))
    took: dict[str, float] = {}
    tables = reconciling.reconcile(tables, joins, lambda name: progress.advance(1, name), took)
    for kept_apart in (Input, Reject):
        tables.pop(kept_apart.table, None)
    with transaction(connection):
        replacing.replace_tables(connection, tables)
        keeping.set_meta(connection, _META, state)
    return took


def _state(connection: sqlite3.Connection) -> str:
    digest = hashlib.sha256(reconciling.reconcile_fingerprint().encode())
    for line in keeping.state_of_kept(connection):
        digest.update(line.encode("utf-8", "surrogatepass") + b"\n")
    return digest.hexdigest()
