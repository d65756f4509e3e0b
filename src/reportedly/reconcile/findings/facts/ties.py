"""The tie between two people as days and states in their order: met, engaged, married, divorced.

In: the facts of one person.  Out: for each partner the steps that articles tell, each an interval
with its words.  Which orders cannot be is for `order`.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from reportedly.calendar import Interval
from reportedly.calendar.timex import find_timex_interval
from reportedly.model import Fact
from reportedly.reconcile.findings.facts.bounds import Bound
from reportedly.reconcile.findings.facts.life_dates import as_of_interval
from reportedly.reconcile.findings.facts.partners import by_partner, find_companion
from reportedly.reconcile.findings.pile import Pile
from reportedly.reconcile.findings.wording import when

#: Attributes that date a step, the step, and how it is told.
_DATED = {
    "meeting_date": ("meeting", "met"),
    "engagement_date": ("engagement", "engaged"),
    "marriage_date": ("wedding", "married"),
    "separation_date": ("separation", "apart since a day"),
    "divorce_date": ("divorce", "divorced"),
}
#: How a value of `relationship` names a state, and the state.
_STATES = {
    "dating": "dating",
    "engaged to": "engaged",
    "separated from": "separated",
    "estranged from": "separated",
    "divorced from": "divorced",
    "formerly married to": "divorced",
}
#: A second wedding of the same two, or a tie taken up again, within a sentence of the fact.
_AGAIN = re.compile(
    r"\b(?:remarr\w+|again|re-?united?|reconcil\w+|back\s+together|second\s+(?:time|wedding)"
    r"|renew\w*|vows)\b",
    re.IGNORECASE,
)
_AROUND_CHARS = 100
_STATE = re.compile(rf"({'|'.join(_STATES)})\s+(.+)")


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a tie as one fact tells it."""

    name: str
    partner: str | None
    bound: Bound


def steps_by_partner(facts: Iterable[Fact], pile: Pile) -> list[list[Step]]:
    """The steps with each partner; those without a name belong to the only partner, if to any."""
    steps = [step for fact in facts if (step := _find_step(fact, pile))]
    return by_partner(steps, lambda step: step.partner)


def _find_step(fact: Fact, pile: Pile) -> Step | None:
    if fact.attribute in _DATED:
        name, told = _DATED[fact.attribute]
        days = find_timex_interval(fact.value)
        return _step(name, find_companion(fact, pile), fact, days, told, pile)
    if fact.attribute == "spouse":
        told = f"told as married to {fact.value}"
        return _step("marriage", fact.value, fact, as_of_interval(fact), told, pile)
    matched = _STATE.fullmatch(fact.value) if fact.attribute == "relationship" else None
    if matched is None:
        return None
    told = f"told as {matched[1]} {matched[2]}"
    return _step(_STATES[matched[1]], matched[2], fact, as_of_interval(fact), told, pile)


def _step(
    name: str, partner: str | None, fact: Fact, days: Interval | None, told: str, pile: Pile
) -> Step | None:
    if days is None or (days.earliest is None and days.latest is None):
        return None
    place = pile.place(fact.article_id)
    return Step(name, partner, Bound(fact, days, f"{told} {when(days)} ({place})"))


def comes_again(facts: Iterable[Fact], pile: Pile) -> bool:
    """True when the words around one of the facts tell of a second time."""
    for fact in facts:
        text = pile.articles[fact.article_id].text
        around = text[max(0, fact.span[0] - _AROUND_CHARS) : fact.span[1] + _AROUND_CHARS]
        if _AGAIN.search(around):
            return True
    return False
