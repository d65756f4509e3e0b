"""Descriptions that an article gave to the wrong person become clusters of their own.

In: the tables, and the descriptions that move.  Out: mentions, statements, hops and facts with the
new numbers; rows and their order stay.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import pyarrow as pa

from reportedly.model import ChainHop, Fact, Mention, Statement
from reportedly.offsets import Span, overlaps
from reportedly.reconcile.entities.columns import rows_having, with_values

Tables = Mapping[str, pa.Table]


@dataclass(frozen=True, slots=True)
class Move:
    """The description at `span` leaves the cluster `old` for `new`."""

    article: str
    span: Span
    old: int
    new: int


def moved(tables: Tables, moves: Sequence[Move]) -> Tables:
    """All tables, those of mentions, statements, hops and facts with the moves."""
    if not moves:
        return tables
    of_article: dict[str, list[Move]] = {}
    for move in moves:
        of_article.setdefault(move.article, []).append(move)
    mentions, statements, hops = (tables[k.table] for k in (Mention, Statement, ChainHop))
    spoken = _spoken(statements, of_article)
    ids = {statements["statement_id"][at].as_py(): move for at, move in spoken.items()}
    hopping = {
        at: ids[hops["statement_id"][at].as_py()].new
        for at in rows_having(hops, "statement_id", ids)
        if hops["cluster"][at].as_py() == ids[hops["statement_id"][at].as_py()].old
    }
    return {
        **tables,
        Mention.table: with_values(mentions, "cluster", _mentioned(mentions, of_article)),
        Statement.table: with_values(
            statements, "speaker_cluster", {at: move.new for at, move in spoken.items()}
        ),
        ChainHop.table: with_values(hops, "cluster", hopping),
        **_told(tables, of_article),
    }


def _told(tables: Tables, moves: Mapping[str, Sequence[Move]]) -> dict[str, pa.Table]:
    """The table of facts, those whose words begin with a moved description with its new number."""
    if Fact.table not in tables:
        return {}
    facts, found = tables[Fact.table], {}
    for at in rows_having(facts, "article_id", moves):
        start = facts["span"][at].as_py()[0]
        for move in moves[facts["article_id"][at].as_py()]:
            if start == move.span[0] and facts["subject_cluster"][at].as_py() == move.old:
                found[at] = move.new
    return {Fact.table: with_values(facts, "subject_cluster", found)}


def _mentioned(mentions: pa.Table, moves: Mapping[str, Sequence[Move]]) -> dict[int, int]:
    """Rows of the moved mentions with their new clusters."""
    found = {}
    for at in rows_having(mentions, "article_id", moves):
        start, end = mentions["span"][at].as_py()
        for move in moves[mentions["article_id"][at].as_py()]:
            if (start, end) == move.span and mentions["cluster"][at].as_py() == move.old:
                found[at] = move.new
    return found


def _spoken(statements: pa.Table, moves: Mapping[str, Sequence[Move]]) -> dict[int, Move]:
    """Rows of the statements whose source is a moved description."""
    found = {}
    for at in rows_having(statements, "article_id", moves):
        sources = [(start, end) for start, end in statements["source"][at].as_py()]
        for move in moves[statements["article_id"][at].as_py()]:
            speaks = statements["speaker_cluster"][at].as_py() == move.old
            if speaks and any(overlaps(source, move.span) for source in sources):
                found[at] = move
    return found
