"""Which pieces make a task: found by passing through large WARCs, kept as one small table."""

import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import pyarrow as pa
import pyarrow.parquet as pq

from reportedly.engine.spark.pieces import PIECES, Piece, pieces_of

if TYPE_CHECKING:
    from pyspark.sql import SparkSession

_NAME = "pieces.parquet"
#: Files in a task, at most: a folder of a hundred thousand pages makes some thousand tasks.
_FILES = 100


@dataclass(frozen=True, slots=True)
class Sizes:
    """How much work goes into one task; small ones lose little, large ones start seldom."""

    #: Bytes of input for a task: some thousand pages as they are packed in a crawl.
    range_bytes: int = 32 * 2**20
    #: Articles annotated by a task: half a minute of work.
    task_articles: int = 32
    #: Articles annotated before the results are safe from an end of the driver.
    round_articles: int = 50_000
    #: Articles whose rows lie in one part of the output.
    part_articles: int = 20_000


def write_tasks(session: "SparkSession", paths: Sequence[str], sizes: Sizes, folder: Path) -> None:
    """Cuts the inputs and writes which task reads what into `folder`."""
    large = [path for path in paths if _size(path) >= 2 * sizes.range_bytes]
    cut = _cut(session, large, sizes.range_bytes) if large else {}
    pieces = [piece for path in paths for piece in cut.get(path, [Piece(path)])]
    rows = [
        {"piece": at, "task": task, "path": p.path, "start": p.start, "end": p.end}
        for at, (task, p) in enumerate(grouped(pieces, sizes.range_bytes))
    ]
    pq.write_table(pa.Table.from_pylist(rows, schema=PIECES), folder / _NAME)


def read_tasks(folder: Path) -> pa.Table:
    """The table `PIECES` of a build."""
    return pq.read_table(folder / _NAME)


def pieces_of_task(folder: Path, task: int) -> Iterator[tuple[int, Piece]]:
    """The pieces that one task reads, with their numbers."""
    found = pq.read_table(folder / _NAME, filters=[("task", "=", task)])
    for row in found.to_pylist():
        yield row["piece"], Piece(row["path"], row["start"], row["end"])


def _size(path: str) -> int:
    return Path(path).stat().st_size if path and Path(path).is_file() else 0


def grouped(pieces: Iterable[Piece], range_bytes: int) -> Iterator[tuple[int, Piece]]:
    """Each piece with the number of its task; small files go together."""
    task, files, filled = 0, 0, 0
    for piece in pieces:
        size = range_bytes if piece.start is not None else _size(piece.path)
        if files and (filled + size > range_bytes or files >= _FILES):
            task, files, filled = task + 1, 0, 0
        files, filled = files + 1, filled + size
        yield task, piece


def _cut(session: "SparkSession", paths: Sequence[str], range_bytes: int) -> dict[str, list[Piece]]:
    """Pieces of large files; each file is passed through by one task."""
    tasks = session.range(0, len(paths), 1, numPartitions=len(paths))
    found = tasks.mapInArrow(
        partial(_cut_batches, tuple(paths), range_bytes, Path.cwd()),
        "path string, start bigint, end bigint",
    ).toArrow()
    cut: dict[str, list[Piece]] = {}
    for row in found.sort_by([("path", "ascending"), ("start", "ascending")]).to_pylist():
        cut.setdefault(row["path"], []).append(Piece(**row))
    return cut


def _cut_batches(
    paths: tuple[str, ...], range_bytes: int, base: Path, batches: Iterable[pa.RecordBatch]
) -> Iterator[pa.RecordBatch]:
    os.chdir(base)
    for batch in batches:
        for number in batch["id"].to_pylist():
            pieces = pieces_of(paths[number], range_bytes)
            rows = [{"path": p.path, "start": p.start, "end": p.end} for p in pieces]
            yield pa.RecordBatch.from_pylist(rows, schema=_CUT)


_CUT = pa.schema([("path", pa.string()), ("start", pa.int64()), ("end", pa.int64())])
