"""What the pages of people (and of organisations, places and works) show."""

import sqlite3
from dataclasses import dataclass

import numpy as np

from reportedly.arrays import Flags
from reportedly.model import ChainHop, Entity, Event, Fact
from reportedly.store import looking_up, naming, pages, rows, searching, talked_about
from reportedly.store.columns import Columns, columns
from reportedly.store.pages import ArticleLine
from reportedly.store.said_by import Group, groups

#: Facts and events on a person's page.
FACTS_SHOWN, EVENTS_SHOWN = 200, 25


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
    chain: tuple[ChainHop, ...]
    """how it reached the reader, where the article does not say it itself"""


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
    by: Group
    to: Group
    about: Group
    unnamed: Group
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
    known, name = columns(connection), entity.entity_id
    about = talked_about.about(connection, name)
    unnamed = known.facets["kind"].having("anonymous")[about]
    n_events, events = events_of(connection, name)
    by, to, named, nameless = groups(
        connection,
        np.flatnonzero(known.facets["speaker"].having(name) | _jointly(connection, name, known)),
        searching.told(connection, name),
        about[~unnamed],
        about[unnamed],
    )
    return PersonParts(
        entity=entity,
        by=by,
        to=to,
        about=named,
        unnamed=nameless,
        facts=facts(connection, name),
        events=events,
        n_events=n_events,
        called=called(connection, name),
    )


def _jointly(connection: sqlite3.Connection, entity_id: str, known: Columns) -> Flags:
    """Which statements somebody makes together with others."""
    query = f"select rowid from statements where {looking_up.JOINT}"
    found = [row[0] for row in connection.execute(query, (entity_id, entity_id))]
    return np.isin(known.rows, np.array(found, dtype=np.int64))


def facts(connection: sqlite3.Connection, entity_id: str) -> list[FactLine]:
    """Facts of an entity, by attribute and day."""
    query = f"""select f.* from facts f join articles a using (article_id) where f.subject_id = ?
                order by f.attribute, {pages.SORT_DAY}, f.fact_id limit {FACTS_SHOWN}"""
    found = [rows.read(Fact, row) for row in connection.execute(query, (entity_id,))]
    lines = pages.articles_named(connection, (fact.article_id for fact in found))
    chains = pages.chains(connection, (f.statement_id for f in found if f.statement_id))
    return [
        FactLine(f, lines[f.article_id], chains.get(f.statement_id or "", ()))
        for f in found
        if f.article_id in lines
    ]


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
