"""`Journal`: what a task was doing when its worker died, so that one bad record is put aside.

Spark tries a failed task again, but does not know at which row it failed.  Each task therefore
writes into a small file what it begins and what it has done; the next attempt reads it.
"""

import contextlib
import os
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from types import TracebackType

from reportedly.engine.base import TRIES

_BEGIN, _DONE = "begin", "done"


class Journal:
    """The journal of one task, open for one attempt at it; a context manager.

    Args:
        folder: of the step; on a disk that every machine sees.
        task: its number, the same in every attempt.
    """

    def __init__(self, folder: Path, task: int) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        path = folder / f"task-{task}.log"
        self._deaths = _deaths(path.read_text(encoding="utf-8")) if path.exists() else Counter()
        self._file = os.open(path, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o644)
        self._write(_BEGIN)

    def __enter__(self) -> "Journal":
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        os.close(self._file)

    def is_deadly(self, name: str) -> bool:
        """True when as many attempts as are allowed ended in the middle of `name`."""
        return self._deaths[name] >= TRIES

    @contextlib.contextmanager
    def under_way(self, name: str) -> Iterator[None]:
        """Notes that the block is about `name`; a death, or no more memory, inside counts.

        Other errors are nobody's row's fault: they end the build, and count for nothing.
        """
        self._write(name)
        try:
            yield
        except MemoryError:
            raise
        except BaseException:
            self._write(_DONE)
            raise
        self._write(_DONE)

    def _write(self, line: str) -> None:
        os.write(self._file, f"{line}\n".encode())


def _deaths(text: str) -> Counter[str]:
    """How many attempts ended in the middle of which row."""
    found: Counter[str] = Counter()
    last = _DONE
    for line in (*text.split("\n")[:-1], _BEGIN):
        if line == _BEGIN and last not in (_BEGIN, _DONE):
            found[last] += 1
        last = line
    return found
