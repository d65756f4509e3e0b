"""`build`: a pile of inputs into a chronicle; new inputs are added to one that exists.

Three phases, each of which can be killed at any moment and goes on where it was: *read* (new or
changed inputs to articles), *annotate* (articles that lack a stage's result), *reconcile* (all
articles together, when anything changed).  The tables that people see change in one transaction
at the very end.
"""

import contextlib
import os
import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from pathlib import Path

from reportedly.engine import log
from reportedly.engine.build import annotate_phase, read_phase, reconcile_phase
from reportedly.engine.build.costs import Meter, now
from reportedly.engine.build.report import BuildReport, report_of
from reportedly.engine.laptop import LaptopEngine
from reportedly.engine.progress import Progress, Silent
from reportedly.errors import RunAborted, told
from reportedly.paths import shown_path
from reportedly.reading.records import Limits
from reportedly.store import captures, runs
from reportedly.store import connection as store


def build(
    inputs: str | os.PathLike[str] | Sequence[str | os.PathLike[str]],
    to: str | os.PathLike[str],
    *,
    workers: int | None = None,
    progress: Progress | None = None,
    limits: Limits | None = None,
    pages: bool | None = None,
) -> BuildReport:
    """Builds the chronicle `to` out of `inputs`, or adds them to it.

    Args:
        inputs: files, folders, globs, or `-` for standard input; one or several.
        to: the chronicle file; made when it does not exist.
        workers: processes that read and annotate; by default as many as there are processors,
            fewer for small piles.  0: this process does all, and ends if an input crashes it.
        progress: told what happens.
        limits: how large an input may be.
        pages: whether the pages that articles were read from are kept, from now on; as before when
            None, and at first they are. False drops those that are there.

    Returns:
        counts and times; what was rejected stands in the chronicle's `rejects`.

    Raises:
        ChronicleError: the file is no chronicle, is locked by another build, or is newer.
        RunAborted: the disk or the memory is full, no input was named and there is no chronicle
            yet, or `workers` is below 0.
    """
    path, told = Path(to), progress or Silent()
    named = [inputs] if isinstance(inputs, str | os.PathLike) else inputs
    arguments = [os.fspath(argument) for argument in named]
    if not arguments and not path.exists():
        raise RunAborted("nothing to build: name at least one file or folder of articles")
    if workers is not None and workers < 0:
        raise RunAborted(f"{workers} workers cannot work; give 0 or more, or leave it out")
    with _clear_errors(path), store.build_lock(path):
        connection = store.open_or_create(path)
        try:
            if pages is not None:
                with store.transaction(connection):
                    captures.decide(connection, pages)
            return _run(connection, path, arguments, workers, limits or Limits(), told)
        finally:
            connection.close()


def _run(
    connection: sqlite3.Connection,
    path: Path,
    arguments: list[str],
    workers: int | None,
    limits: Limits,
    progress: Progress,
) -> BuildReport:
    interrupted = runs.find_interrupted(connection)
    run, meter = runs.begin(connection, now()), Meter(progress)
    log.info("build_started", run=run, chronicle=shown_path(path), interrupted=interrupted)
    with LaptopEngine(workers) as engine:
        apart = engine.workers > 0
        inputs = read_phase.run(connection, engine, arguments, limits, meter, apart=apart)
        count = annotate_phase.count(connection)
        took = {"read": inputs.cpu_seconds, **annotate_phase.run(connection, engine, meter)}
    reconciled = reconcile_phase.run(connection, engine, meter)
    costs = meter.costs(
        interrupted=interrupted,
        inputs=inputs.counts,
        cpu_seconds={**took, **(reconciled or {})},
        settings={"workers": workers, **asdict(limits)},
    )
    report = report_of(
        connection, path, annotated=count, reconciled=reconciled is not None, run=costs
    )
    runs.end(connection, run, now(), report.as_json())
    log.info("build_ended", run=run, rows=report.rows, rejects=report.rejects)
    return report


@contextlib.contextmanager
def _clear_errors(path: Path) -> Iterator[None]:
    """Turns what SQLite and the system say of a full disk or memory into one clear message."""
    kept = "then run the same command again: what was committed is kept"
    try:
        yield
    except (sqlite3.OperationalError, OSError) as error:
        raise RunAborted(
            f"writing {path} failed: {told(error)}; make room or choose another place, {kept}"
        ) from error
    except MemoryError as error:
        raise RunAborted(
            f"there is not enough memory to build {path}; end other programs, or build on a larger "
            f"machine, {kept}"
        ) from error
