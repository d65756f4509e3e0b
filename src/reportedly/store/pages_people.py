"""What the pages of people (and of organisations, places and works) show."""

import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass

from reportedly.model import Entity, Event, Fact
from reportedly.store import naming, pages, rows
from reportedly.store.pages import ArticleLine, StatementLine

#: Statements of each group on a person's page; the search has all of them.
SHOWN = 40


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
    return PersonParts(
        entity=entity,
        by=pages.statements(connection, "s.speaker_id = ?", own, limit=SHOWN),
        n_by=pages.count(connection, "select count(*) from statements where speaker_id = ?", own),
        to=pages.statements(connection, "s.addressee_id = ?", own, limit=SHOWN),
        n_to=pages.count(connection, "select count(*) from statements where addressee_id = ?", own),
        about=[line for line in about if line.source_kind != "anonymous"][:SHOWN],
        unnamed=[line for line in about if line.source_kind == "anonymous"][:SHOWN],
        facts=facts(connection, [entity.entity_id]),
        events=events_of(connection, entity.entity_id),
        called=_called(connection, entity.entity_id),
    )


def _about(connection: sqlite3.Connection, entity_id: str) -> list[StatementLine]:
    """Statements by others in whose content the entity is mentioned."""
    where = """s.statement_id in (
        select s2.statement_id from mentions m
        join statements s2 on s2.article_id = m.article_id, json_each(s2.content) c
        where m.entity_id = ?
          and json_extract(m.span, '$[0]') >= json_extract(c.value, '$[0]')
          and json_extract(m.span, '$[1]') <= json_extract(c.value, '$[1]'))
        and s.speaker_id is not ?"""
    return pages.statements(connection, where, (entity_id, entity_id), limit=3 * SHOWN)


def facts(connection: sqlite3.Connection, entity_ids: Iterable[str]) -> list[FactLine]:
    """Facts of some entities, by attribute and day."""
    found = [
        fact
        for name in sorted(set(entity_ids))
        for fact in rows.select(connection, Fact, "subject_id = ?", (name,))
    ]
    lines = {
        name: pages.find_article(connection, name)
        for name in sorted({fact.article_id for fact in found})
    }
    known = [FactLine(f, line) for f in found if (line := lines[f.article_id]) is not None]
    return sorted(known, key=lambda k: (k.fact.attribute, k.article.day or "9999", k.fact.fact_id))


def events_of(connection: sqlite3.Connection, entity_id: str) -> list[Event]:
    """Events in which an entity takes part, by day."""
    found = rows.select(connection, Event, "who like ? escape '\\'", (pages.holding(entity_id),))
    return sorted(found, key=lambda e: (e.earliest or "9999", e.latest or "9999", e.event_id))


def _called(connection: sqlite3.Connection, entity_id: str) -> list[MentionCount]:
    query = """select text, form, count(*), min(article_id || ' ' || span) from mentions
               where entity_id = ? and form <> 'pronoun'
               group by text, form order by 3 desc, 1 limit 40"""
    return [
        MentionCount(row[0], row[1], row[2], row[3].split(" ")[0], pages.span(row[3].split(" ")[1]))
        for row in connection.execute(query, (entity_id,))
    ]
