"""Events: happenings that several articles report, put together, each with the days that all allow.

In: articles with their stories and copy groups, happenings with entities, and facts that say whose
wedding or death was told.  Out: one `Event` a group.  Reports whose days contradict each other stay
two events.
"""

from collections.abc import Mapping

import pyarrow as pa

from reportedly.model import Article
from reportedly.reconcile.events.reports import dated_reports
from reportedly.reconcile.events.same import links
from reportedly.reconcile.events.writing import events_of
from reportedly.stage import Joins


def reconcile(tables: Mapping[str, pa.Table], joins: Joins) -> dict[str, pa.Table]:
    """The events of all articles."""
    articles, reports = tables[Article.table], dated_reports(tables, joins)
    found = links(reports, articles, joins)
    return {"events": events_of(reports, found, articles, joins)}
