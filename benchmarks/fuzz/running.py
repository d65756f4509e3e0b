"""Runs one target on many inputs in a child with limits; crashes, hangs and errors are found.

A child that dies is started again behind the input that killed it. Time is processor time, so
that a busy machine is no hang.
"""

import mmap
import os
import resource
import signal
import struct
import sys
import traceback
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

#: Processor seconds for one input, and bytes of memory for all of them.
SECONDS = 10
MEMORY = 2 * 2**30


class Fault(Exception):  # noqa: N818 - what a target raises to tell of one
    """The target gave an answer that it must not give."""


@dataclass(frozen=True, slots=True)
class Found:
    """An input that broke the target."""

    number: int
    what: str


def run(
    make: Callable[[int], bytes], target: Callable[[bytes], None], numbers: range, folder: Path
) -> Iterator[Found]:
    """Runs `target(make(number))` for each number; what went wrong, as it is found."""
    folder.mkdir(parents=True, exist_ok=True)
    at = mmap.mmap(-1, 8)
    start = numbers.start
    while start < numbers.stop:
        at[:] = struct.pack("q", start)
        sys.stdout.flush()
        child = os.fork()
        if child == 0:
            _child(make, target, range(start, numbers.stop), at, folder)
        status = os.waitpid(child, 0)[1]
        reached = struct.unpack("q", at[:])[0]
        if not status:
            return
        yield Found(reached, _told(status, folder))
        start = reached + 1


def _child(
    make: Callable[[int], bytes],
    target: Callable[[bytes], None],
    numbers: range,
    at: mmap.mmap,
    folder: Path,
) -> None:
    resource.setrlimit(resource.RLIMIT_AS, (_used() + MEMORY, resource.RLIM_INFINITY))
    code = 1
    try:
        for number in numbers:
            at[:] = struct.pack("q", number)
            signal.setitimer(signal.ITIMER_PROF, SECONDS)
            target(make(number))
        code = 0
    except BaseException:
        (folder / "error.txt").write_text(traceback.format_exc())
    finally:
        os._exit(code)


def _used() -> int:
    """Address space in use: what the parent had before the first input does not count."""
    pages = int(Path("/proc/self/statm").read_text().split()[0])
    return pages * resource.getpagesize()


def _told(status: int, folder: Path) -> str:
    if not os.WIFSIGNALED(status):
        return (folder / "error.txt").read_text()
    killed = signal.Signals(os.WTERMSIG(status))
    return f"more than {SECONDS} s" if killed == signal.SIGPROF else f"killed by {killed.name}"
