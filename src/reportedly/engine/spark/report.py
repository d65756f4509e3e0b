"""What a cluster build gave, counted from its files, and what it took, kept in its note."""

import json
from dataclasses import asdict, dataclass
from typing import Any

import pyarrow.dataset as ds

from reportedly.engine.build.costs import Costs
from reportedly.engine.spark.layout import Layout
from reportedly.model import CHRONICLE, Reject


@dataclass(frozen=True, slots=True)
class Run:
    """One build: when it was run, and at what cost."""

    started: str
    """day and time, UTC"""
    finished: str
    annotated: int
    """articles that it annotated; the others were known"""
    costs: Costs
    """of reconciling stages the driver's seconds; what its tasks took is not counted"""

    @classmethod
    def read(cls, values: dict[str, Any]) -> "Run":
        """The run as a note has it."""
        return cls(**{**values, "costs": Costs(**values["costs"])})


@dataclass(frozen=True, slots=True)
class ClusterReport:
    """The size of a cluster's chronicle, and what its build took."""

    path: str
    rows: dict[str, int]
    """table → number of rows"""
    rejects: dict[str, int]
    """reason → number of inputs"""
    run: "Run"
    """the build that made it"""

    def as_json(self) -> str:
        """The report as one JSON object."""
        return json.dumps(asdict(self), ensure_ascii=False)


def report_of(layout: Layout) -> ClusterReport:
    """Counts a finished chronicle's rows; raises ChronicleError where there is none."""
    run = Run.read(layout.read_note()["run"])
    rows = {
        kind.table: ds.dataset(layout.tables / kind.table, format="parquet").count_rows()
        for kind in CHRONICLE
    }
    return ClusterReport(str(layout.folder), rows, rejects_of(layout), run)


def rejects_of(layout: Layout) -> dict[str, int]:
    """Reason → number of inputs, of the tables as they lie there."""
    rejects = ds.dataset(layout.tables / Reject.table, format="parquet")
    reasons = rejects.to_table(columns=["reason"])["reason"] if rejects.count_rows() else []
    counted: dict[str, int] = {}
    for reason in sorted(str(value) for value in reasons):
        counted[reason] = counted.get(reason, 0) + 1
    return counted
