"""Whose children are named in one breath: "shares Ann, 6, and Lee, 3, with her ex-husband Tom Roe",
"is also mum to five-year-old Ann", "gave birth to a girl, Ann, in March 2016".

In: the article's people, and the couple it is about.  Out: children of each parent, their ages, and
the day of a birth that is told.
"""

import re
from collections.abc import Iterable, Iterator, Mapping

from reportedly.annotate.facts.births import is_told_as_parent
from reportedly.annotate.facts.child_lists import Child, read_children
from reportedly.annotate.facts.couples import Pair, joined
from reportedly.annotate.facts.lexicon import APPOSITION, MARRIED_AND, PARENT, SPOUSE
from reportedly.annotate.facts.people import Person
from reportedly.annotate.facts.setting import Found, Setting
from reportedly.annotate.facts.times import find_date_value
from reportedly.offsets import Span

_AGED = r"(?:\s*\(\d{1,3}\)|,\s+\d{1,3}(?=,))?"
_ASIDE = rf"{APPOSITION},?(?:\s+who)?"
_ADVERBS = r"(?:(?:already|also|now|both|proudly|have|has|had|just|since)\s+){0,2}"
_HAS = re.compile(
    rf"{SPOUSE}{_AGED}{MARRIED_AND}{_ASIDE}\s+{_ADVERBS}"
    r"(?:(?P<one>has|shares|is\s+raising)|have|had|share|are\s+raising|(?P<birth>welcomed|(?:gave|given)\s+birth\s+to|adopted))\s+"
    r"(?:custody\s+of\s+)?(?:(?:his|her|their)\s+(?:\w+\s+)?(?:child|baby)(?:\s+together)?,\s+)?"
)
_IS = re.compile(
    rf"{_AGED}{_ASIDE}(?:,|\s+(?:(?P<one>is|was)|are|were|became|become)(?:\s+(?:also|now|already|both))?)\s+"
    rf"(?:(?:an?|the)\s+)?(?:(?:proud|devoted|doting|loving|single|married)\s+)?(?:{PARENT}s?|m[uo]m\s+and\s+dad)\s+(?:to|of)\s+"
)
#: With whom: "with ex-husband Tom Roe", "with his former wife, the dancer Ann Doe".
_WITH = re.compile(
    r",?\s+(?:together\s+)?with\s+(?:(?:his|her|their)\s+)?"
    r"(?:(?:ex|former|estranged|late|first|second|third|then|longtime|long-term|current)[- ]?\s*)?"
    r"(?:(?:husband|wife|partner|girlfriend|boyfriend|fianc[e\u00e9]e?|flame|lover)\s*)?,?\s*"
    r"(?:the\s+)?(?:[a-z][\w-]*\s+){0,3}(?=[A-Z])"
)
_AND_DESCRIBED = re.compile(r"(?:,\s+\d{1,3},|,)?\s+and\s+(?=the\s+\d{1,3}-year-old\b)")
_THEY = re.compile(r"\b(?:they|the\s+(?:couple|pair|two|exes))\b", re.IGNORECASE)
_SAID_COUPLE = re.compile(r"the\s+(?:couple|pair)\b", re.IGNORECASE)
#: How far back the two must have been named for "they" to mean them.
REACH_CHARS = 600
_ON_DAY = re.compile(r",?\s+(?:on|in)\s+")
_DAY_CHARS = 30
_BESIDE = re.compile(r"\b(?:to|with|of|from|by|than|like|for)\s+\Z")
_BESIDE_CHARS = 10


def find_parenthood(
    setting: Setting,
    two: Pair | None,
    before: Mapping[Span, list[Person]],
    *,
    married: bool,
) -> Iterator[Found]:
    """Children by name.

    Args:
        setting: the article.
        two: the one couple, or the only two whom the article joins.
        before: what `first_of` gives.
        married: whether the article says of any couple that they are; where it does not, `two` are
            meant by "the couple" and "the pair", not by "they".
    """
    for person in setting.people.subjects:
        if is_told_as_parent(setting, person):
            continue
        yield from _told(setting, [person, *before.get(person.span, ())], person.span)
    for they in _THEY.finditer(setting.view) if two else ():
        if not (married or _SAID_COUPLE.match(they[0])):
            continue
        near = setting.people.names_in((max(0, they.start() - REACH_CHARS), they.start()))
        if two and {p.cluster for p in two} <= {p.cluster for p in near[-4:]}:
            yield from _told(setting, list(two), they.span())


