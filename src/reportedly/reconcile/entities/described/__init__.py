"""People whom their own article only describes, found by what other articles of the pile say.

In: the tables and the machine's groups of named clusters (`Bearer`).  Out: further bearers, one
for each described cluster that means a person of a group.  They have no `names`: their `name` is
the description, and their reason says which articles tell what.  A description that the article
itself gave to whoever was named before may move, where other articles know better.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from reportedly.model import Article, Bearer, Cluster, Fact, Mention, Region, Statement
from reportedly.reconcile.entities.described.cases import case_of
from reportedly.reconcile.entities.described.fitting import find_fit
from reportedly.reconcile.entities.described.known import Known
from reportedly.reconcile.entities.described.marking import marked
from reportedly.reconcile.entities.described.moving import Move, moved
from reportedly.reconcile.entities.described.pile import Key, Pile, Tables
from reportedly.reconcile.entities.described.states import case_states
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
_OF_FACTS = "article_id attribute subject_cluster value"

#: Cases whose person is known, and the first mention of the person by name.
_FITTING = pa.schema(
    [
        ("state", pa.uint64()),
        ("article_id", pa.string()),
        ("cluster", pa.int64()),
        ("reason", pa.string()),
    ]
)


@dataclass(frozen=True, slots=True)
class Described:
    """Bearers without names, and the descriptions that get a cluster of their own for it."""

    bearers: list[Bearer]
    moves: list[Move]

    def add(self, case: Mapping[str, Any], fit: Mapping[str, Any], pile: Pile) -> None:
        """Takes in whom a case means; what was taken for somebody else gets another number."""
        article, cluster = case["article_id"], case["cluster"]
        person = pile.find_person(fit["article_id"], fit["cluster"])
        spans = list(zip(case["spans"][::2], case["spans"][1::2], strict=True))
        if case["guessed"]:
            cluster = pile.new_cluster(article)
            self.moves.append(Move(article, spans[0], case["cluster"], cluster))
        self.bearers.append(
            Bearer(
                article_id=article,
                cluster=cluster,
                name=case["phrases"][0],
                names=(),
                kind="person",
                day=pile.day(article) or "9999",
                first=min(spans),
                outlet=None,
                group=-1 if person is None else person,
                reasons=(fit["reason"],),
            )
        )

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
    roles = pc.equal(tables[Fact.table]["attribute"], "role")
    read[Fact.table] = tables[Fact.table].select(_OF_FACTS.split()).filter(roles)
    said = joins.by_article(read, said_in)
    is_case = pc.is_valid(said["phrases"])
    told = said.filter(pc.invert(is_case)).select(TOLD.names)
    pile = Pile(tables, bearers, told)
    cases = _in_order(said.filter(is_case).select(UNNAMED.names), pile)
    known = Known(pile)
    states = case_states(cases, told, tables, known)
    pieces = pa.table({"case": np.arange(len(cases)), "state": states})

    def fitting(pieces: pa.Table) -> pa.Table:
        rows = []
        some = cases.take(pieces["case"]).to_pylist()
        for state, row in zip(pieces["state"].to_pylist(), some, strict=True):
            fit = find_fit(case_of(row, pile), pile, known)
            if fit is not None:
                rows.append((state, *pile.first_of(fit.person), fit.reason))
        columns = ([row[at] for row in rows] for at in range(len(_FITTING)))
        arrays = [pa.array(own, field.type) for own, field in zip(columns, _FITTING, strict=True)]
        return pa.table(arrays, schema=_FITTING)

    found = joins.by_piece(pieces, fitting)
    at = pc.index_in(pieces["state"], found["state"].combine_chunks()).combine_chunks()
    meant = pc.is_valid(at)
    fits = found.take(at.filter(meant)).to_pylist()
    described = Described([], [])
    for case, fit in zip(cases.filter(meant).to_pylist(), fits, strict=True):
        described.add(case, fit, pile)
    return described


def _in_order(cases: pa.Table, pile: Pile) -> pa.Table:
    """Clusters by article and number, then guesses, of those with a name, by article and place."""
    cases = cases.sort_by("article_id")
    guessed = cases["guessed"].to_numpy()
    guesses = np.flatnonzero(guessed & (pile.rows_in(cases) >= 0))
    return cases.take(pa.array(np.concatenate([np.flatnonzero(~guessed), guesses])))


def said_in(tables: Tables) -> pa.Table:
    """What some articles say of those whom they name, and of those whom they only describe."""
    parts = told_in(tables), unnamed_in(tables)
    return pa.concat_tables(parts, promote_options="default")
