"""Which statements are about whom: somebody is mentioned in the words that others said.

In: an open chronicle.  Out: where such statements stand in its columns.  Asked of the rows this
takes a second for those whom every article names; asked of columns of offsets, milliseconds.
"""

import json
import sqlite3
from dataclasses import dataclass

import numpy as np

from reportedly.arrays import Numbers
from reportedly.store import pages
from reportedly.store.columns import Columns, columns, remembered

#: Bits of an offset; what stands above them is the article's number.  No text is longer.
_OFFSET_BITS = 32


@dataclass(frozen=True, slots=True)
class _Contents:
    """Spans of all contents in the order of their articles and starts, as single numbers."""

    starts: Numbers
    ends: Numbers
    reach: Numbers
    """the furthest end so far: before it no span holds what comes later"""
    places: Numbers
    """of the statement in the columns"""
    articles: dict[str, int]


def about(connection: sqlite3.Connection, entity_id: str) -> Numbers:
    """Where the statements of others stand in whose content an entity is mentioned, ascending."""
    known = columns(connection)
    held = remembered(connection, "contents", _load)
    query = "select article_id, span from mentions where entity_id = ?"
    spans = [
        (held.articles[name], *pages.span(span))
        for name, span in connection.execute(query, (entity_id,))
        if name in held.articles
    ]
    found = _holding(held, spans)
    own = known.facets["speaker"].having(entity_id)
    return found[~own[found]]


def _holding(held: _Contents, spans: list[tuple[int, int, int]]) -> Numbers:
    """Where statements stand that have one of `spans` (article, start, end) in their content."""
    numbers = np.array(spans, dtype=np.int64).reshape(-1, 3)
    article = numbers[:, 0] << _OFFSET_BITS
    starts, ends = article + numbers[:, 1], article + numbers[:, 2]
    at = np.searchsorted(held.starts, starts, side="right") - 1
    found = [np.empty(0, dtype=np.int64)]
    while len(at):
        open_still = (at >= 0) & (held.reach[at] >= ends)
        at, ends = at[open_still], ends[open_still]
        found.append(held.places[at[held.ends[at] >= ends]])
        at = at - 1
    return np.unique(np.concatenate(found))


def _load(connection: sqlite3.Connection) -> _Contents:
    known = columns(connection)
    plain = connection.cursor()
    plain.row_factory = None
    rows = plain.execute("select rowid, article_id, content from statements order by rowid")
    articles: dict[str, int] = {}
    spans = [
        (row, articles.setdefault(name, len(articles)), start, end)
        for row, name, content in rows
        for start, end in json.loads(content)
    ]
    return _contents(known, articles, np.array(spans, dtype=np.int64).reshape(-1, 4))


def _contents(known: Columns, articles: dict[str, int], spans: Numbers) -> _Contents:
    spans = spans[np.isin(spans[:, 0], known.rows)]
    article = spans[:, 1] << _OFFSET_BITS
    starts, ends = article + spans[:, 2], article + spans[:, 3]
    order = np.argsort(starts, kind="stable")
    return _Contents(
        starts=starts[order],
        ends=ends[order],
        reach=np.maximum.accumulate(ends[order]) if len(ends) else ends,
        places=np.searchsorted(known.rows, spans[:, 0])[order],
        articles=articles,
    )
