"""`Rows`: what one article has collected so far, by table; article stages exchange it."""

from collections.abc import Iterable, Mapping
from typing import cast

from reportedly.model import Row, RowT


class Rows:
    """An immutable set of tables of one article, each a tuple of rows in the stage's order."""

    __slots__ = ("_tables",)

    def __init__(self, tables: Mapping[type[Row], Iterable[Row]] | None = None) -> None:
        self._tables = {kind: tuple(rows) for kind, rows in (tables or {}).items()}

    def of(self, kind: type[RowT]) -> tuple[RowT, ...]:
        """The rows of one table; empty when no stage has written it."""
        return cast(tuple[RowT, ...], self._tables.get(kind, ()))

    def kinds(self) -> list[type[Row]]:
        """The tables present, in the order of their names."""
        return sorted(self._tables, key=lambda kind: kind.table)

    def merged(self, other: "Rows") -> "Rows":
        """These tables and those of `other`; where both have one, that of `other`."""
        return Rows({**self._tables, **other._tables})
