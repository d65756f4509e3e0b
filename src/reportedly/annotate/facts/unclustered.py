"""Ages of persons whom the article names but whose names were not recognised as such.

Given names of children mostly: "Ambrose, nine, and Linnet, five", "Ambrose, 11, is said …".
The subject is the bare name.
"""

import re
from collections.abc import Iterator

from reportedly.annotate.facts.animals import is_animals_name
from reportedly.annotate.facts.lexicon import COUNT, count_of
from reportedly.annotate.facts.setting import Found, Setting
from reportedly.offsets import Span, overlaps

_NAME = r"(?-i:[A-Z][a-z]+(?:[ -][A-Z][a-z]+){0,2})"
_OLD = rf"{COUNT}[ -]years?[ -]old\s+{_NAME}"
_LISTED = rf"{_NAME}(?:,\s+(?:aged\s+)?{COUNT}\b|\s+\((?:aged\s+)?{COUNT}\)|\d{{1,2}}\b)"
#: Two or more in a row; one of them may go without its age.
_LIST = re.compile(
    rf"\b{_LISTED}(?:,\s+(?:{_LISTED}|{_NAME}))*,?\s+and\s+(?:{_LISTED}|{_OLD})", re.IGNORECASE
)
_ITEM = re.compile(
    rf"(?:(?P<before>{COUNT})[ -]years?[ -]old\s+)?(?P<name>{_NAME})"
    rf"(?:,\s+(?:aged\s+)?(?P<plain>{COUNT})\b|\s+\((?:aged\s+)?(?P<in>{COUNT})\)"
    r"|(?P<glued>\d{1,2})\b|(?(before)|(?!)))",
    re.IGNORECASE,
)
#: One alone, at the start of a sentence, with the verb or clause that persons have.
_ALONE = re.compile(
    rf"(?:(?<=\n)|(?<=[.!?]\s)|(?<=\bfor\s)|\A)(?P<name>{_NAME}),\s+(?P<plain>\d{{1,2}}),\s+"
    r"(?=(?:is|was|has|had|who|whose|said|says|told|sang|came|goes|went|plays)\b)",
    re.IGNORECASE,
)
#: Capitalised words with numbers after them that are no persons.
_NO_NAME = re.compile(
    r"(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sep|Oct|Nov|Dec|Mon|Tues|Wednes|Thurs|Fri|Satur|Sun"
    r"|Chapter|Section|Article|Page|Part|Week|Day|Round|Game|Figure|Table|No|Act|Title|Room|Route"
    r"|The|In|At|On|By|And|But|Of|For|From|Class|Group|Grade|District|Ward|Phase|Stage)[a-z]*\Z"
)
#: In a list a greater number is a score or a count.
_OLDEST_LISTED = 99


def find_unclustered_ages(setting: Setting) -> Iterator[Found]:
    """Ages beside names that no cluster knows; where one does, the other finders have them."""
    for listed in _LIST.finditer(setting.view):
        items = list(_ITEM.finditer(listed[0]))
        if _is_safe(setting, listed.span(), [item["name"] for item in items]):
            for item in items:
                yield from _found(setting, item, listed.start())
    for alone in _ALONE.finditer(setting.view):
        if _is_safe(setting, alone.span(), [alone["name"]]):
            yield from _found(setting, alone, 0)


def _found(setting: Setting, item: re.Match[str], offset: int) -> Iterator[Found]:
    parts = item.groupdict()
    age = parts["plain"] or parts.get("in") or parts.get("glued") or parts.get("before")
    years = count_of(age) if age else None
    span = (offset + item.start("name"), offset + item.end())
    named = (offset + item.start("name"), offset + item.end("name"))
    if years is None or not 0 < years <= _OLDEST_LISTED:
        return
    if any(overlaps(named, place.span) for place in setting.people.names):
        return
    if is_animals_name(setting.view, item["name"]):
        return
    end = span[1] if parts["plain"] is None else offset + item.end("plain")
    subject = setting.people.find_named(item["name"], named) or item["name"]
    yield Found(subject, "age", str(years), (span[0], end), 0.92)


def _is_safe(setting: Setting, span: Span, names: list[str]) -> bool:
    """False in tables of votes and scores, and for words that are no names of persons."""
    words = setting.view[slice(*setting.sentence(span[0]))]
    shares = re.search(
        r"%|\b(?:percent|points?|votes?|polls?|delegates?|seats?|score|won|beat)\b", words
    )
    return shares is None and not any(_NO_NAME.match(name) for name in names)
