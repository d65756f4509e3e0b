"""Parents told to be too young for their children, or dead before them: two lives, one sum.

In: the facts of all subjects of the pile.  Out: at most one conflict for a parent and a child.
"""

from collections.abc import Iterator, Mapping

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from reportedly.calendar.ages import birthday
from reportedly.model import Fact, Finding
from reportedly.reconcile.findings.facts.bounds import Bound, largest_agreeing
from reportedly.reconcile.findings.facts.life_dates import find_birth_bound, find_death_bound
from reportedly.reconcile.findings.facts.subjects import Subject, Subjects
from reportedly.reconcile.findings.making import certainty, make_finding
from reportedly.reconcile.findings.pile import Pile, fact_evidence

#: The attribute of a parent that names a child.
CHILD = "child"
#: Younger parents are rarer than misread ages.
YOUNGEST_PARENT_YEARS = 12
#: A father can die before the birth.
AFTER_DEATH_DAYS = 300
#: One of three rows is wrong, or the child is one by marriage.
PRIOR = 0.6
#: Weaker rows make a chain of three too weak.
LEAST_CONFIDENCE = 0.75


def find_generation_conflicts(
    subjects: Mapping[Subject, list[Fact]], pile: Pile
) -> Iterator[Finding]:
    """At most one conflict for each parent and child of whom the pile knows both births."""
    for fact, parent, child in _kin(subjects):
        yield from _conflict(fact, subjects[parent], subjects[child], pile)


def families(subjects: Subjects) -> dict[Subject, list[Fact]]:
    """The subjects who are parent or child of another one."""
    facts = subjects.facts
    children = pc.equal(facts["attribute"], CHILD)
    of_child = facts.filter(children)
    values = (of_child[name].to_pylist() for name in ("article_id", "value"))
    wanted = [f"{article} {name.casefold()}" for article, name in zip(*values, strict=True)]
    called = pc.binary_join_element_wise(facts["article_id"], subjects.called, " ")
    meant = pc.or_(children, pc.is_in(called, pa.array(sorted(set(wanted)), pa.string())))
    told = subjects.among(np.flatnonzero(meant.to_numpy()))
    kin = {subject for _, *both in _kin(told) for subject in both}
    return subjects.told(subjects.numbers_of(kin))


def _kin(subjects: Mapping[Subject, list[Fact]]) -> Iterator[tuple[Fact, Subject, Subject]]:
    """The fact that tells of it, parent and child; each two once."""
    by_name = _subjects_by_name(subjects)
    for parent, facts in subjects.items():
        done: set[Subject] = set()
        for fact in facts:
            child = by_name.get((fact.article_id, fact.value.casefold()))
            if fact.attribute != CHILD or child in (None, parent) or child in done:
                continue
            if child and fact.confidence >= LEAST_CONFIDENCE:
                done.add(child)
                yield fact, parent, child


def _subjects_by_name(subjects: Mapping[Subject, list[Fact]]) -> dict[tuple[str, str], Subject]:
    """The subject whom an article calls by a name."""
    return {
        (fact.article_id, fact.subject.casefold()): subject
        for subject, facts in subjects.items()
        for fact in facts
    }


def _conflict(kin: Fact, parent: list[Fact], child: list[Fact], pile: Pile) -> Iterator[Finding]:
    elders, children = (_births(facts, pile) for facts in (parent, child))
    deaths = [b for fact in parent if (b := find_death_bound(fact, pile))]
    pairs = [
        (one, other, "Nobody has a child before the age of twelve.")
        for one in elders
        for other in children
        if _too_young(one, other)
    ] + [
        (one, other, "Nobody has a child so long after their death.")
        for one in deaths
        for other in children
        if _too_late(one, other)
    ]
    if not pairs:
        return
    one, other, why = min(
        pairs,
        key=lambda p: (-certainty(p[0].fact, p[1].fact), p[0].fact.fact_id, p[1].fact.fact_id),
    )
    subject = pile.name(kin.subject_id) or kin.subject
    yield make_finding(
        "conflict",
        f"{subject}: {one.words}; the child {kin.value}: {other.words}. {why} One of the two is "
        "wrong, or the child is one by marriage.",
        (fact_evidence(fact) for fact in (one.fact, other.fact, kin)),
        PRIOR * certainty(one.fact, other.fact),
        about=(kin.subject_id, other.fact.subject_id),
        naming=(subject, "child"),
    )


def _births(facts: list[Fact], pile: Pile) -> list[Bound]:
    bounds = [
        b
        for fact in facts
        if fact.confidence >= LEAST_CONFIDENCE and (b := find_birth_bound(fact, pile))
    ]
    ordered = sorted(bounds, key=lambda b: (b.interval.iso()[0] or "", b.fact.fact_id))
    return largest_agreeing(ordered, pile.sources)


def _too_young(elder: Bound, child: Bound) -> bool:
    first, last = elder.interval.earliest, child.interval.latest
    return bool(first and last and birthday(first, YOUNGEST_PARENT_YEARS) > last)


def _too_late(death: Bound, child: Bound) -> bool:
    last, first = death.interval.latest, child.interval.earliest
    return bool(first and last and (first - last).days > AFTER_DEATH_DAYS)
