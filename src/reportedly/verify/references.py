"""Identifiers against rows, and the rules that hold for every chronicle."""

from collections import defaultdict
from collections.abc import Iterator

from reportedly.chronicle import Chronicle
from reportedly.model import (
    TABLES,
    Article,
    ChainHop,
    Claim,
    Entity,
    Finding,
    Row,
    Statement,
    Story,
    Utterance,
)
from reportedly.verify.faults import Fault
from reportedly.verify.spans import name_of

#: Column → the table whose identifiers it holds, wherever the column occurs.
_LEADS_TO: dict[str, type[Row]] = {
    "article_id": Article,
    "first_article_id": Article,
    "statement_id": Statement,
    "from_statement_id": Statement,
    "parent_id": Statement,
    "speaker_id": Entity,
    "addressee_id": Entity,
    "entity_id": Entity,
    "subject_id": Entity,
    "utterance_id": Utterance,
    "claim_id": Claim,
    "story_id": Story,
    "about": Entity,
    "who": Entity,
}

_CHECKED = (
    "articles regions statements chain mentions utterances variants events facts claims findings "
    "inputs timexes identifiers dated_names"
)


def reference_faults(chronicle: Chronicle) -> Iterator[Fault]:
    """Every identifier that leads nowhere, and every broken rule."""
    known = {kind: _identifiers(chronicle, kind) for kind in set(_LEADS_TO.values())}
    for table in _CHECKED.split():
        kind = TABLES[table]
        columns = [name for name in _LEADS_TO if name in kind.__dataclass_fields__]
        for row in chronicle.rows(kind):
            for column in columns:
                yield from _dangling(row, column, known[_LEADS_TO[column]])
    yield from _chain_faults(chronicle)
    yield from _rule_faults(chronicle)


def _identifiers(chronicle: Chronicle, kind: type[Row]) -> set[str]:
    return {str(getattr(row, kind.key[0])) for row in chronicle.rows(kind)}


def _dangling(row: Row, column: str, known: set[str]) -> Iterator[Fault]:
    value = getattr(row, column)
    for identifier in value if isinstance(value, tuple) else (value,):
        if identifier is not None and identifier not in known:
            yield Fault(row.table, name_of(row), f"{column} {identifier} leads nowhere")


def _chain_faults(chronicle: Chronicle) -> Iterator[Fault]:
    hops: dict[str, list[int]] = defaultdict(list)
    for hop in chronicle.rows(ChainHop):
        hops[hop.statement_id].append(hop.hop)
    for statement in chronicle.rows(Statement):
        if hops[statement.statement_id] != list(range(len(hops[statement.statement_id]))):
            yield Fault("chain", statement.statement_id, "hops are not 0, 1, 2, …")
        if not hops[statement.statement_id]:
            yield Fault("chain", statement.statement_id, "a statement without a chain")


def _rule_faults(chronicle: Chronicle) -> Iterator[Fault]:
    for finding in chronicle.rows(Finding):
        if len(finding.evidence) < 2:
            yield Fault("findings", finding.finding_id, "has fewer than two pieces of evidence")
    for statement in chronicle.rows(Statement):
        if statement.source_kind == "anonymous" and (statement.speaker or statement.speaker_id):
            yield Fault("statements", statement.statement_id, "gives an anonymous source a name")
        if not 0 <= statement.confidence <= 1:
            yield Fault("statements", statement.statement_id, "confidence is no probability")
