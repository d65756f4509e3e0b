"""On which days a fact is told: those of its article; of an article without a day those in which
the people whom it names were as old as it says, where other articles tell when they were born.

In: facts of one person, with the articles that give them.  Out: intervals of days.
"""

from collections.abc import Iterable

from reportedly.calendar import Interval, find_intersection
from reportedly.calendar.ages import days_of_age
from reportedly.calendar.interval import hull
from reportedly.model import Fact
from reportedly.reconcile.findings.facts.bounds import largest_agreeing
from reportedly.reconcile.findings.facts.life_dates import as_of_interval, find_birth_bound
from reportedly.reconcile.findings.pile import Pile


def told_on(fact: Fact, facts: Iterable[Fact], pile: Pile) -> Interval:
    """The days on which `fact` can be told, by all `facts` of its person, and by the ages that the
    same articles give to others."""
    days = as_of_interval(fact)
    if days.earliest and days.latest:
        return days
    own = list(facts)
    by_person: dict[str, list[Fact]] = {}
    for article_id in sorted({each.article_id for each in own}):
        for each in pile.facts_in(article_id):
            if each.subject_id and each.subject_id != fact.subject_id:
                by_person.setdefault(each.subject_id, []).append(each)
    told = [own, *(by_person[person] for person in sorted(by_person))]
    ages = [found for of_one in told if (found := _when_so_old(fact.article_id, of_one, pile))]
    if not ages:
        return days
    # Of ages that no day fits one is wrong, nobody knows which.
    return find_intersection(days, *ages) or find_intersection(days, hull(ages)) or days


def _when_so_old(article_id: str, facts: list[Fact], pile: Pile) -> Interval | None:
    """The days on which somebody was as old as an article says, by what others say."""
    ages = {
        f.value
        for f in facts
        if f.article_id == article_id and f.attribute == "age" and f.value.isdigit()
    }
    if len(ages) != 1:
        return None
    others = (f for f in facts if f.article_id != article_id)
    bounds = [bound for f in others if (bound := find_birth_bound(f, pile))]
    agreeing = [bound.interval for bound in largest_agreeing(bounds, pile.sources)]
    born = find_intersection(*agreeing) if agreeing else None
    if born is None or born.earliest is None or born.latest is None:
        return None
    return days_of_age(int(ages.pop()), born)
