"""Spouses who follow one another: married to one in an article, later told as married to another.

In: facts of one person.  Out: the first marriage as overtaken, where no article tells its end.
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from reportedly.model import Fact, Finding
from reportedly.reconcile.findings.facts.life_dates import as_of_interval
from reportedly.reconcile.findings.facts.partners import is_same
from reportedly.reconcile.findings.making import certainty, make_finding
from reportedly.reconcile.findings.pile import Pile, fact_evidence

#: What tells that a marriage is over; that is a finding of its own.
_OVER = re.compile(
    r"(?:formerly\s+married\s+to|divorced\s+from|divorcing|separated\s+from|estranged\s+from"
    r"|widowed\s+of)\s+(?P<name>.+)"
)
#: Two who are told as husbands of one woman within this may be one man under two names.
FEWEST_DAYS = 180
PRIOR = 0.6


def find_second_unions(subject: str, facts: list[Fact], pile: Pile) -> Iterator[Finding]:
    """At most one row: the last telling of the one before the first of the next."""
    wed = [f for f in facts if f.attribute == "spouse" and _is_of_now(f) and " " in f.value]
    wed.sort(key=lambda f: (as_of_interval(f).iso()[0] or "", f.fact_id))
    over = [name for fact in facts if (name := _over(fact))]
    for number, (then, since) in enumerate(pairwise(wed)):
        first, last = as_of_interval(then).latest, as_of_interval(since).earliest
        if is_same(then.value, since.value) or set(then.value.split()) & set(since.value.split()):
            continue
        if any(is_same(name, then.value) for name in over) or first is None or last is None:
            continue
        # Told by turns, one of the two is a slip.
        back = any(is_same(f.value, then.value) for f in wed[number + 1 :])
        back = back or any(is_same(f.value, since.value) for f in wed[:number])
        if (last - first).days >= FEWEST_DAYS and not back:
            said = [f"married to {f.value} ({pile.place(f.article_id)})" for f in (then, since)]
            yield make_finding(
                "overtaken",
                f"{subject}: {said[0]}. Later: {said[1]}.",
                (fact_evidence(then), fact_evidence(since)),
                PRIOR * certainty(then, since),
                about=(then.subject_id,),
                naming=(subject, "relationship"),
            )
            return


def _is_of_now(fact: Fact) -> bool:
    """False for a wedding of long ago."""
    width = as_of_interval(fact).width_days
    return width is not None and width <= 1


def _over(fact: Fact) -> str | None:
    """The partner of a marriage that the fact tells as over."""
    if fact.attribute == "former_spouse":
        return fact.value
    matched = _OVER.fullmatch(fact.value) if fact.attribute == "relationship" else None
    return matched["name"] if matched else None
