"""A chronicle in others' formats: JSONL, Parquet and CSV, one file a table, rows sorted by key."""

import os
from collections.abc import Callable
from pathlib import Path
from typing import Literal

from reportedly.chronicle import Chronicle
from reportedly.errors import ReportedlyError, RunAborted
from reportedly.model import CHRONICLE, Row
from reportedly.show.export import csv_table, jsonl, parquet

Format = Literal["jsonl", "parquet", "csv"]

_WRITERS: dict[str, tuple[str, Callable[[Chronicle, type[Row], Path], int]]] = {
    "jsonl": (".jsonl", jsonl.write),
    "parquet": (".parquet", parquet.write),
    "csv": (".csv", csv_table.write),
}


def export(
    chronicle: Chronicle, to: str | os.PathLike[str], form: Format = "jsonl"
) -> dict[str, int]:
    """Writes one file for each table into the folder `to`, which is made when missing.

    A file appears whole or not at all: it is written beside its place and then moved there.

    Returns:
        table → number of rows.

    Raises:
        ReportedlyError: no such format.
        RunAborted: the folder cannot be written.
    """
    if form not in _WRITERS:
        raise ReportedlyError(f"no export format {form!r}; there are: {', '.join(_WRITERS)}")
    ending, write = _WRITERS[form]
    folder, counts = Path(to), {}
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for kind in CHRONICLE:
            place = folder / (kind.table + ending)
            beside = place.with_name(place.name + ".part")
            counts[kind.table] = write(chronicle, kind, beside)
            beside.replace(place)
    except OSError as error:
        raise RunAborted(
            f"writing {folder} failed: {error}; make room or name another folder with --to"
        ) from error
    return counts
