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
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from multiprocessing.connection import Connection, wait
from multiprocessing.context import SpawnContext, SpawnProcess
from typing import TypeVar

from reportedly.memory import leave_pandas

Result = TypeVar("Result")


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
            with interrupts_held():
                super().start()
        finally:
            sys.modules["__main__"] = main


@contextlib.contextmanager
def interrupts_held() -> Iterator[None]:
    """Ctrl-C waits until the block ends; a process started in it is deaf to Ctrl-C for good.

    The mask is what the process inherits.  It holds nothing back from Python itself: another thread
    takes the signal, and its handler then runs in the main thread all the same.
    """
    with _handler_held():
        if not hasattr(signal, "pthread_sigmask"):  # Windows
            yield
            return
        before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
        try:
            yield
        finally:
            signal.pthread_sigmask(signal.SIG_SETMASK, before)


@contextlib.contextmanager
def _handler_held() -> Iterator[None]:
    """Has Python's handler of Ctrl-C run when the block ends; it never runs in other threads."""
    before = signal.getsignal(signal.SIGINT)
    if before is None or threading.current_thread() is not threading.main_thread():
        yield
        return
    came: list[int] = []
    signal.signal(signal.SIGINT, lambda number, _: came.append(number))
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
        if came:
            signal.raise_signal(signal.SIGINT)


class _Context(SpawnContext):
    Process = _Worker


class Workers:
    """Up to `workers` processes, started when there is work for them.

    They are held on a leash: when its end here is let go, or this process dies, they end at once.
    """

    def __init__(self, workers: int) -> None:
        self._workers = workers
        self._pool: ProcessPoolExecutor | None = None
        self._leash: Connection | None = None
        self._held: Connection | None = None

    def submit(self, function: Callable[..., Result], *values: object) -> "Future[Result]":
        """Hands out work; raises BrokenProcessPool after a worker died, until all are closed."""
        # Interrupted half way, the executor would neither wait for the processes that it has begun
        # nor leave them the semaphores that they begin with.
        with interrupts_held():
            if self._pool is None:
                self._leash, self._held = multiprocessing.Pipe(duplex=False)
                self._pool = ProcessPoolExecutor(
                    self._workers,
                    mp_context=_Context(),
                    initializer=_begin,
                    initargs=(self._leash,),
                )
            return self._pool.submit(function, *values)

    def close(self, *, at_once: bool = False) -> None:
        """Ends the processes, after the work under way unless `at_once`; they can start again."""
        if self._pool is None or self._leash is None or self._held is None:
            return
        if at_once:
            self._held.close()
        self._pool.shutdown(cancel_futures=True)
        self._held.close()
        self._leash.close()
        self._pool = None


def _begin(leash: Connection) -> None:
    """Ties a worker to its caller, who alone is told of Ctrl-C and lets go of the leash."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    leave_pandas()
    threading.Thread(target=_end_with, args=(leash,), daemon=True).start()


def _end_with(leash: Connection) -> None:
    wait([leash])
    os._exit(1)
