"""Shared quotations as evidence: what quotes words said on a Friday was not published before it.

A dated article says when the words were said; an undated one that has the same words is no older.
Where an even earlier article has them too, they were said more than once, and say nothing.
"""

import re
from collections.abc import Iterator

import pyarrow as pa

from reportedly.calendar import interval_from_iso
from reportedly.model import DayEvidence, Statement
from reportedly.offsets import hull
from reportedly.reconcile.dating.pile import Dated
from reportedly.stage import Joins

#: Words in a row that two quotations must share; shorter runs are phrases that anybody uses.
RUN_WORDS = 5
#: … and how many such runs: seven words in a row, or two separate runs.
FEWEST_RUNS = 3
#: A weekday read as the wrong week moves a saying by as much; where real articles contradicted a
#: bound, it was for that.
SLACK_DAYS = 7
#: Runs in more statements than this are slogans.
LARGEST_GROUP = 50


def quotation_evidence(dated: Dated, joins: Joins) -> Iterator[DayEvidence]:
    """Lower bounds from words that dated articles give a day for."""
    undated = {article.article_id for article in dated.undated()}
    if not undated:
        return
    quoted = [s for s in dated.statements if s.mode != "indirect"]
    by_id = {statement.statement_id: statement for statement in quoted}
    shared: dict[str, list[Statement]] = {}
    for one, other in _pairs(quoted, joins):
        for mine, theirs in ((by_id[one], by_id[other]), (by_id[other], by_id[one])):
            if mine.article_id in undated and theirs.article_id not in undated:
                shared.setdefault(mine.statement_id, []).append(theirs)
    for statement_id in sorted(shared):
        yield from _bound(by_id[statement_id], shared[statement_id], dated)


def _pairs(statements: list[Statement], joins: Joins) -> list[tuple[str, str]]:
    keys = [(s.statement_id, run) for s in statements for run in sorted(_runs(s.content_text))]
    table = pa.table(
        {"item": [item for item, _ in keys], "key": [key for _, key in keys]},
        schema=pa.schema([("item", pa.string()), ("key", pa.string())]),
    )
    pairs = joins.candidate_pairs(table, largest_group=LARGEST_GROUP).to_pylist()
    return [(pair["left"], pair["right"]) for pair in pairs if pair["shared"] >= FEWEST_RUNS]


def _runs(text: str) -> set[str]:
    words = re.findall(r"\w+", re.sub(r"[’']", "", text.lower()))
    return {" ".join(words[at : at + RUN_WORDS]) for at in range(len(words) - RUN_WORDS + 1)}


def _bound(mine: Statement, others: list[Statement], dated: Dated) -> Iterator[DayEvidence]:
    """The day before which the words of `mine` were not said, when all reports agree on one."""
    told = sorted((s.said_earliest, s.statement_id, s) for s in others if s.said_earliest)
    if not told:
        return
    said, _, source = told[0]
    bound = interval_from_iso(said, None).widened(before_days=SLACK_DAYS)
    earliest = bound.iso()[0]
    days = (dated.publication(s.article_id).days.earliest for s in others)
    if earliest is None or any(day and day.isoformat() < earliest for day in days):
        return
    report = dated.title(source.article_id)
    yield DayEvidence(
        article_id=mine.article_id,
        kind="quotation",
        earliest=earliest,
        latest=None,
        span=hull(mine.content),
        reason=f"it quotes words that, by {report}, were said on {said[:10]} (give or take "
        f"{SLACK_DAYS} days)",
    )
