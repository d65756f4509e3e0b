"""Reconciling on the cluster: stage by stage, joins by Spark, tables kept as Parquet in between.

A reconciling stage is a function over whole tables.  It runs in the driver, which holds the tables
that this one stage reads and writes and no others; candidate pairs, the part that grows faster than
the pile, are found by the cluster, and what the stage says of articles, pairs and pieces is worked
out by its tasks.
"""

import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from reportedly import schema
from reportedly.engine.reconciling import mark_of
from reportedly.engine.spark import tables_step
from reportedly.engine.spark.layout import Layout
from reportedly.memory import give_back
from reportedly.model import Row
from reportedly.pipeline import TABLE_STAGES
from reportedly.stage import Joins, TableStage, fingerprints

Tables = dict[type[Row], Path]
"""Table → the folder (as articles gave it) or file (as a stage wrote it) that holds it now."""


def reconcile(
    layout: Layout,
    first: Tables,
    joins: Joins,
    state: str,
    started: Callable[[str], None],
    took: dict[str, float] | None = None,
) -> Tables:
    """Runs the stages that were not finished for this `state`; returns where the tables are.

    Args:
        layout: the build's folders.
        first: the tables as the articles gave them.
        joins: the cluster's joins.
        state: changes when any of these tables does.
        started: told each stage's name before it runs.
        took: gets the seconds of a processor that each stage took in the driver.
    """
    found = dict(first)
    wanted = fingerprints(TABLE_STAGES)
    done = state
    for at, stage in enumerate(TABLE_STAGES):
        started(stage.name)
        began = time.process_time()
        done = f"{done} {wanted[stage.name]}"
        name = f"reconciled-{at:02}-{stage.name}"
        layout.run_step(name, done, partial(_run, stage, dict(found), joins))
        if took is not None:
            took[stage.name] = time.process_time() - began
        found.update({kind: layout.step(name) / f"{kind.table}.parquet" for kind in stage.writes})
    return found


def _run(stage: TableStage, where: Tables, joins: Joins, folder: Path) -> None:
    asked = {kind.table: read_whole(kind, where) for kind in stage.reads}
    written: dict[str, pa.Table] = stage.load()(asked, joins.for_stage(mark_of(stage)))
    del asked
    for kind in stage.writes:
        pq.write_table(written[kind.table], folder / f"{kind.table}.parquet", compression="zstd")
    del written
    give_back()


def read_whole(kind: type[Row], where: Tables) -> pa.Table:
    """A table as it stands now; empty where nothing has written it."""
    place = where.get(kind)
    if place is None:
        return schema.arrow_schema(kind).empty_table()
    if place.is_file():
        return pq.read_table(place, schema=schema.arrow_schema(kind))
    return tables_step.read_table(kind, place.parent)
