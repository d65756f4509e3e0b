"""Anniversaries as evidence: who has been married for 14 years on 21 June married on a 21 June.

Weddings are bounded by what dated articles say of the same two; an undated article that counts the
years to a named day was published around the day on which so many years were complete.
"""

import dataclasses
import re
from collections.abc import Iterator
from datetime import date

from reportedly.annotate.facts.couples import THE_COUPLE
from reportedly.calendar import ANY_DAY, Interval, find_intersection, find_interval
from reportedly.model import Article, DayEvidence, Fact
from reportedly.reconcile.dating.pile import Dated

#: "P14Y/XXXX-06-21": a time of 14 years that ends on a 21 June.
_COUNTED = re.compile(r"P(?P<years>\d{1,2})Y/(?P<day>[\dX]{4}-[\dX]{2}-[\dX]{2})")
_TODAY = re.compile(r"\btoday\b", re.IGNORECASE)
_AHEAD = re.compile(r"\bwill\b|\bnext\b", re.IGNORECASE)
#: A day without a year lies within this of the telling.
REACH_DAYS = 183


@dataclasses.dataclass(frozen=True, slots=True)
class Wedding:
    """Two people and the days on which they can have married."""

    names: tuple[str, ...]
    days: Interval


def weddings(dated: Dated) -> list[Wedding]:
    """The weddings of the pile on whose days its articles agree, by the names of the two."""
    told: dict[tuple[str, ...], list[Fact]] = {}
    for article in sorted(dated.articles, key=lambda a: a.article_id):
        by_span: dict[object, list[Fact]] = {}
        for fact in dated.facts_of(article.article_id):
            if fact.attribute == "marriage_date":
                by_span.setdefault((fact.span, fact.value), []).append(fact)
        for facts in by_span.values():
            names = tuple(sorted({fact.subject for fact in facts}))
            if len(names) == 2:
                told.setdefault(names, []).append(facts[0])
    for names in sorted(told):
        fuller = [other for other in sorted(told) if other != names and _is_short_for(names, other)]
        if len(fuller) == 1:
            told[fuller[0]] = told[fuller[0]] + told.pop(names)
    found = (Wedding(names, days) for names, f in told.items() if (days := _days(f)))
    return sorted(found, key=lambda wedding: wedding.names)


def _is_short_for(names: tuple[str, ...], others: tuple[str, ...]) -> bool:
    """True when each name is one of the others, or its last word: "Roe" for "Ann Roe"."""
    return all(any(n == o or n == o.split()[-1] for o in others) for n in names)


def _days(facts: list[Fact]) -> Interval | None:
    """The days that all tellings allow; a counted one gives the day of the year."""
    told = [interval for fact in facts if (interval := find_interval(fact.value))]
    days = find_intersection(ANY_DAY, *told) if told else None
    if days is None:
        return None
    for fact in facts:
        counted = _COUNTED.fullmatch(fact.value)
        if counted and (day := _find_in(days, counted["day"])):
            days = Interval.of_day(day)
    return days


def _find_in(days: Interval, value: str) -> date | None:
    """The only day of `days` in the month and on the day of `value`."""
    matched = re.fullmatch(r"XXXX-(\d\d)-(\d\d)", value)
    if matched is None or not days.earliest or not days.latest:
        return None
    found = []
    for year in range(days.earliest.year, days.latest.year + 1):
        try:
            day = date(year, int(matched[1]), int(matched[2]))
        except ValueError:
            continue
        if days.holds(day):
            found.append(day)
    return found[0] if len(found) == 1 else None


def find_wedding(fact: Fact, article: Article, known: list[Wedding]) -> Wedding | None:
    """Whose wedding a fact tells of: the subject's; for "the couple" that of the one pair both of
    whom the article names."""
    if fact.subject == THE_COUPLE:
        found = [w for w in known if all(name in article.text for name in w.names)]
    else:
        found = [w for w in known if fact.subject in w.names]
    return found[0] if len(found) == 1 else None


def anniversary_evidence(dated: Dated) -> Iterator[DayEvidence]:
    """Intervals around the anniversaries that undated articles speak of."""
    known = weddings(dated)
    for article in dated.undated() if known else ():
        for fact in dated.facts_of(article.article_id):
            counted = _COUNTED.fullmatch(fact.value)
            wedding = find_wedding(fact, article, known) if counted else None
            if counted is None or wedding is None or fact.attribute != "marriage_date":
                continue
            days = _anniversary(wedding, int(counted["years"]), counted["day"])
            around = _published(days, article.text[slice(*fact.span)]) if days else None
            if around:
                yield _row(article, fact, wedding, around.iso())


def _row(
    article: Article, fact: Fact, wedding: Wedding, days: tuple[str | None, str | None]
) -> DayEvidence:
    words = " ".join(article.text[slice(*fact.span)].split())
    married = " and ".join(dict.fromkeys(day for day in wedding.days.iso() if day))
    return DayEvidence(
        article_id=article.article_id,
        kind="anniversary",
        earliest=days[0],
        latest=days[1],
        span=fact.span,
        reason=f"it says “{words}”, and {' and '.join(wedding.names)} married "
        f"{'on' if wedding.days.exact_day else 'between'} {married}",
    )


def _anniversary(wedding: Wedding, years: int, value: str) -> Interval | None:
    days = _later(wedding.days, years)
    if days is None or re.search(r"\d\Z", value) is None:
        return days
    day = _find_in(days, value)
    return Interval.of_day(day) if day else None


def _later(days: Interval, years: int) -> Interval | None:
    try:
        return Interval(
            *(d and d.replace(year=d.year + years) for d in (days.earliest, days.latest))
        )
    except ValueError:
        return None


def _published(days: Interval, words: str) -> Interval | None:
    """The days of publication, seen from the anniversary that is told of."""
    if _TODAY.search(words):
        return days
    if _AHEAD.search(words):
        return days.widened(before_days=REACH_DAYS)
    return days.widened(after_days=REACH_DAYS)
