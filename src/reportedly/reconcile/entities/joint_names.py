"""Several who speak as one, "Sev Quill & Bo Tarn", under the names that the pile has for each."""

from collections.abc import Sequence

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from reportedly.model import TOGETHER
from reportedly.reconcile.entities.cluster_entities import Linked
from reportedly.reconcile.entities.columns import with_values
from reportedly.schema import rows_with


def with_joint_names(
    table: pa.Table, column: str, statements: pa.Table, clusters: pa.Table, entities: Linked
) -> pa.Table:
    """The table with each name in a joint one as the pile has it.

    Args:
        table: statements, or hops of theirs.
        column: the one with the names.
        statements: all that the rows belong to.
        clusters: rows of `Cluster`; only those of articles with joint names are looked at.
        entities: which entity each is.
    """
    joint = pc.fill_null(pc.match_substring(table[column], TOGETHER), False)
    rows = np.flatnonzero(joint.to_numpy())
    if not len(rows):
        return table
    some = table.select(["statement_id", column]).take(pa.array(rows))
    articles = _articles(some["statement_id"].to_pylist(), statements)
    known = _names(articles, clusters, entities)
    names = (
        TOGETHER.join(known.get((article, part), part) for part in name.split(TOGETHER))
        for article, name in zip(articles, some[column].to_pylist(), strict=True)
    )
    return with_values(table, column, dict(zip(rows.tolist(), names, strict=True)))


def _articles(ids: Sequence[str], statements: pa.Table) -> list[str]:
    """The articles of some statements."""
    own = rows_with(statements, "statement_id", ids)
    columns = (own[name].to_pylist() for name in ("statement_id", "article_id"))
    articles = dict(zip(*columns, strict=True))
    return [articles[name] for name in ids]


def _names(
    articles: Sequence[str], clusters: pa.Table, entities: Linked
) -> dict[tuple[str, str], str]:
    """(article, what it calls somebody) → the entity's name, where only one is called so."""
    some = rows_with(clusters.select(["article_id", "cluster", "name"]), "article_id", articles)
    some = some.filter(pc.is_valid(some["name"]))
    numbers = entities.find(some["article_id"], some["cluster"])
    found: dict[tuple[str, str], set[str]] = {}
    columns = (some["article_id"], some["name"], entities.names(numbers))
    for article, own, name in zip(*(column.to_pylist() for column in columns), strict=True):
        if name is not None:
            found.setdefault((article, own), set()).add(name)
    return {key: min(own) for key, own in found.items() if len(own) == 1}
