"""Ages as evidence: an undated article that makes somebody 52 was published while they were 52.

Births are bounded by the ages and dates of birth that dated articles give for the same full name,
or for the same first name of a child beside the same full one.  Where bounds contradict one
another, those count on which most articles agree, copies of one piece being one; where as many say
one thing as the other nothing is known: it may be two people.
"""

import dataclasses
from collections.abc import Iterable, Iterator

from reportedly.calendar import (
    Interval,
    birth_interval,
    days_of_age,
    find_intersection,
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
#: Who has no last name in a paper is a child, or hardly more.
OLDEST_CHILD_YEARS = 21
FEWEST_CHILDREN = 2
#: The facts beside which a child's is told of the same family.
_OF_LIVES = ("age", "birth_date", "children", "child", "spouse", "former_spouse", "marriage_date")


def age_evidence(dated: Dated) -> Iterator[DayEvidence]:
    """Intervals from the ages of people whose birth dated articles bound."""
    births = _births(dated)
    for article in dated.undated() if births else ():
        children: list[tuple[Interval, DayEvidence]] = []
        facts = dated.facts_of(article.article_id)
        beside = _full_names(facts)
        for fact in facts:
            years = _years(fact)
            found = [births[key] for key in _keys(fact, beside) if key in births]
            if not found or years is None or fact.statement_id or fact.as_of_earliest:
                continue
            birth = max(found, key=lambda agreed: (agreed.agreeing, str(agreed.days.iso())))
            days = days_of_age(years, birth.days).widened(
                before_days=SLACK_DAYS, after_days=SLACK_DAYS
            )
            if _is_full_name(fact.subject):
                yield _row(article.article_id, fact, years, birth, days)
            else:
                children.append((days, _row(article.article_id, fact, years, birth, days)))
        yield from _fitting(children)


def _fitting(children: list[tuple[Interval, DayEvidence]]) -> Iterator[DayEvidence]:
    """The ages of children that most of them allow, where two do: papers get them wrong more often
    than any, and one that no other fits is a slip."""
    agreed = find_agreed((days, row.reason) for days, row in children) if children else None
    for days, row in children:
        if agreed and agreed.agreeing >= FEWEST_CHILDREN and find_intersection(days, agreed.days):
            yield dataclasses.replace(row, kind="age_of_child")


def _row(article_id: str, fact: Fact, years: int, birth: Agreed, days: Interval) -> DayEvidence:
    earliest, latest = days.iso()
    born = " and ".join(day for day in birth.days.iso() if day)
    by = f"{birth.agreeing} of {birth.sources} " if birth.agreeing < birth.sources else ""
    return DayEvidence(
        article_id=article_id,
        kind="age",
        earliest=earliest,
        latest=latest,
        span=fact.span,
        reason=f"{fact.subject}, born between {born} by {by}other articles, is {years} in it",
    )


def _full_names(facts: Iterable[Fact]) -> list[str]:
    return sorted({_key(fact) for fact in facts if _is_full_name(fact.subject)})


def _keys(fact: Fact, beside: Iterable[str]) -> list[str]:
    """Under what the birth of a fact's subject is known: its full name, or a child's first name
    with that of somebody of whom the article tells facts as well."""
    if _is_full_name(fact.subject):
        return [_key(fact)]
    years = _years(fact)
    is_child = fact.subject and (years is None or years <= OLDEST_CHILD_YEARS)
    return [f"{_key(fact)}\n{other}" for other in beside] if is_child else []


def _key(fact: Fact) -> str:
    return " ".join(fact.subject.lower().split())


def _is_full_name(name: str) -> bool:
    return len(name.split()) >= 2


def _years(fact: Fact) -> int | None:
    return int(fact.value) if fact.attribute == "age" and fact.value.isdigit() else None


def _births(dated: Dated) -> dict[str, Agreed]:
    """Name, as `_keys` has it → when its bearer was born, by the most dated articles that agree."""
    bounds: dict[str, list[tuple[Interval, str]]] = {}
    exact = dated.is_exact()
    beside: dict[str, list[Fact]] = {}
    for fact in dated.facts_about(*_OF_LIVES):
        beside.setdefault(fact.article_id, []).append(fact)
    for article_id, facts in beside.items():
        if not exact[dated.number(article_id)]:
            continue
        names, source = _full_names(facts), dated.copy_group(article_id) or article_id
        for fact in facts:
            bound = _birth(fact)
            if bound is None:
                continue
            for key in _keys(fact, names):
                bounds.setdefault(key, []).append((bound, source))
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
