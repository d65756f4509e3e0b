"""Corrections of who said a statement, written into statements and their chains.

The machine's speaker stays readable in the statement's reason.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace

import pyarrow as pa

from reportedly.model import ChainHop, Constraint, Entity, SourceKind, Statement
from reportedly.offsets import hull, overlaps
from reportedly.reconcile.entities.decided import GONE, Decided
from reportedly.schema import rows_of, sorted_rows, table_of

#: What kind of source an entity is.
_KINDS: dict[str, SourceKind] = {
    "person": "person",
    "organisation": "organisation",
    "group": "collective",
    "work": "work",
    "place": "organisation",
}


def corrected(
    written: dict[str, pa.Table],
    constraints: Sequence[Constraint],
    decided: Decided,
    entities: Mapping[tuple[str, int], Entity],
) -> list[Constraint]:
    """Puts the corrections into the tables of statements and hops in `written`.

    Returns:
        the constraints, those that could not be applied with their problem.
    """
    corrections = [each for each in constraints if each.action == "speaker"]
    if not corrections:
        return list(constraints)
    statements = {row.statement_id: row for row in rows_of(Statement, written[Statement.table])}
    hops = rows_of(ChainHop, written[ChainHop.table])
    problems: dict[str, str | None] = {}
    for each in corrections:
        found = find_statement(each, statements)
        if found is None:
            problems[each.decision_id] = GONE
            continue
        entity = find_entity(each, decided, entities)
        if each.other and entity is None and not each.name:
            problems[each.decision_id] = GONE
            continue
        problems[each.decision_id] = None
        statements[found.statement_id] = _said_by(found, each, entity)
        hops = _chain(hops, statements[found.statement_id])
    written[Statement.table] = table_of(Statement, sorted_rows(list(statements.values())))
    written[ChainHop.table] = table_of(ChainHop, sorted_rows(hops))
    return [
        replace(each, problem=problems[each.decision_id]) if each.action == "speaker" else each
        for each in constraints
    ]


def find_statement(given: Constraint, statements: Mapping[str, Statement]) -> Statement | None:
    """The statement by its identifier, or else the one in most of whose words it stood."""
    place = given.one[0]
    if place.statement_id is not None and place.statement_id in statements:
        return statements[place.statement_id]
    if place.article_id is None or place.span is None:
        return None
    start, end = place.span
    near = []
    for row in statements.values():
        span = hull(row.content)
        if row.article_id == place.article_id and overlaps(span, place.span):
            shared = min(end, span[1]) - max(start, span[0])
            if 2 * shared >= max(end - start, span[1] - span[0]):
                near.append((-shared, row.statement_id, row))
    return min(near)[2] if near else None


def find_entity(
    given: Constraint, decided: Decided, entities: Mapping[tuple[str, int], Entity]
) -> Entity | None:
    """Who is said to have said it; None for nobody, for a mere name, and when they are gone."""
    group = decided.find_group(given.other) if given.other else None
    if group is None:
        return None
    member = decided.members[group.members[0]]
    return entities.get((member.article_id, member.cluster))


def _said_by(row: Statement, given: Constraint, entity: Entity | None) -> Statement:
    name = entity.name if entity else given.name
    kind: SourceKind = _KINDS[entity.kind] if entity else ("person" if name else "unknown")
    before = row.speaker or "nobody named"
    return replace(
        row,
        speaker_id=entity.entity_id if entity else None,
        speaker=name,
        source_kind=kind,
        reason=f"{row.reason}; who said it is given by {given.given}, the machine had {before}",
    )


def _chain(hops: Sequence[ChainHop], row: Statement) -> list[ChainHop]:
    """The hops with the statement's origin as it now is."""
    own = [hop for hop in hops if hop.statement_id == row.statement_id]
    last = max(own, key=lambda hop: hop.hop)
    origin = replace(last, kind=row.source_kind, name=row.speaker, entity_id=row.speaker_id)
    if last.hop == 0:
        origin = replace(origin, hop=1, span=None, cluster=None)
    elif not row.speaker:
        origin = replace(origin, name=row.source_text)
    kept = [hop for hop in hops if not (last.hop and hop is last)]
    return [*kept, origin] if last.hop or row.speaker else list(hops)
