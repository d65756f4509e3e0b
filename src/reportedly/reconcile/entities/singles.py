"""Persons whom an article calls by one word: "Doe", "Thessaly", a stage name.

The word alone says too little.  It is taken for a fuller name that another article gives only when
the same other names stand around both, and around no rival nearly as much.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from reportedly.models.names import find_likely_gender, is_given_name
from reportedly.models.names.person import person_name
from reportedly.reconcile.entities.bearing import Bearers, by_word_of
from reportedly.reconcile.entities.context import Context
from reportedly.reconcile.entities.groups import Groups
from reportedly.reconcile.entities.names import Numbers
from reportedly.reconcile.entities.nodes import Nodes
from reportedly.reconcile.entities.roster import SEXES, Roster
from reportedly.reconcile.entities.telling_apart import Option, without_forebears

#: Names in common that a part of a name needs, when one person of the pile bears it, and when more
#: do; the best must then have this many times as many as the next.
_ONE_BEARER = 1
_MANY_BEARERS = 2
_TIMES_AS_MANY = 2
#: Articles that name a person of whom readers think first, and how many times as many as for all
#: others of that last name.
_WELL_KNOWN, _FAR_MORE = 8, 5

#: Nodes that are left out one by one: of so few that is quicker.
_FEW_NODES = 4

Places = dict[int, tuple["int | str", str]]
"""member → (its group: the smallest node, or a name for a new one; reason)"""


def find_places(nodes: Nodes, groups: Groups, context: Context) -> Places:
    """For each person called by one word its group; new groups for those left over."""
    roster = nodes.roster
    by_word = by_word_of(roster)
    bearers = Bearers(nodes, groups, by_word)
    found: Places = {}
    left: dict[str, list[int]] = {}
    options: dict[str, list[Option]] = {}
    for word in sorted(by_word):
        known = without_forebears(word, by_word[word], bearers.of(word), nodes, context)
        placed, rest = Block(word, known, bearers, context).places(by_word[word])
        found.update(placed)
        if rest:
            left[word], options[word] = rest, known
    companions: dict[int, set[int]] = defaultdict(set)
    for n, (group, _) in found.items():
        if isinstance(group, int):
            # Numbers below 0, so that they are none of nodes.
            companions[int(roster.article[n])].add(-1 - group)
    for word, rest in left.items():
        known = options[word] if is_given_name(word) else []
        beside = _beside_others(rest, known, bearers, context, companions)
        found.update(beside)
        rest = [n for n in rest if n not in beside]
        company = None if options[word] and bearers.has(word) else companions
        found.update(_by_company(word, rest, roster, context, company))
    return found


@dataclass(frozen=True, slots=True)
class _Best:
    """The best of the groups that bear a word, and how many names the next has in common."""

    group: int
    shared: int
    next_shared: int | None


class Block:
    """All who bear one word: the groups, and the names that stand with each of them."""

    def __init__(
        self, word: str, options: list[Option], bearers: Bearers, context: Context
    ) -> None:
        self._word, self._context, self._names = word, context, bearers.nodes
        self._families = bearers.families
        self._options = options
        companies = [self._company(nodes) for _, nodes in self._options]
        flat = np.concatenate([_NONE, *companies])
        owners = np.repeat(np.arange(len(companies)), [len(company) for company in companies])
        order = np.argsort(flat, kind="stable")
        self._company_nodes, self._company_of = flat[order], owners[order]
        self._relatives = self._by_family()
        self._counts: list[int] | None = None

    def _company(self, nodes: Sequence[int]) -> Numbers:
        """The names that stand with any node of a group."""
        listed = [self._context.company(node) for node in nodes]
        found = listed[0] if len(listed) == 1 else np.unique(np.concatenate(listed))
        for node in nodes if len(nodes) <= _FEW_NODES else ():
            found = found[found != node]
        return found if len(nodes) <= _FEW_NODES else found[~np.isin(found, nodes)]

    def _by_family(self) -> dict[str, list[int]]:
        """Last name → the options that have it, but the word itself."""
        found: dict[str, list[int]] = {}
        for at, (_, nodes) in enumerate(self._options):
            keys = (self._names.keys[node].removeprefix("person ") for node in nodes)
            for family in {person_name(key).family for key in keys} - {self._word}:
                found.setdefault(family, []).append(at)
        return found

    def places(self, members: Sequence[int]) -> tuple[Places, list[int]]:
        """The members that are one of the groups, and those that are left over."""
        if not self._options:
            return {}, list(members)
        found: Places = {}
        left = []
        for member in members:
            place = self._find_place(member)
            if place:
                found[member] = place
            else:
                left.append(member)
        return found, left

    def _find_place(self, member: int) -> tuple[int, str] | None:
        article = int(self._names.roster.article[member])
        shared = self._shared(article)
        if SEXES[self._names.roster.titled[member]] and self._is_named_in(article):
            # The article's own "Mr Doe" would be the Doe it names in full, if it could: that is a
            # child, perhaps, and who else is meant is not known.
            return None
        at = int(shared.argmax())
        most = int(shared[at])
        shared[at] = -1
        next_shared = int(shared.max()) if len(shared) > 1 else None
        shared[at] = most
        best = _Best(self._options[at][0], most, next_shared)
        name = self._names.roster.names.texts[self._names.roster.name[member]]
        return _find_bearer(name, best) or self._find_well_known(member, name, shared)

    def _is_named_in(self, article: int) -> bool:
        """True when an article names one of the groups in full."""
        around = set(self._context.in_articles([article]).tolist())
        return any(around & set(nodes) for _, nodes in self._options)

    def _shared(self, article: int) -> Numbers:
        """How many names of the article stand with each group.

        For a given name a relative in the article, by the last name, counts as a name in common.
        """
        around = self._context.in_articles([article])
        starts = np.searchsorted(self._company_nodes, around, side="left")
        ends = np.searchsorted(self._company_nodes, around, side="right")
        hits = [self._company_of[s:e] for s, e in zip(starts.tolist(), ends.tolist(), strict=True)]
        found = np.bincount(np.concatenate([_NONE, *hits]), minlength=len(self._options))
        kin = {at for family in self._families[article] for at in self._relatives.get(family, ())}
        found[sorted(kin)] += 1
        return found

    def _find_well_known(self, member: int, name: str, shared: Numbers) -> tuple[int, str] | None:
        """Who is named in far more articles than all others of that last name together."""
        if self._counts is None:
            self._counts = [self._context.n_articles(nodes) for _, nodes in self._options]
        counts = self._counts
        often, at = max((count, at) for at, count in enumerate(counts))
        others = sum(counts) - often
        if often < _WELL_KNOWN or often < _FAR_MORE * others or shared[at] < shared.max():
            return None
        group, nodes = self._options[at]
        if not self._may_be(member, nodes):
            return None
        return group, f"“{name}”, by far the best known of that name: {often} articles"

    def _may_be(self, member: int, nodes: Sequence[int]) -> bool:
        """False when title or pronouns speak against it, and for a given name."""
        roster = self._names.roster
        hints = {SEXES[roster.titled[member]], SEXES[roster.pronoun[member]]} - {""}
        names = [person_name(self._names.name_of(node)) for node in nodes]
        likely = {find_likely_gender(name.given) for name in names} - {None}
        return all(name.family == self._word for name in names) and (
            len(hints) < 2 and (not hints or not likely or bool(hints & likely))
        )


def _find_bearer(name: str, best: _Best) -> tuple[int, str] | None:
    reason = f"“{name}” with {best.shared} other names in common"
    if best.next_shared is None:
        return (best.group, reason) if best.shared >= _ONE_BEARER else None
    if best.shared >= _MANY_BEARERS and best.shared >= _TIMES_AS_MANY * best.next_shared:
        return best.group, reason
    return None


def _beside_others(
    members: Sequence[int],
    options: Sequence[Option],
    bearers: Bearers,
    context: Context,
    companions: Mapping[int, set[int]],
) -> Places:
    """Those called by a given name that one person of the pile has, in an article that calls others
    by one word, too: "Ada and Tarn" where Ada Quill stands beside Bo Tarn elsewhere."""
    roster = bearers.nodes.roster
    near = [n for n in members if int(roster.article[n]) in companions]
    if not near or len(options) != 1:
        return {}
    group, nodes = options[0]
    beside = {-1 - bearers.group_of(other) for node in nodes for other in context.company(node)}
    places: Places = {}
    for n in near:
        shared = len(beside & companions[int(roster.article[n])])
        if shared >= _ONE_BEARER:
            name = roster.names.texts[roster.name[n]]
            places[n] = group, f"“{name}” with {shared} other names in common"
    return places


def _by_company(
    word: str,
    found: Sequence[int],
    roster: Roster,
    context: Context,
    companions: Mapping[int, set[int]] | None,
) -> Places:
    """Groups of members with one word for a name.

    When nobody bears it in a fuller name (a stage name, a child), members whose articles share
    other names are one; else (`companions` None) each article keeps its own.

    Args:
        companions: article → those called by one word there whose group is known.
    """
    places: Places = {}
    group_of_company: dict[int, str] = {}
    for n in found:
        article = int(roster.article[n])
        around: set[int] = set()
        if companions is not None:
            around |= set(context.in_articles([article]).tolist())
            around |= companions.get(article, set())
        known = sorted({group_of_company[key] for key in around if key in group_of_company})
        new = f"single {word} {roster.article_ids[article]} {roster.cluster[n]}"
        group = known[0] if known else new
        name = roster.names.texts[roster.name[n]]
        places[n] = (group, f"“{name}” among the same other names" if known else "")
        for key in around:
            group_of_company.setdefault(key, group)
    return places


_NONE = np.zeros(0, dtype=np.int64)
