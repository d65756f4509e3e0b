"""What a statement says, in comparable form."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import pyarrow as pa
import pyarrow.compute as pc

from reportedly.content_words import NEGATIONS, content_stems, negations, numbers, words
from reportedly.model import Article, Mention, Statement
from reportedly.offsets import Span, contains, hull
from reportedly.reconcile.days import day_of
from reportedly.reconcile.groups import UNDATED

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
        self._by_article: dict[str, list[tuple[Span, str]]] = {}
        for mention in mentions:
            if mention.entity_id:
                listed = self._by_article.setdefault(mention.article_id, [])
                listed.append((mention.span, mention.entity_id))
        for listed in self._by_article.values():
            listed.sort(key=_start)

    @classmethod
    def of_table(cls, mentions: pa.Table) -> "MentionIndex":
        """The index of a table, without making its rows."""
        index = cls(())
        named = mentions.filter(pc.is_valid(mentions["entity_id"]))
        spans = iter(named["span"].combine_chunks().flatten().to_pylist())
        names = (named[name].to_pylist() for name in ("article_id", "entity_id"))
        # The same names again and again: one object for each of them.
        known: dict[str, str] = {}
        for article, entity, start, end in zip(*names, spans, spans, strict=True):
            listed = index._by_article.setdefault(article, [])
            listed.append(((start, end), known.setdefault(entity, entity)))
        for listed in index._by_article.values():
            listed.sort(key=_start)
        return index

    def counts(self, article_id: str) -> dict[str, int]:
        """How often an article mentions each entity."""
        found: dict[str, int] = {}
        for _, entity_id in self._by_article.get(article_id, ()):
            found[entity_id] = found.get(entity_id, 0) + 1
        return found

    def starting(self, article_id: str, span: Span) -> tuple[str, ...]:
        """Identifiers of the entities whose mentions start in `span` of an article, sorted."""
        listed = self._by_article.get(article_id, ())
        return tuple(sorted({e for own, e in listed if span[0] <= own[0] < span[1]}))

    def ending(self, article_id: str, span: Span) -> str | None:
        """The entity whose mention ends last in `span` of an article, if there is one."""
        listed = self._by_article.get(article_id, ())
        found = [(own[1], -own[0], e) for own, e in listed if span[0] <= own[0] < own[1] <= span[1]]
        return max(found)[2] if found else None

    def within(self, article_id: str, spans: Iterable[Span]) -> tuple[str, ...]:
        """Identifiers of the entities mentioned inside `spans` of an article, sorted."""
        listed = list(spans)
        if not listed:
            return ()
        start, end = hull(listed)
        mentions = self._by_article.get(article_id, [])
        near = mentions[
            bisect_left(mentions, start, key=_start) : bisect_right(mentions, end, key=_start)
        ]
        inside = {e for span, e in near if any(contains(outer, span) for outer in listed)}
        return tuple(sorted(inside))


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
