"""Facts of one person that cannot all be true; one module a family of attributes."""

from collections.abc import Callable, Iterator

from reportedly.model import Fact, Finding
from reportedly.reconcile.findings.facts.children import find_children_conflicts
from reportedly.reconcile.findings.facts.life_dates import find_life_date_conflicts
from reportedly.reconcile.findings.facts.roles import find_role_changes
from reportedly.reconcile.findings.pile import Pile
from reportedly.stage import Joins

_FINDERS: tuple[Callable[[str, list[Fact], Pile], Iterator[Finding]], ...] = (
    find_life_date_conflicts,
    find_children_conflicts,
    find_role_changes,
)


def find_fact_conflicts(pile: Pile, joins: Joins) -> Iterator[Finding]:
    """Conflicts among the facts of each subject that is known across articles."""
    by_subject: dict[str, list[Fact]] = {}
    for fact in pile.rows(Fact):
        if fact.subject_id:
            by_subject.setdefault(fact.subject_id, []).append(fact)
    for subject_id in sorted(by_subject):
        facts = sorted(by_subject[subject_id], key=lambda f: f.fact_id)
        subject = pile.name(subject_id) or facts[0].subject
        for find in _FINDERS:
            yield from find(subject, facts, pile)
