"""Who somebody is, as lines of text: names with evidence, gazetteer, notes, who is another."""

import sqlite3
from collections.abc import Iterator, Mapping, Sequence

from reportedly.decisions.model import Decision
from reportedly.model import Article, Entity
from reportedly.show.cli.layout import count
from reportedly.show.cli.texts import report_of
from reportedly.show.days import day, period
from reportedly.store import pages_identity, pages_people
from reportedly.store.decided import Decided

#: Names shown; the page has all.
_MOST_NAMES = 12


def identity_lines(
    connection: sqlite3.Connection,
    entity: Entity,
    log: Sequence[Decision],
    articles: Mapping[str, Article],
) -> list[str]:
    """All that is known of who an entity is."""
    decided = Decided(connection, log)
    return [
        *_names(connection, entity, articles),
        *_known(connection, entity),
        *_decided(decided, entity),
    ]


def _names(
    connection: sqlite3.Connection, entity: Entity, articles: Mapping[str, Article]
) -> Iterator[str]:
    for each in pages_people.called(connection, entity.entity_id)[:_MOST_NAMES]:
        where = report_of(articles[each.article_id])
        yield f"  called “{each.text}” {count(each.n, 'time')}, as in {where}"
    for dated in pages_identity.dated_names(connection, entity.entity_id):
        when = period(dated.earliest, dated.latest)
        yield f"  called “{dated.name}” for a time ({when}), by {dated.given}"


def _known(connection: sqlite3.Connection, entity: Entity) -> Iterator[str]:
    for each in pages_identity.identifiers(connection, entity.entity_id):
        what = "is" if each.status == "linked" else "may be"
        said = ", ".join(words for words in (each.label, each.description) if words)
        yield f"  {what} {each.identifier} ({said}): {each.reason}"


def _decided(decided: Decided, entity: Entity) -> Iterator[str]:
    for other in decided.not_same(entity.entity_id):
        yield f"  not the same as {other.name} ({other.entity_id or 'not here now'})"
    tags = [each.words or "" for each in decided.tags("person", entity.entity_id)]
    if tags:
        yield f"  tagged {', '.join(tags)}"
    for note in decided.notes("person", entity.entity_id):
        yield f"  note by {note.author or 'somebody'}, {day(note.made)}: {note.words}"
