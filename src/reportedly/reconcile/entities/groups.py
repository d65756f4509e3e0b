"""Nodes put together link by link, best evidence first, each checked against the whole group."""

from collections.abc import Iterable, Mapping

from reportedly.models.names.person import contradict
from reportedly.reconcile.entities.nodes import Node
from reportedly.reconcile.entities.variants import Link


class Groups:
    """Groups of nodes.  Two different given names never end up in one group."""

    def __init__(self, nodes: Mapping[str, Node]) -> None:
        self._nodes = nodes
        self._group: dict[str, list[str]] = {key: [key] for key in nodes}
        self._reasons: dict[str, list[str]] = {key: [] for key in nodes}

    def join(self, links: Iterable[Link]) -> None:
        """Merge by the links in their order."""
        for link in links:
            self._merge(link)

    def _merge(self, link: Link) -> None:
        a, b = self._group[link.one], self._group[link.other]
        if a is b or not self._fit(a, b):
            return
        if len(a) < len(b):
            a, b = b, a
        into, gone = a[0], b[0]
        reasons = [*self._reasons[into], *self._reasons[gone], link.reason]
        a += b
        for key in b:
            self._group[key] = a
        self._reasons[a[0]] = reasons

    def _fit(self, a: list[str], b: list[str]) -> bool:
        persons = {self._nodes[key].kind == "person" for key in (*a, *b)}
        if len(persons) > 1:
            return False
        if persons == {False}:
            return True
        names_a = [name for key in a for name in self._nodes[key].names]
        names_b = [name for key in b for name in self._nodes[key].names]
        return not any(contradict(x, y) for x in names_a for y in names_b)

    def group_of(self, key: str) -> str:
        """The smallest key of the group that the node is in."""
        return min(self._group[key])

    def all(self) -> list[tuple[tuple[str, ...], tuple[str, ...]]]:
        """(keys, reasons) of every group, sorted by the smallest key."""
        groups = {min(group): group for group in self._group.values()}
        return [
            (tuple(sorted(groups[k])), tuple(sorted(set(self._reasons[groups[k][0]]))))
            for k in sorted(groups)
        ]
