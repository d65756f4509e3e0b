"""Ages and dates of one person that several outlets give and that all fit one day of a life.

Together they say more than each: nine in May 2015 and thirteen in April 2019 leave a few months
for the birth.
"""

import re
from collections.abc import Iterator

from reportedly.calendar import ANY_DAY, Interval, find_intersection
from reportedly.model import Fact, Finding
from reportedly.reconcile.findings.facts.bounds import Bound, largest_agreeing
from reportedly.reconcile.findings.facts.life_dates import (
    UNION_DATES,
    find_birth_bound,
    find_union_bound,
)
from reportedly.reconcile.findings.facts.partners import of_one_partner
from reportedly.reconcile.findings.making import make_finding
from reportedly.reconcile.findings.pile import Pile, fact_evidence
from reportedly.reconcile.findings.wording import when
from reportedly.reconcile.independence import count_sources

#: One outlet repeats itself: so many that are not shown to depend on one another, and so many
#: articles on different days.
FEWEST_INDEPENDENT, FEWEST_ARTICLES = 2, 3
#: What is left for the day must be less than this, or the rows agree on little.
WIDEST_DAYS = 366
#: What allows more than three years for a day fits nearly everything: no agreement.
TELLING_DAYS = 3 * 366
PRIOR = 0.8
MOST_SHOWN = 6
#: With more of them their sums are left out of the words.
MOST_SUMS = 3
_SUM = re.compile(r", so born .*\Z")


def find_agreeing_dates(subject: str, facts: list[Fact], pile: Pile) -> Iterator[Finding]:
    """At most one agreement on each day of a life."""
    births = [b for fact in facts if (b := find_birth_bound(fact, pile))]
    yield from _agreement(subject, "age", "born", births, pile)
    for attribute in UNION_DATES:
        for of_one in of_one_partner(facts, attribute, pile):
            bounds = [b for fact in of_one if (b := find_union_bound(fact, attribute, pile))]
            yield from _agreement(subject, attribute, UNION_DATES[attribute], bounds, pile)


def _agreement(
    subject: str, attribute: str, told: str, bounds: list[Bound], pile: Pile
) -> Iterator[Finding]:
    telling = [b for b in bounds if (b.interval.width_days or TELLING_DAYS) < TELLING_DAYS]
    ordered = sorted(telling, key=lambda b: (b.interval.iso()[0] or "", b.fact.fact_id))
    group = largest_agreeing(ordered, pile.sources)
    days = find_intersection(ANY_DAY, *(b.interval for b in group))
    if days is None or not _says_much(group, days, pile):
        return
    shown = sorted(group, key=lambda b: (pile.day(b.fact.article_id), b.fact.fact_id))[:MOST_SHOWN]
    odd = len(telling) - len(group)
    # The sum of each is read where there are few; of many the result is enough.
    said = (b.words if len(shown) <= MOST_SUMS else _SUM.sub("", b.words) for b in shown)
    words = "; ".join(dict.fromkeys(said))
    explanation = f"{subject}: {words}. All of these can be true: {told} {when(days)}." + (
        " Other reports do not fit; they are shown apart." if odd else ""
    )
    yield make_finding(
        "agreement",
        explanation,
        (fact_evidence(b.fact) for b in shown),
        PRIOR * min(b.fact.confidence for b in shown),
        about=(shown[0].fact.subject_id,),
        naming=(subject, attribute),
    )


def _says_much(group: list[Bound], days: Interval, pile: Pile) -> bool:
    """True when independent outlets agree, and on less than each of them says alone."""
    articles = {b.fact.article_id for b in group}
    width = days.width_days
    if len({pile.day(a) for a in articles}) < FEWEST_ARTICLES or width is None:
        return False
    narrowest = min((b.interval.width_days or width + 1) for b in group)
    narrowed = width < narrowest or width == 1
    independent = count_sources(articles, pile.sources).n_independent
    return narrowed and width <= WIDEST_DAYS and independent >= FEWEST_INDEPENDENT
