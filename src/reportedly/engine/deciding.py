"""Takes decisions on who is who up into a chronicle's tables at once, in one transaction.

The same functions as in a build are run over the articles that a decision touches.  Findings,
utterances, claims and events keep their groups, and call everybody as they are called now, until
the next build works them out anew.
"""

import sqlite3
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from reportedly.engine import given
from reportedly.model import (
    Bearer,
    ChainHop,
    Constraint,
    Entity,
    Fact,
    Happening,
    Mention,
    Row,
    Statement,
)
from reportedly.payload import unpack
from reportedly.reconcile.entities.identity import Identity, identity_of, write
from reportedly.reconcile.entities.said_by import find_entity
from reportedly.rows import Rows
from reportedly.schema import rows_of, table_of
from reportedly.store import connection as store
from reportedly.store import found_groups, keeping, touching


def take_up(path: Path) -> bool:
    """Takes up what was decided since the tables were made; True when anything changed.

    Raises ChronicleError when the chronicle cannot be written.
    """
    connection = store.open_existing(path, writing=True)
    try:
        with store.transaction(connection):
            return take_up_in(connection, given.constraints(connection))
    finally:
        connection.close()


def take_up_in(connection: sqlite3.Connection, decided: Sequence[Constraint]) -> bool:
    """The same inside a transaction of the caller's, with the decisions that are to hold."""
    before = found_groups.decided(connection)
    if [replace(each, problem=None) for each in before] == list(decided):
        return False
    bearers = found_groups.load(connection)
    if bearers is None:  # built by an older version: the next build takes the decisions up
        return False
    articles = _named_articles([*before, *decided])
    mentions = touching.mention_spans(connection, articles)
    was = identity_of(bearers, before, mentions)
    now = identity_of(bearers, decided, mentions)
    corrections = _corrections(was, now)
    touched = _moved(was, now) | _named_articles(corrections)
    problems = _relink(connection, now, sorted(touched), corrections)
    _replace_entities(connection, was, now)
    _follow(connection, was, now, bearers)
    held = {each.decision_id: each.problem for each in before} | problems
    found_groups.keep_decided(
        connection,
        [
            replace(each, problem=held.get(each.decision_id)) if each.action == "speaker" else each
            for each in now.constraints
        ],
    )
    return True


def _named_articles(constraints: Iterable[Constraint]) -> set[str]:
    return {
        place.article_id
        for each in constraints
        for place in (*each.one, *each.other)
        if place.article_id
    }


def _corrections(was: Identity, now: Identity) -> list[Constraint]:
    """Corrections of speakers that are in one of the two only, or mean somebody else now."""

    def meant(identity: Identity) -> dict[Constraint, str]:
        return {
            replace(each, problem=None, number=0): repr(
                find_entity(each, identity.decided, identity.entities)
            )
            for each in identity.constraints
            if each.action == "speaker"
        }

    old, new = meant(was), meant(now)
    return [each for each in {**old, **new} if old.get(each) != new.get(each)]


def _moved(was: Identity, now: Identity) -> set[str]:
    """Articles with somebody who is now called or identified otherwise."""

    def shown(entity: Entity) -> tuple[str, str, str]:
        return entity.entity_id, entity.name, entity.kind

    return {
        key[0]
        for key, entity in now.entities.items()
        if key not in was.entities or shown(was.entities[key]) != shown(entity)
    }


def _relink(
    connection: sqlite3.Connection,
    now: Identity,
    touched: Collection[str],
    corrections: Sequence[Constraint],
) -> dict[str, str | None]:
    """The touched articles' rows as the stage would write them; problems of the corrections."""
    found = [_kept_rows(connection, article_id) for article_id in touched]
    tables = {
        kind.table: table_of(kind, [row for rows in found for row in rows.of(kind)])
        for kind in (Mention, Statement, ChainHop, Happening)
    }
    # Some facts are only made when all articles are there, so those that are there count.
    tables[Fact.table] = table_of(Fact, touching.of_articles(connection, Fact, touched))
    asked = [
        each
        for each in now.constraints
        if each.action != "speaker" or each.one[0].article_id in touched
    ]
    written, constraints = write(tables, replace(now, constraints=asked))
    columns = {
        kind: touching.of_articles(connection, kind, touched) for kind in (Mention, Statement, Fact)
    }
    for kind, stored in columns.items():
        linked = {_key(row): row for row in rows_of(kind, written[kind.table])}
        changed = [linked[_key(row)] for row in stored if _key(row) in linked]
        touching.update(connection, kind, changed)
    hops = rows_of(ChainHop, written[ChainHop.table])
    touching.replace_chains(connection, {hop.statement_id for hop in hops}, hops)
    return {each.decision_id: each.problem for each in constraints if each.action == "speaker"}


def _key(row: Row) -> tuple[object, ...]:
    return tuple(getattr(row, name) for name in row.key)


def _kept_rows(connection: sqlite3.Connection, article_id: str) -> Rows:
    """What the stages for articles gave for one, before anything was put together."""
    rows = Rows()
    for stage, (_, payload) in keeping.kept_of(connection, article_id).items():
        if stage != "read":
            rows = rows.merged(unpack(payload))
    return rows


def _replace_entities(connection: sqlite3.Connection, was: Identity, now: Identity) -> None:
    old = {row.entity_id: row for row in was.rows}
    new = {row.entity_id: row for row in now.rows}
    changed = [row for name, row in new.items() if old.get(name) != row]
    touching.replace_entities(connection, sorted(set(old) - set(new)), changed)
    if was.dated_names != now.dated_names:
        touching.replace_dated_names(connection, now.dated_names)


def _follow(
    connection: sqlite3.Connection, was: Identity, now: Identity, bearers: Sequence[Bearer]
) -> None:
    """Rows of groups that are left as they are name everybody as they are named now."""
    successors = _successors(was, now, bearers)
    names = {row.entity_id: row for row in was.rows}
    current = {row.entity_id: row for row in now.rows}
    renamed = {
        name: row for name, row in current.items() if name in names and names[name].name != row.name
    }
    touching.follow(connection, {**successors, **renamed})
    for name, entity in (*successors.items(), *renamed.items()):
        touching.rename_subjects(connection, entity.entity_id, names[name].name, entity.name)
    touching.keep_former_names(connection, {k: v.entity_id for k, v in successors.items()})


def _successors(was: Identity, now: Identity, bearers: Sequence[Bearer]) -> Mapping[str, Entity]:
    """Entities that are gone → the one that now has most of their members."""
    current = {row.entity_id: row for row in now.rows}
    members: dict[str, Counter[str]] = defaultdict(Counter)
    for row in bearers:
        key = row.article_id, row.cluster
        old = was.entities[key].entity_id
        if old not in current:
            members[old][now.entities[key].entity_id] += 1
    return {
        old: current[min(found, key=lambda name: (-found[name], name))]
        for old, found in sorted(members.items())
    }
