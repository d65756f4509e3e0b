"""What articles foretell, overtake and correct: only those are read that answer one another."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from reportedly.arrays import Flags, Hashes, Numbers
from reportedly.model import Article, Entity, Finding, Statement
from reportedly.outlets import outlet_key
from reportedly.reconcile.days import day_of
from reportedly.reconcile.findings import signals as signal
from reportedly.reconcile.findings.casualties import INJURED
from reportedly.reconcile.findings.cited import cited_articles
from reportedly.reconcile.findings.corrections import DAY_CHARS, days_spoken_of, find_corrections
from reportedly.reconcile.findings.denied_reports import find_denied_reports
from reportedly.reconcile.findings.figure_conflicts import (
    MOST_ARTICLES,
    MOST_ARTICLES_OF_HURT,
    find_figure_conflicts,
)
from reportedly.reconcile.findings.foundings import find_foundings
from reportedly.reconcile.findings.outlooks import MOST_TELLINGS, find_outlooks
from reportedly.reconcile.findings.overtaken import find_overtaken
from reportedly.reconcile.findings.overtaken_once import not_shown, not_told_before, once_each
from reportedly.reconcile.findings.own_denials import find_own_denials
from reportedly.reconcile.findings.parts import Found, by_part
from reportedly.reconcile.findings.pile import Pile
from reportedly.reconcile.findings.rebuttals import find_rebuttals
from reportedly.reconcile.findings.same_but_number import find_same_but_number, numbered
from reportedly.reconcile.findings.told_and_denied import find_told_and_denied
from reportedly.reconcile.findings.whole import Whole, spread
from reportedly.reconcile.groups import UNDATED
from reportedly.reconcile.hashing import mixed
from reportedly.reconcile.indexing import Index
from reportedly.schema import rows_of
from reportedly.stage import Joins

Articles = Mapping[str, list[str]]
"""key → articles that have it"""

#: What two versions of a page have in common.
_OF_PAGES = ("url", "copy_group")


def find_by_signals(whole: Whole, joins: Joins) -> Iterator[Finding]:
    """What was overtaken, came of what was foretold, or was corrected or denied."""
    found = signal.signals(whole, joins)
    outlooks = list(_outlooks(whole, signal.of(found, signal.DEED), joins))
    yield from outlooks
    overtaken = _overtaken(whole, signal.of(found, signal.STATE), joins)
    yield from not_told_before(overtaken, outlooks)
    figures = list(_figures(whole, signal.of(found, signal.FIGURE), joins))
    yield from figures
    yield from not_shown(_numbers(whole, signal.of(found, signal.NUMBER), joins), figures)
    yield from _foundings(whole, signal.of(found, signal.FOUNDED), joins)
    yield from _corrections(whole, signal.of(found, signal.NOTICE), joins)
    yield from _denied(whole, signal.of(found, signal.REBUTTAL), joins)
    yield from _told_and_denied(whole, signal.of(found, signal.TOLD), joins)
    yield from find_own_denials(whole, joins)


def _overtaken(whole: Whole, found: pa.Table, joins: Joins) -> Iterator[Finding]:
    return once_each(list(_answered(whole, found, joins, find_overtaken)), whole)


def _outlooks(whole: Whole, found: pa.Table, joins: Joins) -> Iterator[Finding]:
    return _answered(whole, found, joins, find_outlooks)


def _told_and_denied(whole: Whole, found: pa.Table, joins: Joins) -> Iterator[Finding]:
    made = _answered(whole, found, joins, find_told_and_denied)
    yield from {finding.finding_id: finding for finding in made}.values()


def _answered(
    whole: Whole,
    found: pa.Table,
    joins: Joins,
    finder: Callable[[Pile, frozenset[str]], Found],
) -> Iterator[Finding]:
    """What a finder finds among the first articles that have each key."""
    first = _first_told(whole, found)
    index = Index(first["key"])
    states = index.summed(whole.states_of_articles(first["article_id"]))

    def find(some: list[str]) -> Found:
        rows = first.take(index.rows(pa.array(some, pa.string())))
        pile = whole.pile_of_articles(rows["article_id"].to_pylist())
        yield from finder(pile, frozenset(some))

    # What was worked out before is found again under the function's name.
    find.__qualname__ = f"{_answered.__qualname__}.{finder.__qualname__}"
    return by_part(index.values.to_pylist(), states, find, joins)


def _first_told(whole: Whole, found: pa.Table) -> pa.Table:
    """Of each key the articles that foretell it first, and those that tell of it first since."""
    articles = whole.light_articles(found["article_id"].to_pylist())
    days = [day_of(article) or UNDATED for article in rows_of(Article, articles)]
    places = pc.index_in(found["article_id"], articles["article_id"].combine_chunks())
    dated = found.append_column("day", pa.array(days, pa.string()).take(places))
    ordered = _since_foretold(dated).sort_by(
        [(name, "ascending") for name in ("key", "early", "day", "article_id")]
    )
    index = Index(pc.binary_join_element_wise(ordered["key"], ordered["early"].cast("string"), " "))
    within = np.arange(ordered.num_rows) - np.repeat(
        np.cumsum(index.counts) - index.counts, index.counts
    )
    return ordered.filter(pa.array(within < MOST_TELLINGS))


def _since_foretold(dated: pa.Table) -> pa.Table:
    """All but what was told of a key before anything was foretold of it."""
    early = dated.filter(dated["early"])
    # What has no day may be the first of all.
    days = pc.if_else(pc.equal(early["day"], UNDATED), "", early["day"])
    first = pa.table({"key": early["key"], "day": days}).group_by("key").aggregate([("day", "min")])
    places = pc.index_in(dated["key"], first["key"].combine_chunks())
    since = first["day_min"].take(places)
    return dated.filter(pc.or_(dated["early"], pc.greater_equal(dated["day"], since)))


def _figures(whole: Whole, found: pa.Table, joins: Joins) -> Iterator[Finding]:
    index = Index(found["key"])
    # Of "number of what|of whom" the last part.
    named = pc.replace_substring_regex(index.values, r"^.*\|", "")
    entities = whole.table(Entity)
    places = pc.index_in(named, entities["entity_id"].combine_chunks())
    # Of the hurt few articles tell, whoever they are about.
    hurt = pc.starts_with(index.values, f"{INJURED}|").to_numpy(zero_copy_only=False)
    most = np.where(hurt, MOST_ARTICLES_OF_HURT, MOST_ARTICLES)
    rare = entities["n_articles"].take(places).to_numpy() <= most
    states = index.summed(whole.states_in_stories(found["article_id"]))
    return _compared(whole, _Keyed(found, index, states, rare), joins, _figures_of)


def _figures_of(pile: Pile, articles: Articles) -> Found:
    for key, own in articles.items():
        yield from ((key, finding) for finding in find_figure_conflicts(pile, own, key))


def _numbers(whole: Whole, found: pa.Table, joins: Joins) -> Iterator[Finding]:
    made = _compared(whole, _Keyed.of(whole, found), joins, _numbers_of)
    yield from {finding.finding_id: finding for finding in made}.values()


def _numbers_of(pile: Pile, articles: Articles) -> Found:
    read = {name: numbered(name, pile) for name in pile.articles}
    for key, own in articles.items():
        told = (number for name in sorted(own) for number in read[name])
        yield from ((key, finding) for finding in find_same_but_number(told, pile))


def _foundings(whole: Whole, found: pa.Table, joins: Joins) -> Iterator[Finding]:
    return _compared(whole, _Keyed.of(whole, found), joins, _foundings_of)


def _foundings_of(pile: Pile, articles: Articles) -> Found:
    for key, own in articles.items():
        yield from ((key, finding) for finding in find_foundings(pile, own, key))


@dataclass(frozen=True, slots=True)
class _Keyed:
    """Articles by their keys."""

    found: pa.Table
    index: Index
    """of the keys"""
    states: Hashes
    """of each key a hash of all that its findings follow from"""
    telling: Flags | None = None
    """which keys tell enough to be compared; None for all"""

    @classmethod
    def of(cls, whole: Whole, found: pa.Table) -> "_Keyed":
        """Of which the findings follow from the articles alone."""
        index = Index(found["key"])
        return cls(found, index, index.summed(whole.states_of_articles(found["article_id"])))

    def kept(self) -> Numbers:
        """The keys of several articles, but not of very many."""
        counts = self.index.counts
        few = (counts > 1) & (counts <= MOST_ARTICLES)
        return np.flatnonzero(few if self.telling is None else few & self.telling)

    def articles(self, key: str) -> list[str]:
        """The articles that have a key."""
        rows = self.index.rows(pa.array([key], pa.string()))
        listed: list[str] = self.found.take(rows)["article_id"].to_pylist()
        return listed


def _compared(
    whole: Whole, keyed: _Keyed, joins: Joins, finder: Callable[[Pile, Articles], Found]
) -> Iterator[Finding]:
    """What a finder finds among the articles that have a key."""

    def find(some: list[str]) -> Found:
        articles = {key: keyed.articles(key) for key in some}
        pile = whole.pile_of_articles(name for own in articles.values() for name in own)
        return finder(pile, articles)

    # What was worked out before is found again under the function's name.
    find.__qualname__ = f"{_compared.__qualname__}.{finder.__qualname__}"
    kept = keyed.kept()
    names = keyed.index.values.take(pa.array(kept)).to_pylist()
    return by_part(names, keyed.states[kept], find, joins)


def _corrections(whole: Whole, found: pa.Table, joins: Joins) -> Iterator[Finding]:
    """What articles correct, of their own words, of another version of the page, or of what the
    outlet published on a day that they name."""
    noticed = pc.unique(found["article_id"])
    meant = _meant(whole, noticed.to_pylist())

    def find(some: list[str]) -> Found:
        own = whole.having(Article, "article_id", some)
        names = set(some)
        for column in _OF_PAGES:
            pages = {page for page in own[column].to_pylist() if page}
            names.update(whole.having(Article, column, pages)["article_id"].to_pylist())
        names.update(other for name in some for other in meant[name])
        return find_corrections(some, whole.pile_of_articles(names))

    states = _states_beside(whole, noticed, whole.article_states, _OF_PAGES)
    others = [
        whole.states_of_texts(pa.chunked_array([pa.array(meant[name], pa.string())])).sum(
            dtype=np.uint64
        )
        for name in noticed.to_pylist()
    ]
    states = mixed(states, np.array(others, dtype=np.uint64))
    return by_part(noticed.to_pylist(), states, find, joins)


def _meant(whole: Whole, noticed: list[str]) -> dict[str, list[str]]:
    """For articles with notices those of their outlets of the days that the notices name, in
    order."""
    named = days_spoken_of(whole.pile_of_articles(noticed))
    columns = ("article_id", "outlet", "published")
    keys = {outlet for outlet, _ in named.values()}
    spelt = [name for name in whole.index(Article, "outlet").values.to_pylist() if name]
    others = whole.having(Article, "outlet", [name for name in spelt if outlet_key(name) in keys])
    of_day: dict[tuple[str, str], list[str]] = {}
    for name, outlet, day in zip(*others.select(columns).to_pydict().values(), strict=True):
        of_day.setdefault((outlet_key(outlet), (day or "")[:DAY_CHARS]), []).append(name)
    found: dict[str, list[str]] = {name: [] for name in noticed}
    for name, (outlet, days) in named.items():
        found[name] = sorted(other for day in days for other in of_day.get((outlet, day), ()))
    return found


def _denied(whole: Whole, found: pa.Table, joins: Joins) -> Iterator[Finding]:
    """What articles tell and deny, with what the outlets that they cite reported first."""
    denying = pc.unique(found["article_id"])

    def find(some: list[str]) -> Found:
        names = {*some, *cited_articles(whole, some)}
        pile = whole.pile_of_statements(whole.having(Statement, "article_id", names))
        for name in some:
            if name in pile.articles:
                for finder in (find_rebuttals, find_denied_reports):
                    yield from ((name, finding) for finding in finder(name, pile))

    states = _states_beside(whole, denying, whole.told_states, ("story_id",))
    return by_part(denying.to_pylist(), states, find, joins)


def _states_beside(
    whole: Whole, names: pa.Array, states: Hashes, columns: tuple[str, ...]
) -> Hashes:
    """For some articles a hash of them and of all those that have one of their pages, or their
    story.

    Args:
        whole: the tables.
        names: of the articles.
        states: of all articles, in their order.
        columns: of the table of articles.
    """
    articles = whole.table(Article)
    places = pc.index_in(names, articles["article_id"].combine_chunks())
    found: Hashes = states[places.to_numpy()]
    for column in columns:
        index = whole.index(Article, column)
        found = mixed(found, spread(index, states, articles[column].take(places)))
    return found
