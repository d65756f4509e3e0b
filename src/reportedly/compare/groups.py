"""Groups across articles, compared by who is in them: the same, changed, split, merged, new, gone.

Two groups are one when each holds more members of the other than of any other group.
"""

import hashlib
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from reportedly.chronicle import Chronicle
from reportedly.model import Article, Claim, Entity, Event, Mention, Statement, Story, Utterance

Members = dict[str, frozenset[str]]
"""group identifier → members, each named by where it stands"""


@dataclass(frozen=True, slots=True)
class ChangedGroup:
    """A group that is there in both, with other members."""

    label: str
    lost: int
    gained: int


@dataclass(frozen=True, slots=True)
class GroupDifferences:
    """How the groups of one kind differ; labels are names or words of the groups."""

    kind: str
    same: int
    changed: tuple[ChangedGroup, ...]
    gone: tuple[str, ...]
    new: tuple[str, ...]

    @property
    def count(self) -> int:
        """How many groups differ."""
        return len(self.changed) + len(self.gone) + len(self.new)


def compare_groups(before: Chronicle, after: Chronicle) -> Iterator[GroupDifferences]:
    """The differences of each kind of group."""
    labels_before, labels_after = _labels(before), _labels(after)
    members_before, members_after = _members(before), _members(after)
    for kind, old in members_before.items():
        new = members_after[kind]
        pairs = _pairs(old, new)
        changed = [
            ChangedGroup(labels_after.get(b, b), len(old[a] - new[b]), len(new[b] - old[a]))
            for a, b in pairs.items()
            if old[a] != new[b]
        ]
        yield GroupDifferences(
            kind=kind,
            same=len(pairs) - len(changed),
            changed=tuple(sorted(changed, key=lambda c: (-(c.lost + c.gained), c.label))),
            gone=tuple(sorted(labels_before.get(a, a) for a in old.keys() - pairs.keys())),
            new=tuple(sorted(labels_after.get(b, b) for b in new.keys() - set(pairs.values()))),
        )


def matched_names(before: Chronicle, after: Chronicle) -> dict[str, str]:
    """Identifier → one name for both chronicles, of groups and of statements."""
    names: dict[str, str] = {}
    members_before, members_after = _members(before), _members(after)
    for kind, old in members_before.items():
        for a, b in _pairs(old, members_after[kind]).items():
            names[a] = names[b] = f"{kind} {min(a, b)}"
    for opened in (before, after):
        names.update(_statement_names(opened))
    return names


def _statement_names(opened: Chronicle) -> dict[str, str]:
    """Statements are named by their content, so that another cue or source is a change of it."""
    seen: Counter[str] = Counter()
    names = {}
    for row in opened.rows(Statement):
        place = f"{row.article_id} {row.content}"
        names[row.statement_id] = f"{place} {seen[place]}"
        seen[place] += 1
    return names


def _members(opened: Chronicle) -> dict[str, Members]:
    found: dict[str, dict[str, set[str]]] = {
        kind: {} for kind in ("entities", "utterances", "claims", "stories", "copies", "events")
    }

    def add(kind: str, group: str | None, member: str) -> None:
        if group is not None:
            found[kind].setdefault(group, set()).add(member)

    for mention in opened.rows(Mention):
        add("entities", mention.entity_id, f"{mention.article_id} {mention.span}")
    for statement in opened.rows(Statement):
        member = f"{statement.article_id} {statement.content}"
        add("utterances", statement.utterance_id, member)
        add("claims", statement.claim_id, member)
    for article in opened.rows(Article):
        add("stories", article.story_id, article.article_id)
        add("copies", article.copy_group, article.article_id)
    for event in opened.rows(Event):
        for place in event.evidence:
            add("events", event.event_id, f"{place.article_id} {place.span}")
    return {
        kind: {group: frozenset(members) for group, members in groups.items()}
        for kind, groups in found.items()
    }


def _pairs(old: Members, new: Members) -> dict[str, str]:
    """Old group → new group, where each is the other's best match."""
    where: dict[str, list[str]] = {}
    for group, members in new.items():
        for member in members:
            where.setdefault(member, []).append(group)
    shared = {
        group: Counter(other for member in members for other in where.get(member, ()))
        for group, members in old.items()
    }
    best = {a: _best(counts) for a, counts in shared.items() if counts}
    back: dict[str, Counter[str]] = {}
    for a, counts in shared.items():
        for b, count in counts.items():
            back.setdefault(b, Counter())[a] = count
    return {a: b for a, b in sorted(best.items()) if _best(back[b]) == a}


def _best(counts: Mapping[str, int]) -> str:
    """Most shared; among equals the same one whatever the order, by a hash of its name."""
    return min(counts, key=lambda name: (-counts[name], hashlib.sha256(name.encode()).digest()))


def _labels(opened: Chronicle) -> dict[str, str]:
    labels = {row.entity_id: row.name for row in opened.rows(Entity)}
    labels.update({row.utterance_id: row.text for row in opened.rows(Utterance)})
    labels.update({row.claim_id: row.text for row in opened.rows(Claim)})
    labels.update({row.story_id: row.label for row in opened.rows(Story)})
    labels.update({row.event_id: row.what for row in opened.rows(Event)})
    return labels
