"""Which version of an utterance each report most likely comes from: groups in, `Variant`s out.

A report comes from a version that was there before it: from the outlet that it names, if that has
one, else from the version it differs least from.  Of equal ones the earliest is taken.
"""

from collections.abc import Mapping

from reportedly.model import Article, Statement, Variant
from reportedly.reconcile.days import day_of
from reportedly.reconcile.groups import UNDATED
from reportedly.reconcile.independence import SourceIndex
from reportedly.reconcile.utterances.edits import WordChange, as_edit, changes, kind_of_change
from reportedly.reconcile.utterances.wording import Said, carries_content

#: Different earlier versions that a report is compared with; famous sentences have hundreds of
#: reports and few versions.
VERSIONS = 48
#: Shortening is the commonest change, so a word left out at the ends weighs little.
TRIMMED_WORD = 0.05
#: Words may be left out anywhere, in a report of several pieces also between them; those that are
#: new must come from elsewhere.
DROPPED_WORD, ADDED_WORD = 0.5, 2.0
#: A quotation does not come from a retelling while there is any other version.
FROM_RETELLING = 100.0
#: A version in a near copy of the same article is preferred to one just as close elsewhere.
OTHER_ARTICLE = 0.01


class Lineage:
    """Finds the origin of each report; knows articles, relays and copies."""

    def __init__(
        self, said: Mapping[str, Said], articles: Mapping[str, Article], sources: SourceIndex
    ) -> None:
        self._said = said
        self._articles = articles
        self._sources = sources

    def in_order(self, group: tuple[str, ...]) -> list[str]:
        """The statements of a group by day; of one day, quoted and fuller ones first.

        A report that names another's outlet as its source puts that one before itself, when the
        evidence for its day allows it.
        """

        relaying = self._relaying(group)

        def order(name: str) -> tuple[object, ...]:
            one = self._said[name]
            return (
                self._day(name, relaying), name in relaying, not one.quoted, -len(one.keys),
                one.statement.article_id, one.statement.content, name,
            )  # fmt: skip

        return sorted(group, key=order)

    def _relaying(self, group: tuple[str, ...]) -> list[str]:
        """Those that name an outlet of which the group has another report; a programme in which
        something was said reports nothing."""
        outlets = self._sources.outlets
        known = {outlets.get(self._statement(name).article_id) for name in group}
        found = []
        for name in group:
            own = outlets.get(self._statement(name).article_id)
            if any(key in known and key != own for key in self._sources.relays.get(name, ())):
                found.append(name)
        return found

    def _day(self, name: str, relaying: list[str]) -> str:
        article = self._articles[self._statement(name).article_id]
        day = day_of(article) or UNDATED
        if article.published:
            return day
        earliest = article.published_earliest or ""
        if not earliest and article.published_latest:
            day = article.published_latest[: len("2000-01-01")]
        relayed = [
            day_of(self._articles[self._statement(other).article_id])
            for other in relaying
            if self._relays(other, name)
        ]
        return min([day, *(d for d in relayed if d and earliest <= d)])

    def variants(self, utterance_id: str, group: tuple[str, ...]) -> list[Variant]:
        """One row for each statement of a group of two or more; nothing for a group of one."""
        ordered = self.in_order(group)
        if len(ordered) < 2:
            return []
        rows = [Variant(utterance_id=utterance_id, statement_id=ordered[0], change="identical")]
        versions = {self._version(ordered[0]): ordered[0]}
        for name in ordered[1:]:
            rows.append(self._variant(utterance_id, name, list(versions.values())))
            if len(versions) < VERSIONS and not self._is_excerpt(rows[-1]):
                versions.setdefault(self._version(name), name)
        return rows

    def _is_excerpt(self, row: Variant) -> bool:
        """Does it only give in part what stands in the same article: a headline, a caption?"""
        origin = row.from_statement_id
        if origin is None or row.change not in ("identical", "trimmed"):
            return False
        one, other = self._said[row.statement_id], self._said[origin]
        same = one.statement.article_id == other.statement.article_id
        return same and len(one.keys) <= len(other.keys)

    def _version(self, name: str) -> tuple[object, ...]:
        """Versions are told apart by words and outlet, since a report may name the outlet."""
        one = self._said[name]
        return one.all_keys, one.quoted, self._sources.outlets.get(one.statement.article_id)

    def _variant(self, utterance_id: str, name: str, earlier: list[str]) -> Variant:
        named = [e for e in earlier if self._relays(name, e)]
        later = self._said[name]
        found = {e: changes(self._said[e], later) for e in named or earlier}
        ranks = {e: at for at, e in enumerate(earlier)}
        origin = min(found, key=lambda e: (self._cost(e, name, found[e]), ranks[e]))
        return Variant(
            utterance_id=utterance_id,
            statement_id=name,
            from_statement_id=origin,
            change=kind_of_change(self._said[origin], later, found[origin]),
            edits=tuple(as_edit(change) for change in found[origin]),
        )

    def _relays(self, name: str, earlier: str) -> bool:
        """Does the statement name the outlet of the earlier one as its source?"""
        outlet = self._sources.outlets.get(self._statement(earlier).article_id)
        return outlet is not None and outlet in self._sources.relays.get(name, ())

    def _statement(self, name: str) -> Statement:
        return self._said[name].statement

    def _cost(self, earlier: str, later: str, found: tuple[WordChange, ...]) -> float:
        cost = 0.0
        # "Stars" may stand in both, far from what they have in common otherwise.
        known = {word.key for word in self._said[earlier].words if carries_content(word.key)}
        for change in found:
            trimmed = change.outside or change.op == "elide"
            cost += len(change.old) * (TRIMMED_WORD if trimmed else DROPPED_WORD)
            cost += sum(DROPPED_WORD if w.key in known else ADDED_WORD for w in change.new)
        if self._said[later].quoted and not self._said[earlier].quoted:
            cost += FROM_RETELLING
        one, other = self._statement(earlier).article_id, self._statement(later).article_id
        copies = self._sources.copies
        related = one == other or (one in copies and copies[one] == copies.get(other))
        return cost if related else cost + OTHER_ARTICLE
