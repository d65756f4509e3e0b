"""Whom a surname that relatives share means where facts hang on it: "Mrs Doe, 29" is not Tom Doe.

In: facts as the finders give them, and the ties that the article tells.  Out: the same, ages and
children of "Mrs Doe" told of Tom Doe's wife, and those of a bare surname told of whom the article
does not call by the given name.
"""

import dataclasses
import re
from collections.abc import Iterable, Iterator

from reportedly.annotate.facts.people import Person
from reportedly.annotate.facts.setting import Found, Setting

_TITLE = re.compile(r"(?P<her>Mrs|Miss|Ms)\.?\s+\Z|(?P<his>Mr)\.?\s+\Z")
_AT_START = re.compile(r"(?P<her>Mrs|Miss|Ms)\.?\s|(?P<his>Mr)\.?\s")
_TITLE_CHARS = 6
_WIFE, _HUSBAND = re.compile(r"\bwife\b"), re.compile(r"\bhusband\b")
#: Ages that stand beside a name are the name's; the others were concluded from the text.
_BESIDE = 0.9
#: What is told right behind a surname.
_TOLD = frozenset({"age", "child"})
_PHRASE = re.compile(r"the\s+[\w-]+[- ]years?[- ]old\b", re.IGNORECASE)


def of_whom_they_are(
    setting: Setting, found: Iterable[Found], ties: Iterable[Found]
) -> Iterator[Found]:
    """The facts, each of the person whom its words mean; those that can be of two are left out."""
    facts, spouses = list(found), _spouses(setting, ties)
    aged = {
        fact.subject.cluster: fact.value
        for fact in facts
        if _is_age(fact) and isinstance(fact.subject, Person) and not _is_phrase(setting, fact)
    }
    for fact in facts:
        person = fact.subject
        if not isinstance(person, Person) or fact.attribute not in _TOLD:
            yield fact
            continue
        # Whose age stands beside the name is not "the 36-year-old" whom he directs as well.
        if fact.attribute == "age" and _is_phrase(setting, fact):
            if aged.get(person.cluster, fact.value) == fact.value:
                yield fact
            continue
        meant = _find_meant(setting, person, spouses)
        if meant is not None:
            yield fact if meant == person else dataclasses.replace(fact, subject=meant)


def _is_age(fact: Found) -> bool:
    return fact.attribute == "age" and isinstance(fact.when, str)


def _is_phrase(setting: Setting, fact: Found) -> bool:
    words = setting.view[slice(*fact.span)]
    return fact.confidence < _BESIDE and _PHRASE.match(words) is not None


def _spouses(setting: Setting, ties: Iterable[Found]) -> dict[tuple[int, str], Person]:
    """(cluster, "her") → the wife of whom the words make a husband, and the other way round."""
    by_name = {setting.people.name_of(p.cluster): p for p in reversed(setting.people.names)}
    known: dict[tuple[int, str], Person] = {}
    for tie in ties:
        other = by_name.get(tie.value) if tie.attribute == "spouse" else None
        words = setting.view[slice(*tie.span)]
        for kin, sex, own in ((_WIFE, "her", "his"), (_HUSBAND, "his", "her")):
            if other and isinstance(tie.subject, Person) and kin.search(words):
                known[tie.subject.cluster, sex] = other
                known[other.cluster, own] = tie.subject
    return known


def _find_meant(
    setting: Setting, person: Person, spouses: dict[tuple[int, str], Person]
) -> Person | None:
    """Whom the words of `person` mean; None where they can mean two."""
    sex = _sex_told(setting, person)
    spouse = spouses.get((person.cluster, sex)) if sex else None
    if sex and spouse is None and " " not in setting.people.name_of(person.cluster):
        # "Mrs Doe", whom nothing else names: the wife of the only Doe who has one.
        married = [(n, sex) for n in setting.people.called_by_last_name(person)]
        known = [spouses[key] for key in married if key in spouses]
        spouse = known[0] if len(known) == 1 else None
    if spouse:
        return dataclasses.replace(person, cluster=spouse.cluster)
    # Children, whom papers call by their given names, have no titles.
    if sex or person.form != "name" or not setting.people.shares_last_name(person):
        return person
    others = setting.people.called_by_last_name(person)
    called = [other for other in others if not setting.people.is_called_by_given_name(other)]
    if person.cluster in called or setting.people.count_last_names(person) > 1:
        return person
    return dataclasses.replace(person, cluster=called[0]) if len(called) == 1 else None


def _sex_told(setting: Setting, person: Person) -> str | None:
    """What the title before a surname, or at its start, says."""
    start = person.span[0]
    before = _TITLE.search(setting.before(start, _TITLE_CHARS))
    title = before or _AT_START.match(setting.view, *person.span)
    if title is None:
        return None
    return "her" if title["her"] else "his"
