"""Deaths as evidence: "the late Ann Doe" came after hers, what she "said yesterday" before it.

In: undated articles, and the days of death that dated articles agree on.  Out: the days on which
articles with such words can have appeared.
"""

import re
from collections.abc import Iterator, Mapping
from datetime import date

from reportedly.calendar import Interval, find_interval
from reportedly.calendar.names import WEEKDAY
from reportedly.model import Article, DayEvidence
from reportedly.reconcile.dating.birthdays import NAME, WHO, YEAR, find_near_in
from reportedly.reconcile.dating.making import by_its_words
from reportedly.reconcile.dating.pile import Dated
from reportedly.sentences import sentence_around

_DIED = re.compile(
    rf"{NAME}{WHO}(?:died|passed\s+away|was\s+(?:killed|found\s+dead|buried|cremated|laid\s+to\s+rest))\b"
)
_LATE = re.compile(
    rf"\b(?:(?:the|her|his|their)\s+late\s+(?:[a-z-]+\s+){{0,4}}|(?:the\s+)?death\s+of\s+(?:[a-z-]+\s+){{0,4}}){NAME}"
)
#: Who said something yesterday was alive.
_SPOKE = re.compile(
    rf"{NAME}{WHO}(?:said|told\s+(?!of\b)(?:[\w'’]+\s+){{1,3}}?|announced|insisted|vowed|admitted|promised|denied)"
    rf"\s*(?P<day>today|last\s+night|yesterday|this\s+(?:morning|afternoon|evening)|on\s+{WEEKDAY})\b"
)
#: Zones, and pages made on the evening before.
_SLACK_DAYS = 1
_WEEK_DAYS = 7
_UNREAL = re.compile(r"\b(?:if|would|had|hoax|rumou?rs?|reports?\s+that|feared?)\b", re.IGNORECASE)


def deaths_of(dated: Dated) -> dict[str, date]:
    """Name → the day of death, where all articles that give one give the same."""
    told: dict[str, set[date | None]] = {}
    for fact in dated.facts_about("death_date"):
        days = find_interval(fact.value)
        if days is not None and days.exact_day:
            told.setdefault(fact.subject, set()).add(days.exact_day)
    return {name: day for name, (day, *more) in sorted(told.items()) if day and not more}


def death_evidence(dated: Dated) -> Iterator[DayEvidence]:
    """Intervals from undated articles that tell of known dead as dead, or as alive."""
    deaths = {name: day for name, day in deaths_of(dated).items() if " " in name}
    for article in dated.undated() if deaths else ():
        for matched in (*_DIED.finditer(article.text), *_LATE.finditer(article.text)):
            yield from _dead(article, matched, deaths)
        for matched in _SPOKE.finditer(article.text):
            yield from _alive(article, matched, deaths)


def _dead(
    article: Article, matched: re.Match[str], deaths: Mapping[str, date]
) -> Iterator[DayEvidence]:
    name = _find_full_name(matched["name"], deaths)
    start, end = sentence_around(article.text, matched.span())
    if name is None or _UNREAL.search(article.text[start : matched.end()]):
        return
    days, stop = Interval(deaths[name], None), matched.end()
    news = matched.re is _DIED and matched[0].endswith(("died", "away", "dead", "killed"))
    if news and not YEAR.search(article.text[start:end]):
        near = find_near_in(article.text, matched.span(), "back")
        if near is not None:
            days = near.reach.around(Interval.of_day(deaths[name]))
            stop += near.end
    why = f"{name} died on {deaths[name]}"
    yield by_its_words("death", article, (matched.start(), stop), days, why)


def _alive(
    article: Article, matched: re.Match[str], deaths: Mapping[str, date]
) -> Iterator[DayEvidence]:
    name = _find_full_name(matched["name"], deaths)
    start, end = sentence_around(article.text, matched.span())
    if name is None or YEAR.search(article.text[start:end]):
        return
    slack = _WEEK_DAYS if matched["day"].lower().startswith("on") else _SLACK_DAYS
    last = Interval(None, deaths[name]).widened(after_days=slack)
    yield by_its_words("death", article, matched.span(), last, f"{name} died on {deaths[name]}")


def _find_full_name(words: str, known: Mapping[str, object]) -> str | None:
    """The full name with which `words` end, if it is known."""
    named = words.split()
    ends = (" ".join(named[first:]) for first in range(len(named) - 1))
    return next((name for name in ends if name in known), None)
