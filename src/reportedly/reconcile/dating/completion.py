"""Articles with their days, and the open days of their rows closed by them."""

import dataclasses
from collections.abc import Mapping

from reportedly.annotate.dates.publication import Publication
from reportedly.calendar import find_precise_date
from reportedly.calendar.interval import find_intersection
from reportedly.model import Article, Fact, Happening, Statement
from reportedly.offsets import Span
from reportedly.reconcile.dating.closing import Closings
from reportedly.reconcile.dating.likely import Likely

Publications = Mapping[str, Publication]


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


def completed_statement(row: Statement, publications: Publications) -> Statement:
    """What is reported was said by the day of the report."""
    latest = publications[row.article_id].days.iso()[1]
    if row.said_latest is not None or latest is None or (row.said_earliest or "") > latest:
        return row
    return dataclasses.replace(row, said_latest=latest)


def completed_fact(row: Fact, publications: Publications) -> Fact:
    """A fact without days of its own is said as of the article's; a past one was so before."""
    earliest, latest = publications[row.article_id].days.iso()
    if row.as_of_earliest is None and row.as_of_latest is None:
        return dataclasses.replace(row, as_of_earliest=earliest, as_of_latest=latest)
    return row


def completed_happening(
    row: Happening, publications: Publications, closings: Closings
) -> Happening:
    """What has begun, and has no end of its own, is told up to the article's day; what names a day
    without a year gets it from the article's."""
    if row.earliest is None and row.latest is None:
        return _closed_happening(row, closings)
    latest = publications[row.article_id].days.iso()[1]
    if row.latest is not None or row.earliest is None or latest is None or row.earliest > latest:
        return row
    return dataclasses.replace(row, latest=latest)


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
