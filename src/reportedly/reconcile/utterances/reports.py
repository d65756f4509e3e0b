"""Statements of a pile that are made into objects only when they are asked for, and some at a time.

In: the tables of all articles.  Out: the words of a few statements, with what compares them.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import pyarrow as pa

from reportedly.model import Article, ChainHop, Statement
from reportedly.reconcile.days import day_of
from reportedly.reconcile.independence import SourceIndex
from reportedly.reconcile.utterances.comparison import Comparison
from reportedly.reconcile.utterances.wording import Said, said
from reportedly.schema import rows_of, rows_with


@dataclass(frozen=True, slots=True)
class Reports:
    """Some statements with their articles."""

    said: Mapping[str, Said]
    articles: Mapping[str, Article]
    chain: tuple[ChainHop, ...]

    @classmethod
    def of(cls, tables: Mapping[str, pa.Table], names: Iterable[str]) -> "Reports":
        """The statements of these names."""
        wanted = sorted(set(names))
        statements = rows_of(Statement, rows_with(tables[Statement.table], "statement_id", wanted))
        found = {s.article_id for s in statements}
        rows = rows_with(tables[Article.table], "article_id", sorted(found))
        articles = {row.article_id: row for row in rows_of(Article, rows)}
        words = {s.statement_id: said(s, articles[s.article_id].text) for s in statements}
        hops = rows_of(ChainHop, rows_with(tables[ChainHop.table], "statement_id", wanted))
        return cls(words, articles, tuple(hops))

    def comparison(self, rarities: Mapping[str, float]) -> Comparison:
        """What compares these statements."""
        days = {name: day_of(article) for name, article in self.articles.items()}
        stories = {name: article.story_id for name, article in self.articles.items()}
        return Comparison(self.said, days, rarities, stories)

    def sources(self) -> SourceIndex:
        """What ties their articles together."""
        standing = {name: one.statement.article_id for name, one in self.said.items()}
        return SourceIndex.of(self.articles.values(), self.chain, standing)
