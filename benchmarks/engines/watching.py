"""What a process and all its descendants cost: processor time and memory, looked at in steps."""

import os
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

#: Between two looks: a worker that lives shorter than this is not seen.
STEP_S = 0.25
_TICKS = os.sysconf("SC_CLK_TCK")
_PAGE = os.sysconf("SC_PAGE_SIZE")


@dataclass
class Watched:
    """One run: seconds by the clock, of processors, and bytes over time."""

    lines: list[tuple[float, str]] = field(default_factory=list)
    """what the program printed, and when, in seconds since the start"""
    wall_s: float = 0.0
    cpu_s: dict[int, float] = field(default_factory=dict)
    """process → seconds of a processor, as last seen"""
    memory: list[tuple[float, int, int]] = field(default_factory=list)
    """seconds since the start, bytes of the first process, bytes of all"""
    busy: list[tuple[float, float]] = field(default_factory=list)
    """seconds since the start, seconds of processors until then"""
    code: int = 0


def watch(
    command: Sequence[str], environment: dict[str, str], log: Path, *, aloud: bool = False
) -> Watched:
    """Runs `command` to its end; what it prints goes to `log`, and to the errors' stream as well
    if it is to be told `aloud`."""
    found, began = Watched(), time.monotonic()
    with log.open("w") as out, log.open() as said:
        process = subprocess.Popen(command, env=environment, stdout=out, stderr=subprocess.STDOUT)
        while process.poll() is None:
            _look(found, process.pid, time.monotonic() - began)
            time.sleep(STEP_S)
            if aloud and (new := said.read()):
                sys.stderr.write(new)
                sys.stderr.flush()
    found.wall_s, found.code = time.monotonic() - began, process.returncode
    for line in log.read_text().splitlines():
        stamp, _, text = line.partition(" ")
        if stamp.replace(".", "").isdigit():
            found.lines.append((float(stamp), text))
    return found


def _look(found: Watched, root: int, at: float) -> None:
    parents, stats = {}, {}
    for folder in Path("/proc").iterdir():
        if not folder.name.isdigit():
            continue
        try:
            values = (folder / "stat").read_text().rpartition(")")[2].split()
        except OSError:  # it has just ended
            continue
        parents[int(folder.name)], stats[int(folder.name)] = int(values[1]), values
    family = {root}
    while grown := {p for p, parent in parents.items() if parent in family} - family:
        family |= grown
    family &= set(stats)
    for process in family:
        values = stats[process]
        found.cpu_s[process] = (int(values[11]) + int(values[12])) / _TICKS
    found.busy.append((at, sum(found.cpu_s.values())))
    resident = {process: int(stats[process][21]) * _PAGE for process in family}
    found.memory.append((at, resident.get(root, 0), sum(resident.values())))
