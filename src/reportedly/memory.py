"""Memory that this process no longer uses, given back to the system before more is asked for."""

import ctypes
import gc
import os
import sys
from pathlib import Path

import pyarrow as pa

#: Looking through all objects takes up to half a second: too long for what a small pile leaves.
WORTH_BYTES = 64 * 2**20
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
