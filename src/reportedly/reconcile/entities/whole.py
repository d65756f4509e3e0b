"""The entities of a whole pile: the machine's groups, and those that people decided on."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

import numpy as np
import pyarrow as pa

from reportedly.model import Bearer, Entity
from reportedly.reconcile.entities.grouping import Grouping
from reportedly.reconcile.entities.identity import Identity, member_of
from reportedly.reconcile.entities.linking import Linked
from reportedly.reconcile.entities.names import Numbers
from reportedly.reconcile.entities.naming import entity_of
from reportedly.reconcile.entities.roster import Roster
from reportedly.schema import arrow_schema, table_of

#: Groups whose members are objects at once.
_AT_ONCE = 5_000


def entities_of(
    roster: Roster, grouping: Grouping, described: Sequence[Bearer], identity: Identity
) -> Linked:
    """Every member's entity.

    Args:
        roster: the members.
        grouping: as the machine has them.
        described: further bearers of the groups, who have no name in their articles.
        identity: what decisions made of the groups that they touch.
    """
    touched = {(row.article_id, row.cluster) for row in identity.decided.members}
    numbers = {row.entity_id: len(grouping) + at for at, row in enumerate(identity.rows)}
    entity = grouping.group.copy()
    left = np.ones(len(grouping), dtype=np.bool_)
    for n in _at(roster, touched):
        key = roster.article_ids[roster.article[n]], int(roster.cluster[n])
        left[grouping.group[n]] = False
        entity[n] = numbers[identity.entities[key].entity_id]
    nameless = [
        numbers[identity.entities[row.article_id, row.cluster].entity_id]
        if (row.article_id, row.cluster) in touched
        else row.group
        for row in described
    ]
    groups = np.flatnonzero(left)
    rank = np.cumsum(np.concatenate([left, np.ones(len(numbers), dtype=np.bool_)])) - 1
    schema = arrow_schema(Entity)
    tables = [schema.empty_table(), *_tables(roster, grouping, described, groups)]
    tables.append(table_of(Entity, identity.rows))
    own = pa.array(roster.article_ids, pa.string()).take(pa.array(roster.article))
    others = pa.array([row.article_id for row in described], pa.string())
    clusters = np.array([row.cluster for row in described], dtype=np.int64)
    entity = np.concatenate([entity, np.array(nameless, dtype=np.int64)])
    return Linked(
        pa.concat_arrays([own, others]),
        np.concatenate([roster.cluster, clusters]),
        rank[entity],
        pa.concat_tables(tables),
    )


def _at(roster: Roster, wanted: set[tuple[str, int]]) -> Iterator[int]:
    """The members by article and cluster."""
    articles = {article for article, _ in wanted}
    numbers = [at for at, article in enumerate(roster.article_ids) if article in articles]
    for n in np.flatnonzero(np.isin(roster.article, numbers)).tolist():
        if (roster.article_ids[roster.article[n]], int(roster.cluster[n])) in wanted:
            yield n


def _tables(
    roster: Roster, grouping: Grouping, described: Sequence[Bearer], groups: Numbers
) -> Iterator[pa.Table]:
    nameless: dict[int, list[Bearer]] = defaultdict(list)
    for row in described:
        nameless[row.group].append(row)
    for start in range(0, len(groups), _AT_ONCE):
        some = groups[start : start + _AT_ONCE]
        own = [grouping.members(group) for group in some.tolist()]
        members = iter(roster.rows(np.concatenate(own)))
        yield table_of(
            Entity,
            [
                entity_of(
                    [next(members) for _ in numbers] + [*map(member_of, nameless[group])],
                    [
                        *grouping.reasons.get(group, ()),
                        *(reason for row in nameless[group] for reason in row.reasons),
                    ],
                )
                for group, numbers in zip(some.tolist(), own, strict=True)
            ],
        )
