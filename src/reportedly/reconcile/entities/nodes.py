"""`Node`: all members that are called by the same full name; what is compared across articles.

A roster in, its nodes out: by number, in columns, an object only for the node that is asked for.
"""

import functools
from dataclasses import dataclass

import numpy as np

from reportedly.arrays import Flags, Numbers
from reportedly.model import EntityKind
from reportedly.models.names.organisation import american, key_words
from reportedly.models.names.person import person_name
from reportedly.reconcile.entities.names import Whole
from reportedly.reconcile.entities.roster import KINDS, PERSON, SEXES, Roster
from reportedly.reconcile.hashing import distinct

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


#: Nodes kept as objects: those of one family name are asked for together.
_AT_HAND = 20_000


@dataclass(frozen=True, slots=True)
class Node:
    """Members with one name (`key`, normalised) and one kind of name."""

    key: str
    name: str
    """as most members print it"""
    kind: EntityKind
    n_members: int
    names: frozenset[str]
    """all names of two words or more that its members use, and its own"""


class Nodes:
    """The nodes of all members but persons called by one word, in the order of their keys."""

    def __init__(self, roster: Roster) -> None:
        self.roster = roster
        self.keys, self.of_member = _keyed(roster)
        """keys; for each member the number of its node, -1 for single words"""
        order = np.argsort(self.of_member, kind="stable")
        self.order = order[np.count_nonzero(self.of_member < 0) :]
        """members, those of one node after those of another"""
        self.ends = np.cumsum(np.bincount(self.of_member[self.order], minlength=len(self.keys)))
        own = self._cells(self.of_member[self.order], roster.name[self.order])
        self._own, counts = np.unique(own, return_counts=True)
        self.main = self._most(self._own, counts)
        """of each node the name that most of its members print"""
        self._kind = self._most_kinds()
        self.names, self.name_ends = self._all_names()
        """names that the members of each node use, and where those of each node end"""
        self._node = functools.lru_cache(maxsize=_AT_HAND)(self._make)

    def __len__(self) -> int:
        return len(self.keys)

    def __getitem__(self, number: int) -> Node:
        return self._node(number)

    def is_person(self, number: int) -> bool:
        """True for the name of a person."""
        return bool(self._kind[number] == PERSON)

    def people(self) -> Flags:
        """Which nodes are persons."""
        return np.asarray(self._kind == PERSON)

    def name_of(self, number: int) -> str:
        """The name that most members print."""
        name: str = self.roster.names.texts[self.main[number]]
        return name

    def members(self, number: int) -> Numbers:
        """The members of one node."""
        return self.order[self.ends[number - 1] if number else 0 : self.ends[number]]

    def main_names(self) -> tuple[Numbers, Numbers]:
        """Pairs of a node and the main name of one of its members, each once, sorted."""
        size = len(self.roster.names)
        return self._own // size, self._own % size

    def _make(self, number: int) -> Node:
        texts = self.roster.names.texts
        start = self.name_ends[number - 1] if number else 0
        names = self.names[start : self.name_ends[number]].tolist()
        return Node(
            self.keys[number],
            self.name_of(number),
            KINDS[self._kind[number]],
            len(self.members(number)),
            frozenset(texts[each] for each in names),
        )

    def _cells(self, nodes: Whole, names: Whole) -> Numbers:
        """One number for a node and a name."""
        cells: Numbers = nodes * len(self.roster.names) + names
        return cells

    def _most(self, cells: Numbers, counts: Numbers) -> Numbers:
        """Of each node the name that most of its members have, of several the latest."""
        size = max(1, len(self.roster.names))
        found = np.zeros(len(self.keys), dtype=np.int64)
        order = np.lexsort((cells, counts, cells // size))
        found[cells[order] // size] = cells[order] % size
        return found

    def _most_kinds(self) -> Numbers:
        cells = self.of_member[self.order] * len(KINDS) + self.roster.kind[self.order]
        counts = np.bincount(cells, minlength=len(self) * len(KINDS)).reshape(-1, len(KINDS))
        # Of kinds as frequent, the last in the order of the alphabet.
        kinds: Numbers = len(KINDS) - 1 - counts[:, ::-1].argmax(1)
        return kinds

    def _all_names(self) -> tuple[Numbers, Numbers]:
        roster = self.roster
        nodes = self.of_member[roster.owners()]
        cells = distinct(self._cells(nodes, roster.all_names)[nodes >= 0])
        size = max(1, len(roster.names))
        long = np.array([" " in text for text in roster.names.texts], dtype=np.bool_)
        cells = cells[long[cells % size] | np.isin(cells, self._own, assume_unique=True)]
        counts = np.bincount(cells // size, minlength=len(self))
        return cells % size, np.cumsum(counts)


def _keyed(roster: Roster) -> tuple[list[str], Numbers]:
    """The keys of all nodes, sorted, and of each member the number of its node.

    Persons with one name and contradicting titles (Mr., Mrs.) become two nodes, and members
    without a title go to the larger.
    """
    cells = roster.name.astype(np.int64) * len(KINDS) + roster.kind
    single = roster.is_single()
    combined, found = np.unique(cells, return_inverse=True)
    first = np.zeros(len(combined), dtype=np.int64)
    first[found] = np.arange(len(roster))
    written = [_name_key(roster, n) for n in first.tolist()]
    keys = sorted(set(written))
    numbers = {key: at for at, key in enumerate(keys)}
    of_member = np.array([numbers[key] for key in written], dtype=np.int64)[found]
    of_member[single] = -1
    keys, of_member = _split_by_title(keys, of_member, roster)
    used = np.unique(of_member[of_member >= 0])
    order = sorted(used.tolist(), key=keys.__getitem__)
    rank = np.full(len(keys) + 1, -1, dtype=np.int64)
    rank[order] = np.arange(len(order))
    return [keys[each] for each in order], rank[of_member]


def _name_key(roster: Roster, n: int) -> str:
    outlet = roster.outlet[n]
    name, kind = roster.names.texts[roster.name[n]], KINDS[roster.kind[n]]
    return name_key(name, kind, roster.printed[outlet] if outlet >= 0 else None)


def name_key(name: str, kind: EntityKind, outlet: str | None) -> str:
    """The normalised name; people's names are told from other names of the same words."""
    if outlet:
        return "other " + " ".join(key_words(outlet))
    if kind == "person":
        parts = person_name(name)
        words = [parts.given, *parts.middle, parts.family, parts.suffix]
        return "person " + " ".join(word for word in words if word)
    text = " ".join(american(word) for word in key_words(name)) or name.lower()
    if kind == "place":
        text = _STATES.get(text, text)
    return "other " + _PLACES.get(text, text)


def _split_by_title(
    keys: list[str], of_member: Numbers, roster: Roster
) -> tuple[list[str], Numbers]:
    """Members of the rarer title of a key with both go to a key of their own."""
    cells = of_member[of_member >= 0] * len(SEXES) + roster.titled[of_member >= 0]
    counts = np.bincount(cells, minlength=len(keys) * len(SEXES)).reshape(-1, len(SEXES))
    female, male = counts[:, SEXES.index("f")], counts[:, SEXES.index("m")]
    rarer = np.where(female < male, SEXES.index("f"), SEXES.index("m"))
    keys, known = list(keys), set(keys)
    apart = np.full(len(keys), -1, dtype=np.int64)
    for number in np.flatnonzero((female > 0) & (male > 0)).tolist():
        key = f"{keys[number]} 2"
        while key in known:
            key += " 2"
        known.add(key)
        apart[number] = len(keys)
        keys.append(key)
    leaves = (apart[of_member] >= 0) & (roster.titled == rarer[of_member]) & (of_member >= 0)
    return keys, np.where(leaves, apart[of_member], of_member)
