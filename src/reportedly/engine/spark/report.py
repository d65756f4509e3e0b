"""What a cluster build gave, counted from its files."""

import json
from dataclasses import asdict, dataclass

import pyarrow.dataset as ds

from reportedly.engine.spark.layout import Layout
from reportedly.model import CHRONICLE, Reject


@dataclass(frozen=True, slots=True)
class ClusterReport:
    """The size of a cluster's chronicle."""

    path: str
    rows: dict[str, int]
    """table → number of rows"""
    rejects: dict[str, int]
    """reason → number of inputs"""

    def as_json(self) -> str:
        """The report as one JSON object."""
        return json.dumps(asdict(self), ensure_ascii=False)


def report_of(layout: Layout) -> ClusterReport:
    """Counts a finished chronicle's rows."""
    rows = {
        kind.table: ds.dataset(layout.tables / kind.table, format="parquet").count_rows()
        for kind in CHRONICLE
    }
    rejects = ds.dataset(layout.tables / Reject.table, format="parquet")
    reasons = rejects.to_table(columns=["reason"])["reason"] if rows[Reject.table] else []
    counted: dict[str, int] = {}
    for reason in sorted(str(value) for value in reasons):
        counted[reason] = counted.get(reason, 0) + 1
    return ClusterReport(str(layout.folder), rows, counted)
