"""Functions on their way to the tasks: their large tables as files that each machine maps.

In: a function with all that it looks at, in the driver.  Out: a file from which a task has the same
function; tables, columns and arrays of numbers lie beside it and are read only where they are
looked at, and once for all tasks of a machine.
"""

import functools
import io
import pickle
import shutil
import weakref
from collections.abc import Callable
from pathlib import Path
from types import MethodType
from typing import Any

import numpy as np
import pyarrow as pa

#: Smaller ones travel with the function.
_LEAST_BYTES = 1 << 20
_FUNCTION = "function.pickle"
_COLUMN = "column"


class Shelf:
    """A folder of large things, each written once, however many functions look at it."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._there: dict[int, tuple[weakref.ref[Any], Path]] = {}

    def clear(self) -> None:
        """Takes all away; what tasks have mapped stays readable for them."""
        self._there.clear()
        shutil.rmtree(self._folder, ignore_errors=True)

    def put(self, thing: Any, write: Callable[[Any, Path], None]) -> Path:
        """Where a thing lies, which is written unless it lies there."""
        # Another thing may get the number of one that is gone: the reference tells.
        known = self._there.get(id(thing))
        if known is not None and known[0]() is thing:
            return known[1]
        self._folder.mkdir(parents=True, exist_ok=True)
        at = (self._folder / f"{sum(1 for _ in self._folder.iterdir())}.part").resolve()
        write(thing, at)
        self._there[id(thing)] = weakref.ref(thing), at
        return at


def ship(function: Callable[..., Any], folder: Path, shelf: Shelf | None = None) -> Path:
    """Writes a function into `folder`, which must be empty; returns the file to load it from.

    Args:
        function: with all that it looks at.
        folder: seen by all machines under the same name.
        shelf: where what is large lies, or will; by default beside the function.
    """
    from pyspark.cloudpickle import CloudPickler

    there = shelf or Shelf(folder)

    class Shipping(CloudPickler):  # type: ignore[misc, unused-ignore]
        """Puts what is large into files of its own."""

        def reducer_override(self, obj: Any) -> Any:
            found = _remembering(obj) or _put_aside(obj, there)
            return super().reducer_override(obj) if found is None else found

    packed = io.BytesIO()
    Shipping(packed).dump(function)
    at = folder / _FUNCTION
    at.write_bytes(packed.getvalue())
    return at


@functools.lru_cache(maxsize=1)
def load(at: Path) -> Callable[..., Any]:
    """The function that `ship` wrote; the last one stays at hand for further tasks."""
    function: Callable[..., Any] = pickle.loads(at.read_bytes())
    return function


def _remembering(thing: Any) -> tuple[Callable[..., Any], tuple[Any, ...]] | None:
    """How to make a method that remembers its answers again, which then knows none yet."""
    method = getattr(thing, "__wrapped__", None)
    if not isinstance(thing, functools._lru_cache_wrapper) or not isinstance(method, MethodType):
        return None
    return _remembered, (method, thing.cache_parameters()["maxsize"])


def _remembered(method: Callable[..., Any], most: int | None) -> Callable[..., Any]:
    return functools.lru_cache(maxsize=most)(method)


def _put_aside(thing: Any, shelf: Shelf) -> tuple[Callable[..., Any], tuple[Any, ...]] | None:
    """How to read a large thing again, which now lies in a file; None for what is none."""
    if not isinstance(thing, pa.Table | pa.ChunkedArray | pa.Array | np.ndarray):
        return None
    if thing.nbytes < _LEAST_BYTES or getattr(thing, "dtype", None) == np.dtype(object):
        return None
    if isinstance(thing, pa.Table):
        return _read_table, (shelf.put(thing, _write),)
    if isinstance(thing, np.ndarray):
        return _read_numbers, (shelf.put(thing, _write_numbers),)
    whole = isinstance(thing, pa.ChunkedArray)
    return (_read_column if whole else _read_array), (shelf.put(thing, _write_column),)


def _write(table: pa.Table, at: Path) -> None:
    with pa.ipc.new_file(str(at), table.schema) as file:
        file.write_table(table.combine_chunks())


def _write_column(column: pa.ChunkedArray | pa.Array, at: Path) -> None:
    _write(pa.table({_COLUMN: column}), at)


def _write_numbers(numbers: Any, at: Path) -> None:
    with at.open("wb") as file:
        np.save(file, numbers)


def _read_table(at: Path) -> pa.Table:
    return pa.ipc.open_file(pa.memory_map(str(at))).read_all()


def _read_column(at: Path) -> pa.ChunkedArray:
    return _read_table(at)[_COLUMN]


def _read_array(at: Path) -> pa.Array:
    return pa.concat_arrays(_read_column(at).chunks)


def _read_numbers(at: Path) -> Any:
    return np.load(at, mmap_mode="r")
