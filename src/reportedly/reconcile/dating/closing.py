"""Expressions of time that an article without a date left open, read again once it is dated.

"On 3 June" names no year in an undated article; when the pile shows that the article is of the
summer of 2019, it does.  Both ends of the article's interval are tried, and what they give alike,
or nearly so, is what the expression means.
"""

import re
from dataclasses import dataclass

from reportedly.annotate.dates.recognise import find_expressions
from reportedly.calendar import Interval
from reportedly.calendar.interval import hull
from reportedly.calendar.timex import find_timex_interval
from reportedly.model import Article, Timex
from reportedly.offsets import Span, contains

#: Known less exactly than this, an article gives two years to a day without one.
WIDEST_DAYS = 200
#: A year and no more: what is left of an expression must still date something.
WIDEST_TIME_DAYS = 366


@dataclass(frozen=True, slots=True)
class Closed:
    """What an expression means, as days and as a TIMEX value (None where the ends differ)."""

    span: Span
    days: Interval
    value: str | None


class Closings:
    """The closed expressions of the articles that the pile has dated."""

    def __init__(self, by_article: dict[str, list[Closed]]) -> None:
        self._by_article = by_article

    @property
    def articles(self) -> list[str]:
        """The articles that have any."""
        return sorted(name for name, closed in self._by_article.items() if closed)

    def within(self, article_id: str, span: Span) -> list[Closed]:
        """The closed expressions that lie in `span`, in order."""
        return [c for c in self._by_article.get(article_id, []) if contains(span, c.span)]


def closed_times(article: Article, days: Interval, open_times: list[Timex]) -> list[Closed]:
    """The meanings of `open_times`, whose article was published on one of `days`."""
    width = days.width_days
    if not open_times or width is None or width > WIDEST_DAYS:
        return []
    readings = [
        {(e.start, e.end): e for e in find_expressions(article.text, day)}
        for day in (days.earliest, days.latest)
    ]
    found = []
    for span in sorted(t.span for t in open_times):
        values = [reading[span].value for reading in readings if span in reading]
        intervals = [i for value in values if (i := find_timex_interval(value))]
        if len(values) < 2 or len(intervals) < 2:
            continue
        together = hull(intervals)
        if (together.width_days or WIDEST_TIME_DAYS + 1) <= WIDEST_TIME_DAYS:
            found.append(Closed(span, together, values[0] if values[0] == values[1] else None))
    return found


def is_open(timex: Timex) -> bool:
    """True for a day, month or season that lacks its year, and for "today" and "yesterday"."""
    unknown = timex.earliest is None and timex.latest is None
    return (
        unknown and timex.type in ("DATE", "TIME") and re.match(r"XXXX-", timex.value) is not None
    )
