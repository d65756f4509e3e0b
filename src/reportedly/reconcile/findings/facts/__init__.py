"""Facts of one person that cannot all be true, were overtaken, or agree; one module a family."""

from collections.abc import Callable, Iterator

from reportedly.model import Fact, Finding
from reportedly.reconcile.findings.facts.afterlife import find_words_after_death
from reportedly.reconcile.findings.facts.agreeing_dates import find_agreeing_dates
from reportedly.reconcile.findings.facts.children import find_children_conflicts
from reportedly.reconcile.findings.facts.generations import find_generation_conflicts
from reportedly.reconcile.findings.facts.life_dates import find_life_date_conflicts
from reportedly.reconcile.findings.facts.order import find_order_conflicts
from reportedly.reconcile.findings.facts.promotions import find_promotions
from reportedly.reconcile.findings.facts.published import find_impossible_publication
from reportedly.reconcile.findings.facts.roles import find_role_changes
from reportedly.reconcile.findings.facts.subjects import by_subject
from reportedly.reconcile.findings.pile import Pile
from reportedly.stage import Joins

_FINDERS: tuple[Callable[[str, list[Fact], Pile], Iterator[Finding]], ...] = (
    find_life_date_conflicts,
    find_children_conflicts,
    find_role_changes,
    find_promotions,
    find_agreeing_dates,
    find_words_after_death,
    find_order_conflicts,
)


def find_fact_conflicts(pile: Pile, joins: Joins) -> Iterator[Finding]:
    """Conflicts among the facts of each subject that is known across articles."""
    subjects = by_subject(pile.rows(Fact), pile)
    for (_, entity_id), facts in subjects.items():
        subject = pile.name(entity_id) or facts[0].subject
        for find in _FINDERS:
            yield from find(subject, facts, pile)
    yield from find_generation_conflicts(subjects, pile)
    yield from find_impossible_publication(pile, joins)
