"""Phase two: every article that lacks a stage's result gets it, and nothing is computed twice."""

import itertools
import sqlite3
from collections.abc import Iterator
from typing import Any

import pyarrow as pa

from reportedly.engine import annotating
from reportedly.engine.base import KILLED, Engine
from reportedly.engine.progress import Progress
from reportedly.model import Reject
from reportedly.store import keeping
from reportedly.store.connection import transaction

#: Articles in a batch: small, so that a kill loses little and two workers end together.
_BATCH_ARTICLES = 8


def count(connection: sqlite3.Connection) -> int:
    """Articles that have something to be done."""
    return len(keeping.unfinished(connection, annotating.wanted_fingerprints()))


def run(connection: sqlite3.Connection, engine: Engine, progress: Progress) -> dict[str, float]:
    """Annotates the unfinished articles and keeps the results, batch by batch.

    Returns:
        stage → seconds of a processor that it took.
    """
    names = keeping.unfinished(connection, annotating.wanted_fingerprints())
    progress.phase("annotate", len(names))
    cpu_seconds: dict[str, float] = {}
    for batch in engine.run(annotating.ANNOTATING, _batches(connection, names)):
        rows = batch.to_pylist()
        with transaction(connection):
            failed = [reject for row in rows if (reject := _keep(connection, row)) is not None]
        for row in rows:
            cpu_seconds[row["stage"]] = cpu_seconds.get(row["stage"], 0.0) + row["cpu_seconds"]
        for reject in dict.fromkeys(failed):
            progress.rejected(reject)
        progress.advance(len({row["article_id"] for row in rows}))
    return cpu_seconds


def _batches(connection: sqlite3.Connection, names: list[str]) -> Iterator[pa.RecordBatch]:
    waiting = iter(names)
    while batch := list(itertools.islice(waiting, _BATCH_ARTICLES)):
        yield annotating.batch_of({name: keeping.kept_of(connection, name) for name in batch})


def _keep(connection: sqlite3.Connection, row: dict[str, Any]) -> Reject | None:
    """Keeps one stage's result for one article; the reject to tell of, where it failed."""
    article_id, failed = row["article_id"], row["stage"] + annotating.FAILED
    keeping.keep(connection, [(article_id, row["stage"], row["fingerprint"], row["payload"])])
    # Of an earlier build: this time it may have worked.
    keeping.clear_rejects_of(connection, article_id, (failed, KILLED))
    if row["error"] is None:
        return None
    put_aside = row["fingerprint"] == annotating.PUT_ASIDE
    path, record = keeping.first_place(connection, article_id) or (article_id, None)
    reject = Reject(
        path=path,
        record=record,
        reason=KILLED if put_aside else failed,
        detail=row["error"] + (annotating.WITHOUT_ROWS if put_aside else annotating.WITHOUT_STAGE),
    )
    keeping.keep_reject(connection, reject)
    return reject
