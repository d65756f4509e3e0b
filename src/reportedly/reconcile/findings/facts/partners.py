"""Facts of ties by the partner they are about: a second wedding is no other date of the first.

In: facts of one person.  Out: groups, one for each partner; what names none is of the only one.
"""

from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

from reportedly.model import Fact
from reportedly.reconcile.findings.pile import Pile

Tied = TypeVar("Tied")


def by_partner(tied: Sequence[Tied], partner_of: Callable[[Tied], str | None]) -> list[list[Tied]]:
    """What belongs to each partner, by the fullest of their names."""
    partners: list[str] = []
    names = {name for each in tied if (name := partner_of(each))}
    for name in sorted(names, key=lambda n: (-len(n), n)):
        if not any(is_same(name, known) for known in partners):
            partners.append(name)
    if len(partners) < 2:
        return [list(tied)] if tied else []
    return [
        [each for each in tied if (own := partner_of(each)) and is_same(own, name)]
        for name in partners
    ]


def find_companion(fact: Fact, pile: Pile) -> str | None:
    """Of whom else the same words tell it: the other one who wed."""
    others = {f.subject for f in pile.told_with(fact) if f.subject != fact.subject}
    return others.pop() if len(others) == 1 else None


def of_one_partner(facts: Iterable[Fact], attribute: str, pile: Pile) -> list[list[Fact]]:
    """The facts of one attribute ("marriage_date"), apart for each partner."""
    dated = [fact for fact in facts if fact.attribute == attribute]
    return by_partner(dated, lambda fact: find_companion(fact, pile))


def is_same(name: str, other: str) -> bool:
    """True when one name is part of the other: "Tom", "Roe", "Tom Roe"."""
    one, two = set(name.casefold().split()), set(other.casefold().split())
    return one <= two or two <= one
