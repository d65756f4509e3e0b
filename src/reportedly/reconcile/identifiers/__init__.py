"""Entities and the user's gazetteer in; which entry each of them is, or may be, out.

An entry is linked when its names and something else (a birth date that fits, words of the
description that articles use of the entity) leave no other; all others of that name are candidates.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

import pyarrow as pa

from reportedly.folding import folded
from reportedly.model import Entity, Fact, Identifier, Known
from reportedly.reconcile.identifiers.context import agreements, disagreement
from reportedly.schema import rows_of, rows_with, sorted_rows, table_of
from reportedly.stage import Joins

#: More entries of one name than this tell a reader nothing.
_MOST_CANDIDATES = 10
#: Entities that are objects at once.
_AT_ONCE = 20_000


def reconcile(tables: Mapping[str, pa.Table], joins: Joins) -> dict[str, pa.Table]:
    """The stage: see `reportedly.pipeline` for what it reads and writes."""
    known = rows_of(Known, tables[Known.table])
    rows: list[Identifier] = []
    if known:
        found = list(_named_alike(tables[Entity.table], _by_name(known)))
        ids = [entity.entity_id for entity, _ in found]
        facts = _facts(rows_of(Fact, rows_with(tables[Fact.table], "subject_id", ids)))
        for entity, entries in found:
            rows += identified(entity, entries, facts[entity.entity_id])
    return {Identifier.table: table_of(Identifier, sorted_rows(rows))}


def _named_alike(
    entities: pa.Table, by_name: Mapping[str, Mapping[str, Known]]
) -> Iterator[tuple[Entity, list[Known]]]:
    """The entities that have entries of their name, with these."""
    for batch in entities.to_batches(max_chunksize=_AT_ONCE):
        for entity in rows_of(Entity, batch):
            if entries := _same_name(entity, by_name):
                yield entity, entries


def identified(entity: Entity, entries: Sequence[Known], facts: Sequence[Fact]) -> list[Identifier]:
    """The entry that an entity is, or the candidates with what is missing."""
    against = {entry.identifier: disagreement(entry, facts) for entry in entries}
    open_entries = [entry for entry in entries if against[entry.identifier] is None]
    for_it = {e.identifier: agreements(e, entity, facts) for e in open_entries}
    backed = [entry for entry in open_entries if for_it[entry.identifier]]
    if len(backed) == 1:
        reasons = "; ".join(for_it[backed[0].identifier])
        others = len(entries) - 1
        rest = f"; {others} more of that name do not fit or say nothing" if others else ""
        return [_row(entity, backed[0], "linked", f"same name; {reasons}{rest}")]
    return [
        _row(entity, entry, "candidate", _missing(entry, against[entry.identifier], entries))
        for entry in entries[:_MOST_CANDIDATES]
    ]


def _missing(entry: Known, against: str | None, entries: Sequence[Known]) -> str:
    if against:
        return f"same name; but {against}"
    if len(entries) > 1:
        return f"same name, as {len(entries) - 1} more; nothing here tells them apart"
    return "same name; nothing else here speaks for it or against it"


def _row(entity: Entity, entry: Known, status: str, reason: str) -> Identifier:
    return Identifier(
        entity_id=entity.entity_id,
        identifier=entry.identifier,
        label=entry.label,
        description=entry.description,
        birth_date=entry.birth_date,
        status="linked" if status == "linked" else "candidate",
        reason=reason,
    )


def _facts(facts: Iterable[Fact]) -> defaultdict[str, list[Fact]]:
    found: defaultdict[str, list[Fact]] = defaultdict(list)
    for fact in facts:
        if fact.subject_id:
            found[fact.subject_id].append(fact)
    return found


def _by_name(known: Iterable[Known]) -> dict[str, dict[str, Known]]:
    found: dict[str, dict[str, Known]] = defaultdict(dict)
    for entry in known:
        for name in (entry.label, *entry.aliases):
            found[folded(name)][entry.identifier] = entry
    return found


def _same_name(entity: Entity, by_name: Mapping[str, Mapping[str, Known]]) -> list[Known]:
    """Entries that have a name of two words in common with the entity; of one, its main name.

    A last name alone, as an alias, is shared by too many.
    """
    names = {entity.name, *(alias for alias in entity.aliases if " " in alias)}
    found: dict[str, Known] = {}
    for name in sorted(names):
        found.update(by_name.get(folded(name), {}))
    return [found[identifier] for identifier in sorted(found)]
