"""From the machine's groups and what people decided to entities, and these written into tables.

The stage of entities runs it over a whole pile; the engine runs it again over the articles that a
decision touches, so that both give the same rows.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

import pyarrow as pa

from reportedly.model import Bearer, ChainHop, Constraint, DatedName, Entity
from reportedly.reconcile.entities.cluster_entities import Linked
from reportedly.reconcile.entities.decided import Decided, Group, MentionIndex
from reportedly.reconcile.entities.described import marked
from reportedly.reconcile.entities.linking import Tables, linked
from reportedly.reconcile.entities.members import Member
from reportedly.reconcile.entities.naming import entity_of
from reportedly.reconcile.entities.relays import with_relays
from reportedly.reconcile.entities.said_by import corrected
from reportedly.reconcile.entities.same_hops import once_each
from reportedly.schema import sorted_rows


@dataclass(frozen=True, slots=True)
class Identity:
    """Who is who, after everything that was decided."""

    decided: Decided
    rows: list[Entity]
    entities: Mapping[tuple[str, int], Entity]
    """(article, cluster) → entity"""
    dated_names: list[DatedName]
    constraints: list[Constraint]
    """each with its problem, if it could not be applied"""


def identity_of(
    bearers: Sequence[Bearer],
    constraints: Iterable[Constraint],
    mentions: MentionIndex,
    made: dict[object, Entity] | None = None,
) -> Identity:
    """The entities that the groups are when the decisions are applied to them.

    Args:
        bearers: whole groups, in the order of the members.
        constraints: what was decided.
        mentions: article → spans and clusters of its mentions; only of articles that the
            constraints point at.
        made: entities made before of the same bearers, to be used again and added to.
    """
    made = {} if made is None else made
    members = [member_of(row) for row in bearers]
    groups: dict[int, Group] = {}
    for n, row in enumerate(bearers):
        group = groups.setdefault(row.group, Group([], []))
        group.members.append(n)
        group.reasons += row.reasons
    decided = Decided(members, list(groups.values()), mentions)
    applied = decided.apply(constraints)
    rows = [(_entity(members, group, made), group) for group in decided.groups]
    entities = {
        (members[n].article_id, members[n].cluster): entity
        for entity, group in rows
        for n in group.members
    }
    dated = {
        (entity.entity_id, *each): DatedName(
            entity_id=entity.entity_id,
            name=each[0],
            earliest=each[1],
            latest=each[2],
            given=each[3],
        )
        for entity, group in rows
        for each in group.dated
    }
    return Identity(
        decided,
        sorted_rows([entity for entity, _ in rows]),
        entities,
        sorted_rows(list(dated.values())),
        applied,
    )


def write(
    tables: Tables,
    entities: Linked,
    described: Mapping[tuple[str, int], str],
    identity: Identity,
    articles: pa.Table,
    programmes: Iterable[str] | None = None,
) -> tuple[dict[str, pa.Table], list[Constraint]]:
    """The tables of mentions, statements, hops, facts and happenings with their entities.

    Args:
        tables: as they were before anybody was identified.
        entities: of all clusters that the tables name, and the bodies that hops may name.
        described: (article, cluster) of who is only described there → why it is this entity.
        identity: what decisions made of the groups that they touch.
        articles: identifiers and outlets of the whole pile: what is told one goes through it.
        programmes: on what things are said in the whole pile, where the tables are of a part.

    Returns:
        them, and the constraints with the problems of those on speakers.
    """
    written = linked(tables, entities)
    written |= marked(written, described)
    written |= with_relays(written, articles, entities, programmes)
    written[ChainHop.table] = once_each(written[ChainHop.table])
    constraints = corrected(written, identity.constraints, identity.decided, identity.entities)
    return written, constraints


def member_of(row: Bearer) -> Member:
    """The member that a row stands for; what only grouping asks for is left out."""
    return Member(
        article_id=row.article_id,
        cluster=row.cluster,
        name=row.name,
        names=row.names,
        kind=row.kind,
        titled="",
        pronoun="",
        day=row.day,
        first=row.first,
        outlet=row.outlet,
    )


def _entity(members: Sequence[Member], group: Group, made: dict[object, Entity]) -> Entity:
    key = (*group.members, *group.reasons, group.name, *group.dated)
    if key not in made:
        made[key] = _new_entity(members, group)
    return made[key]


def _new_entity(members: Sequence[Member], group: Group) -> Entity:
    found = entity_of([members[n] for n in group.members], group.reasons)
    name = group.name or found.name
    names = {found.name, *found.aliases, *(dated[0] for dated in group.dated)}
    return replace(found, name=name, aliases=tuple(sorted(names - {name})))
