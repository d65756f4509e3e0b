"""Annotating on the cluster: articles in; each stage's result for each of them out.

Articles are annotated in rounds, each of which is safe when it is written: an end of the driver
costs the round under way.  Results that an earlier build kept are taken over.
"""

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import pyarrow as pa

from reportedly.engine import annotating
from reportedly.engine.spark.journal import Journal
from reportedly.engine.spark.layout import Layout, place
from reportedly.engine.spark.parts import with_part
from reportedly.engine.spark.tasks import Sizes
from reportedly.pipeline import ARTICLE_STAGES

if TYPE_CHECKING:
    from pyspark.sql import DataFrame, SparkSession

KEPT = ("article_id", "stage", "fingerprint", "payload", "error")
_COST = "cpu_seconds"
_ROUND_SCHEMA = pa.schema(
    [
        *(annotating.ANNOTATED.field(name) for name in KEPT),
        pa.field(_COST, pa.float64()),  # null: it was taken over from an earlier build
    ]
)
#: Tasks for each processor where there are few articles, so that all end together.
_TASKS_PER_PROCESSOR = 2


def annotate(
    session: "SparkSession",
    articles: "DataFrame",
    layout: Layout,
    state: str,
    sizes: Sizes,
    done: Callable[[int], None],
) -> list[Path]:
    """Annotates all articles, round by round; returns the folders of the rounds.

    Args:
        articles: `article_id` and `payload`.
        state: changes when the articles or the stages do.
        done: told after each round how many articles it had.
    """
    rounds = -(-articles.count() // sizes.round_articles) or 1
    dealt = with_part(articles, "article_id", rounds)
    folders = []
    for number in range(rounds):
        mine = dealt.where(dealt["part"] == number).drop("part")
        name = f"annotated-{number:04}"
        layout.run_step(name, f"{state} {rounds}", partial(_annotate, session, mine, layout, sizes))
        folders.append(layout.step(name) / "rows")
        done(mine.count())
    return folders


def costs_of(session: "SparkSession", rounds: list[Path]) -> tuple[dict[str, float], int]:
    """Seconds of processors by stage, all tasks together; and how many articles were annotated."""
    from pyspark.sql import functions as f

    rows = session.read.parquet(*map(place, rounds)).groupBy("stage")
    found = rows.agg(f.sum(_COST).alias("took"), f.count(_COST).alias("count")).collect()
    took = {row["stage"]: row["took"] for row in found if row["count"]}
    ordered = {stage.name: took[stage.name] for stage in ARTICLE_STAGES if stage.name in took}
    return ordered, max((row["count"] for row in found), default=0)


def _annotate(
    session: "SparkSession", articles: "DataFrame", layout: Layout, sizes: Sizes, folder: Path
) -> None:
    from pyspark.sql.pandas.types import from_arrow_schema

    count = articles.count()
    processors = session.sparkContext.defaultParallelism
    tasks = max(1, -(-count // sizes.task_articles), min(count, processors * _TASKS_PER_PROCESSOR))
    batches = _with_kept(session, articles, layout).repartition(tasks, "article_id")
    rows = batches.mapInArrow(
        partial(_annotate_batches, (folder / "journals").resolve()),
        from_arrow_schema(_ROUND_SCHEMA),
    )
    rows.write.parquet(place(folder / "rows"))


def _with_kept(session: "SparkSession", articles: "DataFrame", layout: Layout) -> "DataFrame":
    """The articles as `annotating.ARTICLES`: each with all that is known of it already."""
    from pyspark.sql import functions as f

    read = articles.select(
        "article_id",
        f.lit("read").alias("stage"),
        f.lit(annotating.READ_FINGERPRINT).alias("fingerprint"),
        "payload",
    )
    if layout.note.is_file() and layout.kept.is_dir():
        before = session.read.parquet(place(layout.kept)).where("stage <> 'read' and error is null")
        same = before.join(articles.select("article_id"), "article_id", "left_semi")
        read = read.unionByName(same.select("article_id", "stage", "fingerprint", "payload"))
    row = f.struct("stage", "fingerprint", "payload")
    return read.groupBy("article_id").agg(f.sort_array(f.collect_list(row)).alias("kept"))


def _annotate_batches(
    journals: Path, batches: Iterable[pa.RecordBatch]
) -> Iterator[pa.RecordBatch]:
    from pyspark import TaskContext

    context = TaskContext.get()
    wanted = annotating.wanted_fingerprints()
    with Journal(journals, context.partitionId() if context else 0) as journal:
        for batch in batches:
            for at in range(batch.num_rows):
                yield from _annotate_row(batch.slice(at, 1), wanted, journal)


def _annotate_row(
    row: pa.RecordBatch, wanted: dict[str, str], journal: Journal
) -> Iterator[pa.RecordBatch]:
    name = row["article_id"][0].as_py()
    if journal.is_deadly(name):
        yield _of_round(annotating.ANNOTATING.crashed(row))
        return
    good = [
        {"article_id": name, "error": None, _COST: None, **kept}
        for kept in row["kept"][0].as_py()
        if kept["stage"] != "read" and wanted.get(kept["stage"]) == kept["fingerprint"]
    ]
    yield pa.RecordBatch.from_pylist(good, schema=_ROUND_SCHEMA)
    with journal.under_way(name):
        result = annotating.ANNOTATING.function(row)
    yield _of_round(result)


def _of_round(result: pa.RecordBatch) -> pa.RecordBatch:
    columns = [result[name] for name in _ROUND_SCHEMA.names]
    return pa.RecordBatch.from_arrays(columns, schema=_ROUND_SCHEMA)
