"""Ages and dates of birth and death that cannot all be right, with the sum in words."""

import re
from collections.abc import Iterator

from reportedly.calendar import (
    ANY_DAY,
    Interval,
    find_intersection,
    find_interval,
    interval_from_iso,
)
from reportedly.calendar.lives import find_bound
from reportedly.calendar.timex import find_timex_interval
from reportedly.model import Fact, Finding
from reportedly.reconcile.findings.facts.bounds import Bound, Disagreement, disagreements
from reportedly.reconcile.findings.facts.partners import of_one_partner
from reportedly.reconcile.findings.making import certainty, make_finding
from reportedly.reconcile.findings.pile import Pile, fact_evidence
from reportedly.reconcile.findings.wording import (
    day,
    listed,
    number,
    quoted,
    reports,
    told,
    when,
)

#: Dates of a union, and how they are told.
UNION_DATES = {
    "marriage_date": "married",
    "separation_date": "separated",
    "divorce_date": "divorced",
}
#: How often a disagreement of this size (days) was real when read; beyond the last it mostly was
#: two people under one name.  Up to a month, a birthday or the day of writing explains it.
PRIOR_BY_GAP = ((31, 0.6), (5 * 366, 0.85), (15 * 366, 0.6))
PRIOR_BEYOND = 0.35


def find_life_date_conflicts(subject: str, facts: list[Fact], pile: Pile) -> Iterator[Finding]:
    """Conflicts about the days of birth and death of one person."""
    births = [b for fact in facts if (b := find_birth_bound(fact, pile))]
    deaths = [b for fact in facts if (b := find_death_bound(fact, pile))]
    unions = [
        [b for fact in of_one if (b := find_union_bound(fact, attribute, pile))]
        for attribute in UNION_DATES
        for of_one in of_one_partner(facts, attribute, pile)
    ]
    for bounds in (births, deaths, *unions):
        for disagreement in disagreements(bounds, pile.sources):
            yield _finding(subject, disagreement, pile)


#: "The 46-year-old", with no name beside it: whose age it is was itself concluded from the text,
#: and read by hand such an age at odds with others was somebody else's.
_BARE = re.compile(r"(?:the|a|an)\s+[\w-]+[- ]years?[- ]old", re.IGNORECASE)


def find_birth_bound(fact: Fact, pile: Pile) -> Bound | None:
    """When the subject of an age or a date of birth can have been born."""
    where = pile.place(fact.article_id)
    if fact.attribute == "birth_date":
        interval = find_bound(fact.attribute, fact.value, ANY_DAY)
        return Bound(fact, interval, f"born {when(interval)} ({where})") if interval else None
    if fact.attribute != "age" or _BARE.match(
        pile.articles[fact.article_id].text[slice(*fact.span)]
    ):
        return None
    as_of = as_of_interval(fact)
    matched, born = re.match(r"\d+", fact.value), find_bound("age", fact.value, as_of)
    if matched is None or born is None:
        return None
    article = pile.articles[fact.article_id]
    where = told(article, pile.published(fact.article_id), as_of)
    words = f"aged {number(int(matched.group()))} ({where}), so {_born(born)}"
    return Bound(fact, born, words)


def find_death_bound(fact: Fact, pile: Pile) -> Bound | None:
    """When the subject of a date of death can have died."""
    told = find_interval(fact.value) if fact.attribute == "death_date" else None
    # Who is told as dead had died by then.
    known = Interval(None, as_of_interval(fact).latest)
    interval = find_intersection(told, known) or told if told else None
    if interval is None:
        return None
    return Bound(fact, interval, f"died {when(interval)} ({pile.place(fact.article_id)})")


def find_union_bound(fact: Fact, attribute: str, pile: Pile) -> Bound | None:
    """When a wedding, a separation or a divorce that a fact dates can have been."""
    interval = find_timex_interval(fact.value) if fact.attribute == attribute else None
    if interval is None:
        return None
    return Bound(
        fact, interval, f"{UNION_DATES[attribute]} {when(interval)} ({pile.place(fact.article_id)})"
    )


def as_of_interval(fact: Fact) -> Interval:
    """The days for which a fact is said."""
    return interval_from_iso(fact.as_of_earliest, fact.as_of_latest)


def _born(interval: Interval) -> str:
    first, last = interval.earliest, interval.latest
    if first and last:
        return f"born between {day(first)} and {day(last)}"
    return f"born {when(interval)}"


def _finding(subject: str, found: Disagreement, pile: Pile) -> Finding:
    bounds = (found.one, found.other, *found.with_one, *found.with_other)
    facts = [bound.fact for bound in bounds]
    explanation = (
        f"{subject}: {found.one.words}; {found.other.words}; the two cannot both be right."
        + _company(found, pile)
    )
    prior = next((p for days, p in PRIOR_BY_GAP if found.gap_days <= days), PRIOR_BEYOND)
    return make_finding(
        "conflict",
        explanation,
        (fact_evidence(fact) for fact in facts),
        prior * certainty(found.one.fact, found.other.fact),
        about=(facts[0].subject_id,),
        naming=(subject, _attribute(found)),
    )


def _attribute(found: Disagreement) -> str:
    named = {found.one.fact.attribute, found.other.fact.attribute}
    return named.pop() if len(named) == 1 else "birth_date"


def _shown(fact: Fact, pile: Pile) -> str:
    """A number as it is, the day of a union as told above; other days as they are printed."""
    if fact.attribute == "age":
        return f"“{number(int(fact.value))}”" if fact.value.isdigit() else f"“{fact.value}”"
    interval = find_timex_interval(fact.value)
    if fact.attribute in UNION_DATES and interval is not None:
        return f"“{UNION_DATES[fact.attribute]} {when(interval)}”"
    return quoted(pile.articles[fact.article_id].text[slice(*fact.span)])


def _company(found: Disagreement, pile: Pile) -> str:
    """Which other reports agree with which of the two; a lone one is named, not called wrong."""
    said, alone, both = [], True, []
    for bound, company, against in (
        (found.one, found.with_one, found.other),
        (found.other, found.with_other, found.one),
    ):
        own = bound.fact.article_id  # it may say so of each of a couple
        others = [b for b in company if b.fact.article_id != own]
        # Who was 51 the day before may be 51 or 52: that speaks for neither.
        either = [b for b in others if find_intersection(b.interval, against.interval)]
        both += [pile.place(b.fact.article_id) for b in either]
        places = [pile.place(b.fact.article_id) for b in others if b not in either]
        if places:
            said.append(f"{_shown(bound.fact, pile)} fits what others say ({reports(places)})")
            alone = bound is found.one
    words = f" {listed(said)}." if said else ""
    if both:
        words += f" What others say fits both ({reports(both)})."
    elif alone and found.sources_one >= 2 and found.sources_other == 1:
        words += f" The one that stands alone is {pile.place(found.other.fact.article_id)}."
    return words
