"""The entities of a whole pile: the machine's groups, and those that people decided on."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from reportedly.arrays import Hashes
from reportedly.model import Bearer, Entity
from reportedly.reconcile.entities.cluster_entities import Linked
from reportedly.reconcile.entities.grouping import Grouping
from reportedly.reconcile.entities.identity import Identity, member_of
from reportedly.reconcile.entities.naming import entity_of
from reportedly.reconcile.entities.roster import Roster
from reportedly.reconcile.hashing import row_states
from reportedly.schema import rows_of, table_of
from reportedly.stage import Joins


def entities_of(
    roster: Roster, grouping: Grouping, bearers: pa.Table, identity: Identity, joins: Joins
) -> Linked:
    """Every member's entity.

    Args:
        roster: the members.
        grouping: as the machine has them.
        bearers: the same as rows, then further ones, who have no name in their articles.
        identity: what decisions made of the groups that they touch.
        joins: the engine's joins.
    """
    described = rows_of(Bearer, bearers.slice(len(roster)))
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
    rank = np.cumsum(np.concatenate([left, np.ones(len(numbers), dtype=np.bool_)])) - 1
    states = _states(bearers, len(grouping))
    pieces = pa.table({"group": np.arange(len(grouping)), "state": states}).filter(pa.array(left))
    rows = _rows(roster, grouping, described, pieces, joins)
    own = pa.array(roster.article_ids, pa.string()).take(pa.array(roster.article))
    others = pa.array([row.article_id for row in described], pa.string())
    clusters = np.array([row.cluster for row in described], dtype=np.int64)
    entity = np.concatenate([entity, np.array(nameless, dtype=np.int64)])
    return Linked(
        pa.concat_arrays([own, others]),
        np.concatenate([roster.cluster, clusters]),
        rank[entity],
        pa.concat_tables([rows, table_of(Entity, identity.rows)]),
    )


def _at(roster: Roster, wanted: set[tuple[str, int]]) -> Iterator[int]:
    """The members by article and cluster."""
    articles = {article for article, _ in wanted}
    numbers = [at for at, article in enumerate(roster.article_ids) if article in articles]
    for n in np.flatnonzero(np.isin(roster.article, numbers)).tolist():
        if (roster.article_ids[roster.article[n]], int(roster.cluster[n])) in wanted:
            yield n


def _rows(
    roster: Roster, grouping: Grouping, described: Sequence[Bearer], pieces: pa.Table, joins: Joins
) -> pa.Table:
    """The entities of some groups in their order; those that an earlier build saw are not named
    anew."""
    nameless: dict[int, list[Bearer]] = defaultdict(list)
    for row in described:
        nameless[row.group].append(row)

    def named(pieces: pa.Table) -> pa.Table:
        some = pieces["group"].to_pylist()
        own = [grouping.members(group) for group in some]
        members = iter(roster.rows(np.concatenate(own)) if own else ())
        found = [
            entity_of(
                [next(members) for _ in numbers] + [*map(member_of, nameless[group])],
                [
                    *grouping.reasons.get(group, ()),
                    *(reason for row in nameless[group] for reason in row.reasons),
                ],
            )
            for group, numbers in zip(some, own, strict=True)
        ]
        return table_of(Entity, found).append_column("state", pieces["state"].combine_chunks())

    found = joins.by_piece(pieces, named)
    order = pc.index_in(pieces["state"], found["state"].combine_chunks())
    return found.drop_columns("state").take(order.combine_chunks())


def _states(bearers: pa.Table, groups: int) -> Hashes:
    """For each group a hash of all from which its entity follows."""
    found = np.zeros(groups, dtype=np.uint64)
    own = row_states(bearers, [name for name in bearers.schema.names if name != "group"])
    np.add.at(found, bearers["group"].to_numpy(), own)
    return found
