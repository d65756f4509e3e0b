"""What something was to cost, and what it cost in the end: "will cost £38 million", "has cost £61
million".

In: articles with whom they mention.  Out: findings `overtaken`.  Each article gives one sum of its
sort, and both speak of the same people and bodies.
"""

from collections.abc import Iterator

from reportedly.model import Evidence, Finding
from reportedly.reconcile.findings.figures import HAS_COST, TO_COST, Figure
from reportedly.reconcile.findings.making import make_finding
from reportedly.reconcile.findings.pile import Pile
from reportedly.reconcile.findings.same_figure import is_plan_and_bill, shared
from reportedly.reconcile.findings.wording import quoted, sentence

#: Key of both sorts, with the unit.
COST = "cost told"
PRIOR = 0.65


def cost_key(sort: str) -> str | None:
    """The one key of a sum foretold and of one paid in a unit; None for other sorts."""
    return f"{COST} {sort.split()[-1]}" if sort.startswith((TO_COST, HAS_COST)) else None


def find_overruns(told: list[dict[str, Figure]], unit: str, pile: Pile) -> Iterator[Finding]:
    """One finding for each sum foretold that another sum paid overtakes.

    Args:
        told: of each article its figures by sort, in order of days.
        unit: "£".
    """
    bills = [f for by_sort in told if (f := by_sort.get(f"{HAS_COST} {unit}"))]
    for plan in (f for by_sort in told if (f := by_sort.get(f"{TO_COST} {unit}"))):
        for bill in bills:
            # Less than planned so far is no news.
            other = bill.value > plan.value if bill.running else bill.value != plan.value
            if other and is_plan_and_bill(plan, bill, pile):
                yield _finding(plan, bill, pile)
                break


def _finding(plan: Figure, bill: Figure, pile: Pile) -> Finding:
    words = [quoted(pile.articles[f.article_id].text[slice(*f.span)]) for f in (plan, bill)]
    places = [pile.place(f.article_id) for f in (plan, bill)]
    about = shared(plan, bill, pile)
    things = [e for e in about if not pile.is_of(e, ("person",))]
    return make_finding(
        "overtaken",
        sentence(
            f"What reads like the same thing was to cost one sum and cost another: {words[0]} "
            f"({places[0]}). Later: {words[1]} ({places[1]})"
        ),
        (Evidence(f.article_id, f.span) for f in (plan, bill)),
        PRIOR,
        about=about,
        naming=(pile.name(things[0]) if len(things) == 1 else None, "cost"),
    )
