"""Findings: what a careful reader would point out, each with its evidence, and never a verdict.

In: the tables of all stages before.  Out: `Finding` rows.  One module finds one kind.
"""

from collections.abc import Callable, Iterator, Mapping

import pyarrow as pa

from reportedly.model import Finding
from reportedly.reconcile.findings.by_signal import find_by_signals
from reportedly.reconcile.findings.by_utterance import find_in_claims, find_in_utterances
from reportedly.reconcile.findings.denials import find_denials
from reportedly.reconcile.findings.event_dates import find_event_date_conflicts
from reportedly.reconcile.findings.facts import find_fact_conflicts
from reportedly.reconcile.findings.only_friends import find_only_friends
from reportedly.reconcile.findings.told_and_denied import not_told_by_others
from reportedly.reconcile.findings.told_once import told_once
from reportedly.reconcile.findings.whole import Whole
from reportedly.schema import sorted_rows, table_of
from reportedly.stage import Joins

#: Each asks for the rows of a few articles at a time.
FINDERS: tuple[Callable[[Whole, Joins], Iterator[Finding]], ...] = (
    find_fact_conflicts,
    find_event_date_conflicts,
    find_in_utterances,
    find_by_signals,
    find_denials,
    find_in_claims,
    find_only_friends,
)


def reconcile(tables: Mapping[str, pa.Table], joins: Joins) -> dict[str, pa.Table]:
    """All findings of a pile, each once."""
    whole = Whole(tables)
    found = {f.finding_id: f for find in FINDERS for f in find(whole, joins)}
    return {
        "findings": table_of(Finding, sorted_rows(not_told_by_others(told_once(found.values()))))
    }
