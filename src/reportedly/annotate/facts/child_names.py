"""Names of children: "her son Tom", "their children, Ann, 6, and Lee (two)", "the daughter of".

In: the places that mean persons.  Out: facts of the parents, and ages of children that the article
names nowhere else.
"""

import dataclasses
import re
from collections.abc import Iterator

from reportedly.annotate.facts.child_lists import read_children
from reportedly.annotate.facts.couples import both_of
from reportedly.annotate.facts.lexicon import CHILD, COUNT
from reportedly.annotate.facts.parenthood import REACH_CHARS, found_child
from reportedly.annotate.facts.people import Person
from reportedly.annotate.facts.setting import Found, Setting

#: Words that make the count one of some of the children.
SOME = (
    r"(?:eldest|oldest|youngest|older|younger|elder|other|surviving|step|first|last|remaining|more)"
)
POSSESSIVES = frozenset({"her", "his", "my"})
_NAMED = re.compile(
    r"(?:'s?)?\s+(?:(?!step|grand|god)\w+\s+){0,2}?"
    rf"(?:{COUNT}[- ]years?[- ]old\s+)?(?P<kin>{CHILD}|children|kids|sons|daughters|twins)"
    r"(?:,|:|\s+[-\u2013\u2014])?\s+(?:(?:called|named)\s+)?(?=[A-Z])"
)
_THEIR = re.compile(r"\b(?:their|the\s+(?:couple|pair|two)(?='s?\s))", re.IGNORECASE)
#: "Their children, Ann and Lee" are all that a couple has; daughters are all where an article has
#: no sons, and likewise.
_ALL = frozenset({"children", "kids"})
_SONS, _DAUGHTERS = re.compile(r"\b(?:sons?|boys?)\b"), re.compile(r"\b(?:daughters?|girls?)\b")
_CHILD = re.compile(r"\b(?:child|children)\b")
_OTHERS = {
    "daughters": _SONS, "girls": _SONS, "sons": _DAUGHTERS, "boys": _DAUGHTERS, "twins": _CHILD
}  # fmt: skip
_ONE = frozenset({"son", "daughter", "child", "boy", "girl"})
#: "Her mother, the judge Ann Doe": whoever "her" means is the judge's child.
_PARENT_NAMED = re.compile(
    r"(?:'s?|,\s+whose)?\s+(?P<kin>mother|father|mum|mom|dad)(?:,|,?\s+the(?:\s+[a-z][\w-]*){1,3})?\s+(?=[A-Z])"
)
#: "Ann Doe, 20, daughter of the retired judge Tom Roe": how a child is told of by its parents.
_CHILD_OF = re.compile(
    rf"(?:,\s+\d{{1,3}}(?=,)|\s*\(\d{{1,3}}\))?(?:,?\s+(?:the\s+|an?\s+|(?:is|was)\s+(?:the|an?)\s+)|,\s+)(?:(?!step|grand|god)[\w-]+\s+)?"
    rf"(?P<kin>{CHILD})\s+of\s+(?:the\s+)?(?:[a-z][\w-]*\s+){{0,4}}(?=[A-Z])"
)
_CHILDREN_OF = re.compile(
    rf"(?:,\s+(?:\d{{1,3}}|{COUNT})(?=,))?,?\s+are\s+(?:the\s+)?(?:twin\s+)?(?:sons|daughters|children|twins|kids)\s+of\s+"
    r"(?:the\s+)?(?:[a-z][\w-]*\s+){0,4}(?=[A-Z])"
)
#: "… and the actress Ann Doe": the other parent.
_AND_TRADE = re.compile(
    r"(?:,\s+\d{1,3},)?\s+and\s+(?:(?:his|her)\s+)?(?:the\s+)?(?:[a-z][\w-]*,?\s+){0,4}(?=[A-Z])"
)
_CLOSED = re.compile(r"\s*(?:[,.;:)\n]|\Z)")
#: "Tom Roe, Ann's father": behind one name the other, with what he is to it.
_OWN_PARENT = re.compile(r",\s+(?=[A-Z])")
_PARENT_AFTER = re.compile(r"'s?\s+(?:\w+\s+)?(?:mother|father|mum|mom|dad)\b(?=\s*[,.;)])")


def find_named_children(setting: Setting, couple: tuple[Person, Person] | None) -> Iterator[Found]:
    """Children by name; `couple` is the only one of the article, if any."""
    for person in setting.people.places:
        yield from _named(setting, person)
        yield from _parent_named(setting, person)
        yield from _child_of(setting, person)
        yield from _children_of(setting, person)
        yield from _parent_of(setting, person)
    if couple:
        yield from _theirs(setting, couple)


def _named(setting: Setting, person: Person) -> Iterator[Found]:
    """ "Her son Tom", "their children, Tom, 6, and Lee (two)"."""
    matched = _NAMED.match(setting.view, person.span[1])
    if matched is not None and _is_possessive(setting, person, matched[0]):
        # "Ann Doe and Tom Roe's daughter" is of both.
        for parent in both_of(setting, person) if matched[0].startswith("'") else [person]:
            yield from _called(setting, parent, matched)


