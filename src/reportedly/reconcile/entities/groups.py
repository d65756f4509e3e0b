"""Nodes put together link by link, best evidence first, each checked against the whole group."""

from collections.abc import Iterable
from itertools import combinations

from reportedly.models.names.person import contradict
from reportedly.reconcile.entities.nodes import Nodes
from reportedly.reconcile.entities.variants import Link


class Groups:
    """Groups of nodes.  Two different given names never end up in one group, unless an article
    tells that both are one person's: "Ann Doe, born Ivy Roe"."""

    def __init__(self, nodes: Nodes) -> None:
        self._nodes = nodes
        # Only nodes with a link: most have none.
        self._group: dict[int, list[int]] = {}
        self._reasons: dict[int, list[str]] = {}

    def join(self, links: Iterable[Link]) -> None:
        """Merge by the links in their order."""
        for link in links:
            self._merge(link)

    def _merge(self, link: Link) -> None:
        a, b = (self._group.setdefault(node, [node]) for node in (link.one, link.other))
        if a is b or not self._fit(a, b):
            return
        if len(a) < len(b):
            a, b = b, a
        into, gone = a[0], b[0]
        reasons = [*self._reasons.get(into, ()), *self._reasons.get(gone, ()), link.reason]
        a += b
        for key in b:
            self._group[key] = a
        self._reasons[a[0]] = reasons

    def _fit(self, a: list[int], b: list[int]) -> bool:
        persons = {self._nodes.is_person(node) for node in (*a, *b)}
        if len(persons) > 1:
            return False
        if persons == {False}:
            return True
        names_a = [name for node in a for name in self._nodes[node].names]
        names_b = [name for node in b for name in self._nodes[node].names]
        apart = [(x, y) for x in names_a for y in names_b if contradict(x, y)]
        if not apart:
            return True
        told = [pair for node in (*a, *b) for pair in _told_as_one(self._nodes[node].names)]
        return all(any(_are_called(*pair, *both) for both in told) for pair in apart)

    def group_of(self, node: int) -> int:
        """The smallest node of the group that the node is in."""
        return min(self._group.get(node, (node,)))

    def joined(self) -> list[tuple[int, list[int], tuple[str, ...]]]:
        """(smallest node, nodes, reasons) of every group of more than one node, sorted."""
        groups = {min(group): group for group in self._group.values() if len(group) > 1}
        return [
            (least, sorted(groups[least]), tuple(sorted(set(self._reasons[groups[least][0]]))))
            for least in sorted(groups)
        ]


def _told_as_one(names: Iterable[str]) -> list[tuple[str, str]]:
    """The names of one article's person that no style of naming makes one."""
    return [(x, y) for x, y in combinations(sorted(names), 2) if contradict(x, y)]


def _are_called(one: str, other: str, first: str, second: str) -> bool:
    """True where two names are those of somebody who is told to have two others."""
    return any(
        not contradict(one, x) and not contradict(other, y)
        for x, y in ((first, second), (second, first))
    )
