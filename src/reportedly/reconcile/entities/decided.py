"""What people decided on who is who, applied to the groups that the machine found, in their order.

Members (one named cluster of one article each) go from group to group; each changed group says in
its reasons who decided and what the machine had.  What cannot be applied says why and changes
nothing.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from reportedly.folding import folded
from reportedly.model import Constraint, Place
from reportedly.offsets import Span, overlaps
from reportedly.reconcile.entities.members import Member
from reportedly.reconcile.entities.naming import canonical_name
from reportedly.reconcile.entities.nodes import name_key

#: Article → spans of its mentions, each with its cluster.
MentionIndex = Mapping[str, Sequence[tuple[Span, int]]]

GONE = "the words it points at are not in this chronicle"


@dataclass(slots=True)
class Group:
    """Members of one entity: indices, reasons, and the names that somebody gave it."""

    members: list[int]
    reasons: list[str]
    name: str | None = None
    dated: list[tuple[str, str | None, str | None, str]] = field(default_factory=list)
    """name, first and last day of its use, who says so"""


@dataclass(slots=True)
class Decided:
    """Groups under change; `apply` takes one decision after the other."""

    members: Sequence[Member]
    groups: list[Group]
    mentions: MentionIndex
    _group_of: dict[int, Group] = field(default_factory=dict)
    _member_at: dict[tuple[str, int], int] = field(default_factory=dict)
    _called: dict[str, list[int]] = field(default_factory=lambda: defaultdict(list))
    _blocks: list[tuple[str, frozenset[int], frozenset[int]]] = field(default_factory=list)

    def __post_init__(self) -> None:
        for group in self.groups:
            for n in group.members:
                self._group_of[n] = group
        for n, member in enumerate(self.members):
            self._member_at[member.article_id, member.cluster] = n
            self._called[folded(member.name)].append(n)

    def apply(self, constraints: Iterable[Constraint]) -> list[Constraint]:
        """The constraints in their order, each with its problem if it has one."""
        actions = {
            "merge": self._merge,
            "split": self._split,
            "block": self._block,
            "rename": self._rename,
            "alias": self._alias,
        }
        return [
            replace(each, problem=actions[each.action](each)) if each.action in actions else each
            for each in sorted(constraints, key=lambda c: c.number)
        ]

    def find_group(self, places: Sequence[Place]) -> Group | None:
        """The group that holds most of the places; None when they are gone."""
        hit = Counter(id(self._group_of[n]) for n in self.found(places) if n in self._group_of)
        if not hit:
            return None
        most = max(hit.values())
        tied = [g for g in self.groups if hit.get(id(g)) == most]
        return min(tied, key=lambda group: min(group.members))

    def found(self, places: Sequence[Place]) -> list[int]:
        """Members at the places, with repeats; a name alone finds all that are called by it."""
        listed = []
        for place in places:
            if place.article_id is None:
                listed += self._called.get(folded(place.name or ""), [])
            else:
                listed += self._in_article(place)
        return listed

    def _in_article(self, place: Place) -> list[int]:
        article = place.article_id or ""
        clusters = _standing_at(self.mentions.get(article, ()), place.span)
        found = sorted(
            {self._member_at[article, c] for c in clusters if (article, c) in self._member_at}
        )
        if place.name and place.span is None:
            wanted = folded(place.name)
            found = [n for n in found if wanted in map(folded, self.members[n].names)]
        return found

    def _merge(self, given: Constraint) -> str | None:
        one, other = self._find_one(given.one), self._find_one(given.other)
        if isinstance(one, str) or isinstance(other, str):
            return one if isinstance(one, str) else str(other)
        return None if one is other else self._join(one, other, given)

    def _join(self, one: Group, other: Group, given: Constraint) -> str | None:
        together = {*one.members, *other.members}
        for by, here, there in self._blocks:
            if together & here and together & there:
                return f"they are never to be one, by {by}; undo that first"
        names = " and ".join(f"“{self._name(group)}”" for group in (one, other))
        said = f"put together by {given.given}: the machine had {names} apart"
        one.reasons = [said, *one.reasons, *other.reasons]
        one.name = one.name or other.name
        one.dated += other.dated
        self._move(other, other.members, one)
        return None

    def _split(self, given: Constraint) -> str | None:
        group = self._find_one(given.one)
        if isinstance(group, str):
            return group
        own = set(group.members)
        leaving = {n for n in self.found(given.other) if n in own}
        return self._part(group, leaving, given, given.name)

    def _block(self, given: Constraint) -> str | None:
        one, other = self._find_one(given.one), self._find_one(given.other)
        if isinstance(one, str) or isinstance(other, str):
            return one if isinstance(one, str) else str(other)
        here, there = set(self.found(given.one)), set(self.found(given.other))
        problem = None
        if one is other:
            own = set(one.members)
            keys = {_key(self.members[n]) for n in there - here}
            kept = {_key(self.members[n]) for n in here}
            leaving = {n for n in own - here if _key(self.members[n]) in keys - kept}
            problem = self._part(one, leaving | (own & there - here), given, None)
        if problem is None:
            self._blocks.append((given.given, frozenset(here - there), frozenset(there - here)))
        return problem

    def _rename(self, given: Constraint) -> str | None:
        group = self._find_one(given.one)
        if isinstance(group, str):
            return group
        before = self._name(group)
        group.name = given.name
        group.reasons = [f"called so by {given.given}: the machine had “{before}”", *group.reasons]
        return None

    def _alias(self, given: Constraint) -> str | None:
        """A name for a time; whoever is called by it, if only one is, is the same."""
        group = self._find_one(given.one)
        if isinstance(group, str):
            return group
        group.dated.append((given.name or "", given.earliest, given.latest, given.given))
        group.name = self._name(group)  # the name for a time is never the main one
        other = self._find_one([Place(name=given.name)])
        if isinstance(other, str) or other is group:
            return None
        return self._join(group, other, given)

    def _part(
        self, group: Group, leaving: set[int], given: Constraint, name: str | None
    ) -> str | None:
        """Members leave a group and are one of their own."""
        if not leaving:
            return GONE
        if leaving == set(group.members):
            return "nobody would be left of the one that it is split from; rename it instead"
        said = f"taken apart by {given.given}: the machine had “{self._name(group)}” as one"
        new = Group([], [said], name)
        self.groups.append(new)
        self._move(group, sorted(leaving), new)
        group.reasons = [said, *group.reasons]
        return None

    def _find_one(self, places: Sequence[Place]) -> Group | str:
        """The group at the places, or what is wrong: gone, or several of that name."""
        group = self.find_group(places)
        if group is None:
            named = [place.name for place in places if place.name and place.article_id is None]
            return f"nobody here is called “{named[0]}”; check the name" if named else GONE
        if all(place.article_id is None for place in places):
            several = {id(self._group_of[n]) for n in self.found(places) if n in self._group_of}
            if len(several) > 1:
                name = places[0].name
                return f"{len(several)} here are called “{name}”; add an article that names yours"
        return group

    def _move(self, group: Group, leaving: Iterable[int], into: Group) -> None:
        moved = list(leaving)
        into.members = sorted([*into.members, *moved])
        for n in moved:
            self._group_of[n] = into
        gone = set(moved)
        group.members = [n for n in group.members if n not in gone]
        if not group.members:
            self.groups = [each for each in self.groups if each is not group]

    def _name(self, group: Group) -> str:
        if group.name:
            return group.name
        members = [self.members[n] for n in group.members]
        return canonical_name([member for member in members if member.names] or members)


def _standing_at(mentions: Sequence[tuple[Span, int]], span: Span | None) -> list[int]:
    """Clusters of the mentions that a span fits best: within "Ada Quill of the Packet" the paper
    stands too, and is not meant.  Without a span those of all mentions."""
    if span is None:
        return [cluster for _, cluster in mentions]
    fits = [(_fit(own, span), cluster) for own, cluster in mentions if overlaps(own, span)]
    best = max((fit for fit, _ in fits), default=0.0)
    return [cluster for fit, cluster in fits if fit == best]


def _fit(one: Span, other: Span) -> float:
    """How much two spans share of what they cover together."""
    shared = min(one[1], other[1]) - max(one[0], other[0])
    return shared / (max(one[1], other[1]) - min(one[0], other[0]))


def _key(member: Member) -> str:
    return name_key(member.name, member.kind, member.outlet)
