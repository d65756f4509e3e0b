"""Anniversaries as evidence: who has been married for 14 years on 21 June married on a 21 June.

Weddings are bounded by what dated articles say of the same two; an undated article that counts the
years to a named day was published around the day on which so many years were complete.
"""

import re
from collections.abc import Iterator

from reportedly.calendar import Interval, weekday_from, weekday_until
from reportedly.model import DayEvidence
from reportedly.reconcile.dating.pile import Dated
from reportedly.reconcile.dating.weddings import COUNTED, Wedding, find_in, weddings_of

_TODAY = re.compile(r"\btoday\b", re.IGNORECASE)
_AHEAD = re.compile(r"\bwill\b|\bnext\b", re.IGNORECASE)
#: A day without a year lies within this of the telling, a weekday within a week of it.
REACH_DAYS, WEEKDAY_REACH_DAYS = 183, 7
_WEEKDAY = re.compile(r"XXXX-WXX-(?P<number>[1-7])")


def anniversary_evidence(dated: Dated) -> Iterator[DayEvidence]:
    """Intervals around the anniversaries that undated articles speak of."""
    known = weddings_of(dated)
    for article in dated.undated() if known.listed else ():
        for fact in dated.facts_of(article.article_id):
            counted = COUNTED.fullmatch(fact.value)
            wedding = known.find(fact, article) if counted else None
            if counted is None or wedding is None or fact.attribute != "marriage_date":
                continue
            days = _anniversary(wedding, int(counted["years"]), counted["day"])
            reach = WEEKDAY_REACH_DAYS if _WEEKDAY.match(counted["day"]) else REACH_DAYS
            around = _published(days, article.text[slice(*fact.span)], reach) if days else None
            if around:
                yield wedding.evidence(article, "anniversary", fact.span, around)


def _anniversary(wedding: Wedding, years: int, value: str) -> Interval | None:
    days = _later(wedding.days, years)
    if days and (weekday := _WEEKDAY.match(value)):
        return _between_weekdays(days, int(weekday["number"]) - 1)
    if days is None or re.search(r"\d\Z", value) is None:
        return days
    day = find_in(days, value)
    return Interval.of_day(day) if day else None


def _between_weekdays(days: Interval, weekday: int) -> Interval | None:
    """From the first to the last such weekday (0 is Monday) of `days`; None where there is none."""
    first = days.earliest and weekday_from(days.earliest, weekday)
    last = days.latest and weekday_until(days.latest, weekday)
    return None if first and last and first > last else Interval(first, last)


def _later(days: Interval, years: int) -> Interval | None:
    try:
        return Interval(
            *(d and d.replace(year=d.year + years) for d in (days.earliest, days.latest))
        )
    except ValueError:
        return None


def _published(days: Interval, words: str, reach_days: int) -> Interval | None:
    """The days of publication, seen from the anniversary that is told of."""
    if _TODAY.search(words):
        return days
    if _AHEAD.search(words):
        return days.widened(before_days=reach_days)
    return days.widened(after_days=reach_days)
