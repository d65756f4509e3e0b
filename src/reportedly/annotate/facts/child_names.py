"""Names of children: "her son Tom", "their children, Ann, 6, and Lee (two)", "the daughter of".

In: the places that mean persons.  Out: facts of the parents, and ages of children that the article
names nowhere else.
"""

import dataclasses
import re
from collections.abc import Iterator

from reportedly.annotate.facts.couples import joined
from reportedly.annotate.facts.lexicon import CHILD, COUNT, count_of
from reportedly.annotate.facts.people import Person
from reportedly.annotate.facts.setting import Found, Setting
from reportedly.offsets import Span

#: Words that make the count one of some of the children.
SOME = (
    r"(?:eldest|oldest|youngest|older|younger|elder|other|surviving|step|first|last|remaining|more)"
)
#: Who else may have the children, between their subject and the verb.
SPOUSE = r"(?:\s+and\s+(?:his|her)\s+(?:\w+\s+|ex-)?(?:husband|wife|partner)(?:,[^,.;\n]{1,40},)?)?"
#: "… and Tom Roe married in July 2003 and have": two are the subject of both verbs.
MARRIED_AND = r"(?P<wed>\s+(?:were\s+|got\s+)?(?:married|wed)\b[^.;,\n]{0,40}?\s+and)?"
#: How far back the two must have been named for "their" to mean them.
_REACH_CHARS = 600
POSSESSIVES = frozenset({"her", "his", "my"})
_NAMED = re.compile(
    rf"(?:'s?)?\s+(?:(?!{SOME}|step|grand|god|late)\w+\s+)?(?P<kin>{CHILD}|children|kids|sons|daughters|twins)"
    r"(?:,|:|\s+[-\u2013\u2014])?\s+(?=[A-Z])"
)
#: "Has a son, Tom, 12", "have two daughters, Ann and Lee".
_HAVE_NAMED = re.compile(
    rf"{SPOUSE}{MARRIED_AND}(?:(?:,\s+\d{{1,3}})?,?\s+who|,)?\s+(?:(?:has|have|had)\s+(?:an?|{COUNT})\s+"
    rf"(?:(?!{SOME}|step|grand|god|late)\w+\s+)?|(?:had|welcomed)\s+(?:his|her|their)\s+(?:\w+\s+)?"
    r"child(?:\s+together)?,\s+an?\s+(?:baby\s+)?)"
    r"(?P<kin>son|daughter|child|boy|girl|children|kids|sons|daughters|twins|boys|girls)"
    r"(?:\s+together)?(?:,|:|\s+[-\u2013\u2014])?(?:\s+(?:named|called))?\s+(?=[A-Z])"
)
_THEIR = re.compile(r"\b(?:their|the\s+(?:couple|pair|two)(?='s?\s))", re.IGNORECASE)
_THEY = re.compile(r"\b(?:they|the\s+(?:couple|pair|two))\b", re.IGNORECASE)
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
    r"(?:'s?)?\s+(?P<kin>mother|father|mum|mom|dad)(?:,|,?\s+the(?:\s+[a-z][\w-]*){1,3})?\s+(?=[A-Z])"
)
_CHILD_OF = re.compile(
    rf",?\s+(?:the\s+|a\s+|is\s+the\s+)(?:\w+\s+)?(?P<kin>{CHILD})\s+of\s+(?=[A-Z])"
)
_NEXT_NAME = re.compile(
    rf"(?P<name>[A-Z][a-z]+(?:\s[A-Z][a-z]+)?(?:,?\s(?:Jr|Sr)\b\.?)?)(?:,?\s*(?P<plain>\d{{1,2}}|{COUNT})\b"
    rf"|\s*\((?:aged\s+)?(?P<bracketed>{COUNT})\))?(?P<join>\s*[,;]?\s+and\s+|\s*[,;]\s+)?"
)


def find_named_children(setting: Setting, couple: tuple[Person, Person] | None) -> Iterator[Found]:
    """Children by name; `couple` is the only one of the article, if any."""
    for person in setting.people.places:
        yield from _named(setting, person)
        yield from _had_named(setting, person)
        yield from _parent_named(setting, person)
        yield from _child_of(setting, person)
    if couple:
        yield from _theirs(setting, couple)


def _named(setting: Setting, person: Person) -> Iterator[Found]:
    """ "Her son Tom", "their children, Tom, 6, and Lee (two)"."""
    matched = _NAMED.match(setting.view, person.span[1])
    if matched is not None and _is_possessive(setting, person, matched[0]):
        yield from _called(setting, person, matched)


def _is_possessive(setting: Setting, person: Person, after: str) -> bool:
    words = setting.view[slice(*person.span)].lower()
    return words in POSSESSIVES or after.startswith("'") or words.endswith("'s")


