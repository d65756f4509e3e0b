"""Which entity the clusters of articles are, by number and in columns."""

import functools
from collections.abc import Collection, Mapping

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from reportedly.arrays import Numbers
from reportedly.model import Entity
from reportedly.models.names.organisation import key_words
from reportedly.reconcile.entities.columns import CLUSTERS
from reportedly.schema import table_of

#: Rows looked up at once.
_AT_ONCE = 500_000


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
        return np.where((numbers < 0) | (clusters < 0), -1, numbers * CLUSTERS + clusters)

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
