"""Persons whom an article calls by one word: "Doe", "Thessaly", a stage name.

The word alone says too little.  It is taken for a fuller name that another article gives only when
the same other names stand around both, and around no rival nearly as much.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence

import numpy as np

from reportedly.arrays import Flags, Numbers
from reportedly.models.names import find_likely_gender, is_given_name
from reportedly.models.names.person import person_name
from reportedly.reconcile.entities.bearing import Bearers, by_word_of
from reportedly.reconcile.entities.context import Context, ranges
from reportedly.reconcile.entities.groups import Groups
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


class Block:
    """All who bear one word: the groups, and the names that stand with each of them.  In columns:
    some words are borne by hundreds, and as many are called by them."""

    def __init__(
        self, word: str, options: list[Option], bearers: Bearers, context: Context
    ) -> None:
        self._word, self._context, self._names = word, context, bearers.nodes
        self._families = bearers.families
        self._options = options
        #: the nodes of the groups, and of each the place of its group among the options
        self._nodes = np.array([node for _, nodes in options for node in nodes], dtype=np.int64)
        self._of = np.repeat(np.arange(len(options)), [len(nodes) for _, nodes in options])
        found, owners = context.companies(self._nodes, self._of)
        order = np.argsort(found, kind="stable")
        self._company_nodes, self._company_of = found[order], owners[order]
        self._relatives = self._by_family()
        names = ([self._names.name_of(node) for node in nodes] for _, nodes in options)
        #: of each option whether the word is a last name of it
        self._is_last = np.array(
            [any(person_name(name).family == word for name in own) for own in names], dtype=np.bool_
        )

    def _by_family(self) -> dict[str, list[int]]:
        """Last name → the options that have it, but the word itself."""
        found: dict[str, list[int]] = {}
        for at, (_, nodes) in enumerate(self._options):
            names = (self._names.name_of(node) for node in nodes)
            for family in {person_name(name).family for name in names} - {self._word}:
                found.setdefault(family, []).append(at)
        return found

    def places(self, members: Sequence[int]) -> tuple[Places, list[int]]:
        """The members that are one of the groups, and those that are left over."""
        if not self._options:
            return {}, list(members)
        roster = self._names.roster
        articles = roster.article[np.array(members, dtype=np.int64)].astype(np.int64)
        owners, around = self._context.around(articles)
        shared = self._shared(articles, owners, around)
        named = np.bincount(owners, np.isin(around, self._nodes), minlength=len(members)) > 0
        # The article's own "Mr Doe" would be the Doe it names in full, if it could: that is a
        # child, perhaps, and who else is meant is not known.
        is_child = named & (roster.titled[members] != SEXES.index(""))
        best = shared.argmax(1)
        # Nor is "her nephew Theo" the Theodora Doe whom the article names beside him.
        apart = self._named_beside(owners, around, len(members)) & ~self._is_last
        is_child |= apart[np.arange(len(members)), best]
        most = shared[np.arange(len(members)), best]
        is_clear = most >= _ONE_BEARER
        if len(self._options) > 1:
            second = np.partition(shared, -2, axis=1)[:, -2]
            is_clear = (most >= _MANY_BEARERS) & (most >= _TIMES_AS_MANY * second)
        known = self._find_well_known()
        is_known = np.zeros(len(members), dtype=np.bool_)
        if known is not None:
            is_known = shared[:, known[0]] == most
        found: Places = {}
        for at in np.flatnonzero(~is_child & (is_clear | is_known)).tolist():
            member = members[at]
            name = roster.names.texts[roster.name[member]]
            if is_clear[at]:
                reason = f"“{name}” with {most[at]} other names in common"
                found[member] = self._options[best[at]][0], reason
            elif known is not None and self._may_be(member, self._options[known[0]][1]):
                reason = f"“{name}”, by far the best known of that name: {known[1]} articles"
                found[member] = self._options[known[0]][0], reason
        return found, [member for member in members if member not in found]

    def _named_beside(self, owners: Numbers, around: Numbers, size: int) -> Flags:
        """For each article and option whether the article names the option by its full name."""
        found = np.zeros((size, len(self._options)), dtype=np.bool_)
        order = np.argsort(self._nodes, kind="stable")
        known = self._nodes[order]
        at = np.minimum(np.searchsorted(known, around), len(known) - 1)
        hit = known[at] == around
        found[owners[hit], self._of[order][at[hit]]] = True
        return found

    def _shared(self, articles: Numbers, owners: Numbers, around: Numbers) -> Numbers:
        """How many names of each article stand with each group.

        For a given name a relative in the article, by the last name, counts as a name in common.
        """
        starts = np.searchsorted(self._company_nodes, around, side="left")
        counts = np.searchsorted(self._company_nodes, around, side="right") - starts
        groups = self._company_of[ranges(starts, counts)]
        size = len(self._options)
        cells = np.repeat(owners, counts) * size + groups
        found = np.bincount(cells, minlength=len(articles) * size).reshape(-1, size)
        for at, article in enumerate(articles.tolist() if self._relatives else ()):
            families = self._families.get(article, set()) & self._relatives.keys()
            kin = {option for family in families for option in self._relatives[family]}
            found[at, sorted(kin)] += 1
        return found

    def _find_well_known(self) -> tuple[int, int] | None:
        """Who is named in far more articles than all others of that last name together: the place
        among the options, and in how many articles."""
        counts = self._context.n_articles(self._nodes, self._of)
        often, at = max((count, at) for at, count in enumerate(counts.tolist()))
        others = int(counts.sum()) - often
        return (at, often) if often >= max(_WELL_KNOWN, _FAR_MORE * others) else None

    def _may_be(self, member: int, nodes: Sequence[int]) -> bool:
        """False when title or pronouns speak against it, and for a given name."""
        roster = self._names.roster
        hints = {SEXES[roster.titled[member]], SEXES[roster.pronoun[member]]} - {""}
        names = [person_name(self._names.name_of(node)) for node in nodes]
        likely = {find_likely_gender(name.given) for name in names} - {None}
        return all(name.family == self._word for name in names) and (
            len(hints) < 2 and (not hints or not likely or bool(hints & likely))
        )


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
