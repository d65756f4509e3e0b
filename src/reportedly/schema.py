"""What follows from the data model: Arrow schemas, plain JSON values and back, sort keys.

`model` declares the tables; this module reads those declarations once per class.  A *plain* value
is what `json.dumps` takes: spans become `[start, end]`, nested rows become objects.
"""

import dataclasses
import functools
import types
import typing
from collections.abc import Callable, Iterable, Sequence
from typing import Any, TypeVar

import pyarrow as pa
import pyarrow.compute as pc

from reportedly.model import Row, RowT

Plain = Any  #: str, int, float, bool, None, list or dict of these
Asked = TypeVar("Asked")
Answer = TypeVar("Answer")


def remembered(function: Callable[[Asked], Answer]) -> Callable[[Asked], Answer]:
    """`functools.cache` for one argument, with types: mypy holds classes for unhashable."""
    return typing.cast(Callable[[Asked], Answer], functools.cache(function))


def column_name(field: str) -> str:
    """The column of a dataclass field: a trailing underscore only avoids a Python keyword."""
    return field.removesuffix("_")


@remembered
def hints(kind: type) -> dict[str, Any]:
    """Column name → type of a row class or nested record, without `Annotated` and `ClassVar`."""
    resolved = typing.get_type_hints(kind)
    return {column_name(f.name): resolved[f.name] for f in dataclasses.fields(kind)}


@remembered
def descriptions(kind: type) -> dict[str, str]:
    """Column name → the sentence that the model gives it."""
    resolved = typing.get_type_hints(kind, include_extras=True)
    found = {}
    for field in dataclasses.fields(kind):
        extras = getattr(resolved[field.name], "__metadata__", ("",))
        found[column_name(field.name)] = str(extras[0])
    return found


def optional_of(hint: Any) -> tuple[Any, bool]:
    """(`T`, True) for `T | None`, else (`hint`, False)."""
    if typing.get_origin(hint) in (types.UnionType, typing.Union):
        rest = [arg for arg in typing.get_args(hint) if arg is not type(None)]
        return rest[0], True
    return hint, False


def arrow_type(hint: Any) -> pa.DataType:
    """The Arrow type of a column's Python type; raises TypeError for one that has none."""
    hint, _ = optional_of(hint)
    origin = typing.get_origin(hint)
    if origin is typing.Literal or hint is str:
        return pa.string()
    if origin is tuple:
        return pa.list_(arrow_type(typing.get_args(hint)[0]))
    if dataclasses.is_dataclass(hint):
        return pa.struct(
            [pa.field(n, arrow_type(h)) for n, h in hints(typing.cast(type, hint)).items()]
        )
    simple = {int: pa.int64(), float: pa.float64(), bool: pa.bool_()}
    if hint in simple:
        return simple[hint]
    raise TypeError(f"no Arrow type for {hint!r}; declare the column with one that schema.py knows")


@remembered
def arrow_schema(kind: type[Row]) -> pa.Schema:
    """The Arrow schema of a table: columns in the order of the model, nullability as declared."""
    return pa.schema(
        [pa.field(n, arrow_type(h), nullable=optional_of(h)[1]) for n, h in hints(kind).items()]
    )


def plain(value: Any) -> Plain:
    """`value` of a column (or a whole row) as JSON takes it."""
    if isinstance(value, tuple):
        return [plain(item) for item in value]
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        names = _fields(type(value))
        return {column: plain(getattr(value, field)) for field, column in names}
    return value


@remembered
def _fields(kind: type) -> tuple[tuple[str, str], ...]:
    return tuple((f.name, column_name(f.name)) for f in dataclasses.fields(kind))


@remembered
def _reader(hint: Any) -> Callable[[Any], Any] | None:
    """How to turn a plain value into a column's value; None where it is one already."""
    hint, optional = optional_of(hint)
    if typing.get_origin(hint) is tuple:
        inner = _reader(typing.get_args(hint)[0])

        def read_tuple(value: Any) -> Any:
            if value is None:
                return None if optional else ()
            return tuple(value) if inner is None else tuple(inner(item) for item in value)

        return read_tuple
    if dataclasses.is_dataclass(hint):
        kind = typing.cast(type, hint)
        return lambda value: None if value is None else read_record(kind, value)
    return None


@remembered
def _readers(kind: type) -> tuple[tuple[str, str, Callable[[Any], Any] | None], ...]:
    columns = hints(kind)
    return tuple((field, column, _reader(columns[column])) for field, column in _fields(kind))


def read_record(kind: type, values: dict[str, Plain]) -> Any:
    """The frozen class `kind` with the plain form `values`; unknown columns are passed over."""
    found = {}
    for field, column, reader in _readers(kind):
        if column in values:
            value = values[column]
            found[field] = value if reader is None else reader(value)
    return kind(**found)


def read_row(kind: type[RowT], values: dict[str, Plain]) -> RowT:
    """The row of class `kind` with the plain form `values`; unknown columns are passed over."""
    return typing.cast(RowT, read_record(kind, values))


def table_of(kind: type[Row], rows: Iterable[Row]) -> pa.Table:
    """An Arrow table of `rows`, in their order."""
    listed, columns = list(rows), hints(kind)
    schema = arrow_schema(kind)
    arrays = []
    for field, column in _fields(kind):
        values = [getattr(row, field) for row in listed]
        if has_records(columns[column]):
            values = [plain(value) for value in values]
        arrays.append(pa.array(values, type=schema.field(column).type))
    return pa.Table.from_arrays(arrays, schema=schema)


