"""Ages told of children in the order in which they are named: "the proud parents of Ann and Lee",
and later "the children, aged 13 and nine".

In: the article's plain view.  Out: an age for each child, where the article names as many children
as it tells ages of, and never others.  Where it names none, the ages are told of "child 1 of 2 of
Ann Doe", and "her eldest, now 13," of "the eldest child of Ann Doe": which child that is, other
articles of the pile may say.
"""

import re
from collections.abc import Iterable, Iterator

from reportedly.annotate.facts.couples import Pair, find_pair, told_of
from reportedly.annotate.facts.lexicon import COUNT, count_of
from reportedly.annotate.facts.people import Person
from reportedly.annotate.facts.setting import Found, Setting
from reportedly.offsets import Span

#: The subjects of ages of children whom the article does not name; nobody is called so.
CHILD_IN_ORDER = "child {number} of {of} of {parent}"
EXTREME_CHILD = "the {which} child of {parent}"
_CHILDREN = r"(?:children|kids|sons|daughters|boys|girls|youngsters)"
_NAME = r"[A-Z][a-z]+(?:-[A-Z][a-z]+)?(?:\s[A-Z][a-z]+)?"
_NAMED = re.compile(
    rf"\b(?i:parents\s+(?:of|to)|{_CHILDREN}(?:\s+together)?(?:\s+(?:called|named))?)[,:]?\s+"
    rf"(?P<names>{_NAME}(?:,\s+{_NAME})*,?\s+and\s+{_NAME})(?!\s*(?:\(|,\s*\d|\s[A-Z]))"
)
_PARENTS = re.compile(r"parents\s+of\b", re.IGNORECASE)
_AGES = rf"{COUNT}(?:,\s+{COUNT})*,?\s+and\s+{COUNT}"
_AGED = re.compile(
    rf"\b(?:the|their|her|his|have|has|with)\s+(?:{COUNT}\s+)?(?:young\s+|teenage\s+)?{_CHILDREN}"
    rf"(?:\s+together)?(?:,?\s+(?:who\s+are\s+)?(?:now\s+)?aged\s+(?P<aged>{_AGES})"
    rf"|,\s+who\s+are\s+(?:now\s+)?(?P<who>{_AGES})(?=[,.;)])"
    rf"|,\s+(?P<plain>{_AGES})(?=[,.;)])|\s+\((?:aged\s+)?(?P<in>{_AGES})\))",
    re.IGNORECASE,
)
#: "Her eldest, now 13,", "their youngest, who is four,".
_EXTREME = re.compile(
    r"\b(?P<whose>her|his|their)\s+(?P<which>eldest|oldest|youngest)(?:\s+(?:child|son|daughter))?"
    rf"(?:,\s+(?:who\s+is\s+|now\s+|aged\s+|just\s+){{0,2}}(?P<age>{COUNT})(?=\s*[,.;)]|\s*$)"
    rf"|\s+\((?:now\s+|aged\s+)?(?P<in>{COUNT})\))",
    re.IGNORECASE | re.MULTILINE,
)
#: Children are told of by their ages while they are children, or little longer.
_OLDEST_YEARS = 30
#: Elder ones are mostly named first, and ages told likewise.
_CONFIDENCE = 0.8


def find_ordered_ages(setting: Setting, couples: Iterable[Pair]) -> Iterator[Found]:
    """The ages of the article's only named children, as many as are told; or of whichever children
    of a named parent they are."""
    named, pair = _named(setting), find_pair(setting, couples)
    yield from _extremes(setting, pair)
    for told in _AGED.finditer(setting.view):
        words = told["aged"] or told["who"] or told["plain"] or told["in"]
        years = [count_of(word) for word in re.findall(COUNT, words, re.IGNORECASE)]
        if not named:
            yield from _unnamed(setting, _find_parent(setting, pair, told.start()), told, years)
        if len(years) != len(named):
            continue
        for (name, span), age in zip(named, years, strict=True):
            if age and age <= _OLDEST_YEARS:
                child = setting.people.find_starting(span[0], "name")
                subject = setting.people.find_named(name, span) if child is None else child
                yield Found(subject or name, "age", str(age), told.span(), _CONFIDENCE)


def _unnamed(
    setting: Setting, parent: Person | None, told: re.Match[str], years: list[int | None]
) -> Iterator[Found]:
    """Ages of children to whom the article gives no names: each of its place in the row."""
    whole = [age for age in years if age and age <= _OLDEST_YEARS]
    if parent is None or len(whole) != len(years) or whole != sorted(set(whole), reverse=True):
        return
    name = setting.people.name_of(parent.cluster)
    for number, age in enumerate(whole, start=1):
        subject = CHILD_IN_ORDER.format(number=number, of=len(whole), parent=name)
        yield Found(subject, "age", str(age), told.span(), _CONFIDENCE)


def _extremes(setting: Setting, pair: Pair | None) -> Iterator[Found]:
    for told in _EXTREME.finditer(setting.view):
        age = count_of(told["age"] or told["in"])
        parent = setting.people.find_starting(told.start("whose"), "pronoun")
        if told["whose"].lower() == "their":
            parent = pair[0] if pair else None
        if parent and age and age <= _OLDEST_YEARS:
            which = "youngest" if told["which"].lower() == "youngest" else "eldest"
            name = setting.people.name_of(parent.cluster)
            subject = EXTREME_CHILD.format(which=which, parent=name)
            yield Found(subject, "age", str(age), told.span(), _CONFIDENCE)


def _find_parent(setting: Setting, pair: Pair | None, at: int) -> Person | None:
    """Whose children they are: of the article's one couple, else of the only one named before in
    the sentence."""
    if pair:
        return pair[0]
    return setting.people.find_only((setting.sentence(at)[0], at))


def find_parents(setting: Setting, couples: Iterable[Pair]) -> Iterator[Found]:
    """ "The parents of Ann and Lee" have two children, where the article tells of one couple."""
    pair = find_pair(setting, couples)
    for listed in _NAMED.finditer(setting.view) if pair else ():
        names = re.findall(_NAME, listed["names"])
        # Parents of two who go to one school are no couple.
        if _PARENTS.match(listed[0]) and not any(
            p.cluster in _clusters(pair) for p in setting.people.names_in(listed.span("names"))
        ):
            span = (listed.start(), listed.end("names"))
            yield from told_of(pair, "children", str(len(names)), span, _CONFIDENCE)


def _clusters(pair: Pair | None) -> set[int]:
    return {person.cluster for person in pair or ()}


def _named(setting: Setting) -> list[tuple[str, Span]]:
    """The children that the article names in a row, in order; none where it names several rows."""
    rows = [
        [
            (
                name.group(),
                (listed.start("names") + name.start(), listed.start("names") + name.end()),
            )
            for name in re.finditer(_NAME, listed["names"])
        ]
        for listed in _NAMED.finditer(setting.view)
    ]
    told = {tuple(name for name, _ in row) for row in rows}
    return rows[0] if len(told) == 1 else []
