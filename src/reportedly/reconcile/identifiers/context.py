"""What speaks for and against an entry of a gazetteer: birth dates, ages, words of descriptions."""

import re
from collections.abc import Sequence

from reportedly.model import Entity, Fact, Known

_WORD = re.compile(r"[^\W\d_]{4,}")
#: Words in descriptions of everybody.
_COMMON = frozenset("born american british person member former with from also known".split())


def disagreement(entry: Known, facts: Sequence[Fact]) -> str | None:
    """What in the articles cannot be true of the entry, in words; None when nothing."""
    year = _year(entry.birth_date)
    if year is None:
        return None
    for fact in facts:
        born = _born(fact)
        if born and not born[0] <= year <= born[1]:
            return f"the gazetteer has {entry.birth_date}, articles give {_words(fact)}"
    return None


def agreements(entry: Known, entity: Entity, facts: Sequence[Fact]) -> list[str]:
    """What in the articles speaks for the entry, in words."""
    found = []
    year = _year(entry.birth_date)
    for fact in facts:
        born = _born(fact)
        if year and born and born[0] <= year <= born[1]:
            found.append(f"born {entry.birth_date}, articles give {_words(fact)}")
            break
    said = _words_of(entry.description or "")
    for fact in facts:
        shared = said & _words_of(fact.value) if fact.attribute == "role" else set()
        if shared:
            found.append(f"“{fact.value}” in articles, “{entry.description}” in the gazetteer")
            break
    return found


def _words_of(text: str) -> set[str]:
    return {word.casefold() for word in _WORD.findall(text)} - _COMMON


def _year(date: str | None) -> int | None:
    found = re.match(r"\+?(\d{4})", date or "")
    return int(found[1]) if found else None


def _born(fact: Fact) -> tuple[int, int] | None:
    """First and last year of birth that a fact allows."""
    if fact.attribute == "birth_date":
        year = _year(fact.value)
        return (year, year) if year else None
    first, last = _year(fact.as_of_earliest), _year(fact.as_of_latest)
    if fact.attribute != "age" or not fact.value.isdigit() or first is None or last is None:
        return None
    return first - int(fact.value) - 1, last - int(fact.value)


def _words(fact: Fact) -> str:
    return f"{fact.attribute.replace('_', ' ')} {fact.value}"
