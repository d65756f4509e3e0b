"""What a name names, decided over all articles: parsers err in single sentences, rarely in most."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import replace

from reportedly.model import EntityKind
from reportedly.models.names import is_given_name
from reportedly.models.names.organisation import key_words
from reportedly.models.names.person import person_name
from reportedly.reconcile.entities.members import Member

#: Share of the articles that must agree on another kind before one article is overruled.
_AGREED = 2 / 3
#: Or so many articles, and so many times as many as for any other kind.
_SEVERAL, _TIMES_AS_MANY = 3, 2
#: "Ann Doe" is a person when one article in so many says so.
_READ_AS_PERSON = 3


def settled(members: Sequence[Member]) -> list[Member]:
    """The members, in the order given, with the kind that most articles give to their name.

    A person's family name counts as a name of a person wherever the full name is given.
    """
    votes: dict[tuple[str, ...], Counter[EntityKind]] = defaultdict(Counter)
    for member in members:
        keys = {key_words(name) for name in member.names}
        if member.kind == "person":
            keys.add((person_name(member.name).family,))
        for key in keys:
            votes[key][member.kind] += 1
    return [_settled(member, votes[key_words(member.name)]) for member in members]


def _reads_as_person(name: str) -> bool:
    """Two words of which the first is a given name."""
    words = name.split()
    return len(words) == 2 and is_given_name(words[0])


def _settled(member: Member, votes: Counter[EntityKind]) -> Member:
    ranked = sorted(votes.items(), key=lambda item: (-item[1], item[0]))
    kind, n = ranked[0]
    second = ranked[1][1] if len(ranked) > 1 else 0
    agreed = n > 1 and n >= _AGREED * votes.total()
    if _reads_as_person(member.name) and votes["person"] >= votes.total() / _READ_AS_PERSON:
        return replace(member, kind="person")
    agreed = agreed or (n >= _SEVERAL and n >= _TIMES_AS_MANY * second)
    return replace(member, kind=kind) if agreed and kind != member.kind else member