@remembered
def has_records(hint: Any) -> bool:
    """True for nested rows: Arrow and JSON take them as objects only, and tuples as they are."""
    hint, _ = optional_of(hint)
    if typing.get_origin(hint) is tuple:
        return has_records(typing.get_args(hint)[0])
    return dataclasses.is_dataclass(hint)


def rows_of(kind: type[RowT], table: pa.Table | pa.RecordBatch) -> list[RowT]:
    """The rows of an Arrow table."""
    columns = hints(kind)
    found = [(field, column) for field, column in _fields(kind) if column in table.schema.names]
    names = [field for field, _ in found]
    values = [values_of(columns[column], table.column(column)) for _, column in found]
    return [kind(**dict(zip(names, row, strict=True))) for row in zip(*values, strict=True)]


def rows_with(table: pa.Table, column: str, values: Sequence[str]) -> pa.Table:
    """The rows of a table that have one of some values in a column."""
    return table.filter(pc.is_in(table[column], pa.array(values, pa.string())))


def with_column(
    table: pa.Table, column: str, values: Sequence[Any] | pa.Array | pa.ChunkedArray
) -> pa.Table:
    """A table with other values in one of its columns, which keeps its type."""
    at, field = table.schema.get_field_index(column), table.schema.field(column)
    if not isinstance(values, pa.Array | pa.ChunkedArray):
        values = pa.array(values, field.type)
    return table.set_column(at, field, values.cast(field.type))


def sorted_table(table: pa.Table, *columns: str) -> pa.Table:
    """A table in the order of some columns, as `sorted_rows` has it; these have no nulls.

    The very table where that is its order already.
    """
    if _is_sorted(table, columns):
        return table
    return table.sort_by([(column, "ascending") for column in columns]).combine_chunks()


def _is_sorted(table: pa.Table, columns: Sequence[str]) -> bool:
    """True for a table in one piece whose rows have different keys that ascend."""
    if any(table[column].num_chunks > 1 for column in table.schema.names):
        return False
    equal, less = pa.repeat(pa.scalar(True), max(1, table.num_rows) - 1), None
    for column in columns:
        one, next_ = table[column].slice(0, len(equal)), table[column].slice(1)
        here = pc.and_(equal, pc.less(one, next_))
        less = here if less is None else pc.or_(less, here)
        equal = pc.and_(equal, pc.equal(one, next_))
    return not columns or bool(pc.all(less, min_count=0).as_py())


def by_place(table: pa.Table, *spans: str) -> pa.Table:
    """A table's rows by article, then by columns of spans; the very table where they are so."""
    order: dict[str, Any] = {"article_id": table["article_id"]}
    for name in spans:
        order[f"{name} start"] = pc.list_element(table[name], 0)
        order[f"{name} end"] = pc.list_element(table[name], 1)
    keys = pa.table(order)
    if _is_sorted(keys, list(order)):
        return table
    return table.take(pc.sort_indices(keys, sort_keys=[(name, "ascending") for name in order]))


def values_of(hint: Any, column: pa.Array | pa.ChunkedArray) -> list[Any]:
    """The values of an Arrow column as the model has them: tuples for lists, rows for structs.

    Whole columns at a time: value by value, Arrow is ten times slower.
    """
    if isinstance(column, pa.ChunkedArray):
        return [value for chunk in column.chunks for value in values_of(hint, chunk)]
    hint, optional = optional_of(hint)
    if typing.get_origin(hint) is tuple:
        return _tuples_of(typing.get_args(hint)[0], column, None if optional else ())
    if dataclasses.is_dataclass(hint):
        return _records_of(typing.cast(type, hint), column)
    if pa.types.is_string(column.type) or not column.null_count:
        values: list[Any] = column.to_numpy(zero_copy_only=False).tolist()
        return values
    return list(column.to_pylist())


def _tuples_of(inner: Any, column: pa.ListArray, missing: tuple[()] | None) -> list[Any]:
    items = values_of(inner, column.flatten())
    found: list[Any] = []
    at = 0
    for length in column.value_lengths().to_pylist():
        if length is None:
            found.append(missing)
        else:
            found.append(tuple(items[at : at + length]))
            at += length
    return found


def _records_of(kind: type, column: pa.StructArray) -> list[Any]:
    columns = hints(kind)
    arrays = dict(zip((field.name for field in column.type), column.flatten(), strict=True))
    fields = [(field, name) for field, name in _fields(kind) if name in arrays]
    values = [values_of(columns[name], arrays[name]) for _, name in fields]
    names = [field for field, _ in fields]
    rows = zip(column.is_valid().to_pylist(), *values, strict=True)
    return [kind(**dict(zip(names, row, strict=True))) if valid else None for valid, *row in rows]


def sort_key(row: Row) -> tuple[Any, ...]:
    """The key by which rows of a table are sorted; nulls come first."""
    return tuple((value is not None, value) for value in (getattr(row, k) for k in row.key))


def sorted_rows(rows: Sequence[RowT]) -> list[RowT]:
    """`rows` in the table's own order, which depends on nothing but the rows."""
    return sorted(rows, key=sort_key)
