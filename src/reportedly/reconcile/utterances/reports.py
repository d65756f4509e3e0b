"""Statements of a pile that are made into objects only when they are asked for, and some at a time.

In: the tables of all articles.  Out: the words of a few statements, with what compares them.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from reportedly.arrays import Hashes, Numbers
from reportedly.model import Article, ChainHop, Statement
from reportedly.reconcile.days import day_of
from reportedly.reconcile.independence import SourceIndex, states_of_chains
from reportedly.reconcile.indexing import Index
from reportedly.reconcile.utterances.comparison import Comparison
from reportedly.reconcile.utterances.likeness import Compare, compared
from reportedly.reconcile.utterances.ways import with_ways
from reportedly.reconcile.utterances.wording import Said, said
from reportedly.schema import rows_of

#: Statements whose words are still there when some are asked for again: pairs are compared in up to
#: three ways, and then put into groups.
MOST_KNOWN = 4_000


@dataclass(frozen=True, slots=True)
class Reports:
    """Some statements with their articles."""

    said: Mapping[str, Said]
    articles: Mapping[str, Article]

    def comparison(self, rarities: Mapping[str, float], compare: Compare = compared) -> Comparison:
        """What compares these statements."""
        days = {name: day_of(article) for name, article in self.articles.items()}
        stories = {name: article.story_id for name, article in self.articles.items()}
        return Comparison(self.said, days, rarities, stories, compare)

    def sources(self, chain: Iterable[ChainHop]) -> SourceIndex:
        """What ties their articles together, with their chains."""
        standing = {name: one.statement.article_id for name, one in self.said.items()}
        return SourceIndex.of(self.articles.values(), chain, standing)


class Pile:
    """The statements of all articles, of which a few at a time become objects.

    Args:
        tables: articles, statements and chains.
    """

    def __init__(self, tables: Mapping[str, pa.Table]) -> None:
        self.statements = tables[Statement.table]
        self.articles = tables[Article.table]
        self._chain = tables[ChainHop.table]
        self._known: dict[int, Said] = {}
        names = self.articles["article_id"].combine_chunks()
        #: row of a statement → row of its article
        self.article_rows: Numbers = pc.index_in(self.statements["article_id"], names).to_numpy()

    def _said(self, rows: Numbers, articles: Mapping[str, Article]) -> dict[str, Said]:
        """The words of the statements in some rows, those that were asked for before as well."""
        listed: list[int] = rows.tolist()
        if len(self._known) > MOST_KNOWN:
            self._known = {row: self._known[row] for row in listed if row in self._known}
        new = np.array([row for row in listed if row not in self._known], dtype=np.int64)
        statements = rows_of(Statement, self.statements.take(new))
        hops: dict[str, list[ChainHop]] = {}
        for hop in self.chain(s.statement_id for s in statements):
            hops.setdefault(hop.statement_id, []).append(hop)
        for row, s in zip(new.tolist(), statements, strict=True):
            article = articles[s.article_id]
            one = said(s, article.text)
            self._known[row] = with_ways(one, article, hops.get(s.statement_id, ()))
        return {one.statement.statement_id: one for one in map(self._known.__getitem__, listed)}

    @cached_property
    def _hops(self) -> Index:
        return Index(self._chain["statement_id"])

    def reports(self, rows: Numbers) -> Reports:
        """The statements in some rows."""
        wanted = np.unique(rows)
        places = np.unique(self.article_rows[wanted])
        articles = {a.article_id: a for a in rows_of(Article, self.articles.take(places))}
        return Reports(self._said(wanted, articles), articles)

    def states_of_chains(self, rows: Numbers) -> Hashes:
        """Of the statements in some rows hashes of their chains; 0 where there is none."""
        return states_of_chains(self._chain, self.statements["statement_id"].take(rows))

    def chain(self, names: Iterable[str]) -> list[ChainHop]:
        """The hops of some statements."""
        rows = self._hops.rows(pa.array(sorted(names), pa.string()))
        return rows_of(ChainHop, self._chain.take(rows))
