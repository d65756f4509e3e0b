"""Connected groups: edges between names in, sorted groups out, whatever the order of the edges."""

from collections.abc import Iterable, Mapping
from typing import TypeVar

from reportedly.identifiers import identifier

#: Names, or numbers that stand for them.
Name = TypeVar("Name", str, int)

#: Sorts after every day: what has no date is never the earliest when something else has one.
UNDATED = "9999"


def connected(edges: Iterable[tuple[Name, Name]]) -> list[tuple[Name, ...]]:
    """The groups of names that the edges connect, by union-find over the sorted edges.

    Args:
        edges: pairs of names, in any order; a pair of a name with itself makes a group of one.

    Returns:
        the groups, each sorted, in the order of their first names.
    """
    parent: dict[Name, Name] = {}

    def root(name: Name) -> Name:
        parent.setdefault(name, name)
        while parent[name] != name:
            parent[name] = parent[parent[name]]
            name = parent[name]
        return name

    for left, right in sorted(set(edges)):
        low, high = sorted((root(left), root(right)))
        # The smaller name is always the root, so that no order of edges can be seen in the result.
        parent[high] = low
    groups: dict[Name, list[Name]] = {}
    for name in sorted(parent):
        groups.setdefault(root(name), []).append(name)
    return [tuple(members) for _, members in sorted(groups.items())]


def name_group(prefix: str, members: Iterable[str], days: Mapping[str, str | None]) -> str:
    """The identifier of a group: after its earliest member, undated ones last, ties by name.

    Args:
        prefix: the letter of the table, `u` for utterances.
        members: at least one name.
        days: name → ISO 8601 day (or coarser), None or missing where unknown.
    """
    return identifier(prefix, first_member(members, days))


def first_member(members: Iterable[str], days: Mapping[str, str | None]) -> str:
    """The earliest of `members` by day; undated ones come last, ties go to the smaller name."""
    return min(members, key=lambda name: ((days.get(name) or UNDATED)[:10], name))
