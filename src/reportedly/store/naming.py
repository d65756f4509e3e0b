"""Former names of groups, and finding entities by what people call them."""

import sqlite3

from reportedly.model import Entity
from reportedly.store import rows


def current(connection: sqlite3.Connection, identifier: str) -> str:
    """What a group once called `identifier` is called now; itself when it never changed."""
    query = "select new_id from former_names where old_id = ?"
    found = connection.execute(query, (identifier,)).fetchone()
    return identifier if found is None else str(found[0])


def find_entities(connection: sqlite3.Connection, name: str) -> list[Entity]:
    """Entities with this identifier, name or alias; failing that, those that contain it.

    Those that most articles mention come first.
    """
    wanted = name.casefold()
    everyone = list(rows.select(connection, Entity))
    called = {
        entity.entity_id: [n.casefold() for n in (entity.name, *entity.aliases)]
        for entity in everyone
    }
    exact = [e for e in everyone if e.entity_id == name or wanted in called[e.entity_id]]
    found = exact or [e for e in everyone if any(wanted in each for each in called[e.entity_id])]
    return sorted(found, key=lambda e: (-e.n_articles, e.name, e.entity_id))
