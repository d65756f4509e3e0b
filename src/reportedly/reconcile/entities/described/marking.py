"""Rows of described people say what the link rests on, and are less sure than an article's own.

In: tables with their entities, and for each described cluster the reason.  Out: the tables of
mentions and statements with it.  Marking twice is marking once.
"""

from collections.abc import Iterable, Mapping

import pyarrow as pa

from reportedly.model import Mention, Statement
from reportedly.reconcile.entities.columns import rows_having, with_values
from reportedly.reconcile.entities.described.pile import Key

#: At most so sure are mentions: less than names and repeated nouns, which an article links itself.
#: Of 100 links in two years of political news 96 were right, but other piles will have others.
_MENTION, _STATEMENT = 0.7, 0.85


def marked(tables: Mapping[str, pa.Table], reasons: Mapping[Key, str]) -> dict[str, pa.Table]:
    """The tables of mentions and statements; others are left out."""
    if not reasons:
        return {}
    mentions, statements = tables[Mention.table], tables[Statement.table]
    described = _found(mentions, "cluster", reasons)
    speaking = _found(statements, "speaker_cluster", reasons)
    said = {
        at: own if reason in own else f"{own}; {reason}"
        for at, reason in speaking.items()
        for own in [statements["reason"][at].as_py()]
    }
    return {
        Mention.table: _capped(mentions, described, _MENTION),
        Statement.table: with_values(_capped(statements, speaking, _STATEMENT), "reason", said),
    }


def _found(table: pa.Table, cluster: str, reasons: Mapping[Key, str]) -> dict[int, str]:
    """Rows whose cluster is described, with the reason."""
    articles = {article for article, _ in reasons}
    rows = rows_having(table, "article_id", articles)
    some = table.select(["article_id", cluster]).take(pa.array(rows, pa.int64()))
    keys = zip(*(column.to_pylist() for column in some.columns), strict=True)
    return {at: reasons[key] for at, key in zip(rows, keys, strict=True) if key in reasons}


def _capped(table: pa.Table, rows: Iterable[int], most: float) -> pa.Table:
    own = {at: table["confidence"][at].as_py() for at in rows}
    return with_values(table, "confidence", {at: min(each, most) for at, each in own.items()})
