"""Numbers of children that cannot all be right: they grow with time, and shrink by a death only."""

import re
from collections.abc import Iterator
from itertools import combinations

from reportedly.model import Fact, Finding
from reportedly.reconcile.findings.facts.life_dates import as_of_interval
from reportedly.reconcile.findings.making import make_finding
from reportedly.reconcile.findings.pile import Pile, fact_evidence
from reportedly.reconcile.findings.wording import number, told

#: How often such a difference was a real one when read: articles also count stepchildren, or only
#: the children of one marriage.
PRIOR = 0.75
#: In so few days nobody has another child without the papers telling of it.
WITHIN_DAYS = 7
#: Nor two and more in half a year, unless they are twins or another's, of which the words tell.
WITHIN_DAYS_OF_SEVERAL = 180
_BIRTH = re.compile(
    r"\b(?:births?|born|newborn|bab(?:y|ies)|pregnan\w+|adopt\w*|welcomed|expecting|arrival|twins?"
    r"|triplets|step\w*|foster\w*)\b",
    re.IGNORECASE,
)


def find_children_conflicts(subject: str, facts: list[Fact], pile: Pile) -> Iterator[Finding]:
    """At most one conflict about how many children somebody has."""
    counted = sorted(
        ((int(f.value), f) for f in facts if f.attribute == "children" and _is_number(f.value)),
        key=lambda pair: pair[1].fact_id,
    )
    pairs = [
        _ordered(a, b) for a, b in combinations(counted, 2) if _conflict(*_ordered(a, b), pile)
    ]
    if not pairs:
        return
    (less, fewer), (more, others) = min(
        pairs,
        key=lambda p: (-p[0][1].confidence * p[1][1].confidence, p[0][1].fact_id, p[1][1].fact_id),
    )
    rest = [f for n, f in counted if n in (less, more) and f not in (fewer, others)]
    alone = [c for c in (less, more) if sum(n == c for n, _ in counted) == 1]
    yield make_finding(
        "conflict",
        f"{subject}: {_said(more, others, pile)}; {_said(less, fewer, pile)}. The number "
        "can only grow, unless a child dies or other children are counted."
        + _standing_alone(alone, less if alone == [more] else more, len(rest)),
        (fact_evidence(fact) for fact in (others, fewer, *rest)),
        PRIOR * (fewer.confidence * others.confidence) ** 0.5,
        about=(fewer.subject_id,),
        naming=(subject, "children"),
    )


def _is_number(value: str) -> bool:
    return re.fullmatch(r"\d{1,2}", value) is not None


Counted = tuple[int, Fact]


def _ordered(a: Counted, b: Counted) -> tuple[Counted, Counted]:
    """The smaller count first."""
    return (a, b) if a[0] <= b[0] else (b, a)


def _conflict(less: Counted, more: Counted, pile: Pile) -> bool:
    """True unless the smaller number can be the earlier one: not so within days, where the later
    article tells of no birth."""
    if less[0] == more[0]:
        return False
    if less[1].article_id == more[1].article_id:
        # Of one day, known or not.
        return not _BIRTH.search(pile.articles[more[1].article_id].text)
    first, last = as_of_interval(less[1]).earliest, as_of_interval(more[1]).latest
    if first is None or last is None:
        return False
    told = pile.articles[more[1].article_id].text
    within = WITHIN_DAYS_OF_SEVERAL if more[0] - less[0] > 1 else WITHIN_DAYS
    within = 0 if _BIRTH.search(told) else within
    return (last - first).days <= within


def _said(count: int, fact: Fact, pile: Pile) -> str:
    published = pile.published(fact.article_id)
    place = told(pile.articles[fact.article_id], published, as_of_interval(fact))
    return f"{number(count)} {'child' if count == 1 else 'children'} ({place})"


def _standing_alone(alone: list[int], other: int, company: int) -> str:
    """Which of the two numbers one row alone gives, where several give the other."""
    if len(alone) != 1 or company == 0:
        return ""
    reports = f" {number(company + 1).capitalize()} reports say {number(other)}"
    return f"{reports}; one alone says {number(alone[0])}."
