"""Births: "was born in Chicago on 3 May 1971", "(born 1971)", "(1921-2004)"."""

import re
from collections.abc import Iterator

from reportedly.annotate.facts.lexicon import TITLE
from reportedly.annotate.facts.people import Person
from reportedly.annotate.facts.places import find_place, find_place_or_name
from reportedly.annotate.facts.setting import Found, Setting
from reportedly.annotate.facts.times import find_date_value
from reportedly.offsets import Span, overlaps

_BORN = re.compile(
    r"(?:(?:,\s+(?:\d{1,3}|[a-z]+(?:\s[a-z]+){0,3})(?=,))?,\s+(?:who\s+was\s+)?|(?:,\s+\d{1,3},|\s*\(\d{1,3}\)|,)?(?:\s+who)?\s+was\s+)born\b(?P<rest>[^.;\n]{0,120})"
    r"|\s*\((?:born|b\.)(?P<bracketed>[^)\n]{0,60})\)",
    re.IGNORECASE,
)
#: "The singer, who was born in Quill,", "Doe, who was born Ann Roe": the clause is in the phrase.
_IN_PHRASE = re.compile(
    r"(?:(?i:the|a|an|his|her)\s+(?:(?!of\b|with\b|and\b|in\b|to\b)[a-z-]+\s+){0,4}[a-z-]+|[A-Z][\w'-]+(?:\s+[A-Z][\w'-]+){0,3})"
    r"(?=,\s+(?:\d{1,3},\s+)?who\s+was\s+born\b)"
)
#: "Was born Ann Roe in Quill": the name that somebody had then.
_NAME_THEN = re.compile(r"\s+(?:(?!In\b|On\b)[A-Z][\w'-]+\s+){1,4}(?=(?:in|on)\s)")
#: "Born in Quill in 1924, she married …".
_OPENING = re.compile(
    r"(?:\A|(?<=\n)|(?<=[.!?]\s)|(?<=[.!?]\"\s))Born(?P<rest>\s(?:[^.;,\n]|,(?=\s\d)){3,70}),\s+"
)
#: "The birth of their daughter, Ann, on 3 May 2008".
_BIRTH_OF = re.compile(
    r"\b(?:birth|arrival)\s+of\s+(?:(?:his|her|their|the\s+couple's)\s+(?:[a-z]+\s+)?"
    r"(?:son|daughter|child|baby|boy|girl)(?:\s+[a-z]+)?,?\s+)?(?=[A-Z])"
)
_DAY_CHARS = 30
_ITS_DAY = re.compile(r",?\s+(?:on|in)\s+")
_YEARS = re.compile(r"\s*\((?P<from>1[5-9]\d\d|20\d\d)-(?P<to>1[5-9]\d\d|20\d\d)\)")
#: "The daughter of Ann Doe and Tom Roe was born": whose parents are named is born, not they.
_CHILD_OF = re.compile(
    r"\b(?:son|daughter|child|children|baby|boy|girl|twins|triplets|heir)\s+of\b[^.;:\n]{0,80}\Z",
    re.IGNORECASE,
)
_CHILD_OF_CHARS = 100
#: Past these words the sentence tells of something else.
_NEXT_CLAUSE = re.compile(
    r"\b(?:and|but|when|while|who|which|where|after|before|as|to)\b|[,(]\s*(?!\d)"
)
#: "In Roe, Ohio, on", "at St Ann's Hospital in Roe on", "on".
_PLACE_BEFORE = re.compile(r"\s+(?:in|at)\s+(?:(?!and\b|but\b|to\b)[\w.,']+ )+?(?:on|in)\s+")
#: "Born in Roe, turned professional in 2005": of another deed.
_NEXT_DEED = re.compile(
    r",\s+(?!called\b|named\b)(?:[a-z]+ed|became|began|made|won|left|came|went|took|got|grew)\b"
)
_PLACE = re.compile(
    r"\s*(?:and\s+raised\s+)?in\s+(?P<place>[A-Z][\w'-]+(?:(?:\s|-)(?:[A-Z][\w'-]+|upon|on|le|de|the)){0,3})"
    r"(?=\s*(?:[,.;]|$|\b(?:and|in|on|to)\b))",
    re.MULTILINE,
)
#: "The Quill-born singer", "Quill-born Ann Doe".
_PLACE_BORN = re.compile(r"\b(?P<place>(?!The )[A-Z][a-z]+(?:[ -][A-Z][a-z]+)?)-born\b(?!-)")
#: "Irish-born" names a people; "first-born" and "native-born" nothing.
_NO_PLACE = re.compile(
    r".*(?:ish|ian|ean|ese|can|ati|eli|ani)\Z|(?:German|French|Cuban|Dutch|Greek|Swiss|Czech|Thai|Afghan"
    r"|Welsh|Scots|Iraqi|Yemeni|Somali|Turkmen|Foreign|Native|First|Second|New|Natural|Twin|High|Low"
    r"|Still|Well|Base|Newly)\Z"
)
_TO_NAME = re.compile(
    r"(?:\s+(?!(?:of|in|at|and|or|who|for|with|by|on|to)\b)[\w'-]+){0,4}?\s+(?=[A-Z])"
)
#: "A native of Quill", "Quill native Ann Doe"; who grew up somewhere may be born elsewhere.
_NATIVE = (
    r"(?:,\s+\d{1,3})?(?:,|(?:,\s+who)?\s+is)\s+(?:(?:himself\s+|herself\s+)?an?\s+)native\s+of\s+"
)
_NATIVE_CHARS = 80
_PLACE_NATIVE = re.compile(
    r"\b(?P<place>(?!The )[A-Z][a-z]+(?:[ -][A-Z][a-z]+)?)\s+native,?\s+(?=[A-Z])"
)
#: "In Quill, the harbour town where she was born".
_WHERE = re.compile(
    r"\b(?:in|to|from|at)\s+(?P<place>[A-Z][a-z]+(?:[ -][A-Z][a-z]+)?),\s+"
    r"(?:the\s+(?:[a-z-]+\s+){1,4})?where\s+(?=(?:s?he|[A-Z][\w'-]+(?:\s[A-Z][\w'-]+)?)\s+was\s+born\b)"
)
_TITLE = re.compile(rf"(?:(?!(?:to|in|of|and|at|on|by|the|as)\b)[a-z]+\s+){{0,3}}{TITLE}?")
#: "The ", "the former ": what may stand before the place.
_ARTICLE_CHARS = 12
_TIME_BEFORE = re.compile(r"\s*(?:(?:on|in|about|around|circa)\s+)?(?:the\s+)?\Z", re.IGNORECASE)


