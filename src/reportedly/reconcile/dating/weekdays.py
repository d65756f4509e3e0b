"""Weekdays of dates as evidence: "Wednesday 3 June" without a year fits few years.

Where the rest of the evidence leaves one of them, the article is from around that day.  Where
there is no other evidence, the years in which the pile's dated articles appeared stand for it,
and the reason says so.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from reportedly.annotate.dates.tense import reports_the_past
from reportedly.calendar import Interval
from reportedly.calendar.names import weekday_of
from reportedly.model import Article, DayEvidence, Timex
from reportedly.reconcile.dating.making import evidence
from reportedly.reconcile.dating.pile import Dated

_WEEKDAY = re.compile(
    r"\b(?P<name>mon|tues?|wed(?:nes)?|thurs?|fri|sat(?:ur)?|sun)(?:day)?\b", re.IGNORECASE
)
#: Dates without a year lie within this of the telling: all of 373 in real articles did (178 days
#: at most).
REACH_DAYS = 183
#: A weekday beside a date is given for days that readers remember; what is told as past with one
#: is told within the month.
PAST_DAYS = 31
#: The same date has the same weekday again after 5, 6 or 11 years; wider bounds leave several.
WIDEST_DAYS = 11 * 366
#: The pile's own years say something only when there are some articles to say it.
FEWEST_DATED = 5


@dataclass(frozen=True, slots=True)
class _Bounds:
    days: Interval
    words: str


def weekday_evidence(dated: Dated) -> Iterator[DayEvidence]:
    """Intervals around dates whose weekday leaves one year."""
    years = _years_of_pile(dated)
    for article in dated.undated():
        known = dated.days(article.article_id)
        narrow = known.width_days is not None and known.width_days <= WIDEST_DAYS
        bounds = _Bounds(known, "") if narrow else years
        if bounds is None:
            continue
        for timex in dated.timexes_of(article.article_id):
            if day := _find_day(timex, bounds.days):
                yield _row(article, timex, day, bounds)


def _years_of_pile(dated: Dated) -> _Bounds | None:
    """The years of the pile's dated articles; None when they are few or far apart."""
    days = [day for day, _ in dated.exact_days()]
    if len(days) < FEWEST_DATED:
        return None
    first, last = date(min(days).year, 1, 1), date(max(days).year, 12, 31)
    if (last - first).days > WIDEST_DAYS:
        return None
    words = f", the only such year among those of the dated articles ({first.year} to {last.year})"
    return _Bounds(Interval(first, last), words)


def _row(article: Article, timex: Timex, day: date, bounds: _Bounds) -> DayEvidence:
    past = reports_the_past(article.text, timex.span)
    around = Interval.of_day(day).widened(
        before_days=0 if past else REACH_DAYS, after_days=PAST_DAYS if past else REACH_DAYS
    )
    names = f"it names {timex.text}{' as past' if past else ''}"
    why = f"{names}, which was in {day.year}{bounds.words}"
    return evidence("weekday", article.article_id, around, timex.span, why)


def _find_day(timex: Timex, bounds: Interval) -> date | None:
    """The one day around `bounds` that has the date and the weekday of `timex`."""
    matched = _WEEKDAY.search(timex.text)
    value = re.fullmatch(r"XXXX-(\d\d)-(\d\d)", timex.value)
    reach = bounds.widened(before_days=REACH_DAYS, after_days=REACH_DAYS)
    if matched is None or value is None or not reach.earliest or not reach.latest:
        return None
    weekday = weekday_of(matched["name"])
    days = []
    for year in range(reach.earliest.year, reach.latest.year + 1):
        try:
            day = date(year, int(value[1]), int(value[2]))
        except ValueError:
            continue
        if day.weekday() == weekday and reach.holds(day):
            days.append(day)
    return days[0] if len(days) == 1 else None
