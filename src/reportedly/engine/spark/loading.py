"""A cluster's chronicle into a chronicle file, part by part merged, so that memory stays small."""

import heapq
import os
import sqlite3
from collections.abc import Iterable, Iterator
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from reportedly import schema
from reportedly.engine.build.report import report_of as build_report
from reportedly.engine.spark.layout import Layout
from reportedly.engine.spark.report import Run
from reportedly.engine.spark.tables_step import AT
from reportedly.errors import RunAborted, told
from reportedly.model import CHRONICLE, Bearer, RowT
from reportedly.store import connection as store
from reportedly.store import decision_log, found_groups, keeping, loading, runs

#: Rows of a part in memory at once; all parts are open together.
_BATCH_ROWS = 500
#: Where `serve`, `export` and `verify` keep the file that they made of a folder.
_FILE = "loaded.chronicle"
_META = "loaded from"


def load(folder: str | os.PathLike[str], to: str | os.PathLike[str]) -> dict[str, int]:
    """Makes the chronicle file `to` of a cluster's folder; returns table → number of rows.

    The file is there whole or not at all.

    Raises:
        ChronicleError: `folder` holds no finished chronicle, or there is no place for `to`.
        RunAborted: `to` exists, or the disk is full.
    """
    layout, path = Layout(Path(folder)), Path(to)
    note = layout.read_note()
    if path.exists() and path.stat().st_size:
        raise RunAborted(f"{path} exists and may hold decisions of people; name another file")
    return _load(layout, path, str(note["state"]))


def file_of_folder(folder: Path) -> Path:
    """The chronicle file made of a cluster's folder, made now if need be; it lies in the folder.

    Any other folder is given back as it is: whoever opens it will say what is wrong.
    """
    layout = Layout(folder)
    if not layout.note.is_file():
        return folder
    state, file = str(layout.read_note()["state"]), folder / _FILE
    if not file.is_file():
        _load(layout, file, state)
    elif not _is_of(file, state):
        _check_untouched(file, folder)
        _load(layout, file, state)
    return file


def _check_untouched(file: Path, folder: Path) -> None:
    """Raises RunAborted when people have decided something on a file that is to be replaced."""
    connection = store.open_existing(file)
    try:
        forgotten = any(keeping.tombstones(connection, kind) for kind in ("article", "person"))
    finally:
        connection.close()
    if forgotten or decision_log.path_for(file).is_file():
        raise RunAborted(
            f"{file} carries decisions of people on an older build of {folder}; load the new one "
            f"under a name of its own: reportedly load {folder} --to NAME.chronicle"
        )


def _is_of(file: Path, state: str) -> bool:
    connection = store.open_existing(file)
    try:
        return keeping.get_meta(connection, _META) == state
    finally:
        connection.close()


def _load(layout: Layout, path: Path, state: str) -> dict[str, int]:
    store.check_place(path)
    beside = path.with_name(path.name + ".part")
    for ending in ("", "-wal", "-shm"):
        beside.with_name(beside.name + ending).unlink(missing_ok=True)
    connection = store.create(beside)
    try:
        with store.transaction(connection):
            tables = ((kind, rows(layout, kind)) for kind in CHRONICLE)
            counts = loading.load_tables(connection, tables)
            keeping.keep(connection, _kept(layout))
            found_groups.keep(connection, _bearers(layout))
            found_groups.keep_decided(connection, [])
            found_groups.note_built(connection)
            keeping.set_meta(connection, _META, state)
        _tell_run(connection, layout, path)
    except (sqlite3.OperationalError, OSError) as error:
        raise RunAborted(
            f"writing {path} failed: {told(error)}; make room, then run it again"
        ) from error
    finally:
        connection.close()
    beside.replace(path)
    return counts


def rows(layout: Layout, kind: type[RowT]) -> Iterator[RowT]:
    """All rows of one table in the table's own order."""
    parts = [_rows_of(file, kind) for file in _files(layout.tables / kind.table)]
    return heapq.merge(*parts, key=schema.sort_key)


def _rows_of(file: Path, kind: type[RowT]) -> Iterator[RowT]:
    names = schema.arrow_schema(kind).names
    with pq.ParquetFile(file) as opened:
        for batch in opened.iter_batches(_BATCH_ROWS, columns=names):
            yield from schema.rows_of(kind, batch)


def _bearers(layout: Layout) -> pa.Table:
    """Who is who as the machine found it, in the order in which it was found."""
    parts = [
        pq.read_table(file, partitioning=None) for file in _files(layout.tables / Bearer.table)
    ]
    wanted = schema.arrow_schema(Bearer)
    if not parts:
        return wanted.empty_table()
    return pa.concat_tables(parts).sort_by(AT).select(wanted.names).cast(wanted)


def _tell_run(connection: sqlite3.Connection, layout: Layout, path: Path) -> None:
    """Writes the cluster's build into the file's log of builds, for `reportedly report`."""
    run = Run.read(layout.read_note()["run"])
    report = build_report(connection, path, annotated=run.annotated, reconciled=True, run=run.costs)
    runs.end(connection, runs.begin(connection, run.started), run.finished, report.as_json())


def _kept(layout: Layout) -> Iterator[tuple[str, str, str, bytes]]:
    for file in _files(layout.kept):
        with pq.ParquetFile(file) as opened:
            for batch in opened.iter_batches(_BATCH_ROWS):
                columns = (batch[n] for n in ("article_id", "stage", "fingerprint", "payload"))
                yield from zip(*(column.to_pylist() for column in columns), strict=True)


def _files(folder: Path) -> Iterable[Path]:
    return sorted(folder.glob("part=*/*.parquet"))
