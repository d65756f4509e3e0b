"""When articles were published, as an interval with its reasons, and what follows for their rows.

In: articles, the evidence that each gives for itself, times, facts, statements, happenings.  Out:
the same with `published_earliest` and `published_latest`; undated articles are dated as precisely
as their own words, ages of people, anniversaries, near copies and weekdays allow.  Where these
leave an article open, its words show likely days: nothing else is closed by them.
"""

from collections.abc import Iterable, Mapping

import pyarrow as pa

from reportedly.annotate.dates.publication import Publication
from reportedly.model import (
    Article,
    Cluster,
    DayEvidence,
    Fact,
    Happening,
    RowT,
    Statement,
    Timex,
)
from reportedly.reconcile.dating.ages import age_evidence
from reportedly.reconcile.dating.anniversaries import anniversary_evidence
from reportedly.reconcile.dating.closing import Closings, closed_times, is_open
from reportedly.reconcile.dating.completion import (
    completed_fact,
    completed_happening,
    completed_statement,
    dated_article,
)
from reportedly.reconcile.dating.copies import copy_evidence
from reportedly.reconcile.dating.likely import likely_days
from reportedly.reconcile.dating.open_facts import closed_facts
from reportedly.reconcile.dating.pile import Dated
from reportedly.reconcile.dating.quotations import quotation_evidence
from reportedly.reconcile.dating.weddings import weddings_of
from reportedly.reconcile.dating.weekdays import weekday_evidence
from reportedly.schema import rows_of, sorted_rows, table_of
from reportedly.stage import Joins

__all__ = ["reconcile"]


def reconcile(tables: Mapping[str, pa.Table], joins: Joins) -> dict[str, pa.Table]:
    """Dates every article, then closes the open days of statements, facts and happenings."""
    articles = rows_of(Article, tables[Article.table])
    statements = rows_of(Statement, tables[Statement.table])
    facts = rows_of(Fact, tables[Fact.table])
    happenings = rows_of(Happening, tables[Happening.table])
    dated = Dated(articles, facts, rows_of(Timex, tables[Timex.table]), statements)
    dated.add(rows_of(DayEvidence, tables[DayEvidence.table]))
    known = publications(dated, joins)
    closings = _closings(dated, known)
    likely = likely_days(dated)
    clusters = rows_of(Cluster, tables[Cluster.table]) if Cluster.table in tables else []
    by_id = {article.article_id: article for article in articles}
    facts = list(closed_facts(facts, by_id, weddings_of(dated), closings, clusters))
    return {
        Article.table: _table(
            Article,
            (dated_article(a, known[a.article_id], likely.get(a.article_id)) for a in articles),
        ),
        Statement.table: _table(Statement, (completed_statement(s, known) for s in statements)),
        Fact.table: _table(Fact, (completed_fact(f, known) for f in facts)),
        Happening.table: _table(
            Happening, (completed_happening(h, known, closings) for h in happenings)
        ),
    }


def _closings(dated: Dated, known: Mapping[str, Publication]) -> Closings:
    """What expressions without a year mean in the articles whose days the pile has found."""
    found = {}
    for article in dated.articles:
        if article.published is None:
            times = [t for t in dated.timexes_of(article.article_id) if is_open(t)]
            found[article.article_id] = closed_times(article, known[article.article_id].days, times)
    return Closings(found)


def _table(kind: type[RowT], rows: Iterable[RowT]) -> pa.Table:
    return table_of(kind, sorted_rows(list(rows)))


def publications(dated: Dated, joins: Joins) -> dict[str, Publication]:
    """Article → the days on which it can have been published, with reasons."""
    dated.add(list(copy_evidence(dated)))
    dated.add(list(quotation_evidence(dated, joins)))
    dated.add(list(age_evidence(dated)))
    dated.add(list(anniversary_evidence(dated)))
    dated.add(list(weekday_evidence(dated)))
    return {a.article_id: dated.publication(a.article_id) for a in dated.articles}
