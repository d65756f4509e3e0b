"""Worker processes that never outlive their work: they end when the caller stops or dies.

Spawned, not forked: a forked child inherits threads and locks of the libraries loaded here.
"""

import contextlib
import multiprocessing
import os
import signal
import sys
import threading
import types
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from multiprocessing.connection import Connection, wait
from multiprocessing.context import SpawnContext, SpawnProcess


class _Worker(SpawnProcess):
    """A spawned process that does not run the caller's script again.

    Without this, `reportedly.build(…)` in a script without `if __name__ == "__main__"` would start
    itself in every worker.  The functions that workers run are found by their modules.
    """

    def start(self) -> None:
        """Starts the process with an empty main module in the place of the caller's."""
        main = sys.modules["__main__"]
        sys.modules["__main__"] = types.ModuleType("__main__")
        try:
            with _interrupts_held():
                super().start()
        finally:
            sys.modules["__main__"] = main


@contextlib.contextmanager
def _interrupts_held() -> Iterator[None]:
    """Ctrl-C waits; a process started meanwhile inherits that, and is deaf to it for good."""
    if not hasattr(signal, "pthread_sigmask"):  # Windows
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


class _Context(SpawnContext):
    Process = _Worker


@contextlib.contextmanager
def worker_pool(workers: int) -> Iterator[ProcessPoolExecutor]:
    """Up to `workers` processes; when the block is left by an error they are stopped at once."""
    leash, held = multiprocessing.Pipe(duplex=False)
    pool = ProcessPoolExecutor(
        workers, mp_context=_Context(), initializer=_begin, initargs=(leash,)
    )
    try:
        yield pool
    except BaseException:
        held.close()
        raise
    finally:
        pool.shutdown(cancel_futures=True)
        held.close()
        leash.close()


def _begin(leash: Connection) -> None:
    """Ties a worker to its caller, who alone is told of Ctrl-C and lets go of the leash."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with, args=(leash,), daemon=True).start()


def _end_with(leash: Connection) -> None:
    wait([leash])
    os._exit(1)
