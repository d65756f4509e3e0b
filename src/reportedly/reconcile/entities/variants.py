"""Two full names for one person or body: nicknames, initials, double names, acronyms.

Each merge has its reason.  A pair that one article names side by side stays two.
"""

import functools
import math
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from reportedly.arrays import Hashes
from reportedly.models.names import first_letters, may_be_same
from reportedly.models.names.organisation import acronyms, is_acronym_of
from reportedly.models.names.person import contradict, person_name
from reportedly.reconcile.entities.context import Context, ranges
from reportedly.reconcile.entities.nodes import Node, Nodes
from reportedly.reconcile.hashing import distinct, mixed, row_states, summed
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
#: of one family name share one acquaintance by chance often, two rarely; and one more for each
#: other given name with which the pile has that family name elsewhere.  Of 38 pairs of a year of
#: campaign news this parts two of the five that are two people, and four of those that are one.
_SHARED_NAMES = 2
#: What nodes must share to be compared, and the letters of their given names.
_KEYED = pa.schema([("state", pa.uint64()), ("key", pa.string()), ("letters", pa.string())])


@dataclass(frozen=True, slots=True, order=True)
class Link:
    """Two nodes, by number, that mean one entity; a lower `rank` is better evidence."""

    rank: int
    one: int
    other: int
    reason: str


def find_links(nodes: Nodes, context: Context, joins: Joins) -> list[Link]:
    """All links between nodes, best evidence first."""
    keys = _keyed(nodes, joins)
    pairs = _apart(
        joins.candidate_pairs(_by_letter(keys), largest_group=LARGEST_GROUP), nodes, context
    )

    def by_names(pairs: pa.Table) -> list[float]:
        return [
            1.0 if _may_be_one(nodes[left], nodes[right]) else math.nan
            for left, right in zip(*(pairs[n].to_pylist() for n in ("left", "right")), strict=True)
        ]

    alike = joins.verdicts(pairs, by_names)
    strangers = _Strangers(keys, nodes, context)
    compared = []
    for left, right in zip(*(alike[n].to_pylist() for n in ("left", "right")), strict=True):
        if link := _find_link(left, right, nodes, context, strangers):
            compared.append(link)
    return sorted([*_within_articles(nodes), *_unambiguous(compared, nodes)])


def _apart(pairs: pa.Table, nodes: Nodes, context: Context) -> pa.Table:
    """The pairs of one kind that no article names both, each with a hash of kind and names."""
    left, right = pairs["left"].to_numpy(), pairs["right"].to_numpy()
    people = nodes.people()
    kept = np.flatnonzero((people[left] == people[right]) & ~context.meeting(left, right))
    left, right = left[kept], right[kept]
    names = pa.table({"name": nodes.roster.names.column().take(pa.array(nodes.main))})
    texts = row_states(names, ["name"])
    states = mixed(mixed(texts[left], texts[right]), people[left].astype(np.uint64))
    return pa.table({"left": left, "right": right, "state": states})


def _keyed(nodes: Nodes, joins: Joins) -> pa.Table:
    """The keys of all nodes that are not too common; those of names that an earlier build saw are
    not made anew."""
    states = _states(nodes)
    ordered = np.argsort(states, kind="stable")
    once = distinct(states)
    firsts = ordered[np.searchsorted(states[ordered], once)]

    def keys_of(some: pa.Table) -> pa.Table:
        own = zip(*(some[name].to_pylist() for name in ("state", "node")), strict=True)
        rows = [
            (state, key, letters)
            for state, node in ((state, nodes[at]) for state, at in own)
            for letters in [" ".join(sorted(_letters(node)))]
            for key in _keys(node)
        ]
        return pa.table([[row[at] for row in rows] for at in range(len(_KEYED))], schema=_KEYED)

    found = joins.by_piece(pa.table({"state": once, "node": firsts}), keys_of)
    found = found.sort_by("state")
    # Nodes of one name, told apart by titles, have the same keys.
    starts = np.searchsorted(found["state"].to_numpy(), states)
    counts = np.searchsorted(found["state"].to_numpy(), states, side="right") - starts
    rows = found.select(["key", "letters"]).take(pa.array(ranges(starts, counts)))
    keys = rows.add_column(0, "item", pa.array(np.repeat(np.arange(len(nodes)), counts)))
    keys = keys.combine_chunks()
    sizes = pc.value_counts(keys["key"])
    common = sizes.field("values").filter(pc.greater(sizes.field("counts"), LARGEST_GROUP))
    return keys.filter(pc.invert(pc.is_in(keys["key"], common)))


def _states(nodes: Nodes) -> Hashes:
    """Of each node a hash of its names, and of whether it is a person."""
    texts = row_states(pa.table({"name": nodes.roster.names.column()}), ["name"])
    names = summed(texts[nodes.names], np.diff(nodes.name_ends, prepend=0))
    return mixed(mixed(names, texts[nodes.main]), nodes.people().astype(np.uint64))


def _by_letter(keys: pa.Table) -> pa.Table:
    """The keys, those of people apart by the letters of their given names."""
    letters = pc.split_pattern(keys["letters"], " ").combine_chunks()
    rows = pc.list_parent_indices(letters)
    key = pc.binary_join_element_wise(keys["key"].take(rows), letters.flatten(), " ")
    return pa.table({"item": keys["item"].take(rows), "key": key})


def _letters(node: Node) -> set[str]:
    """Letters of which two names of one person share one; of other names, one for all."""
    if node.kind != "person":
        return {"*"}
    name = person_name(node.name)
    return {
        letter or "?" for given in (name.given, *name.middle[:1]) for letter in first_letters(given)
    }


