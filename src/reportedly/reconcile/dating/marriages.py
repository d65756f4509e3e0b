"""Years of marriage as evidence: who have been wed for 14 years married 14 to 15 years ago.

In: undated articles that count the years up to their own day, and the weddings of the pile.  Out:
the days on which so many years had passed, give or take what such counts are rounded by.
"""

import re
from collections.abc import Iterator
from datetime import date

from reportedly.annotate.facts.lexicon import COUNT, count_of
from reportedly.calendar import Interval
from reportedly.calendar.names import WEEKDAY
from reportedly.model import DayEvidence
from reportedly.reconcile.dating.pile import Dated
from reportedly.reconcile.dating.weddings import Wedding, weddings_of

_YEARS = re.compile(
    r"\b(?:have|has|'ve)\s+been\s+(?:happily\s+)?(?:married|wed|hitched|husband\s+and\s+wife)\s+"
    rf"(?:for\s+)?(?P<count>{COUNT})\s+years\b(?!\s+(?:on|ago|next|this))"
    rf"|\bafter\s+(?P<after>{COUNT})\s+years\s+of\s+marriage\b"
    rf"|\bafter\s+(?:an?\s+)?(?P<long>{COUNT})-year\s+marriage\b"
    rf"|\b(?:got\s+married|married|wed|tied\s+the\s+knot)\s+(?P<ago>{COUNT})\s+years\s+ago\b",
    re.IGNORECASE,
)
#: What is counted to another day than the article's.
_ANOTHER_DAY = re.compile(
    rf"\b(?:will|would|on\s+{WEEKDAY}|next|last|when|had)\b",
    re.IGNORECASE,
)
_BEFORE_CHARS = 60
#: Sixteen years and a half are told as 16 or as 17.
SLACK_DAYS = 183


def marriage_evidence(dated: Dated) -> Iterator[DayEvidence]:
    """Intervals from the years that undated articles count of the one couple that they name."""
    known = None
    for article in dated.undated():
        matched = _YEARS.search(article.text)
        if matched is None or _is_of_another_day(article.text, matched):
            continue
        known = known or weddings_of(dated)
        wedding = known.find_named(article.text)
        years = count_of(next(words for words in matched.groups() if words))
        if wedding and years and (days := _days(wedding, years)):
            yield wedding.evidence(article, "marriage", matched.span(), days)


def _is_of_another_day(text: str, matched: re.Match[str]) -> bool:
    before = text[max(0, matched.start() - _BEFORE_CHARS) : matched.start()]
    clause = re.split(r"[.!?\n]", before)[-1]
    return _ANOTHER_DAY.search(clause) is not None


def _days(wedding: Wedding, years: int) -> Interval | None:
    first, last = (_later(wedding.days.earliest, years), _later(wedding.days.latest, years + 1))
    if first is None or last is None:
        return None
    return Interval(first, last).widened(before_days=SLACK_DAYS, after_days=SLACK_DAYS)


def _later(day: date | None, years: int) -> date | None:
    if day is None or day.year + years > date.max.year:
        return None
    return day.replace(year=day.year + years, day=min(day.day, 28))
