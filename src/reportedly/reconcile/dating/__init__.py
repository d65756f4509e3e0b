"""When articles were published, as an interval with its reasons, and what follows for their rows.

In: articles, the evidence that each gives for itself, times, facts, statements, happenings.  Out:
the same with `published_earliest` and `published_latest`; undated articles are dated as precisely
as their own words, ages of people, anniversaries, near copies and weekdays allow.  Where these
leave an article open, its words show likely days: nothing else is closed by them.
"""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from reportedly.annotate.facts.couples import THE_COUPLE
from reportedly.model import Article, Cluster, DayEvidence, Fact, Happening, Statement, Timex
from reportedly.reconcile.dating.aftermaths import aftermath_evidence
from reportedly.reconcile.dating.ages import age_evidence
from reportedly.reconcile.dating.anniversaries import anniversary_evidence
from reportedly.reconcile.dating.birthdays import birthday_evidence
from reportedly.reconcile.dating.births import births_of
from reportedly.reconcile.dating.children_in_order import UNNAMED_CHILD, Children
from reportedly.reconcile.dating.closing import Closings, closed_times, is_open
from reportedly.reconcile.dating.completion import (
    ArticleDays,
    completed_facts,
    completed_happenings,
    completed_statements,
    dated_article,
    replaced,
)
from reportedly.reconcile.dating.copies import copy_evidence
from reportedly.reconcile.dating.countings import counting_evidence
from reportedly.reconcile.dating.deaths import death_evidence
from reportedly.reconcile.dating.happened import happened_evidence
from reportedly.reconcile.dating.jubilees import jubilee_evidence
from reportedly.reconcile.dating.likely import Likely, likely_days
from reportedly.reconcile.dating.marriages import marriage_evidence
from reportedly.reconcile.dating.newborns import newborn_evidence
from reportedly.reconcile.dating.nuptials import nuptial_evidence
from reportedly.reconcile.dating.open_facts import Told, closed_facts
from reportedly.reconcile.dating.partings import Ties, parting_evidence
from reportedly.reconcile.dating.pile import Dated, Days
from reportedly.reconcile.dating.quotations import quotation_evidence
from reportedly.reconcile.dating.weddings import weddings_of
from reportedly.reconcile.dating.weekdays import weekday_evidence
from reportedly.schema import by_place, rows_of, rows_with, sorted_table, table_of, with_column
from reportedly.stage import Joins

__all__ = ["reconcile"]


def reconcile(tables: Mapping[str, pa.Table], joins: Joins) -> dict[str, pa.Table]:
    """Dates every article, then closes the open days of statements, facts and happenings."""
    articles = tables[Article.table]
    rows = (tables[kind.table] for kind in (Fact, Timex, Statement))
    dated = Dated(articles, *rows)
    dated.take_in(tables[DayEvidence.table], joins)
    clusters = tables.get(Cluster.table, table_of(Cluster, ()))
    collect(dated, tables, joins)
    open_ones = np.flatnonzero(pc.is_null(dated.column("published")).to_numpy()).tolist()
    closings = _closings(dated, open_ones)
    likely = likely_days(dated)
    facts = _closed(tables[Fact.table], clusters, dated, closings)
    days = _days(dated)
    return {
        Article.table: sorted_table(_dated(articles, dated, open_ones, likely), "article_id"),
        Statement.table: sorted_table(
            completed_statements(tables[Statement.table], days), "statement_id"
        ),
        Fact.table: sorted_table(completed_facts(facts, days), "fact_id"),
        Happening.table: by_place(
            completed_happenings(tables[Happening.table], days, closings), "span", "trigger"
        ),
    }


def collect(dated: Dated, tables: Mapping[str, pa.Table], joins: Joins) -> None:
    """Adds what the pile says of articles whose own evidence leaves more than one day."""
    clusters = tables.get(Cluster.table, table_of(Cluster, ()))
    dated.add(list(copy_evidence(dated)))
    dated.add(list(quotation_evidence(dated, joins)))
    births = births_of(dated)
    dated.add(list(birthday_evidence(dated, births)))
    dated.add(list(newborn_evidence(dated, births)))
    dated.add(list(age_evidence(dated, births)))
    dated.add(list(anniversary_evidence(dated)))
    dated.add(list(jubilee_evidence(dated)))
    dated.add(list(nuptial_evidence(dated)))
    dated.add(list(death_evidence(dated)))
    dated.add(list(happened_evidence(dated, {**tables, Cluster.table: clusters}, joins)))
    dated.add(list(marriage_evidence(dated)))
    dated.add(list(counting_evidence(dated)))
    dated.add(list(aftermath_evidence(dated, clusters)))
    dated.add(list(parting_evidence(dated)))
    dated.add(list(weekday_evidence(dated)))


def _closings(dated: Dated, open_ones: Iterable[int]) -> Closings:
    """What expressions without a year mean in the articles whose days the pile has found."""
    found = {}
    for article in dated.some(open_ones):
        times = [t for t in dated.timexes_of(article.article_id) if is_open(t)]
        days = dated.days(article.article_id)
        found[article.article_id] = closed_times(article, days, times)
    return Closings(found)


def _closed(table: pa.Table, clusters: pa.Table, dated: Dated, closings: Closings) -> pa.Table:
    """The facts, open ones closed or left out."""
    some = pc.or_(
        pc.equal(table["subject"], THE_COUPLE),
        pc.or_(pc.equal(table["value"], THE_COUPLE), pc.match_substring(table["value"], "XXXX")),
    )
    some = pc.or_(some, pc.match_substring_regex(table["subject"], UNNAMED_CHILD))
    if not pc.any(some).as_py():
        return table
    facts = rows_of(Fact, table.filter(some))
    names = sorted({fact.article_id for fact in facts})
    by_id = {name: article for name in names for article in dated.some([dated.number(name)])}
    own = rows_of(Cluster, rows_with(clusters, "article_id", names))
    told = Told(weddings_of(dated), Ties(dated), Children(dated))
    closed = closed_facts(facts, by_id, told, closings, own)
    return pa.concat_tables([table.filter(pc.invert(some)), table_of(Fact, closed)])


def _days(dated: Dated) -> ArticleDays:
    def iso(days: Days) -> pa.Array:
        since = pa.array(days - date(1970, 1, 1).toordinal(), pa.int32(), mask=days == 0)
        return since.cast(pa.date32()).cast(pa.string())

    return ArticleDays(dated.ids, iso(dated.first), iso(dated.last))


def _dated(
    table: pa.Table, dated: Dated, open_ones: Iterable[int], likely: Mapping[str, Likely]
) -> pa.Table:
    """The articles with their days; the table's other columns stay as they are."""
    found = _days(dated)
    numbers = pc.index_in(table["article_id"], dated.ids).combine_chunks()
    columns: dict[str, Any] = {name: table[name] for name in ("published", "published_from")}
    columns["published_earliest"] = found.earliest(table)
    columns["published_latest"] = found.latest(table)
    columns["published_reason"] = dated.reasons.take(numbers)
    changed = sorted({*open_ones, *dated.known})
    where = pc.is_in(numbers, pa.array(changed, numbers.type))
    rows = {
        article.article_id: dated_article(
            article, dated.publication(article.article_id), likely.get(article.article_id)
        )
        for article in dated.some(changed)
    }
    own = [rows[name] for name in table["article_id"].filter(where).to_pylist()]
    for name, column in columns.items():
        values = pa.array([getattr(row, name) for row in own], pa.string())
        table = with_column(table, name, replaced(column, where, values))
    return table
