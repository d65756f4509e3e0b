"""Findings: what a careful reader would point out, each with its evidence, and never a verdict.

In: the tables of all stages before.  Out: `Finding` rows; `making.reading_order` says which to
read first.  One module finds one kind; `FINDERS` lists them.
"""

from collections.abc import Callable, Iterator, Mapping

import pyarrow as pa

from reportedly.model import Finding
from reportedly.reconcile.findings.agreement import find_agreements
from reportedly.reconcile.findings.changed_quotes import find_changed_quotes
from reportedly.reconcile.findings.corrections import find_corrections
from reportedly.reconcile.findings.denials import find_denials
from reportedly.reconcile.findings.event_dates import find_event_date_conflicts
from reportedly.reconcile.findings.facts import find_fact_conflicts
from reportedly.reconcile.findings.misattributions import find_misattributions
from reportedly.reconcile.findings.outlooks import find_outlooks
from reportedly.reconcile.findings.overtaken import find_overtaken
from reportedly.reconcile.findings.pile import Pile
from reportedly.schema import sorted_rows, table_of
from reportedly.stage import Joins

#: One function a kind of finding.
FINDERS: tuple[Callable[[Pile, Joins], Iterator[Finding]], ...] = (
    find_fact_conflicts,
    find_event_date_conflicts,
    find_changed_quotes,
    find_misattributions,
    find_overtaken,
    find_outlooks,
    find_denials,
    find_corrections,
    find_agreements,
)


def reconcile(tables: Mapping[str, pa.Table], joins: Joins) -> dict[str, pa.Table]:
    """All findings of a pile, each once."""
    pile = Pile.of(tables)
    found = {f.finding_id: f for find in FINDERS for f in find(pile, joins)}
    return {"findings": table_of(Finding, sorted_rows(list(found.values())))}
