"""The laptop engine: spawned processes with a bounded queue, and DuckDB for joins.

A worker that is killed costs a retry: the batches that were under way are run again one row at a
time, and a row that kills its worker twice is put aside.
"""

import itertools
from collections.abc import Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, wait
from concurrent.futures.process import BrokenProcessPool

import pyarrow as pa

from reportedly.engine.base import BatchFunction, Work
from reportedly.engine.joins import DuckJoins
from reportedly.engine.workers import worker_pool
from reportedly.stage import Joins

#: Batches under way for each worker: one at work, one waiting, so that none is idle.
_AHEAD = 2
#: Times that a single row may kill its worker before it is put aside.
_TRIES = 2


class LaptopEngine:
    """`reportedly.engine.base.Engine` on one machine, with `workers` processes (1: this one)."""

    def __init__(self, workers: int = 1) -> None:
        self.workers = max(1, workers)

    @property
    def joins(self) -> Joins:
        """Joins over Arrow tables, in this process."""
        return DuckJoins()

    def run(self, work: Work, batches: Iterable[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
        """The results for `batches`, as they come; memory is bounded by the batches under way."""
        waiting = iter(batches)
        first = list(itertools.islice(waiting, 2))
        # Starting workers takes longer than a batch: a folder of pages has one batch for each.
        if self.workers == 1 or len(first) < 2:
            yield from map(work.function, itertools.chain(first, waiting))
            return
        waiting = itertools.chain(first, waiting)
        killed: list[pa.RecordBatch] = []
        while True:
            yield from self._run_until_killed(work.function, waiting, killed)
            if not killed:
                return
            for batch in killed:
                yield from _run_singly(work, batch)
            killed.clear()

    def _run_until_killed(
        self,
        function: BatchFunction,
        waiting: Iterator[pa.RecordBatch],
        killed: list[pa.RecordBatch],
    ) -> Iterator[pa.RecordBatch]:
        """Results until all is done or a worker dies; what was under way then goes to `killed`."""
        under_way: dict[Future[pa.RecordBatch], pa.RecordBatch] = {}
        with worker_pool(self.workers) as pool:
            while True:
                while not killed and len(under_way) < _AHEAD * self.workers:
                    batch = next(waiting, None)
                    if batch is None:
                        break
                    try:
                        under_way[pool.submit(function, batch)] = batch
                    except BrokenProcessPool:
                        killed.append(batch)
                if not under_way:
                    return
                for done in wait(under_way, return_when=FIRST_COMPLETED).done:
                    batch = under_way.pop(done)
                    try:
                        result = done.result()
                    except BrokenProcessPool:
                        killed.append(batch)
                    else:
                        yield result


def _run_singly(work: Work, batch: pa.RecordBatch) -> Iterator[pa.RecordBatch]:
    for at in range(batch.num_rows):
        row = batch.slice(at, 1)
        for _ in range(_TRIES):
            try:
                with worker_pool(1) as pool:
                    yield pool.submit(work.function, row).result()
                break
            except BrokenProcessPool:
                continue
        else:
            yield work.crashed(row)
