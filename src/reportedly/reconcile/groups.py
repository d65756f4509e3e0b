"""Connected groups: edges between names in, sorted groups out, whatever the order of the edges."""

from collections.abc import Iterable


def connected(edges: Iterable[tuple[str, str]]) -> list[tuple[str, ...]]:
    """The groups of names that the edges connect, by union-find over the sorted edges.

    Args:
        edges: pairs of names, in any order; a pair of a name with itself makes a group of one.

    Returns:
        the groups, each sorted, in the order of their first names.
    """
    parent: dict[str, str] = {}

    def root(name: str) -> str:
        parent.setdefault(name, name)
        while parent[name] != name:
            parent[name] = parent[parent[name]]
            name = parent[name]
        return name

    for left, right in sorted(set(edges)):
        low, high = sorted((root(left), root(right)))
        # The smaller name is always the root, so that no order of edges can be seen in the result.
        parent[high] = low
    groups: dict[str, list[str]] = {}
    for name in sorted(parent):
        groups.setdefault(root(name), []).append(name)
    return [tuple(members) for _, members in sorted(groups.items())]
