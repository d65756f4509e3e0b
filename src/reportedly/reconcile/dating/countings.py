"""Days counted from a death: "buried yesterday, eight days after she died" dates an article.

In: facts of dated articles that give the day of a death.  Out: evidence for undated articles that
name the dead, nobody else whose death the pile knows, and how long after it something was.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import date, timedelta

from reportedly.annotate.facts.lexicon import COUNT, count_or_one
from reportedly.calendar import Interval
from reportedly.calendar.names import WEEKDAY
from reportedly.model import Article, DayEvidence
from reportedly.reconcile.dating.deaths import deaths_of
from reportedly.reconcile.dating.making import by_its_words
from reportedly.reconcile.dating.pile import Dated
from reportedly.sentences import sentence_around

_AFTER_DEATH = re.compile(
    rf"\b(?P<count>(?i:an?|{COUNT}))\s+(?P<unit>day|week|month|year)s?\s+after\s+(?:(?:s?he|[A-Z][\w'’-]+(?:\s[A-Z]"
    r"[\w'’-]+){0,3})\s+(?:died|passed\s+away|was\s+killed)|(?:her|his|[A-Z][\w'’ -]{1,40}['’]s)"
    r"\s+death)\b"
)
#: "They buried Judge Roe", "the funeral of Mrs Roe".
_BURIED = re.compile(
    r"\b(?:buried|cremated|funeral\s+of|burial\s+of|farewell\s+to)\s+(?:[A-Z][\w.]*\s+){0,2}?"
    r"(?P<name>[A-Z][\w'’-]+)\b(?!\s+[A-Z])"
)
_TODAY = re.compile(r"\b(?:today|tonight|this\s+(?:morning|afternoon|evening))\b", re.IGNORECASE)
_YESTERDAY = re.compile(r"\b(?:yesterday|last\s+night)\b", re.IGNORECASE)
_WEEKDAY = re.compile(rf"\b{WEEKDAY}\b")
_UNIT_DAYS = {"day": 1, "week": 7, "month": 30.4, "year": 365.25}
#: By how much months and years are rounded.
_ROUNDED_DAYS = {"month": 20, "year": 92}
#: What a weekday names is told of within the week.
WEEK_DAYS = 6


def counting_evidence(dated: Dated) -> Iterator[DayEvidence]:
    """Intervals from the days that undated articles count after a death."""
    deaths = deaths_of(dated)
    for article in dated.undated() if deaths else ():
        plain = article.text.replace("\u00a0", " ")
        named = [name for name in deaths if name in plain] or list(_buried(deaths, plain))
        matched = _AFTER_DEATH.search(article.text) if len(named) == 1 else None
        if matched is not None and (day := _counted(deaths[named[0]], matched)):
            yield _row(article, matched, named[0], deaths[named[0]], day)


def _buried(deaths: Mapping[str, date], text: str) -> Iterator[str]:
    """The dead whom a funeral names by a title and the last name, which is no other's."""
    last_names = Counter(name.split()[-1] for name in deaths)
    for matched in _BURIED.finditer(text):
        for name in deaths:
            last = name.split()[-1]
            if last == matched["name"] and last_names[last] == 1:
                yield name


def _counted(death: date, matched: re.Match[str]) -> date | None:
    days = round((count_or_one(matched["count"]) or 0) * _UNIT_DAYS[matched["unit"]])
    return death + timedelta(days=days) if days else None


def _row(
    article: Article, matched: re.Match[str], name: str, death: date, day: date
) -> DayEvidence:
    sentence = article.text[slice(*sentence_around(article.text, matched.span()))]
    slack = _ROUNDED_DAYS.get(matched["unit"])
    days = _published(day, sentence) if slack is None else _roughly(day, slack, sentence)
    why = f"{name} died on {death.isoformat()}"
    return by_its_words("counting", article, matched.span(), days, why)


def _published(day: date, sentence: str) -> Interval:
    """The days of publication, seen from the day that is told of."""
    if _YESTERDAY.search(sentence):
        return Interval.of_day(day + timedelta(days=1))
    if _TODAY.search(sentence):
        return Interval.of_day(day)
    if _WEEKDAY.search(sentence):
        return Interval.of_day(day).widened(after_days=WEEK_DAYS)
    return Interval(day, None)


def _roughly(day: date, slack_days: int, sentence: str) -> Interval:
    """The same for months and years, which are rounded."""
    of_now = any(words.search(sentence) for words in (_YESTERDAY, _TODAY, _WEEKDAY))
    days = Interval(day, day if of_now else None)
    return days.widened(before_days=slack_days, after_days=slack_days)
