"""What the tables that a reconciling stage reads weigh as Python rows: memory of the driver.

    python -m benchmarks.engines.stage_memory CHRONICLE

Takes the articles of a chronicle file, many times over, so that the numbers stand out from the
program itself.  The stage's own structures come on top; the rows are most of it.
"""

import multiprocessing
import sys
from pathlib import Path

import pyarrow as pa

from reportedly.engine.loading import tables_of
from reportedly.pipeline import TABLE_STAGES
from reportedly.schema import rows_of
from reportedly.store import connection as store
from reportedly.store import keeping

#: Articles that the rows are made of, at least.
ARTICLES = 2_000
KB = 2**10


def main() -> None:
    """Prints one row for each stage, weighed in a process of its own."""
    print("| stage | KB an article, as Arrow | KB an article, as rows |\n|---|---|---|")
    context = multiprocessing.get_context("spawn")
    with context.Pool(1, maxtasksperchild=1) as pool:
        stages = [(sys.argv[1], at) for at in range(len(TABLE_STAGES))]
        for row in pool.imap(weigh, stages, chunksize=1):
            print(row, flush=True)


def weigh(asked: tuple[str, int]) -> str:
    """The row for one stage: (chronicle file, which of the stages)."""
    path, stage = Path(asked[0]), TABLE_STAGES[asked[1]]
    connection = store.open_existing(path)
    tables = tables_of(keeping.payloads(connection), keeping.first_paths(connection))
    connection.close()
    articles = tables["articles"].num_rows
    times = -(-ARTICLES // articles)
    many = {kind: pa.concat_tables([tables[kind.table]] * times) for kind in stage.reads}
    packed = sum(table.nbytes for table in many.values()) / times / articles / KB
    before = resident()
    rows = [rows_of(kind, table) for kind, table in many.items()]
    weight = (resident() - before) / times / articles / KB
    del rows
    return f"| {stage.name} | {packed:.1f} | {weight:.1f} |"


def resident() -> int:
    """Bytes of this process in memory."""
    for line in Path("/proc/self/status").read_text().splitlines():
        if line.startswith("VmRSS:"):
            return int(line.split()[1]) * KB
    raise OSError("this system does not say how much memory a process has")


if __name__ == "__main__":
    main()
