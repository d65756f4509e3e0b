"""`build` on a cluster: inputs into a folder of Parquet that is the same chronicle as a laptop's.

The steps in order: `pieces` (which task reads what), `read`, `places` (each article once),
`annotated` (in rounds), `kept` and `unpacked` (tables of all articles), `reconciled` (stage by
stage), `published`.  A build that was interrupted goes on after the last step that was finished.
"""

import json
import os
import shutil
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import reportedly
from reportedly.engine import log
from reportedly.engine.annotating import READ_FINGERPRINT, wanted_fingerprints
from reportedly.engine.base import KILLED
from reportedly.engine.build.costs import Meter, now
from reportedly.engine.progress import Progress, Silent
from reportedly.engine.reconciling import reconcile_fingerprint
from reportedly.engine.spark import (
    annotating_step,
    places_step,
    publishing_step,
    reading_step,
    reconciling_step,
    tables_step,
)
from reportedly.engine.spark.joins import SparkJoins
from reportedly.engine.spark.kept import all_kept, failures, write_kept
from reportedly.engine.spark.layout import LAYOUT_VERSION, Layout, place, state_of, write_whole
from reportedly.engine.spark.report import ClusterReport, Run, rejects_of, report_of
from reportedly.engine.spark.session import gist, spark_session
from reportedly.engine.spark.tasks import Sizes, write_tasks
from reportedly.errors import RunAborted
from reportedly.model import Input, Reject
from reportedly.paths import shown_path
from reportedly.pipeline import TABLE_STAGES
from reportedly.reading.inputs import find_inputs
from reportedly.reading.records import Limits
from reportedly.store.connection import build_lock

if TYPE_CHECKING:
    from pyspark.sql import DataFrame, SparkSession


def build(
    inputs: str | os.PathLike[str] | Sequence[str | os.PathLike[str]],
    to: str | os.PathLike[str],
    *,
    master: str = "local[*]",
    settings: Mapping[str, str] | None = None,
    progress: Progress | None = None,
    limits: Limits | None = None,
    sizes: Sizes | None = None,
) -> ClusterReport:
    """Builds the folder `to` out of `inputs`; both lie where every machine sees them.

    Args:
        inputs: files, folders or globs; one or several.
        to: the folder of the chronicle; made when it does not exist.
        master: as Spark names it.
        settings: Spark's own settings.
        progress: told what happens.
        limits: how large an input may be.
        sizes: how much work goes into one task.

    Raises:
        ChronicleError: another build is writing the folder.
        RunAborted: PySpark or Java is missing, Spark does not start, the job fails again and
            again, the disk is full, or no input was named.
    """
    named = [inputs] if isinstance(inputs, str | os.PathLike) else inputs
    layout = Layout(_checked(Path(to)))
    paths = _inputs([os.fspath(argument) for argument in named], layout.folder)
    layout.work.mkdir(parents=True, exist_ok=True)
    with build_lock(layout.folder / "build"):
        run = _Run(layout, paths, limits or Limits(), sizes or Sizes(), progress or Silent())
        if run.is_done():
            shutil.rmtree(layout.work, ignore_errors=True)
            return report_of(layout)
        run.begin()
        with spark_session(master, settings) as session:
            _guarded(run, session)
        shutil.rmtree(layout.work, ignore_errors=True)
        report = report_of(layout)
        log.info("build_ended", rows=report.rows, rejects=report.rejects)
        return report


#: In the folder of what is under way: when the build began that has not ended.
_BEGUN = "begun"


def _checked(folder: Path) -> Path:
    if folder.exists() and not folder.is_dir():
        raise RunAborted(f"{folder} is a file; a cluster's chronicle is a folder: name another")
    return folder.resolve()


def _inputs(arguments: list[str], folder: Path) -> list[str]:
    if not arguments:
        raise RunAborted("nothing to build: name at least one file or folder of articles")
    if "-" in arguments:
        raise RunAborted("a cluster cannot read standard input; name files or folders")
    found = find_inputs(arguments)
    return [path for path in found if not Path(path).resolve().is_relative_to(folder)]


def _guarded(run: "_Run", session: "SparkSession") -> None:
    from py4j.protocol import Py4JJavaError
    from pyspark.errors import PySparkException

    try:
        run.all_steps(session)
    except (Py4JJavaError, PySparkException) as error:
        raise RunAborted(
            f"Spark gave up: {gist(str(error))}; what was finished is kept: "
            "mend that and run the same command again"
        ) from error


