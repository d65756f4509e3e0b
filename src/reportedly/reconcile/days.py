"""The day of an article, for ordering and for showing: an article in, a day or nothing out."""

from datetime import date

from reportedly.model import Article
from reportedly.reconcile.groups import UNDATED

#: Of "2018-06-21" before the time.
_DAY_CHARS = 10


def day_of(article: Article) -> str | None:
    """The day of publication, else the last day that the evidence allows, else None; for ordering.

    The last day and not the first: an undated article must not look like the earliest source only
    because nothing forbids it, nor one of which the month alone is known.
    """
    if article.published and len(article.published) >= _DAY_CHARS:
        return article.published[:_DAY_CHARS]
    if article.published_earliest and article.published_latest:
        return article.published_latest[:_DAY_CHARS]
    return article.published


def known_day(article: Article) -> str | None:
    """The day of publication where the evidence leaves no other, for showing; else None."""
    if article.published:
        return article.published[:10]
    if article.published_earliest == article.published_latest and is_certain(article):
        return article.published_earliest
    return None


def is_certain(article: Article) -> bool:
    """False when the days of an article are likely only, judged by its words: order by them, but
    conclude nothing from them."""
    return article.published_from != "likely"


def order_of(article: Article) -> tuple[str, str]:
    """Key for sorting articles by day, undated ones last, ties by name."""
    return day_of(article) or UNDATED, article.article_id


def days_between(one: str | None, other: str | None) -> int | None:
    """Days from the one ISO day to the other, unsigned; None where either is not a full day."""
    if one is None or other is None or len(one) < 10 or len(other) < 10:
        return None
    return abs((date.fromisoformat(one[:10]) - date.fromisoformat(other[:10])).days)
