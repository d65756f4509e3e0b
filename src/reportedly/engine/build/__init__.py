"""`build`: a pile of inputs into a chronicle; new inputs are added to one that exists.

Three phases, each of which can be killed at any moment and goes on where it was: *read* (new or
changed inputs to articles), *annotate* (articles that lack a stage's result), *reconcile* (all
articles together, when anything changed).  The tables that people see change in one transaction
at the very end.
"""

import contextlib
import datetime
import os
from collections.abc import Iterator, Sequence
from pathlib import Path

from reportedly.engine.base import Engine
from reportedly.engine.build import annotate_phase, read_phase, reconcile_phase
from reportedly.engine.build.report import BuildReport, report_of
from reportedly.engine.laptop import LaptopEngine
from reportedly.engine.progress import Progress, Silent
from reportedly.errors import RunAborted
from reportedly.reading.records import Limits
from reportedly.store import connection as store
from reportedly.store import runs

#: Starting a worker and loading its models takes as long as annotating about this many articles.
_ARTICLES_WORTH_A_WORKER = 20


def build(
    inputs: str | os.PathLike[str] | Sequence[str | os.PathLike[str]],
    to: str | os.PathLike[str],
    *,
    workers: int | None = None,
    progress: Progress | None = None,
    limits: Limits | None = None,
) -> BuildReport:
    """Builds the chronicle `to` out of `inputs`, or adds them to it.

    Args:
        inputs: files, folders, globs, or `-` for standard input; one or several.
        to: the chronicle file; made when it does not exist.
        workers: processes; by default as many as there are processors, fewer for small piles.
        progress: told what happens.
        limits: how large an input may be.

    Returns:
        counts and times; what was rejected stands in the chronicle's `rejects`.

    Raises:
        ChronicleError: the file is no chronicle, is locked by another build, or is newer.
        RunAborted: the disk is full, or no input was named and there is no chronicle yet.
    """
    path, told = Path(to), progress or Silent()
    named = [inputs] if isinstance(inputs, str | os.PathLike) else inputs
    arguments = [os.fspath(argument) for argument in named]
    if not arguments and not path.exists():
        raise RunAborted("nothing to build: name at least one file or folder of articles")
    with _disk_errors(path), store.build_lock(path):
        connection = store.open_or_create(path)
        try:
            run = runs.begin(connection, _now())
            read_phase.run(connection, _engine(workers, None), arguments, limits or Limits(), told)
            count = annotate_phase.count(connection)
            annotate_phase.run(connection, _engine(workers, count), told)
            reconciled = reconcile_phase.run(connection, _engine(workers, None).joins, told)
            report = report_of(connection, path, annotated=count, reconciled=reconciled)
            runs.end(connection, run, _now(), report.as_json())
        finally:
            connection.close()
    return report


def _engine(workers: int | None, articles: int | None) -> Engine:
    if workers is None:
        worth = 1 if articles is None else articles // _ARTICLES_WORTH_A_WORKER
        workers = max(1, min(os.cpu_count() or 1, worth))
    return LaptopEngine(workers)


def _now() -> str:
    return datetime.datetime.now(datetime.UTC).isoformat(timespec="seconds")


@contextlib.contextmanager
def _disk_errors(path: Path) -> Iterator[None]:
    """Turns what SQLite and the system say of a full or read-only disk into one clear message."""
    import sqlite3

    try:
        yield
    except (sqlite3.OperationalError, OSError) as error:
        raise RunAborted(
            f"writing {path} failed: {error}; make room or choose another place, then run the same "
            "command again: what was committed is kept"
        ) from error
