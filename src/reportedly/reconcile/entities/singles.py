"""Persons whom an article calls by one word: "Doe", "Thessaly", a stage name.

The word alone says too little.  It is taken for a fuller name that another article gives only when
the same other names stand around both, and around no rival nearly as much.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from reportedly.models.names import find_likely_gender, is_given_name
from reportedly.models.names.person import person_name
from reportedly.reconcile.entities.context import Context
from reportedly.reconcile.entities.groups import Groups
from reportedly.reconcile.entities.members import Member
from reportedly.reconcile.entities.nodes import Node, is_single

#: Names in common that a part of a name needs, when one person of the pile bears it, and when more
#: do; the best must then have this many times as many as the next.
_ONE_BEARER = 1
_MANY_BEARERS = 2
_TIMES_AS_MANY = 2
#: Articles that name a person of whom readers think first, and how many times as many as for all
#: others of that last name.
_WELL_KNOWN, _FAR_MORE = 8, 5
#: Letters that a clipped given name has at least.
_LETTERS = 4

Places = dict[int, tuple[str, str]]
"""member → (key of a group, reason)"""


def find_places(
    members: Sequence[Member], nodes: Mapping[str, Node], groups: Groups, context: Context
) -> Places:
    """For each person called by one word its group; new groups for those left over."""
    bearers = _bearers(nodes, groups)
    relatives = _families_in_articles(members)
    found: Places = {}
    left: dict[str, list[int]] = defaultdict(list)
    for n, member in enumerate(members):
        if not is_single(member):
            continue
        word = person_name(member.name).family
        options = bearers.get(word) or _clipped(word, bearers)
        scored = _scored(member, word, options, context, relatives[member.article_id])
        place = _find_bearer(member, scored) or _find_well_known(member, scored, nodes, context)
        if place:
            found[n] = place
        else:
            left[word].append(n)
    companions: dict[str, set[str]] = defaultdict(set)
    for n, (group, _) in found.items():
        companions[members[n].article_id].add(f"with {group}")
    for word in sorted(left):
        alone = word not in bearers
        found.update(_by_company(word, left[word], members, context, companions if alone else None))
    return found


def _families_in_articles(members: Sequence[Member]) -> dict[str, set[str]]:
    """Article → last names of the people to whom it gives a full name."""
    found: dict[str, set[str]] = defaultdict(set)
    for member in members:
        if member.kind == "person" and not is_single(member):
            found[member.article_id].add(person_name(member.name).family)
    return found


def _bearers(nodes: Mapping[str, Node], groups: Groups) -> dict[str, dict[str, list[str]]]:
    """Part of a name → group → its nodes with that family name (or part of a double one).

    Those who have the word for a given name count too, unless it is known for a family name only.
    """
    found: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    given: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for key, node in nodes.items():
        if node.kind != "person":
            continue
        parts = person_name(node.name)
        for word in sorted({parts.family, *parts.family.split("-"), *parts.middle[-1:]} - {""}):
            found[word][groups.group_of(key)].append(key)
        given[parts.given][groups.group_of(key)].append(key)
        if len(parts.given) >= _LETTERS + 2:
            found[f"{parts.given[:_LETTERS]}…"][groups.group_of(key)].append(key)
    for word in sorted(given):
        if word not in found or is_given_name(word):
            found[word].update(given[word])
    return found


def _clipped(word: str, bearers: Mapping[str, Mapping[str, list[str]]]) -> Mapping[str, list[str]]:
    """Bearers of a given name of which `word` is a clipped form ("Thess" for "Thessaly")."""
    return bearers.get(f"{word[:_LETTERS]}…", {}) if len(word) >= _LETTERS else {}


@dataclass(frozen=True, slots=True)
class _Option:
    """A group that bears the word: its nodes, and the names that stand with both."""

    group: str
    keys: tuple[str, ...]
    shared: int


def _scored(
    member: Member,
    word: str,
    bearers: Mapping[str, list[str]],
    context: Context,
    families: set[str],
) -> list[_Option]:
    """Groups that bear the word, the best first.

    For a given name a relative in the article, by the last name, counts as a name in common.
    """
    around = context.in_articles([member.article_id])
    found = []
    for group, keys in bearers.items():
        shared = {key for node in keys for key in context.company(node) & around} - set(keys)
        names = [person_name(key.removeprefix("person ")) for key in keys]
        kin = any(name.family in families and name.family != word for name in names)
        found.append(_Option(group, tuple(keys), len(shared) + kin))
    return sorted(found, key=lambda option: (-option.shared, option.group))


def _find_bearer(member: Member, ranked: Sequence[_Option]) -> tuple[str, str] | None:
    if not ranked:
        return None
    best = ranked[0]
    reason = f"“{member.name}” with {best.shared} other names in common"
    if len(ranked) == 1:
        return (best.group, reason) if best.shared >= _ONE_BEARER else None
    if best.shared >= _MANY_BEARERS and best.shared >= _TIMES_AS_MANY * ranked[1].shared:
        return best.group, reason
    return None


def _find_well_known(
    member: Member, ranked: Sequence[_Option], nodes: Mapping[str, Node], context: Context
) -> tuple[str, str] | None:
    """Who is named in far more articles than all others of that last name together."""
    counts = {option.group: context.n_articles(option.keys) for option in ranked}
    if not counts:
        return None
    best = max(ranked, key=lambda option: (counts[option.group], option.group))
    others = sum(counts.values()) - counts[best.group]
    often = counts[best.group]
    if often < _WELL_KNOWN or often < _FAR_MORE * others:
        return None
    if best.shared < max(option.shared for option in ranked) or not _may_be(member, best, nodes):
        return None
    return best.group, f"“{member.name}”, by far the best known of that name: {often} articles"


def _may_be(member: Member, option: _Option, nodes: Mapping[str, Node]) -> bool:
    """False when title or pronouns speak against it, and for a given name."""
    hints = {member.titled, member.pronoun} - {""}
    names = [person_name(nodes[key].name) for key in option.keys]
    likely = {find_likely_gender(name.given) for name in names} - {None}
    word = person_name(member.name).family
    return all(name.family == word for name in names) and (
        len(hints) < 2 and (not hints or not likely or bool(hints & likely))
    )


def _by_company(
    word: str,
    found: Sequence[int],
    members: Sequence[Member],
    context: Context,
    companions: Mapping[str, set[str]] | None,
) -> Places:
    """Groups of members with one word for a name.

    When nobody bears it in a fuller name (a stage name, a child), members whose articles share
    other names are one; else (`companions` None) each article keeps its own.

    Args:
        companions: article → those called by one word there whose group is known.
    """
    places: Places = {}
    group_of_company: dict[str, str] = {}
    for n in found:
        member = members[n]
        around: set[str] = set()
        if companions is not None:
            around |= context.in_articles([member.article_id])
            around |= companions.get(member.article_id, set())
        known = sorted({group_of_company[key] for key in around if key in group_of_company})
        group = known[0] if known else f"single {word} {member.article_id} {member.cluster}"
        reason = f"“{member.name}” among the same other names" if known else ""
        places[n] = (group, reason)
        for key in sorted(around):
            group_of_company.setdefault(key, group)
    return places
