"""People whom their own article only describes, found by what other articles of the pile say.

In: the tables and the machine's groups of named clusters (`Bearer`).  Out: further bearers, one
for each described cluster that means a person of a group.  They have no `names`: their `name` is
the description, and their reason says which articles tell what.  A description that the article
itself gave to whoever was named before may move, where other articles know better.
"""

from dataclasses import dataclass

import pyarrow as pa
import pyarrow.compute as pc

from reportedly.model import Article, Bearer, Cluster, Fact, Mention, Region, Statement
from reportedly.reconcile.entities.described.cases import cases_of
from reportedly.reconcile.entities.described.fitting import find_fit
from reportedly.reconcile.entities.described.known import Known
from reportedly.reconcile.entities.described.marking import marked
from reportedly.reconcile.entities.described.moving import Move, moved
from reportedly.reconcile.entities.described.pile import Key, Pile, Tables
from reportedly.reconcile.entities.described.readings import Readings
from reportedly.reconcile.entities.described.told import TOLD, told_in
from reportedly.reconcile.entities.described.unnamed import UNNAMED, unnamed_in
from reportedly.stage import Joins

__all__ = ["Described", "find_described", "marked", "moved"]

_READ = {
    Article.table: "article_id text",
    Region.table: "article_id kind span",
    Cluster.table: "article_id cluster name kind nominals titles pronouns",
    Mention.table: "article_id span form cluster text confidence",
    Statement.table: "article_id speaker speaker_cluster source_kind",
}


@dataclass(frozen=True, slots=True)
class Described:
    """Bearers without names, and the descriptions that get a cluster of their own for it."""

    bearers: list[Bearer]
    moves: list[Move]

    def reasons(self) -> dict[Key, str]:
        """Article and cluster → why it means whom it means."""
        return {(row.article_id, row.cluster): row.reasons[0] for row in self.bearers}


def find_described(tables: Tables, bearers: pa.Table, joins: Joins) -> Described:
    """Descriptions that mean somebody who has a name elsewhere, by article.

    Args:
        tables: those that the stage reads.
        bearers: the machine's groups, as rows of `Bearer`.
        joins: the engine's joins.
    """
    read = {table: tables[table].select(columns.split()) for table, columns in _READ.items()}
    said = joins.by_article(read, said_in)
    is_case = pc.is_valid(said["phrases"])
    told = said.filter(pc.invert(is_case)).select(TOLD.names)
    pile = Pile(tables, bearers, told, Readings(_phrases(tables, said), joins))
    known = Known(pile)
    found = Described([], [])
    for case in cases_of(said.filter(is_case).select(UNNAMED.names), pile):
        fit = find_fit(case, pile, known)
        if fit is None:
            continue
        cluster = case.cluster
        if case.taken_for is not None:
            cluster = pile.new_cluster(case.article)
            found.moves.append(Move(case.article, case.spans[0], case.cluster, cluster))
        found.bearers.append(
            Bearer(
                article_id=case.article,
                cluster=cluster,
                name=case.words,
                names=(),
                kind="person",
                day=pile.day(case.article) or "9999",
                first=min(case.spans),
                outlet=None,
                group=fit.person,
                reasons=(fit.reason,),
            )
        )
    return found


def _phrases(tables: Tables, said: pa.Table) -> pa.ChunkedArray:
    """Nearly all phrases that are asked about."""
    facts = tables[Fact.table]
    posts = facts["value"].filter(pc.equal(facts["attribute"], "role"))
    unnamed = pc.list_flatten(said["phrases"])
    columns = posts, said["words"], said["owned"], unnamed
    return pa.chunked_array([chunk for column in columns for chunk in column.chunks], pa.string())


def said_in(tables: Tables) -> pa.Table:
    """What some articles say of those whom they name, and of those whom they only describe."""
    parts = told_in(tables), unnamed_in(tables)
    return pa.concat_tables(parts, promote_options="default")
