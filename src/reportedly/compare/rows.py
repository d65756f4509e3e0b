"""Rows of one table in two chronicles: the same, changed (and in which columns), gone, or new."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from reportedly.model import Row

PlainRow = Mapping[str, Any]

#: Which columns say what a row is about, where its key is an identifier or does not say it.
_PLACES: dict[str, tuple[str, ...]] = {
    "statements": ("article_id", "content"),
    "facts": ("article_id", "span", "attribute"),
    "findings": ("kind", "subject", "attribute", "evidence"),
}
#: Columns whose words a person would know the row by, best first.
_WORDS = (
    "content_text", "explanation", "what", "title", "text", "label", "name", "value", "detail",
    "edits", "kind", "path", "statement_id",
)  # fmt: skip
#: Numbers of the article's own, which mean nothing outside of it.
_WORKING = frozenset({"cluster", "speaker_cluster", "addressee_cluster", "subject_cluster"})
#: Confidences that differ by less are the same to a reader.
_SAME_CONFIDENCE = 0.05


@dataclass(frozen=True, slots=True)
class ChangedRow:
    """A row that is in both: what it is about, and each changed column with both values."""

    words: str
    columns: dict[str, tuple[Any, Any]]


@dataclass(frozen=True, slots=True)
class TableDifferences:
    """How one table differs; rows that are gone or new are told by their words."""

    table: str
    same: int
    changed: tuple[ChangedRow, ...]
    gone: tuple[str, ...]
    new: tuple[str, ...]

    @property
    def count(self) -> int:
        """How many rows differ."""
        return len(self.changed) + len(self.gone) + len(self.new)


def compare_rows(
    kind: type[Row],
    before: Iterable[PlainRow],
    after: Iterable[PlainRow],
    names: Mapping[str, str],
) -> TableDifferences:
    """Compares the rows of one table.

    Args:
        names: identifier → the name that it has in both chronicles.
    """
    old, new = _placed(kind, before, names), _placed(kind, after, names)
    changed = []
    for place in old.keys() & new.keys():
        columns = _changes(old[place], new[place], names)
        if columns:
            changed.append((place, ChangedRow(_words(new[place]), columns)))
    return TableDifferences(
        table=kind.table,
        same=len(old.keys() & new.keys()) - len(changed),
        changed=tuple(row for _, row in sorted(changed, key=lambda pair: pair[0])),
        gone=tuple(_words(old[place]) for place in sorted(old.keys() - new.keys())),
        new=tuple(_words(new[place]) for place in sorted(new.keys() - old.keys())),
    )


def _placed(
    kind: type[Row], rows: Iterable[PlainRow], names: Mapping[str, str]
) -> dict[str, PlainRow]:
    """Rows by what they are about; those about the same thing are numbered."""
    seen: Counter[str] = Counter()
    placed: dict[str, PlainRow] = {}
    for row in rows:
        columns = _PLACES.get(kind.table, kind.key)
        place = repr([_named(row[column], names) for column in columns])
        placed[f"{place} {seen[place]}"] = row
        seen[place] += 1
    return placed


def _changes(old: PlainRow, new: PlainRow, names: Mapping[str, str]) -> dict[str, tuple[Any, Any]]:
    """Column → both values, of columns that mean something else now."""
    return {
        column: (old.get(column), value)
        for column, value in new.items()
        if column not in _WORKING and not _alike(column, old.get(column), value, names)
    }


def _alike(column: str, old: Any, new: Any, names: Mapping[str, str]) -> bool:
    if column == "confidence" and old is not None and new is not None:
        return bool(abs(old - new) < _SAME_CONFIDENCE)
    if column.endswith("_id") and isinstance(old, str) and isinstance(new, str):
        # A group without a name in both is told among the groups.
        return _named(old, names) == _named(new, names) or not {old, new} & names.keys()
    return bool(_named(old, names) == _named(new, names))


def _named(value: Any, names: Mapping[str, str]) -> Any:
    """A value with identifiers replaced by the names that they have in both chronicles."""
    if isinstance(value, str):
        return names.get(value, value)
    if isinstance(value, Mapping):
        return {key: _named(item, names) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_named(item, names) for item in value]
    return value


def _words(row: PlainRow) -> str:
    words = next((row[name] for name in _WORDS if row.get(name)), "")
    return " ".join(str(words).split())