def _had_named(setting: Setting, person: Person) -> Iterator[Found]:
    """ "Ann Doe and her ex-husband have a son, Tom, 12"."""
    matched = _HAVE_NAMED.match(setting.view, person.span[1])
    if matched is not None:
        for parent in both_of(setting, person) if matched["wed"] else [person]:
            yield from _called(setting, parent, matched)


def both_of(setting: Setting, person: Person) -> list[Person]:
    """A person, and who stands before with "and" in between: the two who "married and have"."""
    before = [one for one, other in joined(setting) if other.span == person.span]
    return [person, *(dataclasses.replace(person, cluster=one.cluster) for one in before)]


def _parent_named(setting: Setting, person: Person) -> Iterator[Found]:
    """ "Her mother, the judge Ann Doe"."""
    matched = _PARENT_NAMED.match(setting.view, person.span[1])
    if matched is None or not _is_possessive(setting, person, matched[0]):
        return
    parent = setting.people.find_starting(matched.end(), "name")
    goes_on = parent and setting.view[parent.span[1] : parent.span[1] + 2] in ("'s", "' ")
    if parent and parent.cluster != person.cluster and not goes_on:
        name = setting.people.name_of(person.cluster)
        span = (person.span[0], parent.span[1])
        yield Found(parent, "child", name, span, 0.92 * person.confidence)


def _theirs(setting: Setting, couple: tuple[Person, Person]) -> Iterator[Found]:
    """ "Their children, Tom, 6, and Lee", "they have a son, Tom", after the two of the only couple
    were named."""
    owned = [(m, _NAMED.match(setting.view, m.end())) for m in _THEIR.finditer(setting.view)]
    had = [(m, _HAVE_NAMED.match(setting.view, m.end())) for m in _THEY.finditer(setting.view)]
    for their, matched in (*owned, *had):
        near = setting.people.names_in((max(0, their.start() - _REACH_CHARS), their.start()))
        if matched is None or not {p.cluster for p in couple} <= {p.cluster for p in near[-4:]}:
            continue
        for person in couple:
            here = dataclasses.replace(person, span=their.span(), confidence=0.9)
            yield from _called(setting, here, matched)


def _called(setting: Setting, person: Person, matched: re.Match[str]) -> Iterator[Found]:
    """The child or children whose names begin where `matched` ends."""
    if matched["kin"] not in _ONE:
        yield from _listed(setting, person, matched)
        return
    other = setting.people.find_starting(matched.end(), "name")
    if other and other.cluster != person.cluster:
        span = (person.span[0], other.span[1])
        name = setting.people.name_of(other.cluster)
        yield Found(person, "child", name, span, 0.94 * person.confidence)


def _listed(setting: Setting, person: Person, told: re.Match[str]) -> Iterator[Found]:
    """Names in a row, with ages where given."""
    at = told.end()
    listed: list[tuple[str, Span, str | None, bool]] = []
    while matched := _NEXT_NAME.match(setting.view, at):
        age = matched["plain"] or matched["bracketed"]
        end = matched.end("bracketed") + 1 if matched["bracketed"] else matched.end("plain")
        span = (matched.start(), end if age else matched.end("name"))
        listed.append((matched["name"], span, age, bool(matched["join"])))
        at = matched.end()
        if not matched["join"]:
            break
    if len(listed) < 2:
        return
    of_couple = _THEIR.match(setting.view, person.span[0])
    if of_couple and (told["kin"] in _ALL or not _OTHERS[told["kin"]].search(setting.view)):
        span = (person.span[0], listed[-1][1][1])
        yield Found(person, "children", str(len(listed)), span, 0.85 * person.confidence)
    for name, span, age, _ in listed:
        child = setting.people.find_starting(span[0], "name")
        # A son may have his father's name, and coreference takes the two for one.
        other = child is not None and child.cluster != person.cluster
        whole = setting.people.name_of(child.cluster) if child and other else name
        yield Found(person, "child", whole, (person.span[0], span[1]), 0.9 * person.confidence)
        if age and (years := count_of(age)) and child is None:
            yield Found(name, "age", str(years), span, 0.93)


def _child_of(setting: Setting, person: Person) -> Iterator[Found]:
    """ "Lee Doe, the daughter of Ann Doe"."""
    matched = _CHILD_OF.match(setting.view, person.span[1]) if person.form == "name" else None
    parent = setting.people.find_starting(matched.end(), "name") if matched else None
    if matched and parent and parent.cluster != person.cluster:
        span = (person.span[0], parent.span[1])
        name = setting.people.name_of(person.cluster)
        yield Found(parent, "child", name, span, 0.94 * parent.confidence)
