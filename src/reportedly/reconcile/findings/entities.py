"""Entities by identifier: a table in, and a row out for each that is asked for.

Findings ask for one in many, by its name and kind: rows of all would cost as much as the pile.
"""

from collections.abc import Iterator, Mapping

import pyarrow as pa

from reportedly.model import Entity

#: What a row has of its entity; its aliases and the reason for it no finding shows.
COLUMNS = ("entity_id", "name", "kind", "n_articles")


class Entities(Mapping[str, Entity]):
    """The entities of a table, without aliases and reasons; each row is made when it is first asked
    for."""

    def __init__(self, table: pa.Table) -> None:
        self._names, *self._columns = (table[name].to_pylist() for name in COLUMNS)
        self._places = {name: at for at, name in enumerate(self._names)}
        self._made: dict[str, Entity] = {}

    def __getitem__(self, entity_id: str) -> Entity:
        """Raises KeyError for one that is not there."""
        found = self._made.get(entity_id)
        if found is None:
            at = self._places[entity_id]
            values = (entity_id, *(column[at] for column in self._columns))
            found = self._made[entity_id] = Entity(**dict(zip(COLUMNS, values, strict=True)))
        return found

    def __iter__(self) -> Iterator[str]:
        return iter(self._names)

    def __len__(self) -> int:
        return len(self._names)