def find_births(setting: Setting) -> Iterator[Found]:
    """Days and places of birth of named persons."""
    for person in setting.people.subjects:
        matched = _BORN.match(setting.view, _end_of_phrase(setting, person))
        if matched and not is_told_as_parent(setting, person):
            group = "rest" if matched["rest"] is not None else "bracketed"
            # "Doe, born in …" is safe after a name only.
            verbless = group == "rest" and not re.match(r".{0,12}\bwas\b", matched[0])
            if not (verbless and person.form != "name"):
                yield from _details(setting, person, matched.span(group))
        yield from _opening(setting, person)
        years = _YEARS.match(setting.view, person.span[1])
        if years and person.form == "name":
            span = (person.span[0], years.end())
            yield Found(person, "birth_date", years["from"], span, 0.95)
            yield Found(person, "death_date", years["to"], span, 0.95)
        near = (person.span[1], person.span[1] + _NATIVE_CHARS)
        if place := find_place_or_name(setting, near, _NATIVE):
            words, span = setting.words(place), (person.span[0], place[1])
            yield Found(person, "birth_place", words, span, 0.9 * person.confidence)
    yield from _births_of(setting)
    yield from _places(setting)


def _end_of_phrase(setting: Setting, person: Person) -> int:
    """Where "the singer" ends in "The singer, who was born in Quill"."""
    phrase = _IN_PHRASE.match(setting.view, *person.span) if person.form == "nominal" else None
    # "The sister of the singer, who was born": either.
    either = setting.before(person.span[0], len(" of ")).endswith(" of ")
    return phrase.end() if phrase and not either else person.span[1]


def is_told_as_parent(setting: Setting, person: Person) -> bool:
    """True for Ann Doe in "the daughter of Ann Doe was born": what follows is of the daughter."""
    start = max(setting.sentence(person.span[0])[0], person.span[0] - _CHILD_OF_CHARS)
    return _CHILD_OF.search(setting.view[start : person.span[0]]) is not None


