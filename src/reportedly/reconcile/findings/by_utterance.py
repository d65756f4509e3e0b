"""What each utterance, and each claim, gives of findings: their statements in, findings out."""

from collections.abc import Iterator

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from reportedly.model import Claim, Finding, Statement, Variant
from reportedly.reconcile.findings.agreement import FEWEST_INDEPENDENT, find_agreements
from reportedly.reconcile.findings.changed_quotes import find_changed_quotes
from reportedly.reconcile.findings.misattributions import find_misattributions
from reportedly.reconcile.findings.outcomes import find_outcomes
from reportedly.reconcile.findings.parts import Found, by_part
from reportedly.reconcile.findings.pile import Pile
from reportedly.reconcile.findings.recalled_quotes import find_recalled_quotes
from reportedly.reconcile.findings.whole import Whole, spread
from reportedly.reconcile.hashing import mixed, row_states
from reportedly.stage import Joins


def find_in_utterances(whole: Whole, joins: Joins) -> Iterator[Finding]:
    """Changed quotations, other attributions and what came of what was said, in utterances that
    several statements report."""
    reports = whole.index(Statement, "utterance_id")
    often = np.flatnonzero(reports.counts > 1)
    names = reports.values.take(pa.array(often))
    variants = whole.table(Variant)
    own = row_states(variants, variants.schema.names)
    states = mixed(
        reports.summed(whole.statement_states)[often],
        spread(whole.index(Variant, "utterance_id"), own, names),
    )

    def find(some: list[str]) -> Found:
        statements = whole.having(Statement, "utterance_id", some)
        changes = whole.having(Variant, "utterance_id", some)
        pile = whole.pile_of_statements(statements, (Variant, changes))
        recalled = find_recalled_quotes, find_misattributions, find_outcomes
        for finder in (find_changed_quotes, *recalled):
            for finding in finder(pile):
                yield _first(finding, pile).utterance_id or "", finding

    return by_part(names.to_pylist(), states, find, joins)


def find_in_claims(whole: Whole, joins: Joins) -> Iterator[Finding]:
    """Agreements on claims of which independent sources tell."""
    claims = whole.table(Claim)
    enough = pc.and_(
        pc.greater_equal(claims["n_independent"], FEWEST_INDEPENDENT),
        pc.greater(pc.list_value_length(claims["about"]), 0),
    )
    shared = claims.filter(enough)
    names = shared["claim_id"].combine_chunks()
    made = whole.index(Statement, "claim_id")
    states = mixed(
        row_states(shared, shared.schema.names), spread(made, whole.statement_states, names)
    )

    def find(some: list[str]) -> Found:
        own = (Claim, whole.having(Claim, "claim_id", some))
        pile = whole.pile_of_statements(whole.having(Statement, "claim_id", some), own)
        for finding in find_agreements(pile):
            yield _first(finding, pile).claim_id or "", finding

    return by_part(names.to_pylist(), states, find, joins)


def _first(finding: Finding, pile: Pile) -> Statement:
    """The statement that a finding shows first."""
    return pile.statements[finding.evidence[0].statement_id or ""]
