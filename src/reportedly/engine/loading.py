"""What is kept of the articles, as Arrow tables: payloads in, one table for each of the model out.

They are kept by blocks of articles; of one in which something changed, only that is read again.
"""

import functools
import hashlib
import itertools
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from reportedly import schema
from reportedly.engine.blockwise import digits_of_blocks
from reportedly.engine.piecewise import Nowhere, WorkedOut, pack_all, unpack_all
from reportedly.engine.spilling import Gathering, Spilled
from reportedly.model import TABLES, Article, Statement
from reportedly.payload import unpack_plain

Tables = dict[str, pa.Table]
Kept = tuple[str, str, bytes]
"""(article_id, stage, payload)"""

#: Articles that a block has at the least, on average: each costs a look-up.
_LEAST_IN_A_BLOCK = 8
#: Of a block: beside its tables the articles with their states, and a column of each row's article.
_STATES, _OF = "(states)", "(of)"
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
    for mark, block in itertools.groupby(payloads, lambda row: row[0][marks]):
        tables = _block(f"loaded {_layout()} {mark}", list(block), left)
        rows.add({name: table.select(schemas[name].names) for name, table in tables.items()})
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


def _block(key: str, payloads: list[Kept], kept: WorkedOut) -> Tables:
    """The tables of some articles, with the article of each row; of those without rows none."""
    states = _states(payloads)
    state = hashlib.sha256(b"".join(states.values())).digest()
    packed = kept.find(key)
    if packed is not None and packed[: len(state)] == state:
        tables = unpack_all(packed[len(state) :])
        tables.pop(_STATES)
        return tables
    tables = _mended(payloads, states, {} if packed is None else unpack_all(packed[len(state) :]))
    noted = pa.table({_OF: list(states), _STATES: list(states.values())})
    kept.keep(key, state + pack_all({**tables, _STATES: noted}))
    return tables


def _states(payloads: Iterable[Kept]) -> dict[str, bytes]:
    """Article → a hash of all that is kept of it, in the order in which they stand."""
    found: dict[str, Any] = {}
    for article, _, payload in payloads:
        digest = found.setdefault(article, hashlib.sha256())
        digest.update(len(payload).to_bytes(8))
        digest.update(payload)
    return {article: digest.digest() for article, digest in found.items()}


def _mended(payloads: Iterable[Kept], states: Mapping[str, bytes], before: Tables) -> Tables:
    """The tables, with only those articles read anew that are not as they were."""
    noted = before.pop(_STATES, None)
    were = {} if noted is None else dict(zip(*(c.to_pylist() for c in noted), strict=True))
    same = pa.array([n for n, state in states.items() if were.get(n) == state], pa.string())
    left = {name: own.filter(pc.is_in(own[_OF], same)) for name, own in before.items()}
    still = set(same.to_pylist())
    found = _read([row for row in payloads if row[0] not in still])
    both = {name: [part[name] for part in (left, found) if name in part] for name in TABLES}
    return {
        name: in_order
        for name, parts in both.items()
        if parts and (in_order := pa.concat_tables(parts).sort_by(_OF)).num_rows
    }


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
    return {
        name: pa.Table.from_pylist(own, schema=schema.arrow_schema(TABLES[name])).append_column(
            _OF, pa.array(articles[name], pa.string())
        )
        for name, own in sorted(rows.items())
        if own
    }
