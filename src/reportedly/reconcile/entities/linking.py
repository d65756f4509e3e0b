"""Writes entities into the tables that so far know only an article's own cluster numbers."""

from collections.abc import Mapping
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from reportedly.model import ChainHop, Entity, Fact, Happening, Mention, Statement
from reportedly.models.names.organisation import key_words
from reportedly.schema import rows_of, sorted_rows, table_of

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
    values: list[Any] = table[name].to_pylist()
    return values


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
    spans = table["span"]
    order = pa.table(
        {
            "article": table["article_id"],
            "start": pc.list_element(spans, 0),
            "end": pc.list_element(spans, 1),
        }
    )
    keys = [("article", "ascending"), ("start", "ascending"), ("end", "ascending")]
    return table.take(pc.sort_indices(order, sort_keys=keys))


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
    hops = []
    for hop in rows_of(ChainHop, table):
        entity = None
        if hop.cluster is not None and hop.kind != "anonymous":
            entity = entities.get((article_of.get(hop.statement_id, ""), hop.cluster))
        elif hop.kind == "outlet" and hop.name:
            entity = outlets.get(key_words(hop.name))
        values = {name: getattr(hop, name) for name in _HOP_COLUMNS}
        if entity:
            name = hop.name if hop.hop == 0 and hop.name else entity.name
            values |= {"entity_id": entity.entity_id, "name": name}
        hops.append(ChainHop(**values))
    return table_of(ChainHop, sorted_rows(hops))


_HOP_COLUMNS = ("statement_id", "hop", "kind", "name", "entity_id", "span", "cluster")


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
    articles, clusters = _column(table, "article_id"), _column(table, "clusters")
    ids = [
        sorted({entities[article, n].entity_id for n in numbers if (article, n) in entities})
        for article, numbers in zip(articles, clusters, strict=True)
    ]
    table = _with(table, "entity_ids", ids)
    return table_of(Happening, sorted_rows(rows_of(Happening, table)))
