"""Numbers of children that cannot all be right: they grow with time, and shrink by a death only."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from reportedly.calendar import Interval, find_intersection
from reportedly.model import Fact, Finding
from reportedly.reconcile.findings.facts.life_dates import as_of_interval
from reportedly.reconcile.findings.facts.told_on import told_on
from reportedly.reconcile.findings.making import certainty, make_finding
from reportedly.reconcile.findings.pile import Pile, fact_evidence
from reportedly.reconcile.findings.wording import number, told, when

#: How often such a difference was a real one when read: articles also count stepchildren, or only
#: the children of one marriage.
PRIOR = 0.75
#: In so few days nobody has another child without the papers telling of it.
WITHIN_DAYS = 7
#: Nor two and more in half a year, unless they are twins or another's, of which the words tell.
WITHIN_DAYS_OF_SEVERAL = 180
#: Of an undated page that can be of the very days of another article: the months in which it would
#: have to be the later one for both to be right.
MOST_ROOM_DAYS = 366
#: Of a pair whose order is only likely.
LESS_SURE = 0.8
_BIRTH = re.compile(
    r"\b(?:births?|born|newborn|bab(?:y|ies)|pregnan\w+|adopt\w*|welcomed|expecting|arrival|twins?"
    r"|triplets|step\w*|foster\w*)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _Count:
    """How many children a fact gives, and the days on which it is told."""

    n: int
    fact: Fact
    days: Interval


def find_children_conflicts(subject: str, facts: list[Fact], pile: Pile) -> Iterator[Finding]:
    """At most one conflict about how many children somebody has."""
    numbered = [f for f in facts if f.attribute == "children" and _is_number(f.value)]
    if len({f.value for f in numbered}) < 2:
        return
    counted = sorted(
        (_Count(int(f.value), f, told_on(f, facts, pile)) for f in numbered),
        key=lambda count: count.fact.fact_id,
    )
    ordered = (_ordered(a, b) for a, b in combinations(counted, 2))
    pairs = [(sure, less, more) for less, more in ordered if (sure := _sureness(less, more, pile))]
    if not pairs:
        return
    sure, fewer, others = min(
        pairs,
        key=lambda p: (
            -p[0] * p[1].fact.confidence * p[2].fact.confidence,
            p[1].fact.fact_id,
            p[2].fact.fact_id,
        ),
    )
    two = (others.fact, fewer.fact)
    rest = [c.fact for c in counted if c.n in (fewer.n, others.n) and c.fact not in two]
    alone = [n for n in (fewer.n, others.n) if sum(c.n == n for c in counted) == 1]
    yield make_finding(
        "conflict",
        f"{subject}: {_said(others, pile)}; {_said(fewer, pile)}. The number "
        "can only grow, unless a child dies or other children are counted."
        + _standing_alone(alone, fewer.n if alone == [others.n] else others.n, len(rest)),
        (fact_evidence(fact) for fact in (*two, *rest)),
        sure * PRIOR * certainty(fewer.fact, others.fact),
        about=(fewer.fact.subject_id,),
        naming=(subject, "children"),
    )


def _is_number(value: str) -> bool:
    return re.fullmatch(r"\d{1,2}", value) is not None


def _ordered(a: _Count, b: _Count) -> tuple[_Count, _Count]:
    """The smaller count first."""
    return (a, b) if a.n <= b.n else (b, a)


def _sureness(less: _Count, more: _Count, pile: Pile) -> float:
    """How sure it is that the smaller number is not the earlier one; 0 where it may well be.

    Not so within days, where the later article tells of no birth; less sure where an undated page
    can be of the same days, or is dated by an age alone.
    """
    if less.n == more.n:
        return 0
    told = pile.articles[more.fact.article_id].text
    if less.fact.article_id == more.fact.article_id:
        # Of one day, known or not.
        return 0 if _BIRTH.search(told) else 1
    first, last = less.days.earliest, more.days.latest
    if first is None or last is None:
        return 0
    within = WITHIN_DAYS_OF_SEVERAL if more.n - less.n > 1 else WITHIN_DAYS
    within = 0 if _BIRTH.search(told) else within
    room = (last - first).days
    if room <= within:
        dated = all(c.days == as_of_interval(c.fact) for c in (less, more))
        return 1 if dated else LESS_SURE
    same = find_intersection(less.days, more.days) is not None
    return LESS_SURE if same and within and room <= MOST_ROOM_DAYS else 0


def _said(count: _Count, pile: Pile) -> str:
    article, as_of = pile.articles[count.fact.article_id], as_of_interval(count.fact)
    place = told(article, pile.published(count.fact.article_id), as_of)
    if count.days != as_of:
        place += f", written {when(count.days)} by the ages that it gives"
    return f"{number(count.n)} {'child' if count.n == 1 else 'children'} ({place})"


def _standing_alone(alone: list[int], other: int, company: int) -> str:
    """Which of the two numbers one row alone gives, where several give the other."""
    if len(alone) != 1 or company == 0:
        return ""
    reports = f" {number(company + 1).capitalize()} reports say {number(other)}"
    return f"{reports}; one alone says {number(alone[0])}."
