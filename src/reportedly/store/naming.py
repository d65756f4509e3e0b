"""Former names of groups, and finding entities by what people call them."""

import sqlite3
from collections.abc import Iterable, Sequence

from reportedly.errors import ReportedlyError
from reportedly.model import Entity
from reportedly.store import rows

#: People of one name whom a message lists: who has more must search.
_MOST_TOLD = 8


def current(connection: sqlite3.Connection, identifier: str) -> str:
    """What a group once called `identifier` is called now; itself when it never changed."""
    query = "select new_id from former_names where old_id = ?"
    found = connection.execute(query, (identifier,)).fetchone()
    return identifier if found is None else str(found[0])


def find_called(connection: sqlite3.Connection, name: str) -> list[Entity]:
    """Entities with this identifier, name or alias, whatever its case; nobody for no name.

    Those that most articles mention come first.
    """
    return _called(rows.select(connection, Entity), name)


def find_entities(connection: sqlite3.Connection, name: str) -> list[Entity]:
    """What `find_called` finds; failing that, entities of which a name or alias contains it."""
    everyone = list(rows.select(connection, Entity))
    return _called(everyone, name) or _most_mentioned(
        entity
        for entity in everyone
        if name.strip() and any(name.casefold() in each for each in _names(entity))
    )


def the_only_one(name: str, found: Sequence[Entity], nobody: str) -> Entity:
    """The one entity that was found under a name.

    Args:
        name: what somebody asked for.
        found: who is called so.
        nobody: the message where nobody is; it names the next step.

    Raises:
        ReportedlyError: nobody was found, or several were.
    """
    if not found:
        raise ReportedlyError(nobody)
    if len(found) > 1:
        known = ", ".join(_told_apart(each) for each in found[:_MOST_TOLD])
        raise ReportedlyError(f"several are called {name}: {known}; name one by its identifier")
    return found[0]


def _told_apart(entity: Entity) -> str:
    """A name with what tells its bearer from others of that name."""
    articles = "1 article" if entity.n_articles == 1 else f"{entity.n_articles} articles"
    return f"{entity.name} ({entity.kind} in {articles}, {entity.entity_id})"


def _called(entities: Iterable[Entity], name: str) -> list[Entity]:
    return _most_mentioned(
        entity
        for entity in entities
        if name.strip() and (entity.entity_id == name or name.casefold() in _names(entity))
    )


def _names(entity: Entity) -> list[str]:
    return [each.casefold() for each in (entity.name, *entity.aliases)]


def _most_mentioned(entities: Iterable[Entity]) -> list[Entity]:
    return sorted(entities, key=lambda e: (-e.n_articles, e.name, e.entity_id))
