"""Takes decisions on who is who up into a chronicle's tables at once, in one transaction.

The same functions as in a build are run over the articles that a decision touches; everybody else
is who the tables say.  Findings, utterances, claims and events keep their groups, and call all by
their present names, until the next build works them out anew.
"""

import sqlite3
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from reportedly.engine import given
from reportedly.engine.touched import Clusters, touched_tables
from reportedly.model import Bearer, ChainHop, Constraint, Entity, Fact, Statement
from reportedly.reconcile.entities.cluster_entities import Linked
from reportedly.reconcile.entities.identity import Identity, identity_of, write
from reportedly.reconcile.entities.said_by import find_entity
from reportedly.reconcile.entities.touched import named_articles, touched_bearers
from reportedly.schema import rows_of, rows_with, table_of
from reportedly.store import connection as store
from reportedly.store import found_groups, touching


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
    found = found_groups.load(connection)
    if found is None:  # built by an older version: the next build takes the decisions up
        return False
    bearers = touched_bearers(found, [*before, *decided])
    mentions = touching.mention_spans(connection, named_articles([*before, *decided]))
    made: dict[object, Entity] = {}
    was = identity_of(bearers, before, mentions, made)
    now = identity_of(bearers, decided, mentions, made)
    corrections = _corrections(was, now)
    known = _Known(found, {row.entity_id for row in was.rows}, now)
    problems = _relink(connection, known, _moved(was, now), corrections)
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


@dataclass(frozen=True, slots=True)
class _Known:
    """Who is who now: as decided where a decision touches, else as the tables have it."""

    bearers: pa.Table
    """the machine's groups, of the whole pile"""
    touched: set[str]
    """entities that decisions touch, as they were"""
    now: Identity

    def linked(self, connection: sqlite3.Connection, articles: Iterable[str]) -> Linked:
        """The entities of all clusters of some articles, and all bodies."""
        cells = touching.clusters_of(connection, articles)
        there = touching.entities_and_bodies(connection, cells.values())
        entities = {name: row for name, row in there.items() if name not in self.touched}
        entities |= {row.entity_id: row for row in self.now.rows}
        cells = {cell: name for cell, name in cells.items() if name in entities}
        cells |= {cell: entity.entity_id for cell, entity in self.now.entities.items()}
        numbers = {name: at for at, name in enumerate(entities)}
        return Linked(
            pa.array([article for article, _ in cells], pa.string()),
            np.array([cluster for _, cluster in cells], dtype=np.int64),
            np.array([numbers[name] for name in cells.values()], dtype=np.int64),
            table_of(Entity, entities.values()),
        )

    def described(self, articles: Sequence[str]) -> dict[tuple[str, int], str]:
        """(article, cluster) of who is only described in one of the articles → why it is who."""
        own = rows_with(self.bearers, "article_id", articles)
        nameless = own.filter(pc.equal(pc.list_value_length(own["names"]), 0))
        return {(b.article_id, b.cluster): b.reasons[0] for b in rows_of(Bearer, nameless)}


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


def _moved(was: Identity, now: Identity) -> Clusters:
    """Article → its clusters that are now called or identified otherwise."""

    def shown(entity: Entity) -> tuple[str, str, str]:
        return entity.entity_id, entity.name, entity.kind

    found: Clusters = defaultdict(set)
    for key, entity in now.entities.items():
        before = was.entities[key]
        if entity is not before and shown(before) != shown(entity):
            found[key[0]].add(key[1])
    return found


def _relink(
    connection: sqlite3.Connection,
    known: _Known,
    moved: Clusters,
    corrections: Sequence[Constraint],
) -> dict[str, str | None]:
    """The touched rows as the stage would write them; problems of the corrections."""
    now = known.now
    places = [each.one[0] for each in corrections]
    articles = sorted({*moved, *(place.article_id for place in places if place.article_id)})
    tables = touched_tables(connection, articles, moved, places)
    again = {(place.article_id, place.statement_id) for place in places}
    asked = [
        each
        for each in now.constraints
        if each.action != "speaker"
        or (each.one[0].article_id, each.one[0].statement_id) in again
        or each.one[0].statement_id in tables.statement_ids
    ]
    entities, described = known.linked(connection, articles), known.described(articles)
    identity = replace(now, constraints=asked)
    outlets = touching.outlets(connection)
    pile = pa.table(
        {
            "article_id": pa.array(outlets, pa.string()),
            "outlet": pa.array(outlets.values(), pa.string()),
        }
    )
    programmes = touching.programmes(connection)
    written, constraints = write(tables.found, entities, described, identity, pile, programmes)
    clusters = [(article, n) for article, numbers in moved.items() for n in sorted(numbers)]
    touching.update_mentions(
        connection, [(now.entities[key].entity_id, *key) for key in sorted(clusters)]
    )
    for kind in (Statement, Fact):
        touching.update(connection, kind, rows_of(kind, written[kind.table]))
    hops = rows_of(ChainHop, written[ChainHop.table])
    touching.replace_chains(connection, tables.statement_ids, hops)
    return {each.decision_id: each.problem for each in constraints if each.action == "speaker"}


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
