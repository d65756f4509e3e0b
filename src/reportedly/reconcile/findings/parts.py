"""Findings made part by part: names of parts with their states in, findings out.

A part is an utterance, a claim, a person: whatever findings of one kind are made of alone.
"""

from collections.abc import Callable, Iterable, Iterator

import numpy as np
import pyarrow as pa

from reportedly import schema
from reportedly.arrays import Hashes
from reportedly.model import Finding
from reportedly.reconcile.hashing import hash_of, mixed
from reportedly.stage import Joins

Found = Iterable[tuple[str, Finding]]
"""(name of the part, finding)"""


def by_part(
    names: list[str], states: Hashes, find: Callable[[list[str]], Found], joins: Joins
) -> Iterator[Finding]:
    """The findings of all parts.

    Args:
        names: of the parts, each once.
        states: for each a hash of all that its findings follow from.
        find: gives the findings of parts of some names.
        joins: the engine's joins.
    """
    own = np.array([hash_of(name) for name in names], dtype=np.uint64)
    pieces = pa.table({"name": pa.array(names, pa.string()), "state": mixed(states, own)})

    def made(some: pa.Table) -> pa.Table:
        known = dict(zip(some["name"].to_pylist(), some["state"].to_pylist(), strict=True))
        found = list(find(list(known)) if known else ())
        rows = schema.table_of(Finding, [finding for _, finding in found])
        return rows.append_column(
            "state", pa.array([known[name] for name, _ in found], pa.uint64())
        )

    made.__qualname__ = find.__qualname__
    yield from schema.rows_of(Finding, joins.by_piece(pieces, made))
