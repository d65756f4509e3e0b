"""When the people of a pile were born: bounds by the ages and dates of birth of dated articles.

Of full names, and of children's first names beside the full name of somebody of whom the same
article tells facts as well.  Where bounds contradict one another, those count on which most
articles agree, copies of one piece being one; where as many say one thing as the other nothing is
known: it may be two people.
"""

import re
from collections.abc import Iterable, Iterator, Mapping

from reportedly.calendar import Interval, birth_interval, find_interval, interval_from_iso
from reportedly.model import Fact
from reportedly.reconcile.dating.agreement import Agreed, find_agreed
from reportedly.reconcile.dating.pile import Dated

FULL_NAME = re.compile(r"\b[A-Z][\w'’-]*\w(?:\s+(?:of\s+)?[A-Z][\w'’-]*\w)+")
#: Births known less exactly than this bound no useful interval: ages change once a year.
WIDEST_BIRTH_DAYS = 3 * 366
#: Who has no last name in a paper is a child, or hardly more.
OLDEST_CHILD_YEARS = 21
#: The facts beside which a child's is told of the same family.
_OF_LIVES = ("age", "birth_date", "children", "child", "spouse", "former_spouse", "marriage_date")


class Births:
    """Births by name, to be found by a fact or by the words of an article."""

    def __init__(self, found: Mapping[str, Agreed]) -> None:
        self.by_key = found
        self._by_last: dict[str, list[str]] = {}
        self._beside: dict[str, list[str]] = {}
        for key in sorted(found):
            name, _, other = key.partition("\n")
            if other:
                self._beside.setdefault(name, []).append(other)
            else:
                self._by_last.setdefault(name.split()[-1], []).append(name)

    def find_named(self, words: str, text: str) -> tuple[str, Agreed] | None:
        """Whom the end of `words` names in an article of that text, and when they were born.

        A last name alone is that of the only one whom the article names in full; a first name
        alone is that of the child of somebody whom it names.
        """
        folded, named = " ".join(text.lower().split()), words.split()
        for first in range(len(named) - 1):
            name = " ".join(named[first:])
            if agreed := self.by_key.get(name.lower()):
                return name, agreed
        last = named[-1].lower() if named else ""
        people = [name for name in self._by_last.get(last, ()) if _is_in(name, folded)]
        children = [o for o in self._beside.get(last, ()) if len(named) == 1 and _is_in(o, folded)]
        if len(people) == 1 and not children and len(named) == 1:
            return named[-1], self.by_key[people[0]]
        found = {self.by_key[f"{last}\n{other}"].days for other in children}
        if people or len(found) != 1:
            return None
        return named[-1], self.by_key[f"{last}\n{children[0]}"]


def _is_in(name: str, folded: str) -> bool:
    return re.search(rf"\b{re.escape(name)}\b", folded) is not None


def births_of(dated: Dated) -> Births:
    """When the people of whom dated articles tell were born, by the most of these that agree."""
    bounds: dict[str, list[tuple[Interval, str]]] = {}
    for key, bound, source in _bounds(dated):
        bounds.setdefault(key, []).append((bound, source))
    found = ((name, find_agreed(listed)) for name, listed in sorted(bounds.items()))
    return Births(
        {
            name: agreed
            for name, agreed in found
            if agreed and agreed.days.width_days and agreed.days.width_days <= WIDEST_BIRTH_DAYS
        }
    )


def _bounds(dated: Dated) -> Iterator[tuple[str, Interval, str]]:
    """What each dated article says of a birth: the key, the days, the group of copies."""
    exact = dated.is_exact()
    by_article: dict[str, list[Fact]] = {}
    for fact in dated.facts_about(*_OF_LIVES):
        by_article.setdefault(fact.article_id, []).append(fact)
    for article_id, facts in by_article.items():
        if not exact[dated.number(article_id)]:
            continue
        names, source = full_names(facts), dated.copy_group(article_id) or article_id
        for fact in facts:
            if (bound := _birth(fact)) is not None:
                yield from ((key, bound, source) for key in keys_of(fact, names))


def full_names(facts: Iterable[Fact]) -> list[str]:
    """The full names of which facts are told, as keys."""
    return sorted({_key(fact) for fact in facts if is_full_name(fact.subject)})


def keys_of(fact: Fact, beside: Iterable[str]) -> list[str]:
    """Under what the birth of a fact's subject is known: its full name, or a child's first name
    with that of somebody of whom the article tells facts as well."""
    if is_full_name(fact.subject):
        return [_key(fact)]
    years = years_of(fact)
    is_child = fact.subject and (years is None or years <= OLDEST_CHILD_YEARS)
    return [f"{_key(fact)}\n{other}" for other in beside] if is_child else []


def _key(fact: Fact) -> str:
    return " ".join(fact.subject.lower().split())


def is_full_name(name: str) -> bool:
    """True for a name of two words or more."""
    return len(name.split()) >= 2


def years_of(fact: Fact) -> int | None:
    """The age that a fact gives; None for other facts."""
    return int(fact.value) if fact.attribute == "age" and fact.value.isdigit() else None


def _birth(fact: Fact) -> Interval | None:
    if fact.attribute == "birth_date":
        return find_interval(fact.value)
    years = years_of(fact)
    if years is None or fact.as_of_earliest is None or fact.as_of_latest is None:
        return None
    return birth_interval(years, interval_from_iso(fact.as_of_earliest, fact.as_of_latest))