def _births_of(setting: Setting) -> Iterator[Found]:
    """ "The birth of their daughter, Ann, on 3 May 2008"."""
    for matched in _BIRTH_OF.finditer(setting.view):
        person = setting.people.find_starting(matched.end(), "name")
        day = _ITS_DAY.match(setting.view, person.span[1]) if person else None
        time = setting.find_time((day.end(), day.end() + _DAY_CHARS)) if day else None
        if (
            person
            and day
            and time
            and time.span[0] == day.end()
            and (value := find_date_value(time))
        ):
            span = (person.span[0], time.span[1])
            yield Found(person, "birth_date", value, span, 0.93 * person.confidence)


def _places(setting: Setting) -> Iterator[Found]:
    """Places of birth before whoever was born there, and behind "where she was born"."""
    for matched in _PLACE_BORN.finditer(setting.view):
        person = None if _NO_PLACE.match(matched["place"]) else _find_born(setting, matched)
        if person:
            place = setting.words(matched.span("place"))
            yield Found(person, "birth_place", place, matched.span(), 0.92 * person.confidence)
    for matched in _PLACE_NATIVE.finditer(setting.view):
        person = setting.people.find_starting(matched.end(), "name")
        if person and not _NO_PLACE.match(matched["place"]):
            place, span = setting.words(matched.span("place")), (matched.start(), person.span[1])
            yield Found(person, "birth_place", place, span, 0.9 * person.confidence)
    for matched in _WHERE.finditer(setting.view):
        person = setting.people.find_starting(matched.end(), "name", "pronoun")
        if person:
            place = setting.words(matched.span("place"))
            span = (matched.start("place"), person.span[1])
            yield Found(person, "birth_place", place, span, 0.9 * person.confidence)


def _find_born(setting: Setting, matched: re.Match[str]) -> Person | None:
    """Whose "Quill-born" it is: the name behind it, else whom the phrase around it means."""
    name = _TO_NAME.match(setting.view, matched.end())
    named = setting.people.find_starting(name.end(), "name") if name else None
    if named:
        return named
    places = (*setting.people.places, *setting.people.nameless)
    around = [
        p
        for p in places
        if p.form == "nominal" and p.span[0] <= matched.start() and matched.end() < p.span[1]
        and matched.start() - p.span[0] <= _ARTICLE_CHARS
    ]  # fmt: skip
    return min(around, key=lambda p: (p.span[1] - p.span[0], p), default=None)


def _opening(setting: Setting, person: Person) -> Iterator[Found]:
    """ "Born in Quill in 1924, she …": of whoever the sentence goes on about."""
    if person.form == "nominal":
        return
    start = setting.sentence(person.span[0])[0]
    matched = _OPENING.match(setting.view, start)
    if matched and _TITLE.fullmatch(setting.view, matched.end(), person.span[0]):
        for found in _details(setting, person, matched.span("rest")):
            span = (start, person.span[1])
            yield Found(person, found.attribute, found.value, span, 0.95 * found.confidence)


def _details(setting: Setting, person: Person, rest: Span) -> Iterator[Found]:
    named = _NAME_THEN.match(setting.view, *rest)
    if named and not any(overlaps(t.span, named.span()) for t in setting.timexes):
        rest = (named.end() - 1, rest[1])
    time = setting.find_time(rest)
    words = setting.view[slice(*rest)]
    cut = _NEXT_CLAUSE.search(words)
    near = (rest[0], rest[0] + cut.start() if cut else rest[1])
    if time:
        gap = setting.view[rest[0] : time.span[0]]
        value = find_date_value(time)
        direct = _TIME_BEFORE.match(gap) or _PLACE_BEFORE.fullmatch(gap)
        if value and direct and not _NEXT_DEED.search(gap):
            span = (person.span[0], time.span[1])
            yield Found(person, "birth_date", value, span, 0.95 * person.confidence)
    place = find_place(
        setting, near, r"\s*(?:and\s+raised\s+)?(?:(?:on|in)\s+[\w ,]*\d{4},?\s+)?in\s+"
    )
    place = place or _find_unknown_place(setting, rest)
    if place:
        span = (person.span[0], place[1])
        yield Found(person, "birth_place", setting.words(place), span, 0.94 * person.confidence)


def _find_unknown_place(setting: Setting, rest: Span) -> Span | None:
    """The name right behind "born in", which is that of a place unless it is a month's."""
    matched = _PLACE.match(setting.view, *rest)
    if matched is None:
        return None
    start, end = matched.span("place")
    return None if any(t.span[0] <= start < t.span[1] for t in setting.timexes) else (start, end)
