"""What an engine is: it runs functions over Arrow batches, and joins.

A `Work` is a function from one record batch to another that has nothing to do with the engine, so
that the same one runs in a spawned process here and in `mapInArrow` on a cluster.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Protocol

import pyarrow as pa

from reportedly.engine.piecewise import WorkedOut
from reportedly.stage import Joins

BatchFunction = Callable[[pa.RecordBatch], pa.RecordBatch]

#: Times that a single row may kill its worker before it is put aside: the first time may have been
#: for want of memory that something else had.
TRIES = 2
#: The reason of the reject that tells of a row that was put aside; the next build tries it again.
KILLED = "worker_killed"


@dataclass(frozen=True, slots=True)
class Work:
    """A batch function, and what stands in for its result when a batch of one killed its worker.

    The function may raise MemoryError, which counts as a killed worker; any other error ends the
    run.
    """

    name: str
    function: BatchFunction
    crashed: BatchFunction


class Engine(Protocol):
    """Runs work over batches; the order of the results is not promised, their rows are."""

    def joins(self, kept: WorkedOut) -> Joins:
        """Joins over Arrow tables; what they work out by pieces is found and left in `kept`."""
        ...

    def run(self, work: Work, batches: Iterable[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
        """The results for `batches`, as they come."""
        ...
