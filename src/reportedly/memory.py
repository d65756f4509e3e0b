"""Memory that this process no longer uses, given back to the system before more is asked for."""

import ctypes
import gc
import sys

import pyarrow as pa


def give_back() -> None:
    """Frees what hangs together in circles, and returns what allocators keep for later.

    Worth its tenth of a second between steps that each take hundreds of megabytes.
    """
    gc.collect()
    pa.default_memory_pool().release_unused()
    if sys.platform == "linux":
        trim = getattr(ctypes.CDLL(None), "malloc_trim", None)
        if trim is not None:  # other libraries of C than GNU's return it by themselves
            trim(0)