def _is_possessive(setting: Setting, person: Person, after: str) -> bool:
    words = setting.view[slice(*person.span)].lower()
    return words in POSSESSIVES or after.startswith(("'", ", whose")) or words.endswith("'s")


def _parent_named(setting: Setting, person: Person) -> Iterator[Found]:
    """ "Her mother, the judge Ann Doe"."""
    matched = _PARENT_NAMED.match(setting.view, person.span[1])
    if matched is None or not _is_possessive(setting, person, matched[0]):
        return
    parent = setting.people.find_starting(matched.end(), "name")
    if parent and parent.cluster != person.cluster and not _is_genitive(setting, parent):
        name = setting.people.name_of(person.cluster)
        span = (person.span[0], parent.span[1])
        yield Found(parent, "child", name, span, 0.92 * person.confidence)


def _theirs(setting: Setting, couple: tuple[Person, Person]) -> Iterator[Found]:
    """ "Their children, Tom, 6, and Lee", after the two of the only couple were named."""
    for their in _THEIR.finditer(setting.view):
        matched = _NAMED.match(setting.view, their.end())
        near = setting.people.names_in((max(0, their.start() - REACH_CHARS), their.start()))
        if matched is None or not {p.cluster for p in couple} <= {p.cluster for p in near[-4:]}:
            continue
        for person in couple:
            here = dataclasses.replace(person, span=their.span(), confidence=0.9)
            yield from _called(setting, here, matched)


def _called(setting: Setting, person: Person, matched: re.Match[str]) -> Iterator[Found]:
    """The child or children whose names begin where `matched` ends."""
    many = matched["kin"] not in _ONE
    children = read_children(setting, matched.end(), many=many)
    if many and len(children) < 2:
        return
    of_couple = _THEIR.match(setting.view, person.span[0])
    if (
        many
        and of_couple
        and (matched["kin"] in _ALL or not _OTHERS[matched["kin"]].search(setting.view))
    ):
        span = (person.span[0], children[-1].span[1])
        yield Found(person, "children", str(len(children)), span, 0.85 * person.confidence)
    for child in children:
        if child.person is None or child.person.cluster != person.cluster or many:
            yield from found_child(setting, [person], child, person.span)


def _child_of(setting: Setting, person: Person) -> Iterator[Found]:
    """ "Lee Doe, 20, the daughter of Ann Doe and the actor Tom Roe"."""
    name = setting.people.name_of(person.cluster)
    for number, each in enumerate(_parents_behind(setting, person, _CHILD_OF)):
        # Behind the second name another clause may have begun: "… of Ann Doe and Tom Roe sang".
        if number and not _CLOSED.match(setting.view, each.span[1]):
            break
        if each.cluster != person.cluster:
            span = (person.span[0], each.span[1])
            yield Found(each, "child", name, span, 0.94 * each.confidence)


def _children_of(setting: Setting, person: Person) -> Iterator[Found]:
    """ "Jan and Tim, nine, are the sons of Tom Roe and Ann Doe"."""
    parents = _parents_behind(setting, person, _CHILDREN_OF)
    for child in both_of(setting, person) if parents else ():
        for each in parents:
            if each.cluster != child.cluster:
                name = setting.people.name_of(child.cluster)
                span = (child.span[0], each.span[1])
                yield Found(each, "child", name, span, 0.9 * each.confidence)


def _parents_behind(setting: Setting, person: Person, words: re.Pattern[str]) -> list[Person]:
    """The one or two whom `words` behind a name make parents: "the daughter of Ann Doe and the
    actor Tom Roe"."""
    matched = words.match(setting.view, person.span[1]) if person.form == "name" else None
    parent = setting.people.find_starting(matched.end(), "name") if matched else None
    if parent is None or _is_genitive(setting, parent):
        return []
    second = _AND_TRADE.match(setting.view, parent.span[1])
    other = setting.people.find_starting(second.end(), "name") if second else None
    return [parent, other] if other else [parent]


def _is_genitive(setting: Setting, person: Person) -> bool:
    return setting.view[person.span[1] : person.span[1] + 2] in ("'s", "' ")


def _parent_of(setting: Setting, person: Person) -> Iterator[Found]:
    """ "Tom Roe, Ann's father, stayed away"."""
    comma = _OWN_PARENT.match(setting.view, person.span[1]) if person.form == "name" else None
    child = setting.people.find_starting(comma.end(), "name") if comma else None
    matched = _PARENT_AFTER.match(setting.view, child.span[1]) if child else None
    if child and matched and child.cluster != person.cluster:
        span = (person.span[0], matched.end())
        name = setting.people.name_of(child.cluster)
        yield Found(person, "child", name, span, 0.92 * person.confidence)
