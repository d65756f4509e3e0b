"""What the pages of people (and of organisations, places and works) show."""

import json
import sqlite3
from dataclasses import dataclass

from reportedly.model import Entity, Event, Fact
from reportedly.store import naming, pages, rows
from reportedly.store.pages import ArticleLine, StatementLine

#: Statements of each group on a person's page; the search has all of them.
SHOWN = 25

#: Facts and events likewise.
FACTS_SHOWN, EVENTS_SHOWN = 200, 25

#: Articles searched for statements about somebody before asking whether there are enough.
_ARTICLES_AT_ONCE = 40

_ABOUT = """s.statement_id in (
    select s2.statement_id from mentions m
    join statements s2 on s2.article_id = m.article_id, json_each(s2.content) c
    where m.entity_id = ? and m.article_id in (select value from json_each(?))
      and json_extract(m.span, '$[0]') >= json_extract(c.value, '$[0]')
      and json_extract(m.span, '$[1]') <= json_extract(c.value, '$[1]'))
    and s.speaker_id is not ?"""


@dataclass(frozen=True, slots=True)
class EntityEntry:
    """An entity in a list, with how much the pile has of it."""

    entity_id: str
    name: str
    kind: str
    aliases: tuple[str, ...]
    n_articles: int
    n_statements: int


@dataclass(frozen=True, slots=True)
class FactLine:
    """A fact, and the article that gives it."""

    fact: Fact
    article: ArticleLine


@dataclass(frozen=True, slots=True)
class MentionCount:
    """A word or name under which somebody is mentioned, and one place where."""

    text: str
    form: str
    n: int
    article_id: str
    span: tuple[int, int]


@dataclass(frozen=True, slots=True)
class PersonParts:
    """All that is known of one entity."""

    entity: Entity
    by: list[StatementLine]
    n_by: int
    to: list[StatementLine]
    n_to: int
    about: list[StatementLine]
    unnamed: list[StatementLine]
    facts: list[FactLine]
    events: list[Event]
    n_events: int
    called: list[MentionCount]


def find_entity(connection: sqlite3.Connection, entity_id: str) -> Entity | None:
    """An entity by its identifier or a former one."""
    current = naming.current(connection, entity_id)
    return next(rows.select(connection, Entity, "entity_id = ?", (current,)), None)


def entity_list(
    connection: sqlite3.Connection, *, kind: str, name: str, offset: int
) -> tuple[int, list[EntityEntry]]:
    """(how many in all, one page) of entities, those that are quoted most first."""
    where, values = ["1"], []
    if kind:
        where.append("kind = ?")
        values.append(kind)
    if name:
        where.append("(name like ? escape '\\' or aliases like ? escape '\\')")
        values += [pages.like(name)] * 2
    condition = " and ".join(where)
    total = pages.count(connection, f"select count(*) from entities where {condition}", values)
    query = f"""
        with said as (select speaker_id, count(*) as n from statements
                      where speaker_id is not null group by speaker_id)
        select e.entity_id, name, kind, aliases, n_articles, coalesce(said.n, 0) as n
        from entities e left join said on said.speaker_id = e.entity_id
        where {condition}
        order by n desc, n_articles desc, name, e.entity_id limit ? offset ?"""
    found = connection.execute(query, (*values, pages.PAGE_ROWS, offset))
    return total, [_entry(row) for row in found]


def _entry(found: sqlite3.Row) -> EntityEntry:
    aliases = rows.plain(Entity, found)["aliases"]
    return EntityEntry(found[0], found[1], found[2], tuple(aliases), found[4], found[5])


def person(connection: sqlite3.Connection, entity: Entity) -> PersonParts:
    """What the pile has by, to and about one entity."""
    own = (entity.entity_id,)
    about = _about(connection, entity.entity_id)
    n_events, events = events_of(connection, entity.entity_id)
    return PersonParts(
        entity=entity,
        by=pages.statements(connection, "s.speaker_id = ?", own, limit=SHOWN),
        n_by=pages.count(connection, "select count(*) from statements where speaker_id = ?", own),
        to=pages.statements(connection, "s.addressee_id = ?", own, limit=SHOWN),
        n_to=pages.count(connection, "select count(*) from statements where addressee_id = ?", own),
        about=[line for line in about if line.source_kind != "anonymous"][:SHOWN],
        unnamed=[line for line in about if line.source_kind == "anonymous"][:SHOWN],
        facts=facts(connection, entity.entity_id),
        events=events,
        n_events=n_events,
        called=called(connection, entity.entity_id),
    )


def _about(connection: sqlite3.Connection, entity_id: str) -> list[StatementLine]:
    """Statements by others in whose content the entity is mentioned: the first ones by day.

    Articles are gone through in the order of their days until there are enough.
    """
    query = f"""select distinct a.article_id from mentions m join articles a using (article_id)
                where m.entity_id = ? order by {pages.SORT_DAY}, a.article_id"""
    names = [row[0] for row in connection.execute(query, (entity_id,))]
    found: list[StatementLine] = []
    for start in range(0, len(names), _ARTICLES_AT_ONCE):
        some = json.dumps(names[start : start + _ARTICLES_AT_ONCE])
        found += pages.statements(connection, _ABOUT, (entity_id, some, entity_id), limit=3 * SHOWN)
        if len(found) >= 3 * SHOWN:
            break
    return found


def facts(connection: sqlite3.Connection, entity_id: str) -> list[FactLine]:
    """Facts of an entity, by attribute and day."""
    query = f"""select f.* from facts f join articles a using (article_id) where f.subject_id = ?
                order by f.attribute, {pages.SORT_DAY}, f.fact_id limit {FACTS_SHOWN}"""
    found = [rows.read(Fact, row) for row in connection.execute(query, (entity_id,))]
    lines = pages.articles_named(connection, (fact.article_id for fact in found))
    return [FactLine(f, lines[f.article_id]) for f in found if f.article_id in lines]


def events_of(connection: sqlite3.Connection, entity_id: str) -> tuple[int, list[Event]]:
    """(how many in all, the first ones by day) of events in which an entity takes part."""
    pattern = (pages.holding(entity_id),)
    query = f"""select * from events where who like ? escape '\\'
                order by coalesce(earliest, '9999'), coalesce(latest, '9999'), event_id
                limit {EVENTS_SHOWN}"""
    total = pages.count(
        connection, "select count(*) from events where who like ? escape '\\'", pattern
    )
    return total, [rows.read(Event, row) for row in connection.execute(query, pattern)]


def called(connection: sqlite3.Connection, entity_id: str) -> list[MentionCount]:
    """Names and descriptions of an entity with one place for each, the most frequent first."""
    query = """select text, form, count(*), min(article_id || ' ' || span) from mentions
               where entity_id = ? and form <> 'pronoun'
               group by text, form order by 3 desc, 1 limit 40"""
    return [
        MentionCount(row[0], row[1], row[2], row[3].split(" ")[0], pages.span(row[3].split(" ")[1]))
        for row in connection.execute(query, (entity_id,))
    ]