def _unambiguous(links: list[Link], nodes: Nodes) -> list[Link]:
    """Letters that fit two bodies, and initials that fit two people, mean neither for sure."""
    fits = Counter(key for link in links if link.rank == _WEAK for key in (link.one, link.other))
    vague = {key for key, n in fits.items() if n > 1 and _is_short(nodes[key])}
    return [link for link in links if link.rank < _WEAK or not vague & {link.one, link.other}]


def _is_short(node: Node) -> bool:
    """An acronym, or a person's name with an initial for the given name."""
    if node.kind == "person":
        return len(person_name(node.name).given.rstrip(".")) == 1
    return " " not in node.name


def _family_key(family: str) -> str:
    return f"person {family}"


def _keys(node: Node) -> list[str]:
    """What candidates must share: family name, a double name's parts, an acronym."""
    if node.kind == "person":
        keys: set[str] = set()
        for name in node.names:
            parts = person_name(name)
            keys |= {parts.family, *parts.family.split("-"), *parts.middle[-1:]}
        return sorted(_family_key(key) for key in keys if len(key) > 1)
    own = node.name.replace(".", "")
    short = {own} if own.isupper() and " " not in own else set()
    return sorted(
        f"letters {key}" for key in acronyms(node.name) | short if len(key) >= _FEWEST_LETTERS
    )


def _within_articles(nodes: Nodes) -> list[Link]:
    """An article calls one entity by two full names."""
    owners = np.repeat(np.arange(len(nodes)), np.diff(nodes.name_ends, prepend=0))
    first = np.full(len(nodes.roster.names), -1, dtype=np.int64)
    called, names = nodes.main_names()
    # Of several nodes with one name, the first.
    first[names[::-1]] = called[::-1]
    others = first[nodes.names]
    links = set()
    for at in np.flatnonzero((others >= 0) & (others != owners)).tolist():
        node, other = int(owners[at]), int(others[at])
        if nodes.is_person(node) or _is_acronym(nodes[node], nodes[other]):
            a, b = sorted((nodes[node].name, nodes.roster.names.texts[nodes.names[at]]))
            reason = f"one article calls it both “{a}” and “{b}”"
            links.add(Link(1, min(node, other), max(node, other), reason))
    return sorted(links)


def _is_acronym(one: Node, other: Node) -> bool:
    """Letters and full name, unless the letters stand far more often than the name that one
    article gives them: then they mean something else elsewhere.
    """
    for short, full in ((one, other), (other, one)):
        if is_acronym_of(short.name, full.name):
            return short.n_members <= _LETTERS_AS_OFTEN * full.n_members
    return False


def _may_be_one(one: Node, other: Node) -> bool:
    """What the names alone say."""
    if one.kind == "person":
        return not contradict(one.name, other.name)
    names = (one.name, other.name)
    return is_acronym_of(*names) or is_acronym_of(*reversed(names))


class _Strangers:
    """How many others bear a family name without standing near either of two of that name: the
    more, the more likely are two of them two people."""

    def __init__(self, keys: pa.Table, nodes: Nodes, context: Context) -> None:
        ordered = keys.sort_by([("key", "ascending"), ("item", "ascending")])
        self._items = ordered["item"].to_numpy()
        bearers = pc.value_counts(ordered["key"])
        ends = np.cumsum(bearers.field("counts").to_numpy(zero_copy_only=False)).tolist()
        self._places = {
            key: (start, end)
            for key, start, end in zip(
                bearers.field("values").to_pylist(), [0, *ends], ends, strict=False
            )
        }
        self._nodes, self._context = nodes, context

    def of(self, left: int, right: int) -> int:
        """Given names, others than the two's, with which the family name stands elsewhere."""
        name, other = (person_name(self._nodes[at].name) for at in (left, right))
        start, stop = self._places.get(_family_key(name.family), (0, 0))
        company = np.union1d(self._context.company(left), self._context.company(right))
        apart = np.setdiff1d(self._items[start:stop], company)
        given = {
            borne.given
            for at in apart.tolist()
            if (borne := person_name(self._nodes[at].name)).family == name.family
        }
        return sum(
            1
            for each in given
            if each and not may_be_same(each, name.given) and not may_be_same(each, other.given)
        )


def _find_link(
    left: int, right: int, nodes: Nodes, context: Context, strangers: _Strangers
) -> Link | None:
    one, other = nodes[left], nodes[right]
    if one.kind == "person":
        found = _find_person_link(
            one,
            other,
            functools.partial(context.shared, left, right),
            functools.partial(strangers.of, left, right),
        )
    else:
        found = _find_acronym_link(one, other, functools.partial(context.shared, left, right))
    return Link(found[0], left, right, found[1]) if found else None


def _find_person_link(
    one: Node, other: Node, count: Callable[[], int], strangers: Callable[[], int]
) -> tuple[int, str] | None:
    """Rank and reason; `count` counts the other names that both stand with, `strangers` others of
    the same family name."""
    a, b = person_name(one.name), person_name(other.name)
    both = f"“{one.name}”, “{other.name}”"
    if a.given == b.given and a.family == b.family and len(a.given) > 1:
        return 2, f"same first and last name: {both}"
    shared = count()
    if shared < _SHARED_NAMES:
        return None
    if a.family != b.family:
        why = "double or changed family name"
    elif may_be_same(a.given, b.given):
        if shared < _SHARED_NAMES + strangers():
            return None
        why = "short form or initial of the given name"
    else:
        why = "called by the middle name"
    return _WEAK, f"{why}: {both}; {shared} other names in common"


def _find_acronym_link(one: Node, other: Node, count: Callable[[], int]) -> tuple[int, str] | None:
    if not _is_acronym(one, other) or (shared := count()) < 1:
        return None
    both = f"“{one.name}”, “{other.name}”"
    return _WEAK, f"letters of the name: {both}; {shared} other names in common"
