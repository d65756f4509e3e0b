"""Steps of a life that are told in an order that cannot be: a wedding before the two had met.

Who parted can come together again and marry again, another or the same: only what no life allows
is a conflict, and what a second wedding of the same two would explain says so.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reportedly.calendar import Interval
from reportedly.calendar.ages import birthday
from reportedly.model import Fact, Finding
from reportedly.reconcile.findings.facts.bounds import Bound, largest_agreeing
from reportedly.reconcile.findings.facts.life_dates import find_birth_bound, find_death_bound
from reportedly.reconcile.findings.facts.ties import comes_again, steps_by_partner
from reportedly.reconcile.findings.making import certainty, make_finding
from reportedly.reconcile.findings.pile import Pile, fact_evidence

#: Nobody marries younger; laws that allowed less are long gone.
YOUNGEST_MARRIED_YEARS = 12
#: They hold for many days, so several tellings need not be of one day.
_STATES = frozenset({"dating", "engaged", "marriage", "separated", "divorced"})
_AGAIN = " Both can be right only if the two parted and came together again."


@dataclass(frozen=True, slots=True)
class Rule:
    """`earlier` comes before `later`, by so many years at least; why, and how sure a breach is."""

    earlier: str
    later: str
    why: str
    prior: float
    years: int = 0


#: Days of one's own are surer than states, which articles name loosely ("her husband" of a fiancé).
RULES = (
    Rule("meeting", "engagement", "Nobody is engaged to somebody they have not met.", 0.75),
    Rule("meeting", "wedding", "Nobody marries somebody they have not met.", 0.8),
    Rule("meeting", "marriage", "Nobody is married to somebody they have not met.", 0.7),
    Rule("meeting", "divorce", "Nobody is divorced from somebody they have not met.", 0.75),
    Rule("engagement", "wedding", "An engagement comes before the wedding." + _AGAIN, 0.7),
    Rule("engaged", "wedding", "Who is engaged is not married yet." + _AGAIN, 0.65),
    Rule("dating", "wedding", "Who is dating is not married yet." + _AGAIN, 0.55),
    Rule("engagement", "marriage", "An engagement comes before the marriage." + _AGAIN, 0.6),
    Rule("engaged", "marriage", "Who is engaged is not married yet." + _AGAIN, 0.55),
    Rule("wedding", "marriage", "A marriage begins with its wedding." + _AGAIN, 0.6),
    Rule("wedding", "separation", "A couple parts after its wedding." + _AGAIN, 0.65),
    Rule("wedding", "separated", "A couple parts after its wedding." + _AGAIN, 0.6),
    Rule("wedding", "divorce", "A divorce comes after the wedding." + _AGAIN, 0.75),
    Rule("wedding", "divorced", "A divorce comes after the wedding." + _AGAIN, 0.7),
    Rule("separation", "divorce", "A couple parts before its divorce is final." + _AGAIN, 0.5),
    Rule("divorce", "divorced", "Who is told as divorced has been divorced before.", 0.6),
    Rule(
        "birth", "wedding", "Nobody marries as a child.", 0.7, YOUNGEST_MARRIED_YEARS
    ),
    Rule("birth", "meeting", "Nobody meets anybody before they are born.", 0.7),
    Rule("meeting", "death", "Nobody meets anybody after their death.", 0.7),
    Rule("engagement", "death", "Nobody becomes engaged after their death.", 0.7),
    Rule("wedding", "death", "Nobody marries after their death.", 0.7),
)  # fmt: skip


def find_order_conflicts(subject: str, facts: list[Fact], pile: Pile) -> Iterator[Finding]:
    """At most one conflict for each partner of one person: the most certain."""
    births = [b for fact in facts if (b := find_birth_bound(fact, pile))]
    deaths = [b for fact in facts if (b := find_death_bound(fact, pile))]
    for steps in steps_by_partner(facts, pile):
        told = {"birth": births, "death": deaths}
        for step in steps:
            told.setdefault(step.name, []).append(step.bound)
        found = [f for rule in RULES if (f := _find_breach(rule, told, pile))]
        if found:
            confidence, rule, one, other = max(found, key=lambda f: (f[0], -RULES.index(f[1])))
            yield _finding(subject, rule, one, other, confidence, pile)


Breach = tuple[float, Rule, Bound, Bound]


def _find_breach(rule: Rule, told: dict[str, list[Bound]], pile: Pile) -> Breach | None:
    """The most certain two rows that break the rule, each of those that agree among themselves."""
    if not told.get(rule.earlier) or not told.get(rule.later):
        return None
    firsts = _agreeing(rule.earlier, told[rule.earlier], pile)
    thens = _agreeing(rule.later, told[rule.later], pile)
    pairs = [
        (one, other)
        for one in firsts
        for other in thens
        if _is_after(one.interval, other.interval, rule.years)
        and not (rule.why.endswith(_AGAIN) and comes_again((one.fact, other.fact), pile))
    ]
    if not pairs:
        return None
    one, other = min(
        pairs,
        key=lambda p: (-certainty(p[0].fact, p[1].fact), p[0].fact.fact_id, p[1].fact.fact_id),
    )
    return rule.prior * certainty(one.fact, other.fact), rule, one, other


def _agreeing(name: str, bounds: Sequence[Bound], pile: Pile) -> list[Bound]:
    """The rows on one day that agree; states hold for many days, so all of them."""
    if name in _STATES:
        return list(bounds)
    ordered = sorted(bounds, key=lambda b: (b.interval.iso()[0] or "", b.fact.fact_id))
    return largest_agreeing(ordered, pile.sources)


def _is_after(earlier: Interval, later: Interval, years: int) -> bool:
    """True when every day of `earlier`, and so many years, lies after every day of `later`."""
    if earlier.earliest is None or later.latest is None:
        return False
    return birthday(earlier.earliest, years) > later.latest


def _finding(
    subject: str, rule: Rule, one: Bound, other: Bound, confidence: float, pile: Pile
) -> Finding:
    both = (one.fact, other.fact)
    about = [told.subject_id for fact in both for told in pile.told_with(fact)]
    why = rule.why if rule.why.endswith(_AGAIN) else f"{rule.why} The two cannot both be right."
    return make_finding(
        "conflict",
        f"{subject}: {other.words}; {one.words}. {why}",
        (fact_evidence(fact) for fact in both),
        confidence,
        about=about,
        naming=(subject, "relationship"),
    )
