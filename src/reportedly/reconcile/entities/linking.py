"""Writes entities into the tables that so far know only an article's own cluster numbers."""

from collections.abc import Mapping
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from reportedly.model import ChainHop, Entity, Fact, Happening, Mention, Statement
from reportedly.models.names.organisation import key_words
from reportedly.schema import values_of

Tables = Mapping[str, pa.Table]

Entities = Mapping[tuple[str, int], Entity]
"""(article, cluster) → entity"""


def linked(tables: Tables, entities: Entities) -> dict[str, pa.Table]:
    """The tables of mentions, statements, chain, facts and happenings with their entities."""
    statements = tables[Statement.table]
    return {
        Mention.table: _mentions(tables[Mention.table], entities),
        Statement.table: _statements(statements, entities),
        ChainHop.table: _chain(tables[ChainHop.table], statements, entities),
        Fact.table: _facts(tables[Fact.table], entities),
        Happening.table: _happenings(tables[Happening.table], entities),
    }


def _column(table: pa.Table, name: str) -> list[Any]:
    """A column of text or numbers."""
    return values_of(object, table[name])


def _found(table: pa.Table, cluster: str, entities: Entities) -> list[Entity | None]:
    """For each row the entity of its article's cluster; None without one."""
    articles, clusters = _column(table, "article_id"), _column(table, cluster)
    return [
        None if number is None else entities.get((article, number))
        for article, number in zip(articles, clusters, strict=True)
    ]


def _with(table: pa.Table, name: str, values: list[Any]) -> pa.Table:
    at = table.schema.get_field_index(name)
    field = table.schema.field(at)
    return table.set_column(at, field, pa.array(values, type=field.type))


def _mentions(table: pa.Table, entities: Entities) -> pa.Table:
    found = _found(table, "cluster", entities)
    table = _with(table, "entity_id", [entity.entity_id if entity else None for entity in found])
    return _by_place(table, "span")


def _by_place(table: pa.Table, *spans: str) -> pa.Table:
    """The rows by article, then by the columns of spans."""
    order = {"article": table["article_id"]}
    for name in spans:
        order[f"{name} start"] = pc.list_element(table[name], 0)
        order[f"{name} end"] = pc.list_element(table[name], 1)
    keys = [(name, "ascending") for name in order]
    return table.take(pc.sort_indices(pa.table(order), sort_keys=keys))


def _named(
    table: pa.Table, cluster: str, id_column: str, name_column: str, entities: Entities
) -> pa.Table:
    """Identifier and canonical name where there is an entity; else what the article gave."""
    found = _found(table, cluster, entities)
    table = _with(table, id_column, [entity.entity_id if entity else None for entity in found])
    names = [
        entity.name if entity else given
        for entity, given in zip(found, _column(table, name_column), strict=True)
    ]
    return _with(table, name_column, names)


def _statements(table: pa.Table, entities: Entities) -> pa.Table:
    nameless = [kind == "anonymous" for kind in _column(table, "source_kind")]
    clusters = [
        None if anonymous else cluster
        for cluster, anonymous in zip(_column(table, "speaker_cluster"), nameless, strict=True)
    ]
    table = _with(table, "speaker_cluster", clusters)
    table = _named(table, "speaker_cluster", "speaker_id", "speaker", entities)
    table = _named(table, "addressee_cluster", "addressee_id", "addressee", entities)
    return table.sort_by("statement_id")


def _chain(table: pa.Table, statements: pa.Table, entities: Entities) -> pa.Table:
    """Hops with a cluster get its entity; an article's own outlet the entity of that name.

    The outlet itself stays written as the article's metadata have it.
    """
    ids, articles = _column(statements, "statement_id"), _column(statements, "article_id")
    article_of = dict(zip(ids, articles, strict=True))
    outlets = _by_name(entities)
    columns = ("statement_id", "hop", "kind", "name", "entity_id", "cluster")
    entity_ids, names = [], []
    for statement, hop, kind, name, known, cluster in zip(
        *(_column(table, column) for column in columns), strict=True
    ):
        entity = None
        if cluster is not None and kind != "anonymous":
            entity = entities.get((article_of.get(statement, ""), cluster))
        elif kind == "outlet" and name:
            entity = outlets.get(key_words(name))
        entity_ids.append(entity.entity_id if entity else known)
        names.append(entity.name if entity and not (hop == 0 and name) else name)
    table = _with(_with(table, "entity_id", entity_ids), "name", names)
    return table.sort_by([("statement_id", "ascending"), ("hop", "ascending")])


def _by_name(entities: Entities) -> dict[tuple[str, ...], Entity]:
    """Organisations and works by name, as outlets are, where only one has the name."""
    found: dict[tuple[str, ...], dict[str, Entity]] = {}
    for entity in entities.values():
        if entity.kind in ("organisation", "work"):
            for name in (entity.name, *entity.aliases):
                found.setdefault(key_words(name), {})[entity.entity_id] = entity
    return {key: min(e.values(), key=_id) for key, e in found.items() if len(e) == 1}


def _id(entity: Entity) -> str:
    return entity.entity_id


def _facts(table: pa.Table, entities: Entities) -> pa.Table:
    table = _named(table, "subject_cluster", "subject_id", "subject", entities)
    return table.sort_by("fact_id")


def _happenings(table: pa.Table, entities: Entities) -> pa.Table:
    articles, clusters = _column(table, "article_id"), table["clusters"].to_pylist()
    ids = [
        sorted({entities[article, n].entity_id for n in numbers if (article, n) in entities})
        for article, numbers in zip(articles, clusters, strict=True)
    ]
    return _by_place(_with(table, "entity_ids", ids), "span", "trigger")
