"""Phase two: every article that lacks a stage's result gets it, and nothing is computed twice."""

import itertools
import sqlite3
from collections.abc import Iterator

import pyarrow as pa

from reportedly.engine import annotating
from reportedly.engine.base import Engine
from reportedly.engine.progress import Progress
from reportedly.model import Reject
from reportedly.store import keeping
from reportedly.store.connection import transaction

#: Articles in a batch: small, so that a kill loses little and two workers end together.
_BATCH_ARTICLES = 8


def count(connection: sqlite3.Connection) -> int:
    """Articles that have something to be done."""
    return len(keeping.unfinished(connection, annotating.wanted_fingerprints()))


def run(connection: sqlite3.Connection, engine: Engine, progress: Progress) -> None:
    """Annotates the unfinished articles and keeps the results, batch by batch."""
    names = keeping.unfinished(connection, annotating.wanted_fingerprints())
    progress.phase("annotate", len(names))
    for batch in engine.run(annotating.ANNOTATING, _batches(connection, names)):
        rows = batch.to_pylist()
        with transaction(connection):
            for row in rows:
                _keep(connection, row, progress)
        progress.advance(len({row["article_id"] for row in rows}))


def _batches(connection: sqlite3.Connection, names: list[str]) -> Iterator[pa.RecordBatch]:
    waiting = iter(names)
    while batch := list(itertools.islice(waiting, _BATCH_ARTICLES)):
        yield annotating.batch_of({name: keeping.kept_of(connection, name) for name in batch})


def _keep(connection: sqlite3.Connection, row: dict[str, str], progress: Progress) -> None:
    kept = (row["article_id"], row["stage"], row["fingerprint"], row["payload"])
    keeping.keep(connection, [kept])  # type: ignore[list-item]  # Arrow's rows carry no types
    if row["error"] is None:
        return
    path, record = keeping.first_place(connection, row["article_id"]) or (row["article_id"], None)
    reject = Reject(
        path=path,
        record=record,
        reason=f"{row['stage']}_failed",
        detail=f"{row['error']}; the article is kept without this stage's rows",
    )
    keeping.keep_reject(connection, reject)
    progress.rejected(reject)
