"""Phase three: all articles together, when anything changed; the result replaces the tables."""

import functools
import hashlib
import sqlite3
from collections.abc import Mapping

import pyarrow.compute as pc

from reportedly.engine import deciding, given, loading, reconciling
from reportedly.engine.base import Engine
from reportedly.engine.progress import Progress
from reportedly.model import Bearer, Cluster, Constraint, Known
from reportedly.pipeline import TABLE_STAGES
from reportedly.schema import rows_of, table_of
from reportedly.store import found_groups, keeping, replacing
from reportedly.store.connection import opened_file, transaction
from reportedly.store.worked_out import WorkedOut

_META = "reconciled"


@reconciling.rarely_collecting()
def run(
    connection: sqlite3.Connection, engine: Engine, progress: Progress
) -> dict[str, float] | None:
    """Reconciles unless nothing changed since the last time.

    What the stages worked out piece by piece is kept in the chronicle, and dropped when the next
    build has no use for it.

    Returns:
        stage → seconds of a processor that it took; None when nothing had changed.
    """
    with transaction(connection):
        keeping.drop_unplaced(connection)
    decided = given.constraints(connection)
    states = keeping.states(connection)
    state = _state(connection, decided, states)
    if keeping.get_meta(connection, _META) == state:
        return None
    progress.phase("reconcile", len(TABLE_STAGES))
    worked_out = WorkedOut(connection)
    paths = keeping.first_paths(connection)
    beside = opened_file(connection).parent
    payloads = functools.partial(keeping.payloads, connection)
    tables = loading.tables_of(states, payloads, paths, worked_out, beside)
    tables.put(Constraint.table, table_of(Constraint, decided))
    names = set(pc.unique(pc.list_flatten(tables[Cluster.table]["names"])).to_pylist())
    tables.put(Known.table, table_of(Known, given.known(connection, names)))
    took: dict[str, float] = {}
    joins = engine.joins(worked_out)
    reconciling.reconcile(tables, joins, lambda name: progress.advance(1, name), took)
    with transaction(connection):
        replacing.replace_tables(connection, tables, worked_out)
        found_groups.keep(connection, tables[Bearer.table])
        found_groups.keep_decided(connection, rows_of(Constraint, tables[Constraint.table]))
        found_groups.note_built(connection)
        worked_out.drop_unused()
        keeping.set_meta(connection, _META, state)
        # What was decided while all this was worked out must not be lost from the tables.
        deciding.take_up_in(connection, given.constraints(connection))
    return took


def _state(
    connection: sqlite3.Connection, decided: list[Constraint], states: Mapping[str, str]
) -> str:
    """What decides whether a reconciliation is still good."""
    digest = hashlib.sha256(reconciling.reconcile_fingerprint().encode())
    digest.update(f"{decided}{given.gazetteer_state(connection)}".encode("utf-8", "surrogatepass"))
    of_articles = (f"{name} {state}" for name, state in sorted(states.items()))
    for line in (*of_articles, *keeping.inputs_of_kept(connection)):
        digest.update(line.encode("utf-8", "surrogatepass") + b"\n")
    return digest.hexdigest()
