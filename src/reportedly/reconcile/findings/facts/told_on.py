"""On which days a fact is told: those of its article; of an article without a day those in which
the person was as old as it says, where other articles tell when the person was born.

In: facts of one person.  Out: intervals of days.
"""

from collections.abc import Iterable

from reportedly.calendar import Interval, find_intersection
from reportedly.calendar.ages import days_of_age
from reportedly.model import Fact
from reportedly.reconcile.findings.facts.bounds import largest_agreeing
from reportedly.reconcile.findings.facts.life_dates import as_of_interval, find_birth_bound
from reportedly.reconcile.findings.pile import Pile


def told_on(fact: Fact, facts: Iterable[Fact], pile: Pile) -> Interval:
    """The days on which `fact` can be told, by all `facts` of its person."""
    days = as_of_interval(fact)
    if days.earliest and days.latest:
        return days
    own, others = list[Fact](), list[Fact]()
    for each in facts:
        (own if each.article_id == fact.article_id else others).append(each)
    ages = {f.value for f in own if f.attribute == "age" and f.value.isdigit()}
    bounds = [b for f in others if (b := find_birth_bound(f, pile))]
    agreeing = [b.interval for b in largest_agreeing(bounds, pile.sources)]
    born = find_intersection(*agreeing) if agreeing else None
    if len(ages) != 1 or born is None or born.earliest is None or born.latest is None:
        return days
    return find_intersection(days, days_of_age(int(ages.pop()), born)) or days
