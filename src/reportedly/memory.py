"""Memory that this process does not use: given back to the system before more is asked for, or not
taken at all."""

import ctypes
import gc
import importlib.machinery
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from types import ModuleType

import pyarrow as pa

#: Looking through all objects takes up to half a second: too long for what a small pile leaves.
WORTH_BYTES = 64 * 2**20
_PANDAS = "pandas"
_STATM = Path("/proc/self/statm")
# What the process held when it last gave back, in bytes.
_held_then = 0


def give_back() -> None:
    """Frees what hangs together in circles, and returns what allocators keep for later.

    Does nothing where the process has grown by less than `WORTH_BYTES` since the last time.
    """
    global _held_then
    if 0 <= held_bytes() - _held_then < WORTH_BYTES:
        return
    gc.collect()
    pa.default_memory_pool().release_unused()
    if sys.platform == "linux":
        trim = getattr(ctypes.CDLL(None), "malloc_trim", None)
        if trim is not None:  # other libraries of C than GNU's return it by themselves
            trim(0)
    _held_then = held_bytes()


def held_bytes() -> int:
    """Bytes of this process that lie in memory; -1 where the system does not tell."""
    if not _STATM.exists():
        return -1
    return int(_STATM.read_text(encoding="ascii").split()[1]) * os.sysconf("SC_PAGE_SIZE")


def leave_pandas() -> None:
    """Has pyarrow go without pandas until somebody asks for a frame.

    Where pandas is installed, pyarrow loads it for the first array that is made of a list, to know
    whether the list is a series: half a second of a processor and 50 MB for each build and each of
    its workers, which know no series.  pyarrow looks once, so pandas is hidden meanwhile; whoever
    needs it loads it later all the same.  Only for processes of this program: in one that uses it
    as a library the caller's series are to be known.
    """
    if _PANDAS in sys.modules:
        return
    hidden = _Hidden()
    sys.meta_path.insert(0, hidden)
    try:
        pa.array([0])
    finally:
        sys.meta_path.remove(hidden)


class _Hidden:
    """A finder of modules that says of pandas what is said where it is not installed."""

    def find_spec(
        self, name: str, path: Sequence[str] | None = None, target: ModuleType | None = None
    ) -> importlib.machinery.ModuleSpec | None:
        """Raises ModuleNotFoundError for pandas; knows no other module."""
        if name == _PANDAS:
            raise ModuleNotFoundError(name, name=name)
        return None
