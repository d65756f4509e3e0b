"""Two full names for one person or body: nicknames, initials, double names, acronyms.

Each merge has its reason.  A pair that one article names side by side stays two.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import pyarrow as pa

from reportedly.models.names import may_be_same
from reportedly.models.names.organisation import acronyms, is_acronym_of
from reportedly.models.names.person import contradict, person_name
from reportedly.reconcile.entities.context import Context
from reportedly.reconcile.entities.members import Member
from reportedly.reconcile.entities.nodes import Node
from reportedly.stage import Joins

#: Names that share a key with more others than this share it by chance.
LARGEST_GROUP = 200
#: Rank of links that rest on company rather than on the names alone.
_WEAK = 3
#: Two letters are the initials of too many things.
_FEWEST_LETTERS = 3
#: Letters are at most so many times as frequent as the name that they stand for.
_LETTERS_AS_OFTEN = 20
#: Other names that both must stand with before a nickname or an initial is trusted.  Two people
#: of one family name share one acquaintance by chance often, two rarely.
_SHARED_NAMES = 2


@dataclass(frozen=True, slots=True, order=True)
class Link:
    """Two nodes that mean one entity; a lower `rank` is better evidence."""

    rank: int
    one: str
    other: str
    reason: str


def find_links(
    members: Sequence[Member], nodes: Mapping[str, Node], context: Context, joins: Joins
) -> list[Link]:
    """All links between nodes, best evidence first."""
    found = _within_articles(members, nodes)
    rows = [{"item": key, "key": k} for key, node in nodes.items() for k in _keys(node)]
    schema = pa.schema([("item", pa.string()), ("key", pa.string())])
    table = pa.Table.from_pylist(rows, schema=schema)
    pairs = joins.candidate_pairs(table, largest_group=LARGEST_GROUP)
    compared = [
        link
        for left, right in zip(pairs["left"].to_pylist(), pairs["right"].to_pylist(), strict=True)
        if (link := _find_link(nodes[left], nodes[right], context))
    ]
    return sorted([*found, *_unambiguous(compared, nodes)])


def _unambiguous(links: list[Link], nodes: Mapping[str, Node]) -> list[Link]:
    """Letters that fit two bodies, and initials that fit two people, mean neither for sure."""
    fits = Counter(key for link in links if link.rank == _WEAK for key in (link.one, link.other))
    vague = {key for key, n in fits.items() if n > 1 and _is_short(nodes[key])}
    return [link for link in links if link.rank < _WEAK or not vague & {link.one, link.other}]


def _is_short(node: Node) -> bool:
    """An acronym, or a person's name with an initial for the given name."""
    if node.kind == "person":
        return len(person_name(node.name).given.rstrip(".")) == 1
    return " " not in node.name


def _keys(node: Node) -> list[str]:
    """What candidates must share: family name, a double name's parts, an acronym."""
    if node.kind == "person":
        keys: set[str] = set()
        for name in node.names:
            parts = person_name(name)
            keys |= {parts.family, *parts.family.split("-"), *parts.middle[-1:]}
        return sorted(f"person {key}" for key in keys if len(key) > 1)
    own = node.name.replace(".", "")
    short = {own} if own.isupper() and " " not in own else set()
    return sorted(
        f"letters {key}" for key in acronyms(node.name) | short if len(key) >= _FEWEST_LETTERS
    )


def _within_articles(members: Sequence[Member], nodes: Mapping[str, Node]) -> list[Link]:
    """An article calls one entity by two full names."""
    by_name: dict[str, str] = {}
    people = {key for key, node in nodes.items() if node.kind == "person"}
    for key, node in nodes.items():
        for n in node.members:
            by_name.setdefault(members[n].name, key)
    links = {
        Link(
            1,
            min(key, by_name[name]),
            max(key, by_name[name]),
            f"one article calls it both “{a}” and “{b}”",
        )
        for key, node in nodes.items()
        for name in sorted(node.names)
        if by_name.get(name, key) != key
        and (key in people or _is_acronym(node, nodes[by_name[name]]))
        for a, b in [sorted((node.name, name))]
    }
    return sorted(links)


def _is_acronym(one: Node, other: Node) -> bool:
    """Letters and full name, unless the letters stand far more often than the name that one
    article gives them: then they mean something else elsewhere.
    """
    for short, full in ((one, other), (other, one)):
        if is_acronym_of(short.name, full.name):
            return len(short.members) <= _LETTERS_AS_OFTEN * len(full.members)
    return False


def _find_link(one: Node, other: Node, context: Context) -> Link | None:
    if context.meet(one.key, other.key):
        return None
    if one.kind == other.kind == "person":
        return _find_person_link(one, other, context)
    if "person" not in (one.kind, other.kind):
        return _find_acronym_link(one, other, context)
    return None


def _find_person_link(one: Node, other: Node, context: Context) -> Link | None:
    a, b = person_name(one.name), person_name(other.name)
    if contradict(one.name, other.name):
        return None
    shared = context.shared(one.key, other.key)
    same_ends = a.given == b.given and a.family == b.family
    if same_ends and len(a.given) > 1:
        return Link(
            2, one.key, other.key, f"same first and last name: “{one.name}”, “{other.name}”"
        )
    if shared < _SHARED_NAMES:
        return None
    if a.family != b.family:
        why = "double or changed family name"
    elif may_be_same(a.given, b.given):
        why = "short form or initial of the given name"
    else:
        why = "called by the middle name"
    return Link(
        _WEAK,
        one.key,
        other.key,
        f"{why}: “{one.name}”, “{other.name}”; {shared} other names in common",
    )


def _find_acronym_link(one: Node, other: Node, context: Context) -> Link | None:
    shared = context.shared(one.key, other.key)
    if not _is_acronym(one, other) or shared < 1:
        return None
    return Link(
        _WEAK,
        one.key,
        other.key,
        f"letters of the name: “{one.name}”, “{other.name}”; {shared} other names in common",
    )
