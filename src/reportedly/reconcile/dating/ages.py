"""Ages as evidence: an undated article that makes somebody 52 was published while they were 52.

Births are bounded by what dated articles tell of the same full name, or of the same first name of
a child beside the same full one.
"""

import dataclasses
from collections.abc import Iterator

from reportedly.calendar import Interval, days_of_age, find_intersection
from reportedly.model import DayEvidence, Fact
from reportedly.reconcile.dating.agreement import Agreed, find_agreed
from reportedly.reconcile.dating.births import (
    Births,
    full_names,
    is_full_name,
    keys_of,
    years_of,
)
from reportedly.reconcile.dating.making import evidence, on
from reportedly.reconcile.dating.pile import Dated

#: Outlets print ages that were right when the piece was begun, or a birthday too soon.
SLACK_DAYS = 31
FEWEST_CHILDREN = 2
#: Days of publication that an age leaves, of whom, and the row that says so.
Told = tuple[Interval, str, DayEvidence]


def age_evidence(dated: Dated, known: Births) -> Iterator[DayEvidence]:
    """Intervals from the ages of people whose birth dated articles bound."""
    births = known.by_key
    for article in dated.undated() if births else ():
        adults: list[Told] = []
        children: list[Told] = []
        facts = dated.facts_of(article.article_id)
        beside = full_names(facts)
        for fact in facts:
            years = years_of(fact)
            found = [births[key] for key in keys_of(fact, beside) if key in births]
            if not found or years is None or fact.statement_id or fact.as_of_earliest:
                continue
            birth = max(found, key=lambda agreed: (agreed.agreeing, str(agreed.days.iso())))
            days = days_of_age(years, birth.days).widened(
                before_days=SLACK_DAYS, after_days=SLACK_DAYS
            )
            row = _row(article.article_id, fact, years, birth, days)
            told = days, fact.subject, row
            (adults if is_full_name(fact.subject) else children).append(told)
        yield from _fitting(adults, children)


def _fitting(adults: list[Told], children: list[Told]) -> Iterator[DayEvidence]:
    """The ages that fit one another.

    Of children those that most of them allow, where two do: papers get them wrong more often than
    any, and one that no other fits is a slip.  Where two children's ages exclude an adult's, of
    adults that is evidence which most ages of the article allow.
    """
    everybody = [*adults, *children]
    several = len({name for _, name, _ in children}) >= FEWEST_CHILDREN
    if several and find_intersection(*(days for days, _, _ in everybody)) is None:
        most = _agreed(everybody)
        adults = [told for told in adults if most and find_intersection(told[0], most.days)]
    yield from (row for _, _, row in adults)
    agreed = _agreed(children)
    for days, _, row in children:
        if agreed and agreed.agreeing >= FEWEST_CHILDREN and find_intersection(days, agreed.days):
            yield dataclasses.replace(row, kind="age_of_child")


def _agreed(told: list[Told]) -> Agreed | None:
    """What most people's ages allow."""
    return find_agreed((days, name) for days, name, _ in told) if told else None


def _row(article_id: str, fact: Fact, years: int, birth: Agreed, days: Interval) -> DayEvidence:
    by = f"{birth.agreeing} of {birth.sources} " if birth.agreeing < birth.sources else ""
    why = f"{fact.subject}, born {on(birth.days)} by {by}other articles, is {years} in it"
    return evidence("age", article_id, days, fact.span, why)
