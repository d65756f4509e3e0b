"""Rows of the model to and from SQL: one insert and one select, whatever the table."""

import json
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

import pyarrow as pa

from reportedly import schema
from reportedly.model import Row, RowT
from reportedly.store.ddl import is_json

#: Made once: `json.dumps` makes one for every value.
_ENCODER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))


def dumps(value: Any) -> str:
    """JSON text as the store keeps it: no spaces, characters as they are."""
    return _ENCODER.encode(value)


@schema.remembered
def json_columns(kind: type[Row]) -> frozenset[str]:
    """The columns of a table that are kept as JSON text."""
    return frozenset(name for name, hint in schema.hints(kind).items() if is_json(hint))


def insert(connection: sqlite3.Connection, kind: type[Row], rows: Iterable[Row]) -> None:
    """Writes `rows` into their table; a row with the same key is replaced."""
    connection.executemany(_insertion(kind), (_values(kind, row) for row in rows))


def insert_table(
    connection: sqlite3.Connection, kind: type[Row], table: pa.RecordBatch, numbers: list[int]
) -> None:
    """Writes the rows of an Arrow batch, column by column, without making objects of them.

    Args:
        connection: in a transaction.
        kind: their table.
        table: the rows.
        numbers: of each its `rowid`.
    """
    columns = [
        _stored_column(hint, table.column(name)) for name, hint in schema.hints(kind).items()
    ]
    connection.executemany(_insertion(kind, "rowid"), zip(numbers, *columns, strict=True))


def _insertion(kind: type[Row], *more: str) -> str:
    columns = [*more, *schema.hints(kind)]
    names = ", ".join(f'"{name}"' for name in columns)
    marks = ", ".join("?" * len(columns))
    return f'insert or replace into "{kind.table}" ({names}) values ({marks})'


def _stored_column(hint: Any, column: pa.Array) -> list[Any]:
    values = schema.values_of(hint, column)
    if not is_json(hint):
        return values
    if schema.has_records(hint):
        values = [schema.plain(value) for value in values]
    return [None if value is None else dumps(value) for value in values]


def _values(kind: type[Row], row: Row) -> tuple[Any, ...]:
    as_json = json_columns(kind)
    return tuple(
        dumps(value) if name in as_json and value is not None else value
        for name, value in schema.plain(row).items()
    )


def stored(kind: type[Row], column: str, value: Any) -> Any:
    """A column's value as the store keeps it."""
    return dumps(schema.plain(value)) if column in json_columns(kind) else value


def read(kind: type[RowT], found: sqlite3.Row) -> RowT:
    """The typed row of one result row that holds all columns of the table."""
    return schema.read_row(kind, plain(kind, found))


def plain(kind: type[Row], found: sqlite3.Row) -> dict[str, Any]:
    """Column → plain value of one result row; columns of other tables are passed on as they are."""
    as_json = json_columns(kind)
    return {
        name: json.loads(found[name])
        if name in as_json and found[name] is not None
        else found[name]
        for name in found.keys()  # noqa: SIM118 - iterating a sqlite3.Row gives its values
    }


def select(
    connection: sqlite3.Connection, kind: type[RowT], where: str = "", values: Sequence[Any] = ()
) -> Iterator[RowT]:
    """Rows of one table, in the table's own order.

    Args:
        where: an SQL condition of this package's own, with `?` for each of `values`.
    """
    order = ", ".join(f'"{name}"' for name in kind.key)
    condition = f" where {where}" if where else ""
    query = f'select * from "{kind.table}"{condition} order by {order}'
    for found in connection.execute(query, tuple(values)):
        yield read(kind, found)
