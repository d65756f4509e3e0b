"""What the driver of a cluster needs for each reconciling stage: memory for one article more.

    python -m benchmarks.engines.stage_memory CHRONICLE [10000 30000]

Stages are run as the driver runs them, over tables that lie as Parquet, on two piles made of the
short articles of an annotated chronicle, each pile in a process of its own; what the larger one
takes more is divided by the articles that it has more.  Articles, pairs and pieces, which tasks of
a cluster work on, are worked on here: a driver needs less.
"""

import argparse
import functools
import multiprocessing
import tempfile
from pathlib import Path

import pyarrow.parquet as pq

from benchmarks.scale.enlarging import enlarge
from benchmarks.scale.reconcile_once import peak
from reportedly.engine import loading
from reportedly.engine.joins import LaptopJoins
from reportedly.engine.spark import reconciling_step, tables_step
from reportedly.engine.spark.layout import Layout
from reportedly.pipeline import TABLE_STAGES
from reportedly.store import connection as store
from reportedly.store import keeping

#: Smaller piles fit into what stages take at once: for an article more they seem to take much.
SIZES = (10_000, 30_000)
KB = 2**10
Costs = dict[str, tuple[float, float]]
"""stage → KB of the tables that it reads, KB at most while it ran"""


def main() -> None:
    """Prints one row for each stage."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("chronicle", type=Path)
    parser.add_argument("sizes", type=int, nargs="*", default=SIZES)
    given = parser.parse_args()
    few, many = given.sizes or SIZES
    small, _ = _measure(given.chronicle, few)
    large, words = _measure(given.chronicle, many)
    print(
        f"Articles of {words} words.\n\n| stage | tables, KB an article | at most, KB an article |"
    )
    print("|---|---|---|")
    for stage in TABLE_STAGES:
        pairs = zip(small[stage.name], large[stage.name], strict=True)
        tables, most = ((later - before) / (many - few) for before, later in pairs)
        print(f"| {stage.name} | {tables:.1f} | {most:.1f} |")


def _measure(chronicle: Path, size: int) -> tuple[Costs, int]:
    """What the stages took; and words of an article."""
    context = multiprocessing.get_context("spawn")
    with (
        tempfile.TemporaryDirectory() as folder,
        context.Pool(1, maxtasksperchild=1) as pool,
    ):
        words = pool.apply(_write, (chronicle, size, Path(folder)))
        return pool.apply(_run, (Path(folder),)), words


def _write(chronicle: Path, size: int, folder: Path) -> int:
    """Writes the tables of a larger pile; returns how many words an article has."""
    large = folder / "large.chronicle"
    enlarge(chronicle, large, size)
    with store.open_existing(large) as opened:
        tables = loading.tables_of(
            keeping.states(opened),
            functools.partial(keeping.payloads, opened),
            keeping.first_paths(opened),
        )
    for kind in tables_step.kinds_of_articles():
        pq.write_table(tables[kind.table], folder / f"{kind.table}.parquet")
    return sum(len(text.as_py().split()) for text in tables["articles"]["text"]) // size


def _run(folder: Path) -> Costs:
    costs: Costs = {}
    running: list[str] = []
    where = {kind: folder / f"{kind.table}.parquet" for kind in tables_step.kinds_of_articles()}

    def started(stage: str) -> None:
        most = peak() * KB
        if running:
            costs[running[-1]] = costs[running[-1]][0], most
        running.append(stage)
        costs[stage] = _weight(stage, folder, where), 0.0
        peak()

    layout = Layout(folder)
    reconciling_step.reconcile(layout, dict(where), LaptopJoins(), "", started)
    costs[running[-1]] = costs[running[-1]][0], peak() * KB
    return costs


def _weight(stage: str, folder: Path, where: reconciling_step.Tables) -> float:
    """KB of the tables that a stage reads, as they stand when it begins."""
    reads = next(each.reads for each in TABLE_STAGES if each.name == stage)
    for kind in reads:
        written = sorted(folder.glob(f"work/reconciled-*/{kind.table}.parquet"))
        where.update({kind: written[-1]} if written else {})
    return sum(reconciling_step.read_whole(kind, where).nbytes for kind in reads) / KB


if __name__ == "__main__":
    main()
