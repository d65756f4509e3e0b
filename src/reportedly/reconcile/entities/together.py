"""Several who speak as one, "Sev Quill & Bo Tarn", under the names that the pile has for each."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

if TYPE_CHECKING:
    from reportedly.reconcile.entities.linking import Linked

#: Between the names of those who speak as one.
AND = " & "


class Together:
    """The names that articles give to their clusters, and those of the entities.

    Args:
        clusters: rows of `Cluster`; only those of articles that are asked for are looked at.
        entities: which entity each is.
    """

    def __init__(self, clusters: pa.Table, entities: "Linked") -> None:
        self._clusters, self._entities = clusters, entities

    def called(self, table: pa.Table, column: str, statements: pa.Table | None = None) -> pa.Table:
        """The table with each name in a joint one as the pile has it.

        Args:
            table: statements, or hops of theirs.
            column: the one with the names.
            statements: whose hops they are.
        """
        joint = pc.fill_null(pc.match_substring(table[column], AND), False)
        rows = np.flatnonzero(joint.to_numpy())
        if not len(rows):
            return table
        some = table.take(pa.array(rows))
        articles = some["article_id"] if statements is None else _articles(some, statements)
        listed = articles.to_pylist()
        known = self._names(listed)
        names = [
            AND.join(known.get((article, part), part) for part in name.split(AND))
            for article, name in zip(listed, some[column].to_pylist(), strict=True)
        ]
        at, field = table.schema.get_field_index(column), table.schema.field(column)
        whole = table[column].combine_chunks()
        whole = whole if isinstance(whole, pa.Array) else pa.concat_arrays(whole.chunks)
        new = pc.replace_with_mask(whole, joint.combine_chunks(), pa.array(names, field.type))
        return table.set_column(at, field, new)

    def _names(self, articles: Iterable[str]) -> dict[tuple[str, str], str]:
        """(article, what it calls somebody) → the entity's name, where only one is called so."""
        wanted = pa.array(sorted(set(articles)), pa.string())
        of_these = pc.and_(
            pc.is_in(self._clusters["article_id"], wanted), pc.is_valid(self._clusters["name"])
        )
        some = self._clusters.select(["article_id", "cluster", "name"]).filter(of_these)
        numbers = self._entities.find(some["article_id"], some["cluster"])
        names = self._entities.names(numbers).to_pylist()
        found: dict[tuple[str, str], set[str]] = {}
        columns = (some[column].to_pylist() for column in ("article_id", "name"))
        for article, own, name in zip(*columns, names, strict=True):
            if name is not None:
                found.setdefault((article, own), set()).add(name)
        return {key: min(own) for key, own in found.items() if len(own) == 1}


def _articles(hops: pa.Table, statements: pa.Table) -> pa.ChunkedArray:
    ids = statements["statement_id"].combine_chunks()
    ids = ids if isinstance(ids, pa.Array) else pa.concat_arrays(ids.chunks)
    return statements["article_id"].take(pc.index_in(hops["statement_id"], ids))
