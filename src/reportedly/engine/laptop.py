"""The laptop engine: spawned processes with a bounded queue, and joins in this one.

A worker that is killed, or finds no more memory, costs a retry: the batches that were under way
are run again one row at a time, and a row that fails so twice is put aside.
"""

import os
from collections.abc import Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, wait
from concurrent.futures.process import BrokenProcessPool
from types import TracebackType

import pyarrow as pa

from reportedly.engine import log
from reportedly.engine.base import TRIES, Work
from reportedly.engine.joins import LaptopJoins
from reportedly.engine.piecewise import WorkedOut
from reportedly.engine.workers import Workers
from reportedly.stage import Joins

#: Batches under way for each worker: one at work, one waiting, so that none is idle.
_AHEAD = 2
#: Batches that are worth one more worker: to start one and load its models takes as long as these.
_BATCHES_WORTH_A_WORKER = 3

#: What a batch ends with that is not its function's doing.
_KILLED = (BrokenProcessPool, MemoryError)


class LaptopEngine:
    """`reportedly.engine.base.Engine` on one machine; to be used as a context manager.

    Args:
        workers: processes beside this one; by default up to as many as there are processors, fewer
            for small piles. 0: all is done in this process, which then dies of what kills a worker.
    """

    def __init__(self, workers: int | None = None) -> None:
        self.workers = (os.cpu_count() or 1) if workers is None else workers
        self._grows = workers is None
        self._pool = Workers(max(1, self.workers))

    def __enter__(self) -> "LaptopEngine":
        """Workers are started when there is work, and kept from one work to the next."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Ends the workers; at once when an error ended the work."""
        self._pool.close(at_once=error is not None)

    def joins(self, kept: WorkedOut) -> Joins:
        """Joins over Arrow tables, in this process."""
        return LaptopJoins(kept)

    def run(self, work: Work, batches: Iterable[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
        """The results for `batches`, as they come; memory is bounded by the batches under way."""
        if self.workers == 0:
            yield from map(work.function, batches)
            return
        waiting = iter(batches)
        killed: list[pa.RecordBatch] = []
        while True:
            yield from self._run_until_killed(work, waiting, killed)
            if not killed:
                return
            log.warning("worker_died", work=work.name, batches=len(killed))
            self._pool.close(at_once=True)
            for batch in killed:
                yield from self._run_singly(work, batch)
            killed.clear()

    def _room(self, finished: int) -> int:
        """How many batches may be under way after so many are done."""
        if not self._grows:
            return _AHEAD * self.workers
        worth = 1 + finished // _BATCHES_WORTH_A_WORKER
        return worth if worth < self.workers else _AHEAD * self.workers

    def _run_until_killed(
        self, work: Work, waiting: Iterator[pa.RecordBatch], killed: list[pa.RecordBatch]
    ) -> Iterator[pa.RecordBatch]:
        """Results until all is done or a worker dies; what was under way then goes to `killed`."""
        under_way: dict[Future[pa.RecordBatch], pa.RecordBatch] = {}
        finished = 0
        while True:
            while not killed and len(under_way) < self._room(finished):
                batch = next(waiting, None)
                if batch is None:
                    break
                try:
                    under_way[self._pool.submit(work.function, batch)] = batch
                except BrokenProcessPool:
                    killed.append(batch)
            if not under_way:
                return
            for done in wait(under_way, return_when=FIRST_COMPLETED).done:
                batch = under_way.pop(done)
                finished += 1
                try:
                    result = done.result()
                except _KILLED:
                    killed.append(batch)
                else:
                    yield result

    def _run_singly(self, work: Work, batch: pa.RecordBatch) -> Iterator[pa.RecordBatch]:
        """The results for the rows of a batch, each with a worker for itself."""
        for at in range(batch.num_rows):
            row = batch.slice(at, 1)
            for _ in range(TRIES):
                try:
                    result = self._pool.submit(work.function, row).result()
                    break
                except _KILLED:
                    self._pool.close(at_once=True)
            else:
                log.warning("put_aside", work=work.name)
                result = work.crashed(row)
            yield result
