"""Persons whom an article calls by one word: "Doe", "Thessaly", a stage name.

The word alone says too little.  It is taken for a fuller name that another article gives only when
the same other names stand around both, and around no rival nearly as much.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from reportedly.models.names import is_given_name
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
#: Letters that a clipped given name has at least.
_LETTERS = 4

Places = dict[int, tuple[str, str]]
"""member → (key of a group, reason)"""


def find_places(
    members: Sequence[Member], nodes: Mapping[str, Node], groups: Groups, context: Context
) -> Places:
    """For each person called by one word its group; new groups for those left over."""
    bearers = _bearers(nodes, groups)
    found: Places = {}
    left: dict[str, list[int]] = defaultdict(list)
    for n, member in enumerate(members):
        if not is_single(member):
            continue
        word = person_name(member.name).family
        place = _find_bearer(member, bearers.get(word) or _clipped(word, bearers), context)
        if place:
            found[n] = place
        else:
            left[word].append(n)
    for word in sorted(left):
        found.update(_by_company(word, left[word], members, context, alone=word not in bearers))
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


def _find_bearer(
    member: Member, bearers: Mapping[str, list[str]], context: Context
) -> tuple[str, str] | None:
    around = context.in_articles([member.article_id])
    shared = {
        group: len({key for node in keys for key in context.company(node) & around} - set(keys))
        for group, keys in bearers.items()
    }
    ranked = sorted(shared, key=lambda group: (-shared[group], group))
    if not ranked:
        return None
    best = shared[ranked[0]]
    reason = f"“{member.name}” with {best} other names in common"
    if len(ranked) == 1:
        return (ranked[0], reason) if best >= _ONE_BEARER else None
    if best >= _MANY_BEARERS and best >= _TIMES_AS_MANY * shared[ranked[1]]:
        return ranked[0], reason
    return None


def _by_company(
    word: str, found: Sequence[int], members: Sequence[Member], context: Context, *, alone: bool
) -> Places:
    """Groups of members with one word for a name.

    When nobody bears it in a fuller name (a stage name), members whose articles share other names
    are one; else each article keeps its own.
    """
    places: Places = {}
    group_of_company: dict[str, str] = {}
    for n in found:
        member = members[n]
        around = context.in_articles([member.article_id]) if alone else frozenset()
        known = sorted({group_of_company[key] for key in around if key in group_of_company})
        group = known[0] if known else f"single {word} {member.article_id} {member.cluster}"
        reason = f"“{member.name}” among the same other names" if known else ""
        places[n] = (group, reason)
        for key in around:
            group_of_company.setdefault(key, group)
    return places
