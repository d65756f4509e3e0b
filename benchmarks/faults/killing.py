"""Runs an action in a forked child and kills it (SIGKILL) after some time or some SQL statements.

In: an action that touches nothing but files. Out: whether it was killed before it ended.
"""

import os
import signal
import sqlite3
import sys
import time
from collections.abc import Callable
from pathlib import Path

Action = Callable[[], object]
_WAIT_SECONDS = 0.002


class ActionError(Exception):
    """The action itself ended with an error."""


def killed_after(seconds: float, action: Action) -> bool:
    """True when the action was still at work after so many seconds, and died of that."""
    child = _start(action)
    ends = time.monotonic() + seconds
    while time.monotonic() < ends:
        ended, status = os.waitpid(child, os.WNOHANG)
        if ended:
            return _killed(status)
        time.sleep(_WAIT_SECONDS)
    os.kill(child, signal.SIGKILL)
    return _killed(os.waitpid(child, 0)[1])


def killed_at(statement: int, action: Action, only: str = "") -> bool:
    """True when the action was killed before its n-th SQL statement that starts with `only`."""

    def counted() -> object:
        left = [statement]

        def watch(text: str) -> None:
            left[0] -= text.lstrip().casefold().startswith(only)
            if left[0] == 0:
                os.kill(os.getpid(), signal.SIGKILL)

        with _watched(watch):
            return action()

    return _killed(os.waitpid(_start(counted), 0)[1])


def statements_of(action: Action, folder: Path, only: str = "") -> int:
    """How many SQL statements that start with `only` the action makes; it runs in a child."""
    told = folder / "statements.txt"

    def counting() -> None:
        seen = [0]

        def watch(text: str) -> None:
            seen[0] += text.lstrip().casefold().startswith(only)

        with _watched(watch):
            action()
        told.write_text(str(seen[0]))

    _killed(os.waitpid(_start(counting), 0)[1])
    return int(told.read_text())


class _watched:  # noqa: N801 - used as a function is
    """While it lasts, `watch` is shown every SQL statement of every connection before it runs."""

    def __init__(self, watch: Callable[[str], None]) -> None:
        self._watch = watch
        self._connect = sqlite3.connect

    def __enter__(self) -> None:
        def connect(*args: object, **kwargs: object) -> sqlite3.Connection:
            connection: sqlite3.Connection = self._connect(*args, **kwargs)  # type: ignore[call-overload]
            connection.set_trace_callback(self._watch)
            return connection

        sqlite3.connect = connect  # type: ignore[assignment]

    def __exit__(self, *_: object) -> None:
        sqlite3.connect = self._connect


def _start(action: Action) -> int:
    sys.stdout.flush()
    child = os.fork()
    if child:
        return child
    code = 1
    try:
        action()
        code = 0
    finally:
        os._exit(code)


def _killed(status: int) -> bool:
    if os.WIFSIGNALED(status):
        return True
    if os.WEXITSTATUS(status):
        raise ActionError(f"exit code {os.WEXITSTATUS(status)}")
    return False
