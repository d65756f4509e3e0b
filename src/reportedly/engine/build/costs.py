"""What a build took and with what it was made: kept with the run, told by `reportedly report`."""

import datetime
import platform
import sqlite3
import time
from dataclasses import dataclass

import reportedly
from reportedly.engine import log
from reportedly.engine.annotating import wanted_fingerprints
from reportedly.engine.progress import Progress
from reportedly.model import Reject
from reportedly.pipeline import ARTICLE_STAGES, READ_VERSION, TABLE_STAGES

#: `ru_maxrss` counts in these units on Linux; on macOS it counts bytes.
_MAXRSS_UNIT = 1 if platform.system() == "Darwin" else 1024


@dataclass(frozen=True, slots=True)
class Costs:
    """One run of `build`."""

    interrupted: str | None
    """when the build before this one began, if it never ended"""
    inputs: dict[str, int]
    """`named`, `unchanged`, `read`, and `put_aside` until the next build"""
    seconds: dict[str, float]
    """phase → seconds on the clock"""
    cpu_seconds: dict[str, float]
    """stage → seconds of a processor, all workers together"""
    peak_memory: dict[str, int]
    """bytes at most, of the program (`program`) and of its largest worker (`worker`)"""
    stages: dict[str, str]
    """stage → its version and the models that it uses"""
    program: dict[str, str]
    """what ran: `reportedly`, `python`, `sqlite`, `system`"""
    settings: dict[str, int | None]
    """`workers` (None: by the pile) and the limits"""


class Meter:
    """A `Progress` that passes everything on, and looks at the clock between the phases."""

    def __init__(self, told: Progress) -> None:
        self._told = told
        self._began: dict[str, float] = {}

    def phase(self, name: str, total: int | None) -> None:
        """A phase begins."""
        self._began[name] = time.monotonic()
        log.info("phase_started", phase=name, steps=total)
        self._told.phase(name, total)

    def advance(self, steps: int = 1, note: str = "") -> None:
        """Some steps are done."""
        self._told.advance(steps, note)

    def rejected(self, reject: Reject) -> None:
        """Without its detail in the log, which may hold words of the input."""
        log.warning("rejected", path=reject.path, record=reject.record, reason=reject.reason)
        self._told.rejected(reject)

    def costs(
        self,
        *,
        interrupted: str | None,
        inputs: dict[str, int],
        cpu_seconds: dict[str, float],
        settings: dict[str, int | None],
    ) -> Costs:
        """What the run took until now; to be asked for when the workers have ended."""
        ends = [*list(self._began.values())[1:], time.monotonic()]
        seconds = {
            name: round(end - began, 3)
            for (name, began), end in zip(self._began.items(), ends, strict=True)
        }
        cpu = {name: round(took, 3) for name, took in cpu_seconds.items()}
        memory = _peak_memory()
        log.info("costs", seconds=seconds, cpu_seconds=cpu, peak_memory=memory)
        return Costs(
            interrupted=interrupted,
            inputs=inputs,
            seconds=seconds,
            cpu_seconds=cpu,
            peak_memory=memory,
            stages=_stages(),
            program=_program(),
            settings=settings,
        )


def now() -> str:
    """Day and time, UTC, to the second: when a build began or ended."""
    return datetime.datetime.now(datetime.UTC).isoformat(timespec="seconds")


def _peak_memory() -> dict[str, int]:
    try:
        import resource
    except ImportError:  # Windows
        return {}
    asked = {"program": resource.RUSAGE_SELF, "worker": resource.RUSAGE_CHILDREN}
    return {name: resource.getrusage(who).ru_maxrss * _MAXRSS_UNIT for name, who in asked.items()}


def _stages() -> dict[str, str]:
    """`read` too; the fingerprint tells results of one version apart from those of another."""
    fingerprints = wanted_fingerprints()
    found = {"read": f"version {READ_VERSION}"}
    for stage in (*ARTICLE_STAGES, *TABLE_STAGES):
        parts = [f"version {stage.version}", *stage.models]
        if stage.name in fingerprints:
            parts.append(f"fingerprint {fingerprints[stage.name]}")
        found[stage.name] = ", ".join(parts)
    return found


def _program() -> dict[str, str]:
    return {
        "reportedly": reportedly.__version__,
        "python": platform.python_version(),
        "sqlite": sqlite3.sqlite_version,
        "system": f"{platform.system()} {platform.machine()}",
    }
