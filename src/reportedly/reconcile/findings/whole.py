"""All tables that findings are made from, of which only parts become rows: tables in, piles out.

What a part says is known by a hash of all its rows, so that findings need not be made anew of parts
that are as they were.
"""

from collections.abc import Iterable, Mapping
from functools import cached_property

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from reportedly.arrays import Hashes
from reportedly.model import (
    Article,
    ChainHop,
    DayEvidence,
    Entity,
    Mention,
    Region,
    Row,
    Statement,
    Timex,
)
from reportedly.reconcile.claims.propositions import MentionIndex
from reportedly.reconcile.findings.entities import Entities
from reportedly.reconcile.findings.pile import Pile
from reportedly.reconcile.hashing import mixed, row_states
from reportedly.reconcile.indexing import Index
from reportedly.schema import rows_of, with_column

#: Of an article the story, which is often named anew when articles are added: only figures ask for
#: it, see `states_in_stories`.
_STORY = "story_id"
#: Of an entity; how many speak of it changes with every article and says nothing of it.
_OF_ENTITIES = ("entity_id", "name", "kind")


class Whole:
    """The tables of all articles."""

    def __init__(self, tables: Mapping[str, pa.Table]) -> None:
        self._tables = tables
        self._indexes: dict[tuple[str, str], Index] = {}

    def __getstate__(self) -> dict[str, object]:
        """What goes to other processes: the tables; rows and hashes made of them stay here."""
        return {"_tables": dict(self._tables), "_indexes": self._indexes}

    def table(self, kind: type[Row]) -> pa.Table:
        """A table as it is."""
        return self._tables[kind.table]

    def index(self, kind: type[Row], column: str) -> Index:
        """The rows of a table by the values of a column; made once."""
        key = kind.table, column
        if key not in self._indexes:
            self._indexes[key] = Index(self._tables[kind.table][column])
        return self._indexes[key]

    def having(self, kind: type[Row], column: str, values: Iterable[str]) -> pa.Table:
        """The rows of a table that have one of some values in a column."""
        wanted = pa.array(sorted(set(values)), pa.string())
        return self.table(kind).take(self.index(kind, column).rows(wanted))

    @cached_property
    def entities(self) -> Entities:
        """Entities by identifier."""
        return Entities(self.table(Entity))

    @cached_property
    def mentions(self) -> MentionIndex:
        """Entities by passage."""
        return MentionIndex.of_table(self.table(Mention))

    def light_articles(self, articles: Iterable[str]) -> pa.Table:
        """Some articles without their texts, which are most of them."""
        rows = self.having(Article, "article_id", articles)
        return with_column(rows, "text", [""] * rows.num_rows)

    def pile(self, articles: Iterable[str], *tables: tuple[type[Row], pa.Table]) -> Pile:
        """The rows of some tables, with those articles and their menus."""
        names = sorted(set(articles))
        found: dict[type[Row], pa.Table] = {
            Article: self.having(Article, "article_id", names),
            Region: self.having(Region, "article_id", names),
            **dict(tables),
        }
        rows: dict[type[Row], list[Row]] = {
            kind: list(rows_of(kind, table)) for kind, table in found.items()
        }
        return Pile(rows, self.mentions, self.entities)

    def pile_of_statements(self, statements: pa.Table, *tables: tuple[type[Row], pa.Table]) -> Pile:
        """Some statements with their chains and articles, and the rows of other tables."""
        chain = self.having(ChainHop, "statement_id", statements["statement_id"].to_pylist())
        articles = statements["article_id"].to_pylist()
        return self.pile(articles, (Statement, statements), (ChainHop, chain), *tables)

    def pile_of_articles(self, articles: Iterable[str]) -> Pile:
        """Some articles with all that they say."""
        names = sorted(set(articles))
        days = self.having(DayEvidence, "article_id", names)
        statements = self.having(Statement, "article_id", names)
        times = self.having(Timex, "article_id", names)
        return self.pile(names, (Statement, statements), (DayEvidence, days), (Timex, times))

    @cached_property
    def _entity_states(self) -> Hashes:
        """A hash of each entity, in their order; that of none comes last."""
        states = row_states(self.table(Entity), _OF_ENTITIES)
        return np.append(states, np.uint64(0))

    def _states_of_entities(self, column: pa.ChunkedArray) -> Hashes:
        places = pc.index_in(column, self.table(Entity)["entity_id"].combine_chunks())
        found: Hashes = self._entity_states[pc.fill_null(places, -1).to_numpy(zero_copy_only=False)]
        return found

    @cached_property
    def article_states(self) -> Hashes:
        """A hash of each article with its menus and whom it mentions, in the order of articles; its
        story is left out."""
        articles, mentions = self.table(Article), self.table(Mention)
        states = row_states(articles, [name for name in articles.schema.names if name != _STORY])
        regions = row_states(self.table(Region), self.table(Region).schema.names)
        named = row_states(mentions, ("article_id", "span", "entity_id"))
        named = mixed(named, self._states_of_entities(mentions["entity_id"]))
        for kind, own in ((Region, regions), (Mention, named)):
            index = self.index(kind, "article_id")
            states = mixed(states, spread(index, own, articles["article_id"]))
        return states

    @cached_property
    def _own_states(self) -> Hashes:
        """A hash of each statement with its chain and its speaker."""
        statements, chain = self.table(Statement), self.table(ChainHop)
        states = row_states(statements, statements.schema.names)
        states = mixed(states, self._states_of_entities(statements["speaker_id"]))
        hops = self.index(ChainHop, "statement_id")
        own = row_states(chain, chain.schema.names)
        return mixed(states, spread(hops, own, statements["statement_id"]))

    @cached_property
    def statement_states(self) -> Hashes:
        """A hash of each statement and of its article, without the others of the article."""
        articles = self.table(Statement)["article_id"]
        return mixed(self._own_states, self.states_of_texts(articles))

    @cached_property
    def told_states(self) -> Hashes:
        """A hash of each article with all its statements."""
        index = self.index(Statement, "article_id")
        names = self.table(Article)["article_id"]
        return mixed(self.article_states, spread(index, self._own_states, names))

    def states_of_articles(self, names: pa.ChunkedArray) -> Hashes:
        """The hashes of articles with all that they say; 0 for one that is not there."""
        return self._of_articles(names, self.told_states)

    def states_in_stories(self, names: pa.ChunkedArray) -> Hashes:
        """The same, of articles with their stories."""
        stories = row_states(self.table(Article), [_STORY])
        return self._of_articles(names, mixed(self.told_states, stories))

    def states_of_statements(self, names: pa.ChunkedArray) -> Hashes:
        """The hashes of the statements of these names, all of which are there."""
        places = pc.index_in(names, self.table(Statement)["statement_id"].combine_chunks())
        found: Hashes = self.statement_states[places.to_numpy()]
        return found

    def states_of_texts(self, names: pa.ChunkedArray) -> Hashes:
        """The hashes of articles with whom they mention; 0 for one that is not there."""
        return self._of_articles(names, self.article_states)

    def _of_articles(self, names: pa.ChunkedArray, states: Hashes) -> Hashes:
        places = pc.index_in(names, self.table(Article)["article_id"].combine_chunks())
        known = np.append(states, np.uint64(0))
        found: Hashes = known[pc.fill_null(places, -1).to_numpy(zero_copy_only=False)]
        return found


def spread(index: Index, states: Hashes, names: pa.ChunkedArray) -> Hashes:
    """For each name the sum of the hashes of the rows that have it; 0 where none has."""
    places = pc.index_in(names, index.values)
    summed = np.append(index.summed(states), np.uint64(0))
    found: Hashes = summed[pc.fill_null(places, -1).to_numpy(zero_copy_only=False)]
    return found
