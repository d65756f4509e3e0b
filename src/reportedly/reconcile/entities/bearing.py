"""Who bears a word as part of a fuller name: a last name, half of a double one, a given name."""

from array import array
from collections import defaultdict
from collections.abc import Collection, Iterable

import numpy as np

from reportedly.models.names import is_given_name, may_be_same
from reportedly.models.names.person import PersonName, person_name
from reportedly.reconcile.entities.groups import Groups
from reportedly.reconcile.entities.nodes import Nodes
from reportedly.reconcile.entities.roster import PERSON, Roster

#: Letters that a clipped given name has at least; one less when it is a closed syllable.
_LETTERS = 4
_FEWEST = _LETTERS - 1


def by_word_of(roster: Roster) -> dict[str, list[int]]:
    """The words by which persons are called → the members called so."""
    found: dict[str, list[int]] = defaultdict(list)
    singles = np.flatnonzero(roster.is_single())
    for n, name in zip(singles.tolist(), roster.name[singles].tolist(), strict=True):
        found[person_name(roster.names.texts[name]).family].append(n)
    return found


class Bearers:
    """Who bears the words by which persons are called, as part of a fuller name.

    Those who have the word for a given name count too, unless it is known for a family name only.
    """

    def __init__(self, nodes: Nodes, groups: Groups, words: Collection[str]) -> None:
        self.nodes, self._groups = nodes, groups
        self._wanted = {*words, *(_clip(word) for word in words)}
        self._found: dict[str, array[int]] = {}
        self._given: dict[str, array[int]] = {}
        for node in np.flatnonzero(nodes.people()).tolist():
            self._add(node, person_name(nodes.name_of(node)))
        self.families = _families_in_articles(nodes)

    def _add(self, node: int, name: PersonName) -> None:
        words = {name.family, *name.family.split("-"), *name.middle[-1:]} - {""}
        if len(name.given) >= _LETTERS + 2:
            words |= {_clip(name.given), _clip(name.given[:_FEWEST])}
        for word in words & self._wanted:
            self._found.setdefault(word, array("q")).append(node)
        if name.given in self._wanted:
            self._given.setdefault(name.given, array("q")).append(node)

    def has(self, word: str) -> bool:
        """True when somebody bears the word."""
        return word in self._found or word in self._given

    def group_of(self, node: int) -> int:
        """The smallest node of the group that the node is in."""
        return self._groups.group_of(node)

    def of(self, word: str) -> list[tuple[int, list[int]]]:
        """Groups that bear the word with their nodes that do, in the order of the groups.

        Where nobody does, those of whose given name it is a clipped form ("Thess" for "Thessaly").
        """
        found = self._grouped(self._found.get(word, ()))
        if word not in self._found or is_given_name(word):
            found |= self._grouped(self._given.get(word, ()))
        if not found and len(word) >= _FEWEST:
            clipped = self._found.get(_clip(word), ())
            found = self._grouped(n for n in clipped if len(word) > _FEWEST or self._is(n, word))
        return sorted(found.items())

    def _is(self, node: int, word: str) -> bool:
        return may_be_same(word, person_name(self.nodes.name_of(node)).given)

    def _grouped(self, nodes: Iterable[int]) -> dict[int, list[int]]:
        found: dict[int, list[int]] = {}
        for node in nodes:
            found.setdefault(self._groups.group_of(node), []).append(node)
        return found


def _clip(name: str) -> str:
    return f"{name[:_LETTERS]}…"


def _families_in_articles(nodes: Nodes) -> dict[int, set[str]]:
    """Article → last names of the people to whom it gives a full name."""
    roster = nodes.roster
    found: dict[int, set[str]] = defaultdict(set)
    full = np.flatnonzero((roster.kind == PERSON) & (nodes.of_member >= 0))
    names, words = np.unique(roster.name[full], return_inverse=True)
    families = [person_name(roster.names.texts[name]).family for name in names.tolist()]
    for article, word in zip(roster.article[full].tolist(), words.tolist(), strict=True):
        found[article].add(families[word])
    return found
