"""Writes entities into the tables that so far know only an article's own cluster numbers."""

from collections.abc import Mapping

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from reportedly.arrays import Numbers
from reportedly.model import ChainHop, Cluster, Fact, Happening, Mention, Statement
from reportedly.reconcile.entities.cluster_entities import Linked
from reportedly.reconcile.entities.joint_names import with_joint_names
from reportedly.schema import by_place, sorted_table, with_column

Tables = Mapping[str, pa.Table]


def linked(tables: Tables, entities: Linked) -> dict[str, pa.Table]:
    """The tables of mentions, statements, chain, facts and happenings with their entities."""
    statements = tables[Statement.table]
    speakers, hops = (
        _statements(statements, entities),
        _chain(tables[ChainHop.table], statements, entities),
    )
    known = statements, tables[Cluster.table], entities
    return {
        Mention.table: _mentions(tables[Mention.table], entities),
        Statement.table: with_joint_names(speakers, "speaker", *known),
        ChainHop.table: with_joint_names(hops, "name", *known),
        Fact.table: _facts(tables[Fact.table], entities),
        Happening.table: _happenings(tables[Happening.table], entities),
    }


def _mentions(table: pa.Table, entities: Linked) -> pa.Table:
    found = entities.find(table["article_id"], table["cluster"])
    table = with_column(table, "entity_id", entities.ids(found))
    return by_place(table, "span")


def _named(
    table: pa.Table, cluster: str, id_column: str, name_column: str, entities: Linked
) -> pa.Table:
    """Identifier and canonical name where there is an entity; else what the article gave."""
    found = entities.find(table["article_id"], table[cluster])
    table = with_column(table, id_column, entities.ids(found))
    return with_column(table, name_column, pc.coalesce(entities.names(found), table[name_column]))


def _statements(table: pa.Table, entities: Linked) -> pa.Table:
    nameless = pc.equal(table["source_kind"], "anonymous")
    clusters = pc.if_else(nameless, pa.scalar(None, pa.int64()), table["speaker_cluster"])
    table = with_column(table, "speaker_cluster", clusters)
    table = _named(table, "speaker_cluster", "speaker_id", "speaker", entities)
    table = _named(table, "addressee_cluster", "addressee_id", "addressee", entities)
    return sorted_table(table, "statement_id")


def _chain(table: pa.Table, statements: pa.Table, entities: Linked) -> pa.Table:
    """Hops with a cluster get its entity; an article's own outlet the entity of that name.

    The outlet itself stays written as the article's metadata have it.
    """
    numbers = np.full(len(table), -1, dtype=np.int64)
    nameless = pc.equal(table["kind"], "anonymous")
    own = _places(pc.and_not(pc.is_valid(table["cluster"]), nameless))
    ids = table["statement_id"].take(pa.array(own))
    at = pc.index_in(ids, statements["statement_id"].combine_chunks())
    numbers[own] = entities.find(
        statements["article_id"].take(at), table["cluster"].take(pa.array(own))
    )
    outlets = pc.and_(pc.is_null(table["cluster"]), pc.equal(table["kind"], "outlet"))
    named = _places(pc.and_(outlets, pc.greater(pc.utf8_length(table["name"]), 0)))
    printed = table["name"].take(pa.array(named)).to_pylist()
    by_name = entities.by_name(sorted(set(printed)))
    numbers[named] = [by_name.get(name, -1) for name in printed]
    names = entities.names(numbers)
    kept = pc.and_(pc.equal(table["hop"], 0), pc.greater(pc.utf8_length(table["name"]), 0))
    names = pc.if_else(pc.fill_null(kept, False), table["name"], pc.coalesce(names, table["name"]))
    table = with_column(table, "entity_id", pc.coalesce(entities.ids(numbers), table["entity_id"]))
    table = with_column(table, "name", names)
    return sorted_table(table, "statement_id", "hop")


def _places(flags: pa.ChunkedArray) -> Numbers:
    return np.flatnonzero(pc.fill_null(flags, False).to_numpy())


def _facts(table: pa.Table, entities: Linked) -> pa.Table:
    """Facts of somebody whom the article only describes are left out where nobody is known to be
    meant."""
    table = _named(table, "subject_cluster", "subject_id", "subject", entities)
    table = table.filter(pc.not_equal(table["subject"], ""))
    return sorted_table(table, "fact_id")


def _happenings(table: pa.Table, entities: Linked) -> pa.Table:
    clusters = table["clusters"].combine_chunks()
    lengths = pc.fill_null(clusters.value_lengths(), 0).to_numpy().astype(np.int64)
    articles = table["article_id"].take(pa.array(np.repeat(np.arange(len(table)), lengths)))
    found = entities.find(articles, pa.chunked_array([clusters.flatten()]))
    ids = iter(entities.ids(found).to_pylist())
    listed = [
        sorted({name for name in (next(ids) for _ in range(length)) if name})
        for length in lengths.tolist()
    ]
    table = with_column(
        table, "entity_ids", pa.array(listed, table.schema.field("entity_ids").type)
    )
    return by_place(table, "span", "trigger")
