"""Shared quotations as evidence: what quotes words said on a Friday was not published before it.

A dated article says when the words were said; an undated one that has the same words is no older.
Where an even earlier article has them too, they were said more than once, and say nothing.
"""

from collections.abc import Iterator, Mapping

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from reportedly.calendar import interval_from_iso
from reportedly.model import Article, DayEvidence, Statement
from reportedly.offsets import hull
from reportedly.reconcile.dating.making import evidence
from reportedly.reconcile.dating.pile import Dated
from reportedly.reconcile.dating.runs import is_one_saying, runs_in
from reportedly.reconcile.dating.tellings import find_relay, last_days
from reportedly.reconcile.hashing import hashes
from reportedly.schema import rows_of
from reportedly.stage import Joins

#: How many runs two quotations must share: seven words in a row, or two separate runs.
FEWEST_RUNS = 3
#: A weekday read as the wrong week moves a saying by as much; where real articles contradicted a
#: bound, it was for that.
SLACK_DAYS = 7
#: Runs in more statements than this are slogans.
LARGEST_GROUP = 50


def quotation_evidence(dated: Dated, joins: Joins) -> Iterator[DayEvidence]:
    """Bounds from words that dated articles have, too: when said, to whom, and since when known."""
    undated = dated.ids.filter(pa.array(~dated.is_exact()))
    if not len(undated):
        return
    pairs = _pairs(dated.statements, undated, joins)
    # Without pairs there are no chunks, and without those no type.
    both = [*pairs["left"].chunks, *pairs["right"].chunks]
    ids = pc.unique(pa.chunked_array(both, type=pa.string()))
    some = dated.statements.filter(pc.is_in(dated.statements["statement_id"], ids))
    by_id = {statement.statement_id: statement for statement in rows_of(Statement, some)}
    open_ones = set(undated.to_pylist())
    asked: dict[str, list[Statement]] = {}
    for one, other in zip(*(pairs[n].to_pylist() for n in ("left", "right")), strict=True):
        for mine, theirs in ((by_id[one], by_id[other]), (by_id[other], by_id[one])):
            if mine.article_id in open_ones and theirs.article_id not in open_ones:
                asked.setdefault(mine.statement_id, []).append(theirs)
    names = sorted({s.article_id for s in by_id.values()})
    numbers = [dated.number(name) for name in names] if asked else []
    articles = {article.article_id: article for article in dated.some(numbers)}
    for statement_id in sorted(asked):
        mine = by_id[statement_id]
        shared = [s for s in asked[statement_id] if _is_shared(mine, s, articles)]
        if quoted := [s for s in shared if s.mode != "indirect"]:
            yield from _bound(mine, quoted, dated)
        if shared:
            yield from last_days(mine, shared, dated, articles)


def _is_shared(mine: Statement, other: Statement, articles: Mapping[str, Article]) -> bool:
    """One saying; who names the paper that carried it needs fewer of its words."""
    if is_one_saying(mine.content_text, other.content_text):
        return True
    own, theirs = articles[mine.article_id], articles[other.article_id]
    return find_relay(own, other, theirs) is not None


def _pairs(statements: pa.Table, undated: pa.Array, joins: Joins) -> pa.Table:
    """Quotations that share enough runs with one of an undated article."""
    columns = ["article_id", "statement_id", "mode", "source_kind", "content_text"]
    asked = statements.select(columns)
    runs = joins.by_article({Statement.table: asked}, runs_of)
    flat = runs["runs"].combine_chunks()
    lengths = flat.value_lengths().to_numpy(zero_copy_only=False)
    keys = flat.flatten().to_numpy()
    owners = np.repeat(np.arange(len(runs)), lengths)
    mine = pc.is_in(runs["article_id"], undated).to_numpy()
    # Nobody asks which quotations of dated articles share words with one another.
    wanted = np.isin(keys, keys[mine[owners]])
    items = runs["statement_id"].take(pa.array(owners[wanted]))
    table = pa.table({"item": items, "key": pa.array(keys[wanted])})
    pairs = joins.candidate_pairs(table, largest_group=LARGEST_GROUP)
    return pairs.filter(pc.greater_equal(pairs["shared"], FEWEST_RUNS))


def runs_of(tables: Mapping[str, pa.Table]) -> pa.Table:
    """The hashes of the runs of words of quotations, and of what outlets are said to report."""
    table = tables[Statement.table]
    reported = pc.equal(table["source_kind"], "outlet")
    quoted = table.filter(pc.or_(pc.not_equal(table["mode"], "indirect"), reported))
    runs = [hashes(runs_in(text)) for text in quoted["content_text"].to_pylist()]
    columns = {name: quoted[name] for name in ("article_id", "statement_id")}
    return pa.table({**columns, "runs": pa.array(runs, pa.list_(pa.uint64()))})


def _bound(mine: Statement, others: list[Statement], dated: Dated) -> Iterator[DayEvidence]:
    """The day before which the words of `mine` were not said, when all reports agree on one."""
    told = sorted((s.said_earliest, s.statement_id, s) for s in others if s.said_earliest)
    if not told:
        return
    said, _, source = told[0]
    bound = interval_from_iso(said, None).widened(before_days=SLACK_DAYS)
    earliest = bound.iso()[0]
    days = (dated.days(s.article_id).earliest for s in others)
    if earliest is None or any(day and day.isoformat() < earliest for day in days):
        return
    report = dated.title(source.article_id)
    why = (
        f"it quotes words that, by {report}, were said on {said[:10]} (give or take "
        f"{SLACK_DAYS} days)"
    )
    yield evidence("quotation", mine.article_id, bound, hull(mine.content), why)
