"""Ages as evidence: an undated article that makes somebody 52 was published while they were 52.

Births are bounded by the ages and dates of birth that dated articles give for the same full name.
Where bounds contradict one another, those count on which most articles agree, copies of one piece
being one; where as many say one thing as the other nothing is known: it may be two people.
"""

from collections.abc import Iterator

from reportedly.calendar import (
    Interval,
    birth_interval,
    days_of_age,
    find_interval,
    interval_from_iso,
)
from reportedly.model import DayEvidence, Fact
from reportedly.reconcile.dating.agreement import Agreed, find_agreed
from reportedly.reconcile.dating.pile import Dated

#: Births known less exactly than this bound no useful interval: ages change once a year.
WIDEST_BIRTH_DAYS = 3 * 366
#: Outlets print ages that were right when the piece was begun, or a birthday too soon.
SLACK_DAYS = 31


def age_evidence(dated: Dated) -> Iterator[DayEvidence]:
    """Intervals from the ages of people whose birth dated articles bound."""
    births = _births(dated)
    for article in dated.undated() if births else ():
        for fact in dated.facts_of(article.article_id):
            birth = births.get(_key(fact))
            years = _years(fact)
            if birth is None or years is None or fact.statement_id or fact.as_of_earliest:
                continue
            earliest, latest = (
                days_of_age(years, birth.days)
                .widened(before_days=SLACK_DAYS, after_days=SLACK_DAYS)
                .iso()
            )
            born = " and ".join(day for day in birth.days.iso() if day)
            by = f"{birth.agreeing} of {birth.sources}" if birth.agreeing < birth.sources else ""
            yield DayEvidence(
                article_id=article.article_id,
                kind="age",
                earliest=earliest,
                latest=latest,
                span=fact.span,
                reason=f"{fact.subject}, born between {born} by {by + ' ' if by else ''}other "
                f"articles, is {years} in it",
            )


def _key(fact: Fact) -> str:
    return " ".join(fact.subject.lower().split())


def _is_full_name(name: str) -> bool:
    return len(name.split()) >= 2


def _years(fact: Fact) -> int | None:
    return int(fact.value) if fact.attribute == "age" and fact.value.isdigit() else None


def _births(dated: Dated) -> dict[str, Agreed]:
    """Full name → when its bearer was born, by the most dated articles that agree."""
    bounds: dict[str, list[tuple[Interval, str]]] = {}
    exact = dated.is_exact()
    for fact in dated.facts_about("age", "birth_date"):
        bound = _birth(fact) if exact[dated.number(fact.article_id)] else None
        if bound and _is_full_name(fact.subject):
            source = dated.copy_group(fact.article_id) or fact.article_id
            bounds.setdefault(_key(fact), []).append((bound, source))
    found = ((name, find_agreed(listed)) for name, listed in sorted(bounds.items()))
    return {
        name: agreed
        for name, agreed in found
        if agreed and agreed.days.width_days and agreed.days.width_days <= WIDEST_BIRTH_DAYS
    }


def _birth(fact: Fact) -> Interval | None:
    if fact.attribute == "birth_date":
        return find_interval(fact.value)
    years = _years(fact)
    if years is None or fact.as_of_earliest is None or fact.as_of_latest is None:
        return None
    return birth_interval(years, interval_from_iso(fact.as_of_earliest, fact.as_of_latest))