class _Run:
    """One build: its inputs, its folder, and the states that say what is still good."""

    def __init__(
        self, layout: Layout, paths: list[str], limits: Limits, sizes: Sizes, progress: Progress
    ) -> None:
        self.layout, self.paths, self.limits = layout, paths, limits
        self.sizes, self.progress = sizes, Meter(progress)
        self.started = now()
        self.interrupted: str | None = None
        self.annotated = 0
        self.took: dict[str, float] = {}
        self.read_state = state_of(
            map(_stamp, paths), repr(limits), str(sizes.range_bytes), READ_FINGERPRINT
        )
        self.annotated_state = state_of(self.read_state, wanted_fingerprints().values())
        self.state = state_of(self.annotated_state, reconcile_fingerprint())

    def is_done(self) -> bool:
        """True when the folder holds the chronicle of just these inputs and stages.

        What was put aside, for want of memory most likely, is tried again by the next build.
        """
        if not self.layout.note.is_file():
            return False
        note = self.layout.read_note()
        return note["state"] == self.state and not note["put_aside"] and "run" in note

    def begin(self) -> None:
        """Notes that it begins, and whether a build before it never ended."""
        begun = self.layout.work / _BEGUN
        self.interrupted = begun.read_text(encoding="utf-8") if begun.is_file() else None
        write_whole(begun, self.started)
        folder = shown_path(str(self.layout.folder))
        log.info("build_started", chronicle=folder, interrupted=self.interrupted)

    def all_steps(self, session: "SparkSession") -> None:
        """From the inputs to the tables."""
        places = self._read(session)
        rounds = self._annotate(session, places)
        took, self.annotated = annotating_step.costs_of(session, rounds)
        read = reading_step.seconds_of(session, self.layout.step("read") / "rows")
        self.took = {"read": read, **took}
        articles = places.articles(session)
        parts = max(1, -(-articles.count() // self.sizes.part_articles))
        kept = all_kept(session, articles, rounds)
        self.layout.run_step("kept", self.annotated_state, partial(write_kept, kept, parts))
        tables = self._reconcile(session)
        apart: dict[type, DataFrame] = {
            Input: places.inputs(session),
            Reject: places.rejects(session).unionByName(failures(kept, places.inputs(session))),
        }
        publish = partial(publishing_step.publish, session, tables, apart, parts)
        self.layout.run_step("published", self.state, publish)
        self._put_in_place(parts)

    def _read(self, session: "SparkSession") -> places_step.Places:
        layout, state = self.layout, self.read_state
        self.progress.phase("read", len(self.paths))
        tasks = layout.step("pieces")
        layout.run_step("pieces", state, partial(write_tasks, session, self.paths, self.sizes))
        read = partial(reading_step.read, session, tasks, self.limits)
        layout.run_step("read", state, read)
        rows = layout.step("read") / "rows"
        layout.run_step("places", state, partial(places_step.settle, session, tasks, rows))
        self.progress.advance(len(self.paths))
        return places_step.Places(layout.step("places"))

    def _annotate(self, session: "SparkSession", places: places_step.Places) -> list[Path]:
        articles = places.articles(session)
        self.progress.phase("annotate", articles.count())
        return annotating_step.annotate(
            session, articles, self.layout, self.annotated_state, self.sizes, self.progress.advance
        )

    def _reconcile(self, session: "SparkSession") -> reconciling_step.Tables:
        layout = self.layout
        self.progress.phase("reconcile", len(TABLE_STAGES))
        kept = session.read.parquet(place(layout.step("kept") / "parts"))
        layout.run_step("unpacked", self.annotated_state, partial(tables_step.unpack_tables, kept))
        first = {k: layout.step("unpacked") / k.table for k in tables_step.kinds_of_articles()}
        joins = SparkJoins(session, layout.work / "joins")
        return reconciling_step.reconcile(
            layout,
            first,
            joins,
            self.annotated_state,
            lambda name: self.progress.advance(1, name),
            self.took,
        )

    def _put_in_place(self, parts: int) -> None:
        """The new tables in the place of those before; a reader meets no mixture of the two."""
        layout = self.layout
        layout.note.unlink(missing_ok=True)
        for finished, at in (
            (layout.step("published"), layout.tables),
            (layout.step("kept") / "parts", layout.kept),
        ):
            shutil.rmtree(at, ignore_errors=True)
            finished.rename(at)
        (layout.tables / "finished").unlink()
        note = {
            "layout": LAYOUT_VERSION,
            "program": f"reportedly {reportedly.__version__}",
            "state": self.state,
            "parts": parts,
            "put_aside": rejects_of(layout).get(KILLED, 0),
            "run": asdict(self._run(parts)),
        }
        write_whole(layout.note, json.dumps(note, indent=1) + "\n")

    def _run(self, parts: int) -> Run:
        costs = self.progress.costs(
            interrupted=self.interrupted,
            inputs={"named": len(self.paths)},
            cpu_seconds=self.took,
            settings={"parts": parts, **asdict(self.limits)},
        )
        return Run(self.started, now(), self.annotated, costs)


def _stamp(path: str) -> str:
    """What changes when a file does: to hash a month's archives would take as long as to read."""
    try:
        found = Path(path).stat()
    except (OSError, ValueError):
        return path
    return f"{path} {found.st_size} {found.st_mtime_ns}"
