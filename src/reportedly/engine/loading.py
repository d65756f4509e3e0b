"""What is kept of the articles, as Arrow tables: payloads in, one table for each of the model out.

Payloads are read by blocks of articles; a block in which nothing changed is found as it was left.
"""

import functools
import hashlib
import itertools
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import pyarrow as pa

from reportedly import schema
from reportedly.engine.blockwise import digits_of_blocks
from reportedly.engine.piecewise import Nowhere, WorkedOut, pack_all, unpack_all
from reportedly.engine.spilling import Gathering, Spilled
from reportedly.model import TABLES, Article, Statement
from reportedly.payload import unpack_plain

Tables = dict[str, pa.Table]
Kept = tuple[str, str, bytes]
"""(article_id, stage, payload)"""

#: Articles that a block has at the least, on average: it is read anew when one of them changes.
_LEAST_IN_A_BLOCK = 8
#: Tables that stand in the order of a column; all others in that of articles.
_ORDERED = {Statement.table: "statement_id"}


def tables_of(
    payloads: Iterable[Kept],
    paths: Mapping[str, str],
    kept: WorkedOut | None = None,
    folder: Path | None = None,
) -> Spilled:
    """Arrow tables, one for each of the model, out of the articles' payloads.

    Args:
        payloads: what is kept, in the order of article identifiers.
        paths: article_id → the path to name; the same bytes may stand in several places.
        kept: where blocks are left for the next build.
        folder: where files without a name may be made.
    """
    left = Nowhere() if kept is None else kept
    marks = slice(1, 1 + digits_of_blocks(len(paths), _LEAST_IN_A_BLOCK))
    schemas = {name: schema.arrow_schema(kind) for name, kind in TABLES.items()}
    rows = Gathering(schemas, folder)
    for _, block in itertools.groupby(payloads, lambda row: row[0][marks]):
        rows.add(_block([row[2] for row in block], left))
    found = Spilled(folder)
    for name, table in rows.tables():
        if name in _ORDERED:
            found.put_sorted(name, table, _ORDERED[name])
        else:
            found.put(name, table)
    articles = found[Article.table]
    listed = zip(*(articles[name].to_pylist() for name in ("article_id", "path")), strict=True)
    places = [paths.get(article, path) for article, path in listed]
    found.put(Article.table, schema.with_column(articles, "path", places), articles)
    return found


def _block(payloads: list[bytes], kept: WorkedOut) -> Tables:
    """The tables of some articles; of those without rows none."""
    digest = hashlib.sha256(_layout())
    for payload in payloads:
        digest.update(hashlib.sha256(payload).digest())
    key = f"loaded {digest.hexdigest()}"
    packed = kept.find(key)
    if packed is None:
        tables = _read(payloads)
        kept.keep(key, pack_all(tables))
        return tables
    return unpack_all(packed)


@functools.cache
def _layout() -> bytes:
    """Changes with the columns of any table."""
    return "\n".join(
        f"{kind.table} {schema.arrow_schema(kind)}" for kind in TABLES.values()
    ).encode()


def _read(payloads: list[bytes]) -> Tables:
    rows: dict[str, list[dict[str, Any]]] = {}
    for payload in payloads:
        for name, own in unpack_plain(payload).items():
            rows.setdefault(name, []).extend(own)
    return {
        name: pa.Table.from_pylist(own, schema=schema.arrow_schema(TABLES[name]))
        for name, own in sorted(rows.items())
        if own
    }
