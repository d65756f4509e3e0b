"""What a name names, decided over all articles: parsers err in single sentences, rarely in most."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from reportedly.model import EntityKind
from reportedly.models.names.organisation import key_words
from reportedly.reconcile.entities.members import Member

#: Share of the articles that must agree on another kind before one article is overruled.
_AGREED = 2 / 3


def settled(members: Sequence[Member], outlets: Iterable[str]) -> list[Member]:
    """The members with the kind that most articles give to their name.

    Args:
        members: in the order of their keys.
        outlets: names of the outlets that published the articles: they are organisations.
    """
    known = {key_words(outlet) for outlet in outlets}
    votes: dict[tuple[str, ...], Counter[EntityKind]] = defaultdict(Counter)
    for member in members:
        for key in {key_words(name) for name in member.names}:
            votes[key][member.kind] += 1
    return [_settled(member, votes[key_words(member.name)], known) for member in members]


def _settled(member: Member, votes: Counter[EntityKind], outlets: set[tuple[str, ...]]) -> Member:
    if key_words(member.name) in outlets:
        return replace(member, kind="organisation")
    kind, n = max(votes.items(), key=lambda item: (item[1], item[0]))
    agreed = n >= _AGREED * votes.total() and n > 1
    return replace(member, kind=kind) if agreed and kind != member.kind else member
