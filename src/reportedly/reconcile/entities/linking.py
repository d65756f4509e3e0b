"""Writes entities into the tables that so far know only an article's own cluster numbers."""

import functools
from collections.abc import Collection, Mapping

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from reportedly.model import ChainHop, Cluster, Entity, Fact, Happening, Mention, Statement
from reportedly.models.names.organisation import key_words
from reportedly.reconcile.entities.names import Numbers
from reportedly.reconcile.entities.together import Together
from reportedly.schema import by_place, sorted_table, table_of, with_column

Tables = Mapping[str, pa.Table]

#: Rows looked up at once.
_AT_ONCE = 500_000
#: An article has fewer clusters than this.
_CLUSTERS = 1 << 32


class Linked:
    """Which entity the clusters of articles are.

    Args:
        article_ids: of each named cluster.
        clusters: its number in the article.
        entity: its row in `entities`.
        entities: rows of `Entity`.
    """

    def __init__(
        self, article_ids: pa.Array, clusters: Numbers, entity: Numbers, entities: pa.Table
    ) -> None:
        self._articles = pc.unique(article_ids)
        cells = self._cells(article_ids, clusters)
        order = np.argsort(cells)
        self._known, self._entity = cells[order], entity[order]
        entities = entities.combine_chunks()
        self.entities = entities
        self._ids, self._names = (entities[name].combine_chunks() for name in ("entity_id", "name"))

    @classmethod
    def of(cls, entities: Mapping[tuple[str, int], Entity]) -> "Linked":
        """The same of (article, cluster) → entity."""
        rows = list({entity.entity_id: entity for entity in entities.values()}.values())
        numbers = {entity.entity_id: at for at, entity in enumerate(rows)}
        return cls(
            pa.array([article for article, _ in entities], pa.string()),
            np.array([cluster for _, cluster in entities], dtype=np.int64),
            np.array([numbers[each.entity_id] for each in entities.values()], dtype=np.int64),
            table_of(Entity, rows),
        )

    def _cells(self, articles: pa.Array | pa.ChunkedArray, clusters: Numbers) -> Numbers:
        """One number for an article and a cluster; below 0 where either is not known."""
        known = pc.fill_null(pc.index_in(articles, self._articles), -1)
        numbers: Numbers = known.to_numpy().astype(np.int64)
        return np.where((numbers < 0) | (clusters < 0), -1, numbers * _CLUSTERS + clusters)

    def find(self, articles: pa.ChunkedArray, clusters: pa.ChunkedArray) -> Numbers:
        """For each row the number of its entity, -1 where it has none."""
        found = [np.zeros(0, dtype=np.int64)]
        for at in range(0, len(articles), _AT_ONCE):
            some = pc.fill_null(clusters.slice(at, _AT_ONCE), -1).to_numpy()
            cells = self._cells(articles.slice(at, _AT_ONCE), some)
            places = np.minimum(np.searchsorted(self._known, cells), max(0, len(self._known) - 1))
            if len(self._known):
                there = self._known[places] == cells
                found.append(np.where(there, self._entity[places], -1))
            else:
                found.append(np.full(len(cells), -1))
        return np.concatenate(found)

    def ids(self, numbers: Numbers) -> pa.ChunkedArray:
        """The identifiers of entities; null for -1."""
        return _taken(self._ids, numbers)

    def names(self, numbers: Numbers) -> pa.ChunkedArray:
        """Their canonical names; null for -1."""
        return _taken(self._names, numbers)

    def by_name(self, names: Collection[str]) -> dict[str, int]:
        """Names of organisations and works → the entity, where only one has the name."""
        one = {
            name: own for name in names if len(own := self._by_words.get(key_words(name), ())) == 1
        }
        return {name: min(own) for name, own in one.items()}

    @functools.cached_property
    def _by_words(self) -> dict[tuple[str, ...], set[int]]:
        """Organisations and works by the words of their names."""
        found: dict[tuple[str, ...], set[int]] = {}
        kinds = pc.is_in(self.entities["kind"], pa.array(["organisation", "work"]))
        at = np.flatnonzero(kinds.to_numpy())
        rows = self.entities.select(["name", "aliases"]).take(pa.array(at))
        columns = (rows[name].to_pylist() for name in ("name", "aliases"))
        for number, name, aliases in zip(at.tolist(), *columns, strict=True):
            for each in (name, *aliases):
                found.setdefault(key_words(each), set()).add(number)
        return found


def _taken(values: pa.Array, numbers: Numbers) -> pa.ChunkedArray:
    return pa.chunked_array([values.take(pa.array(numbers, mask=numbers < 0))])


def linked(tables: Tables, entities: Linked) -> dict[str, pa.Table]:
    """The tables of mentions, statements, chain, facts and happenings with their entities."""
    statements = tables[Statement.table]
    together = Together(tables[Cluster.table], entities)
    return {
        Mention.table: _mentions(tables[Mention.table], entities),
        Statement.table: together.called(_statements(statements, entities), "speaker"),
        ChainHop.table: together.called(
            _chain(tables[ChainHop.table], statements, entities), "name", statements
        ),
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


def _places(flags: pa.ChunkedArray) -> npt.NDArray[np.int64]:
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
