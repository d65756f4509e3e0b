"""What the phrases of the pile say, read once however often it is built: phrases in, descriptions
out."""

from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from reportedly.reconcile.entities.described.reading import Description, read
from reportedly.reconcile.hashing import row_states
from reportedly.stage import Joins

_READ = pa.schema(
    [
        ("state", pa.uint64()),
        ("phrase", pa.string()),
        #: a phrase that says nothing has nulls in all columns that follow
        ("age", pa.int64()),
        ("children", pa.int64()),
        ("sex", pa.string()),
        ("noun", pa.string()),
        ("words", pa.list_(pa.string())),
        ("narrowed", pa.list_(pa.string())),
        ("owned", pa.bool_()),
        ("determined", pa.bool_()),
    ]
)


class Readings:
    """Phrases of the pile with what they say.

    Args:
        phrases: any, repeats and nulls allowed.
        joins: the engine's joins.
    """

    def __init__(self, phrases: pa.ChunkedArray, joins: Joins) -> None:
        table = pa.table({"phrase": pc.unique(phrases).drop_null()})
        states = pa.array(row_states(table, ["phrase"]))
        rows = joins.by_piece(table.append_column("state", states), _read_all)
        columns = (rows[name].to_pylist() for name in _READ.names[1:])
        self._known = {phrase: _said(said) for phrase, *said in zip(*columns, strict=True)}

    def read(self, phrase: str) -> Description | None:
        """What a phrase says, or None; of one that was not among those given, too."""
        return self._known[phrase] if phrase in self._known else read(phrase)


def _said(said: list[Any]) -> Description | None:
    age, children, sex, noun, words, narrowed, owned, determined = said
    if sex is None:
        return None
    sets = frozenset(words), frozenset(narrowed)
    return Description(age, children, sex, noun, *sets, owned, determined)


def _read_all(pieces: pa.Table) -> pa.Table:
    rows = []
    for state, phrase in zip(*(pieces[n].to_pylist() for n in ("state", "phrase")), strict=True):
        row: dict[str, Any] = {"state": state, "phrase": phrase}
        said = read(phrase)
        if said is not None:
            row |= {name: getattr(said, name) for name in _READ.names[2:]}
            row |= {name: sorted(getattr(said, name)) for name in ("words", "narrowed")}
        rows.append(row)
    return pa.Table.from_pylist(rows, schema=_READ)