def first_of(setting: Setting) -> dict[Span, list[Person]]:
    """Place → whom "and" joins to it, where both are named or described: "the singer, 38, and the
    49-year-old"."""
    before: dict[Span, list[Person]] = {}
    for one, other in joined(setting):
        before.setdefault(other.span, []).append(one)
    for person in setting.people.places:
        matched = _AND_DESCRIBED.match(setting.view, person.span[1])
        described = setting.people.find_starting(matched.end(), "nominal") if matched else None
        if described and described.cluster != person.cluster:
            before.setdefault(described.span, []).append(person)
    return before


def _told(setting: Setting, holders: list[Person], subject: Span) -> Iterator[Found]:
    """What is told behind `subject`: of the last of `holders`, or of all where the verb is one of
    several."""
    for pattern in (_HAS, _IS):
        matched = None if _is_beside(setting, subject) else pattern.match(setting.view, subject[1])
        children = read_children(setting, matched.end(), many=pattern is _IS) if matched else []
        whole = matched is not None and matched[0].rstrip().endswith("of")
        named = pattern is _IS and all(_is_somebody(child, whole=whole) for child in children)
        if not matched or not children or not (named or any(child.called for child in children)):
            continue
        parents = holders[:1] if matched["one"] else holders
        held = {parent.cluster for parent in parents}
        if len(children) == 1 and children[0].person and children[0].person.cluster in held:
            continue
        if other := _find_other(setting, children[-1].span[1]):
            parents = [*parents, other]
        for child in children:
            yield from found_child(setting, parents, child, subject)
        if pattern is _HAS and matched["birth"] and len(children) == 1:
            yield from _birth(setting, children[0])
        return


def _is_somebody(child: Child, *, whole: bool) -> bool:
    """False for "the father of Jazz": behind "of" one word alone may name anything."""
    return child.person is not None and (not whole or " " in child.name)


def _is_beside(setting: Setting, subject: Span) -> bool:
    """True for Tom Roe in "Ann Doe, once married to Tom Roe, has a son": the comma closes what is
    told of her."""
    before = setting.before(subject[0], _BESIDE_CHARS)
    return setting.view[subject[1] : subject[1] + 1] == "," and _BESIDE.search(before) is not None


def _find_other(setting: Setting, at: int) -> Person | None:
    """The other parent, behind the list."""
    matched = _WITH.match(setting.view, at)
    return setting.people.find_starting(matched.end(), "name") if matched else None


def found_child(
    setting: Setting, parents: Iterable[Person], child: Child, subject: Span
) -> Iterator[Found]:
    """The child of each parent, told from `subject` on, and its age."""
    parents = list(parents)
    # A son may have his father's name, and coreference takes the two for one.
    held = {parent.cluster for parent in parents}
    person = child.person if child.person and child.person.cluster not in held else None
    for parent in parents:
        name = setting.people.name_of(person.cluster) if person else child.name
        span = (subject[0], child.span[1])
        yield Found(parent, "child", name, span, 0.92 * parent.confidence)
    if child.age:
        yield Found(person or child.name, "age", child.age, child.span, 0.93)


def _birth(setting: Setting, child: Child) -> Iterator[Found]:
    """The day of a birth, where it stands behind the name."""
    day = _ON_DAY.match(setting.view, child.span[1])
    time = setting.find_time((day.end(), day.end() + _DAY_CHARS)) if day else None
    if day and time and time.span[0] == day.end() and (value := find_date_value(time)):
        span = (child.span[0], time.span[1])
        yield Found(child.person or child.name, "birth_date", value, span, 0.9)
