"""People whom their own article only describes, found by what other articles of the pile say.

In: the tables and the machine's groups of named clusters (`Bearer`).  Out: further bearers, one
for each described cluster that means a person of a group.  They have no `names`: their `name` is
the description, and their reason says which articles tell what.  A description that the article
itself gave to whoever was named before may move, where other articles know better.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import pyarrow as pa

from reportedly.model import Bearer, Cluster, Mention
from reportedly.reconcile.entities.described.cases import (
    GUESSED,
    Case,
    cases_of,
    guessed_cases,
)
from reportedly.reconcile.entities.described.fitting import find_fit
from reportedly.reconcile.entities.described.known import Known
from reportedly.reconcile.entities.described.marking import marked
from reportedly.reconcile.entities.described.moving import Move, moved
from reportedly.reconcile.entities.described.pile import Key, Pile, Tables
from reportedly.reconcile.entities.described.told import told_in
from reportedly.stage import Joins

__all__ = ["Described", "find_described", "marked", "moved"]


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
    read = {kind.table: tables[kind.table] for kind in (Cluster, Mention)}
    pile = Pile(tables, bearers, joins.by_article(read, told_in))
    known = Known(pile)
    found = Described([], [])
    for case in _cases(tables, pile):
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


def _cases(tables: Tables, pile: Pile) -> Iterator[Case]:
    yield from cases_of(tables, pile)
    for article in pile.guessed_in(GUESSED):
        yield from guessed_cases(pile, article)
