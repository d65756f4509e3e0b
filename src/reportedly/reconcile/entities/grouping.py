"""The machine's own groups: a roster in, the group of every member and its reasons out."""

from dataclasses import dataclass
from typing import Any

import numpy as np
import pyarrow as pa

from reportedly.arrays import Numbers
from reportedly.model import Bearer
from reportedly.reconcile.entities.context import Context
from reportedly.reconcile.entities.groups import Groups
from reportedly.reconcile.entities.nodes import Nodes
from reportedly.reconcile.entities.roster import KINDS, Roster
from reportedly.reconcile.entities.singles import Places, find_places
from reportedly.reconcile.entities.variants import find_links
from reportedly.schema import arrow_schema
from reportedly.stage import Joins


@dataclass(frozen=True, slots=True)
class Grouping:
    """Who is who before anybody decided anything; groups are numbered."""

    group: Numbers
    """of each member"""
    order: Numbers
    """members by group, those of each in their order"""
    ends: Numbers
    """where the members of each group end"""
    reasons: dict[int, list[str]]
    """group → why it is one; of most there is nothing to say"""

    def __len__(self) -> int:
        return len(self.ends)

    def members(self, group: int) -> Numbers:
        """The members of a group, in their order."""
        return self.order[self.ends[group - 1] if group else 0 : self.ends[group]]


def grouped(roster: Roster, joins: Joins) -> Grouping:
    """Puts the members of a pile together."""
    nodes = Nodes(roster)
    context = Context(nodes)
    groups = Groups(nodes)
    groups.join(find_links(nodes, context, joins))
    return _numbered(nodes, groups, find_places(nodes, groups, context))


def _numbered(nodes: Nodes, groups: Groups, places: Places) -> Grouping:
    """Groups of full names first, in the order of their keys, then those of single words."""
    least = np.arange(len(nodes) + 1)
    reasons: dict[int | str, list[str]] = {}
    for smallest, together, why in groups.joined():
        least[together] = smallest
        reasons[smallest] = list(why)
    new = sorted({group for group, _ in places.values() if isinstance(group, str)})
    numbers: dict[int | str, int] = {name: len(nodes) + at for at, name in enumerate(new)}
    found = np.where(nodes.of_member >= 0, least[nodes.of_member], -1)
    for n, (group, reason) in sorted(places.items()):
        found[n] = numbers.get(group, group)
        if reason:
            reasons.setdefault(group, []).append(reason)
    used, group_of = np.unique(found, return_inverse=True)
    rank = dict(zip(used.tolist(), range(len(used)), strict=True))
    return Grouping(
        group_of,
        np.argsort(group_of, kind="stable"),
        np.cumsum(np.bincount(group_of, minlength=len(used))),
        {rank[int(numbers.get(group, group))]: why for group, why in reasons.items()},
    )


def bearers_of(roster: Roster, grouping: Grouping) -> pa.Table:
    """The groups as rows of `Bearer`, in the order of the members."""
    schema = arrow_schema(Bearer)
    texts = roster.names.column()
    ids = pa.array(roster.article_ids, pa.string()).take(pa.array(roster.article))
    days = pa.array(roster.days, pa.string()).take(pa.array(roster.article))
    outlets = pa.array(roster.outlet, mask=roster.outlet < 0)
    columns: dict[str, Any] = {
        "article_id": ids,
        "cluster": pa.array(roster.cluster),
        "name": texts.take(pa.array(roster.name)),
        "names": _lists(roster.ends, texts.take(pa.array(roster.all_names))),
        "kind": pa.array(KINDS).take(pa.array(roster.kind)),
        "day": days,
        "first": _lists(2 * np.arange(1, len(roster) + 1), pa.array(roster.first.reshape(-1))),
        "outlet": pa.array(roster.printed, pa.string()).take(outlets),
        "group": pa.array(grouping.group),
        "reasons": _reasons(roster, grouping),
    }
    return pa.table([columns[name].cast(schema.field(name).type) for name in schema.names], schema)


def _lists(ends: Numbers, values: pa.Array) -> pa.ListArray:
    starts = np.concatenate([np.zeros(1, np.int64), ends])
    return pa.ListArray.from_arrays(pa.array(starts.astype(np.int32)), values)


def _reasons(roster: Roster, grouping: Grouping) -> pa.ListArray:
    """Of each group on its first member."""
    lengths = np.zeros(len(roster), dtype=np.int64)
    said = []
    firsts = {int(grouping.members(group)[0]): why for group, why in grouping.reasons.items()}
    for first in sorted(firsts):
        lengths[first] = len(firsts[first])
        said += firsts[first]
    return _lists(np.cumsum(lengths), pa.array(said, pa.string()))
