"""Weekdays of dates as evidence: "Wednesday 3 June" without a year fits few years.

Where the rest of the evidence leaves one of them, the article is from around that day.
"""

import re
from collections.abc import Iterator
from datetime import date

from reportedly.calendar import Interval
from reportedly.model import DayEvidence, Timex
from reportedly.reconcile.dating.pile import Dated

_WEEKDAY = re.compile(
    r"\b(?P<name>mon|tues?|wed(?:nes)?|thurs?|fri|sat(?:ur)?|sun)(?:day)?\b", re.IGNORECASE
)
_NAMES = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
#: A date is told without its year when it lies within about half a year of the telling.
REACH_DAYS = 183
#: The same date has the same weekday again after 5, 6 or 11 years; wider bounds leave several.
WIDEST_DAYS = 11 * 366


def weekday_evidence(dated: Dated) -> Iterator[DayEvidence]:
    """Intervals around dates whose weekday leaves one year."""
    for article in dated.undated():
        bounds = dated.publication(article.article_id).days
        if bounds.width_days is None or bounds.width_days > WIDEST_DAYS:
            continue
        reach = bounds.widened(before_days=REACH_DAYS, after_days=REACH_DAYS)
        for timex in dated.timexes_of(article.article_id):
            if day := _find_day(timex, reach):
                around = Interval.of_day(day).widened(before_days=REACH_DAYS, after_days=REACH_DAYS)
                earliest, latest = around.iso()
                yield DayEvidence(
                    article_id=article.article_id,
                    kind="weekday",
                    earliest=earliest,
                    latest=latest,
                    span=timex.span,
                    reason=f"it names {timex.text}, which was in {day.year}",
                )


def _find_day(timex: Timex, bounds: Interval) -> date | None:
    """The one day in `bounds` that has the date and the weekday of `timex`."""
    matched = _WEEKDAY.search(timex.text)
    value = re.fullmatch(r"XXXX-(\d\d)-(\d\d)", timex.value)
    if matched is None or value is None or not bounds.earliest or not bounds.latest:
        return None
    weekday = _NAMES.index(matched["name"].lower()[:3])
    days = []
    for year in range(bounds.earliest.year, bounds.latest.year + 1):
        try:
            day = date(year, int(value[1]), int(value[2]))
        except ValueError:
            continue
        if day.weekday() == weekday and bounds.holds(day):
            days.append(day)
    return days[0] if len(days) == 1 else None
