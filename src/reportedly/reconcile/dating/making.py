"""Where evidence for the day of an article is made, so that what it says of itself agrees."""

from reportedly.calendar import Interval
from reportedly.model import Article, DayEvidence
from reportedly.offsets import Span, words_of


def evidence(
    kind: str, article_id: str, days: Interval, span: Span | None, reason: str
) -> DayEvidence:
    """An interval for the day of an article, and why."""
    earliest, latest = days.iso()
    return DayEvidence(
        article_id=article_id,
        kind=kind,
        earliest=earliest,
        latest=latest,
        span=span,
        reason=reason,
    )


def by_its_words(kind: str, article: Article, span: Span, days: Interval, why: str) -> DayEvidence:
    """The same of what the article says and what is known beside it."""
    said = words_of(article.text, (span,))
    return evidence(kind, article.article_id, days, span, f"it says “{said}”, and {why}")


def on(days: Interval) -> str:
    """'on 2015-05-11' or 'between 2015-05-11 and 2015-05-20'."""
    ends = dict.fromkeys(day for day in days.iso() if day)
    return f"{'on' if days.exact_day else 'between'} {' and '.join(ends)}"
