"""`Node`: all members that are called by the same full name; what is compared across articles."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from reportedly.model import EntityKind
from reportedly.models.names.organisation import american, key_words
from reportedly.models.names.person import person_name
from reportedly.reconcile.entities.members import Member

#: Countries that newspapers call by letters.
_PLACES = {
    "us": "united states",
    "usa": "united states",
    "united states of america": "united states",
    "america": "united states",
    "uk": "united kingdom",
    "eu": "european union",
}
#: American states that newspapers shorten; other things have these letters too.
_STATES = {
    **dict(
        pair.split(":")
        for pair in """ariz:arizona calif:california colo:colorado conn:connecticut fla:florida
        ill:illinois ky:kentucky mass:massachusetts mich:michigan minn:minnesota nev:nevada
        okla:oklahoma ore:oregon tenn:tennessee tex:texas vt:vermont wis:wisconsin""".split()
    ),
    "nh": "new hampshire",
    "nj": "new jersey",
    "ny": "new york",
    "nm": "new mexico",
    "nc": "north carolina",
    "sc": "south carolina",
    "ri": "rhode island",
    "dc": "district of columbia",
}


@dataclass(frozen=True, slots=True)
class Node:
    """Members with one name (`key`, normalised) and one kind of name."""

    key: str
    name: str
    """as most members print it"""
    kind: EntityKind
    members: tuple[int, ...]
    """indices into the list of members"""
    names: frozenset[str]
    """all names of two words or more that its members use, and its own"""


def name_key(member: Member) -> str:
    """The normalised name; people's names are told from other names of the same words."""
    if member.outlet:
        return "other " + " ".join(key_words(member.outlet))
    if member.kind == "person":
        parts = person_name(member.name)
        words = [parts.given, *parts.middle, parts.family, parts.suffix]
        return "person " + " ".join(word for word in words if word)
    text = " ".join(american(word) for word in key_words(member.name)) or member.name.lower()
    if member.kind == "place":
        text = _STATES.get(text, text)
    return "other " + _PLACES.get(text, text)


def is_single(member: Member) -> bool:
    """True for a person called by one word alone: a last name, a given name, a stage name."""
    return member.kind == "person" and person_name(member.name).single


def nodes_of(members: Sequence[Member]) -> dict[str, Node]:
    """The nodes of all members but persons called by one word, by key, keys sorted.

    Persons with one name and contradicting titles (Mr., Mrs.) become two nodes, and members
    without a title go to the larger.
    """
    groups: dict[str, list[int]] = defaultdict(list)
    for n, member in enumerate(members):
        if not is_single(member):
            groups[name_key(member)].append(n)
    found: dict[str, Node] = {}
    for key in sorted(groups):
        for part in _by_title(groups[key], members):
            node = _node(key if not found.get(key) else f"{key} 2", part, members)
            found[node.key] = node
    return found


def _by_title(group: list[int], members: Sequence[Member]) -> list[list[int]]:
    titled = {sex: [n for n in group if members[n].titled == sex] for sex in ("f", "m", "")}
    if not titled["f"] or not titled["m"]:
        return [group]
    larger, smaller = sorted(("f", "m"), key=lambda sex: (-len(titled[sex]), sex))
    return [sorted(titled[larger] + titled[""]), titled[smaller]]


def _node(key: str, group: list[int], members: Sequence[Member]) -> Node:
    names = Counter(members[n].name for n in group)
    kinds = Counter(members[n].kind for n in group)
    return Node(
        key,
        max(names, key=lambda name: (names[name], name)),
        max(kinds, key=lambda kind: (kinds[kind], kind)),
        tuple(group),
        frozenset(name for n in group for name in members[n].names if " " in name or name in names),
    )
