"""Two chronicles of one pile, made by two versions: which rows are new, gone or different.

In: two open chronicles. Out: a `Comparison`: for each table its differences, with the words that a
row is about. Groups (entities, utterances, …) are compared by their members, never by identifier.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from reportedly import schema
from reportedly.chronicle import Chronicle
from reportedly.compare.groups import GroupDifferences, compare_groups, matched_names
from reportedly.compare.rows import TableDifferences, compare_rows
from reportedly.model import CHRONICLE, Row

__all__ = ["Comparison", "GroupDifferences", "TableDifferences", "compare"]


@dataclass(frozen=True, slots=True)
class Comparison:
    """What differs between an earlier and a later chronicle."""

    groups: tuple[GroupDifferences, ...]
    tables: tuple[TableDifferences, ...]

    @property
    def empty(self) -> bool:
        """True when every row and every group is the same."""
        return not (any(g.count for g in self.groups) or any(t.count for t in self.tables))


def compare(before: Chronicle, after: Chronicle) -> Comparison:
    """Compares every table; rows are told apart by where their words stand."""
    groups = tuple(compare_groups(before, after))
    names = matched_names(before, after)
    return Comparison(groups, tuple(_tables(before, after, names)))


def _tables(
    before: Chronicle, after: Chronicle, names: dict[str, str]
) -> Iterator[TableDifferences]:
    for kind in CHRONICLE:
        yield compare_rows(kind, _rows(before, kind), _rows(after, kind), names)


def _rows(opened: Chronicle, kind: type[Row]) -> list[dict[str, schema.Plain]]:
    return [schema.plain(row) for row in opened.rows(kind)]
