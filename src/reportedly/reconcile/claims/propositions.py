"""What a statement says, in comparable form."""

import functools
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import numpy as np
import pyarrow as pa

from reportedly.content_words import NEGATIONS, content_stems, negations, numbers, words
from reportedly.model import Article, Mention, Statement
from reportedly.offsets import Span, contains, hull
from reportedly.reconcile.days import day_of
from reportedly.reconcile.groups import UNDATED
from reportedly.reconcile.indexing import Index
from reportedly.schema import values_of

Listed = list[tuple[Span, str]]
"""Spans of an article, in order, and whom or what they mention."""

#: Articles whose mentions are in memory.
ARTICLES_AT_ONCE = 4_000
#: Words before a cue that can negate it ("did not even say"), and characters searched for them.
WORDS_BEFORE_CUE, NEAR_CHARS = 2, 30


@dataclass(frozen=True, slots=True)
class Proposition:
    """One statement's content: its words, numbers, sign, subjects and time."""

    statement: Statement
    stems: frozenset[str]
    numbers: frozenset[str]
    negative: bool
    """an odd number of negations; a denial and "did not say" count as one"""
    about: tuple[str, ...]
    day: str
    """day of publication, last when unknown"""

    @property
    def order(self) -> tuple[str, str]:
        """The place among statements: earliest publication first."""
        return self.day, self.statement.statement_id


def cue_is_negated(statement: Statement, article: Article) -> bool:
    """True for "did not recommend that …": a negation in the cue or right before it."""
    if not statement.cue:
        return False
    start, end = hull(statement.cue)
    before = words(article.text[max(0, start - NEAR_CHARS) : start].rpartition(".")[2])
    around = (*before[-WORDS_BEFORE_CUE:], *words(article.text[start:end]))
    return any(word in NEGATIONS for word in around)


class MentionIndex:
    """The entities mentioned in any passage of any article."""

    def __init__(self, mentions: Iterable[Mention]) -> None:
        self._by_article: dict[str, Listed] = {}
        for mention in mentions:
            if mention.entity_id:
                listed = self._by_article.setdefault(mention.article_id, [])
                listed.append((mention.span, mention.entity_id))
        for listed in self._by_article.values():
            listed.sort(key=_start)

    @classmethod
    def of_table(cls, mentions: pa.Table) -> "MentionIndex":
        """The index of a table, without making its rows before an article is asked for."""
        return _OfTable(mentions)

    def _of(self, article_id: str) -> "Listed":
        return self._by_article.get(article_id, [])

    def listed(self, article_id: str) -> "Listed":
        """Spans of an article, in order, with the entities that they mention."""
        return self._of(article_id)

    def counts(self, article_id: str) -> dict[str, int]:
        """How often an article mentions each entity."""
        found: dict[str, int] = {}
        for _, entity_id in self._of(article_id):
            found[entity_id] = found.get(entity_id, 0) + 1
        return found

    def starting(self, article_id: str, span: Span) -> tuple[str, ...]:
        """Identifiers of the entities whose mentions start in `span` of an article, sorted."""
        listed = self._of(article_id)
        first, last = (bisect_left(listed, at, key=_start) for at in span)
        return tuple(sorted({e for _, e in listed[first:last]}))

    def ending(self, article_id: str, span: Span) -> str | None:
        """The entity whose mention ends last in `span` of an article, if there is one."""
        listed = self._of(article_id)
        first, last = (bisect_left(listed, at, key=_start) for at in span)
        found = [(own[1], -own[0], e) for own, e in listed[first:last] if own[1] <= span[1]]
        return max(found)[2] if found else None

    def within(self, article_id: str, spans: Iterable[Span]) -> tuple[str, ...]:
        """Identifiers of the entities mentioned inside `spans` of an article, sorted."""
        listed = list(spans)
        if not listed:
            return ()
        start, end = hull(listed)
        mentions = self._of(article_id)
        near = mentions[
            bisect_left(mentions, start, key=_start) : bisect_right(mentions, end, key=_start)
        ]
        inside = {e for span, e in near if any(contains(outer, span) for outer in listed)}
        return tuple(sorted(inside))


class _OfTable(MentionIndex):
    """The entities of articles, read when they are asked for."""

    def __init__(self, mentions: pa.Table) -> None:
        super().__init__(())
        self._rows = mentions.select(["entity_id", "span"])
        self._index = Index(mentions["article_id"])
        self._numbers = {name: at for at, name in enumerate(self._index.values.to_pylist())}
        self._of = functools.lru_cache(ARTICLES_AT_ONCE)(self._read)  # type: ignore[method-assign]

    def _read(self, article_id: str) -> "Listed":
        number = self._numbers.get(article_id)
        if number is None:
            return []
        rows = self._rows.take(self._index.rows_of_numbers(np.array([number])))
        pairs = zip(values_of(Span, rows["span"]), rows["entity_id"].to_pylist(), strict=True)
        return sorted(((span, entity) for span, entity in pairs if entity), key=_start)


def _start(mention: tuple[Span, str]) -> int:
    return mention[0][0]


def propositions_of(
    statements: Iterable[Statement],
    articles: Mapping[str, Article],
    mentions: MentionIndex,
) -> dict[str, Proposition]:
    """The propositions of all statements, by statement, in the order of the rows."""
    found = {}
    for statement in statements:
        said = statement.content_text
        article = articles.get(statement.article_id)
        denied = statement.polarity == "denies" or (article and cue_is_negated(statement, article))
        found[statement.statement_id] = Proposition(
            statement=statement,
            stems=content_stems(said),
            numbers=numbers(said),
            negative=(negations(said) + bool(denied)) % 2 == 1,
            about=mentions.within(statement.article_id, statement.content),
            day=(article and day_of(article)) or UNDATED,
        )
    return found
