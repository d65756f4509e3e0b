"""The summary of a build: what a person likes to read, and the same as JSON."""

import json
import sqlite3
from dataclasses import asdict, dataclass
from pathlib import Path

from reportedly.engine.build.costs import Costs
from reportedly.paths import shown_path
from reportedly.store import counting, found_groups


@dataclass(frozen=True, slots=True)
class BuildReport:
    """What a chronicle holds after a build, and what the build did."""

    path: str
    """the chronicle's file"""
    annotated: int
    """articles that this build annotated; 0 when all were known"""
    reconciled: bool
    """False when nothing had changed"""
    rows: dict[str, int]
    """table → number of rows"""
    rejects: dict[str, int]
    """reason → number of inputs"""
    outlets: int
    """different outlets of the articles"""
    dated: int
    """articles whose day is known from metadata or text"""
    first: str | None
    """the first day of publication, ISO 8601; None where no article has one"""
    last: str | None
    """the last one"""
    findings: dict[str, int]
    """kind → number"""
    unapplied: list[str]
    """who decided (or which line of the cast file) and why it could not be done"""
    run: Costs
    """what the build took, and with what it was made"""

    def as_json(self) -> str:
        """The report as one JSON object."""
        return json.dumps(asdict(self), ensure_ascii=False)


def report_of(
    connection: sqlite3.Connection, path: Path, *, annotated: int, reconciled: bool, run: Costs
) -> BuildReport:
    """Counts what the chronicle holds."""
    first, last = counting.period(connection)
    return BuildReport(
        path=shown_path(path),
        annotated=annotated,
        reconciled=reconciled,
        rows=counting.rows(connection),
        rejects=counting.by(connection, "rejects", "reason"),
        outlets=counting.outlets(connection),
        dated=counting.dated(connection),
        first=first,
        last=last,
        findings=counting.by(connection, "findings", "kind"),
        unapplied=[
            f"{each.given}: {each.problem}"
            for each in found_groups.decided(connection)
            if each.problem
        ],
        run=run,
    )
