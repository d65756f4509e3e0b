"""Children named in a row: "Tom, 6, and Lee (two)", "five-year-old Tom and a daughter called Lee".

In: a place in the text where a list may begin.  Out: the children that stand there, with ages
where given.
"""

import re
from dataclasses import dataclass

from reportedly.annotate.facts.lexicon import COUNT, count_of
from reportedly.annotate.facts.people import Person
from reportedly.annotate.facts.setting import Setting
from reportedly.calendar.names import MONTH_BUT_MAY
from reportedly.offsets import Span

#: What children are called before their names; one of them, or several.
ONE = r"(?:baby\s+(?:son|daughter|boy|girl)|son|daughter|child|boy|girl|baby)"
MANY = (
    r"(?:twin\s+(?:sons|daughters|boys|girls)|sons|daughters|children|kids|twins|triplets|boys"
    r"|girls)"
)
#: What may stand before that; a stepson is nobody's son.
_WHICH = (
    rf"(?:(?:an?|the|his|her|their|(?i:{COUNT}))\s+)?"
    r"(?:(?!step|grand|god|late|other|and|or|with|to|of|in)[a-z][a-z-]*\s+){0,2}?"
)
_ITEM = re.compile(
    rf"(?P<kin>{_WHICH}(?:(?P<kin_age>{COUNT})[- ]years?[- ]old\s+)?(?:{ONE}|{MANY})"
    r"(?:\s+together)?(?:,|:|\s+[-\u2013\u2014])?\s+"
    r"(?:(?:called|named)\s+)?)?"
    rf"(?:(?P<before>(?i:{COUNT}))[- ]years?[- ]old\s+)?"
    r"(?P<name>[A-Z][a-z]+(?:-[A-Z][a-z]+)?(?:\s[A-Z][a-z]+)?(?:,?\s(?:Jr|Sr)\b\.?)?)"
    rf"(?:,?\s+(?:(?:who\s+is\s+)?now\s+|aged\s+|who\s+is\s+)?(?P<plain>\d{{1,2}}|{COUNT})\b(?!\s+(?:months?|weeks?|days?|years?\s+(?:later|ago))\b)"
    rf"|\s*\((?:aged\s+|now\s+)?(?P<bracketed>{COUNT})\)|(?P<glued>\d{{1,2}})\b)?"
)
_JOIN = re.compile(r"\s*[,;]?\s+and\s+|\s*[,;]\s+")
#: Words with a capital that are nobody's name; May is somebody's.
_NO_NAME = re.compile(
    rf"(?:{MONTH_BUT_MAY}|\w+day|The|In|At|On|But|He|She"
    r"|They|It|His|Her|Their|Mr|Mrs|Ms|Dr|Sir|Lord|Lady)\b"
)
#: Whoever is older is not named in such a list as somebody's child.
_OLDEST_LISTED = 60


@dataclass(frozen=True, slots=True)
class Child:
    """One name of a list; `person` where the article's people have it."""

    name: str
    span: Span
    """the name, with the age"""
    age: str | None
    person: Person | None
    called: bool
    """true where "son", "twins" or the like stand before the name, or the age does"""


def read_children(setting: Setting, at: int, *, many: bool) -> list[Child]:
    """The children named from `at` on, in order.

    Args:
        at: where the first begins, with "a son called" or the like before the name or without.
        many: whether the words before `at` speak of several ("two sons,"): a second name after
            "and" belongs to the list; otherwise only one that is called a child or has an age as
            the first has.
    """
    found: list[Child] = []
    while matched := _ITEM.match(setting.view, at):
        child = _child(setting, matched)
        if child is None or (found and not _goes_on(found, child, many)):
            break
        found.append(child)
        many = many or re.search(rf"\b{MANY}\b", matched["kin"] or "") is not None
        join = _JOIN.match(setting.view, child.span[1])
        if join is None:
            break
        at = join.end()
    return found


def _child(setting: Setting, matched: re.Match[str]) -> Child | None:
    name = matched["name"]
    if _NO_NAME.match(name):
        return None
    start, end = matched.span("name")
    if setting.view[end : end + 2] in ("'s", "' "):
        return None
    told = next(
        (g for g in ("plain", "bracketed", "glued", "before", "kin_age") if matched[g]), None
    )
    years = count_of(matched[told]) if told else None
    behind = told in ("plain", "bracketed", "glued")
    if years is not None and years > _OLDEST_LISTED:
        return None
    if told and behind:
        end = matched.end(told) + (told == "bracketed")
    elif told:
        start = matched.start(told)
    person = setting.people.find_starting(matched.start("name"), "name")
    called = matched["kin"] is not None or told is not None
    return Child(name, (start, end), str(years) if years else None, person, called)


def _goes_on(found: list[Child], child: Child, many: bool) -> bool:
    """False for the subject of another clause: "has a son, Tom, and Ann Doe has"."""
    if child.called:
        return True
    return many and len(child.name.split()) <= len(found[0].name.split())
