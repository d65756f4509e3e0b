"""Articles with their days, and the open days of their rows closed by them."""

import dataclasses
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from reportedly.annotate.dates.publication import Publication
from reportedly.calendar import find_precise_date
from reportedly.calendar.interval import find_intersection
from reportedly.model import Article, Happening
from reportedly.offsets import Span
from reportedly.reconcile.dating.closing import Closings
from reportedly.reconcile.dating.likely import Likely
from reportedly.schema import rows_of, with_column


class ArticleDays:
    """The days of articles, to be asked for by rows of other tables.

    Args:
        ids: of the articles, sorted.
        earliest: first day of each, null where open.
        latest: last day of each.
    """

    def __init__(self, ids: pa.Array, earliest: pa.Array, latest: pa.Array) -> None:
        self._ids, self._earliest, self._latest = ids, earliest, latest

    def earliest(self, table: pa.Table) -> pa.Array:
        """For each row of a table the first day of its article."""
        return self._earliest.take(pc.index_in(table["article_id"], self._ids).combine_chunks())

    def latest(self, table: pa.Table) -> pa.Array:
        """For each row of a table the last day of its article."""
        return self._latest.take(pc.index_in(table["article_id"], self._ids).combine_chunks())


def dated_article(article: Article, publication: Publication, likely: Likely | None) -> Article:
    """`article` with its interval and reason, and with the day itself where it had none.

    Likely days are shown as such: they give no day of publication, however few they are.
    """
    if likely:
        earliest, latest = likely.days.iso()
        reasons = filter(None, (publication.explanation(), likely.reason))
        return dataclasses.replace(
            article,
            published_from=article.published_from or "likely",
            published_earliest=earliest,
            published_latest=latest,
            published_reason="; ".join(reasons),
        )
    earliest, latest = publication.days.iso()
    published, origin = article.published, article.published_from
    if published is None and (published := find_precise_date(publication.days)):
        origin = "inferred"
    return dataclasses.replace(
        article,
        published=published,
        published_from=origin,
        published_earliest=earliest,
        published_latest=latest,
        published_reason=publication.explanation(),
    )


def completed_statements(table: pa.Table, days: ArticleDays) -> pa.Table:
    """What is reported was said by the day of the report."""
    latest = days.latest(table)
    began = pc.or_kleene(
        pc.is_null(table["said_earliest"]), pc.less_equal(table["said_earliest"], latest)
    )
    closed = _all(pc.is_null(table["said_latest"]), pc.is_valid(latest), began)
    return with_column(table, "said_latest", pc.if_else(closed, latest, table["said_latest"]))


def completed_facts(table: pa.Table, days: ArticleDays) -> pa.Table:
    """A fact without days of its own is said as of the article's; a past one was so before."""
    is_open = _all(pc.is_null(table["as_of_earliest"]), pc.is_null(table["as_of_latest"]))
    for name, own in (("as_of_earliest", days.earliest), ("as_of_latest", days.latest)):
        table = with_column(table, name, pc.if_else(is_open, own(table), table[name]))
    return table


def completed_happenings(table: pa.Table, days: ArticleDays, closings: Closings) -> pa.Table:
    """What has begun, and has no end of its own, is told up to the article's day; what names a day
    without a year gets it from the article's."""
    given = pc.and_(pc.is_null(table["earliest"]), pc.is_null(table["latest"]))
    some = pc.and_(given, pc.is_in(table["article_id"], pa.array(closings.articles, pa.string())))
    latest = days.latest(table)
    began = pc.less_equal(table["earliest"], latest)
    told = _all(pc.is_null(table["latest"]), pc.is_valid(table["earliest"]), began)
    rows = [_closed_happening(row, closings) for row in rows_of(Happening, table.filter(some))]
    ends = {
        "earliest": table["earliest"],
        "latest": pc.if_else(told, latest, table["latest"]),
    }
    for name, column in ends.items():
        values = pa.array([getattr(row, name) for row in rows], pa.string())
        table = with_column(table, name, replaced(column, some, values))
    return table


def _closed_happening(row: Happening, closings: Closings) -> Happening:
    """The days that all expressions in the clause allow; where they differ, those of the nearest
    to the verb."""
    times = closings.within(row.article_id, row.span)
    if not times:
        return row
    days = find_intersection(*(closed.days for closed in times))
    if days is None:
        nearest = min(times, key=lambda closed: (_distance(closed.span, row.trigger), closed.span))
        days = nearest.days
    earliest, latest = days.iso()
    return dataclasses.replace(row, earliest=earliest, latest=latest)


def _distance(one: Span, other: Span) -> int:
    return max(one[0] - other[1], other[0] - one[1], 0)


def _all(*flags: Any) -> Any:
    """Where all hold; what is not known does not hold."""
    found = flags[0]
    for each in flags[1:]:
        found = pc.and_(pc.fill_null(found, False), pc.fill_null(each, False))
    return found


def replaced(column: Any, where: Any, values: pa.Array) -> Any:
    """A column with other values in the rows for which something holds."""
    if not len(values):
        return column
    # A mask must be in one piece, which a table that was put together of several is not.
    whole = where.combine_chunks() if isinstance(where, pa.ChunkedArray) else where
    return pc.replace_with_mask(column, whole, values)
