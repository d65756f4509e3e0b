"""What is kept of the articles, as Arrow tables: payloads in, one table for each of the model out.

They are kept as Arrow tables, too, so that only what is new or changed is read as rows.
"""

import functools
import hashlib
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from reportedly import schema
from reportedly.arrays import Numbers
from reportedly.engine.layers import OF, Articles, layered
from reportedly.engine.piecewise import Nowhere, Tables, WorkedOut
from reportedly.engine.spilling import Gathering, Spilled, in_one_piece
from reportedly.model import TABLES, Article, Statement
from reportedly.payload import unpack_plain
from reportedly.reconcile.hashing import hash_of, mixed

Kept = tuple[str, str, bytes]
"""(article_id, stage, payload)"""

#: Tables that stand in the order of a column; all others in that of articles.
_ORDERED = {Statement.table: "statement_id"}


def tables_of(
    states: Mapping[str, str],
    payloads: Callable[[Sequence[str]], Iterable[Kept]],
    paths: Mapping[str, str],
    kept: WorkedOut | None = None,
    folder: Path | None = None,
) -> Spilled:
    """Arrow tables, one for each of the model, out of the articles' payloads.

    Args:
        states: article → what changes with anything that is kept of it.
        payloads: articles → what is kept of them, in the order of their identifiers.
        paths: article_id → the path to name; the same bytes may stand in several places.
        kept: where rows are left for the next build.
        folder: where files without a name may be made.
    """
    ids = sorted(states)
    hashes = [hashlib.blake2b(states[name].encode(), digest_size=8).digest() for name in ids]
    articles = Articles(pa.array(ids, pa.string()), np.frombuffer(b"".join(hashes), np.uint64))
    left = Nowhere() if kept is None else kept
    rows = Gathering({name: _columns(name) for name in TABLES}, folder)

    def make(chosen: Numbers) -> Tables:
        return _read(payloads([ids[at] for at in chosen]))

    for tables in layered(articles, make, f"loaded {_layout()}", left):
        rows.add(tables)
    found = Spilled(folder)
    for name, table in rows.tables():
        _put(found, name, table, articles.ids)
    found.note_loaded(articles.ids, mixed(articles.states, hash_of(_layout())))
    listed = found[Article.table]
    named = zip(*(listed[name].to_pylist() for name in ("article_id", "path")), strict=True)
    places = [paths.get(article, path) for article, path in named]
    found.put(Article.table, schema.with_column(listed, "path", places), listed)
    return found


def _put(found: Spilled, name: str, table: pa.Table, ids: pa.Array) -> None:
    """Takes a table in, in its order."""
    columns = schema.arrow_schema(TABLES[name])
    if name in _ORDERED:
        found.put_sorted(name, table.select(columns.names), _ORDERED[name])
        return
    at = pc.index_in(table[OF], ids).to_numpy()
    if not (at[1:] < at[:-1]).any():
        found.put(name, table.select(columns.names))
        return
    order = pa.array(np.argsort(at, kind="stable"))
    found.put_columns(name, columns, lambda column: in_one_piece(table[column]).take(order))


def _columns(name: str) -> pa.Schema:
    """The columns of a table, and its rows' article where they do not name it."""
    found = schema.arrow_schema(TABLES[name])
    return found if OF in found.names else found.append(pa.field(OF, pa.string()))


@functools.cache
def _layout() -> str:
    """Changes with the columns of any table."""
    columns = "\n".join(f"{kind.table} {schema.arrow_schema(kind)}" for kind in TABLES.values())
    return hashlib.sha256(columns.encode()).hexdigest()[:16]


def _read(payloads: Iterable[Kept]) -> Tables:
    rows: dict[str, list[dict[str, Any]]] = {}
    articles: dict[str, list[str]] = {}
    for article, _, payload in payloads:
        for name, own in unpack_plain(payload).items():
            rows.setdefault(name, []).extend(own)
            articles.setdefault(name, []).extend([article] * len(own))
    return {name: _table(name, own, articles[name]) for name, own in sorted(rows.items()) if own}


def _table(name: str, rows: list[dict[str, Any]], articles: list[str]) -> pa.Table:
    found = pa.Table.from_pylist(rows, schema=schema.arrow_schema(TABLES[name]))
    return found if OF in found.schema.names else found.append_column(OF, pa.array(articles))
