"""Ages and children of those whom an article only describes: "the 52-year-old investor", "the
author, 46," and "the mother of two".

In: the mentions of clusters without a name.  Out: facts without a subject, which get one where
other articles of the pile know who is meant, and are left out where none does; and ages that stand
behind a description of somebody named, "the Redland manager, 38,".
"""

import re
from collections.abc import Iterator

from reportedly.annotate.facts.children import find_total
from reportedly.annotate.facts.lexicon import ACTS, COUNT, OLDEST_YEARS, PARENT, POSTS, count_of
from reportedly.annotate.facts.people import Person
from reportedly.annotate.facts.setting import Found, Setting

#: "A 52-year-old" is brought in as somebody new.
_YEAR_OLD = re.compile(rf"the\s+(?:now\s+)?(?P<age>{COUNT})[ -]years?[ -]old\b", re.I)
#: "The author, 46, has", "the Redland manager, 38, told": digits between commas, and a verb or
#: "who" behind, for a number may be anything.
_BEHIND = re.compile(
    rf"(?i:the)\s+(?P<noun>[^,.;:\n]{{2,60}}),\s+(?:aged\s+)?(?P<age>\d{{2}})(?=,\s+{ACTS}\b|,\s+and\s+[A-Z])"
)
#: "The Redland manager, 38,": a body's name before one of its posts.
_POST_OF_BODY = re.compile(rf"(?:[A-Z][\w'&-]*\s+)+(?:[a-z-]+\s+)?(?:{'|'.join(sorted(POSTS))})")
_PARENT_OF = re.compile(rf"the\s+(?:[\w-]+\s+){{0,2}}?{PARENT}[ -]of[ -]\w+", re.I)
#: Whoever is younger is told of with words, not as "the author, 9".
_YOUNGEST_BEHIND = 16
_CONFIDENCE = 0.8


def find_nameless(setting: Setting) -> Iterator[Found]:
    """Facts of descriptions, in order of the text."""
    for place in setting.people.nameless:
        # "The 52-year-old investor Tom Roe" has a name, though the parse sees two phrases.
        if setting.people.find_starting(place.span[1] + 1, "name"):
            continue
        words = setting.view[slice(*place.span)]
        told = _YEAR_OLD.match(words)
        if told and (value := _age(told["age"])):
            yield _found(place, "age", value, told.end())
        parent = _PARENT_OF.match(words)
        if parent and (children := find_total(parent.group())):
            yield _found(place, "children", children, parent.end())
    named = (p for p in setting.people.places if p.form == "nominal")
    for place in (*setting.people.nameless, *named):
        behind = _BEHIND.match(setting.view, place.span[0])
        if behind is None or place.span[1] not in (behind.end("noun"), behind.end("age")):
            continue
        years = _age(behind["age"])
        if years and int(years) >= _YOUNGEST_BEHIND:
            yield _found(place, "age", years, behind.end("age") - place.span[0])
            if _POST_OF_BODY.fullmatch(behind["noun"]):
                post = setting.words(behind.span("noun"))
                yield _found(place, "role", post, behind.end("noun") - place.span[0])


def _found(place: Person, attribute: str, value: str, length: int) -> Found:
    span = (place.span[0], place.span[0] + length)
    return Found(place, attribute, value, span, _CONFIDENCE * min(1.0, place.confidence / 0.9))


def _age(text: str) -> str | None:
    years = count_of(text)
    return str(years) if years and 1 < years <= OLDEST_YEARS else None
