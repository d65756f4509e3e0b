"""Ages and children of those whom an article only describes: "the 52-year-old investor", "the
author, 46," and "the mother of two".

In: the mentions of clusters without a name.  Out: facts without a subject, which get one where
other articles of the pile know who is meant, and are left out where none does; and ages that stand
behind a description of somebody named, "the Redland manager, 38,".
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from reportedly.annotate.coreference.lexicon import FEMALE_NOUNS, MALE_NOUNS
from reportedly.annotate.facts.children import find_total
from reportedly.annotate.facts.lexicon import (
    ACTS,
    COUNT,
    HE,
    OLDEST_YEARS,
    PARENT,
    POSTS,
    SHE,
    count_of,
)
from reportedly.annotate.facts.people import Person
from reportedly.annotate.facts.setting import Found, Setting
from reportedly.offsets import Span, within_any

#: "A 52-year-old" is brought in as somebody new.
_YEAR_OLD = re.compile(rf"the\s+(?:now\s+)?(?P<age>{COUNT})[ -]years?[ -]old\b", re.I)
#: "The author, 46, has", "the Redland manager, 38, told": digits between commas, and a verb or
#: "who" behind, for a number may be anything.
_BEHIND = re.compile(
    rf"(?i:the)\s+(?P<noun>[^,.;:\n]{{2,60}}),\s+(?:aged\s+)?(?P<age>\d{{2}})(?=,\s+{ACTS}\b|,\s+and\s+(?:[A-Z]|his\b|her\b))"
)
#: "The Redland manager, 38,": a body's name before one of its posts.
_POST_OF_BODY = re.compile(rf"(?:[A-Z][\w'&-]*\s+)+(?:[a-z-]+\s+)?(?:{'|'.join(sorted(POSTS))})")
#: "The divorcee, 50, lost her seat.": a paragraph that goes on about whom the one before names.
_OPENING = re.compile(
    rf"(?<=\n)(?P<the>The)\s+(?P<noun>(?:[a-z][a-z-]*\s+){{0,2}}[a-z][a-z-]+),\s+(?P<age>\d{{2}}),\s+(?={ACTS}\b)"
)
#: Whom such words may mean whose name nobody gives.
_ANYBODY = re.compile(
    r"\b(?:\w*man|\w*woman|boy|girl|teen\w*|youth|victim|suspect|defendant|accused|patient|source|insider"
    r"|friend|pal|mate|neighbou?r|witness|bystander|driver|passenger|cyclist|motorist|pedestrian|resident"
    r"|caller|customer|passer-by|son|daughter|husband|wife|partner|brother|sister|mother|father|mum|mom"
    r"|dad|gran\w*|uncle|aunt|niece|nephew|cousin|couple|child|baby|pair|trio|ex|lover|girlfriend|boyfriend)\b",
    re.IGNORECASE,
)
#: Before "a driver" of what somebody is.
_SAID_TO_BE = re.compile(r"(?:,|\b(?:is|was|as|became|been|be))\s+\Z", re.IGNORECASE)
_SAID_CHARS = 12
_AGE_BESIDE = re.compile(r",?\s+\(?(?:aged\s+|who\s+is\s+|also\s+)?\d\d\b|\s+is\s+\d\d\b")
#: How far back the only name may stand: two or three sentences.
REACH_CHARS = 300
_PARENT_OF = re.compile(rf"the\s+(?:[\w-]+\s+){{0,2}}?(?P<kin>{PARENT})[ -]of[ -]\w+", re.I)
#: Somebody whom the article brings in as no more than a parent.
_A_PARENT = re.compile(rf"\b(?:an?|another|two|three)\s+(?:[\w-]+\s+){{0,4}}?{PARENT}", re.I)
_MOTHERS = frozenset(("mother", "mum", "mom"))
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
            holder = _find_protagonist(setting, place, parent["kin"].lower()) or place
            yield _found(holder, "children", children, parent.end())
    yield from _of_only_named(setting)
    named = (p for p in setting.people.places if p.form == "nominal")
    for place in (*setting.people.nameless, *named):
        behind = _BEHIND.match(setting.view, place.span[0])
        # A description may go on behind its age: "the actress, 39, who sang".
        ends = behind and (
            place.span[1] == behind.end("noun") or place.span[1] >= behind.end("age")
        )
        if behind is None or not ends or _is_named_in(setting, place, behind.span("noun")):
            continue
        named_one = setting.people.name_of(place.cluster)
        if named_one and _is_brought_in(setting, behind["noun"], place.span[0]):
            continue
        years = _age(behind["age"])
        if years and int(years) >= _YOUNGEST_BEHIND:
            yield _found(place, "age", years, behind.end("age") - place.span[0])
            if _POST_OF_BODY.fullmatch(behind["noun"]):
                post = setting.words(behind.span("noun"))
                yield _found(place, "role", post, behind.end("noun") - place.span[0])


def _find_protagonist(setting: Setting, place: Person, kin: str) -> Person | None:
    """Whom "the mum of three" means in an article that has spoken of one woman only so far: what it
    says of her may be wrong, so that no other article could say whose it is."""
    if kin == "parent" or _A_PARENT.search(setting.view, 0, place.span[0]):
        return None
    own, other = (SHE, HE) if kin in _MOTHERS else (HE, SHE)
    only = setting.people.find_only_called((0, place.span[0]), own, other)
    begun = setting.sentence(place.span[0])[0]
    said = any(s.mode == "direct" and within_any(place.span, s.content) for s in setting.statements)
    if only is None or said or only.span[0] >= begun:
        return None  # a sentence that names her as well tells the two apart
    return replace(place, cluster=only.cluster)


def _of_only_named(setting: Setting) -> Iterator[Found]:
    """ "The divorcee, 50, lost" at the start of a paragraph, where coreference does not say who
    that is: the only person whom the words before it name."""
    for told in _OPENING.finditer(setting.view):
        start, years = told.start("the"), _age(told["age"])
        if not years or int(years) < _YOUNGEST_BEHIND or _ANYBODY.search(told["noun"]):
            continue
        if _is_brought_in(setting, told["noun"], start):
            continue
        meant = setting.people.find_starting(start)
        only = setting.people.find_only((max(0, start - REACH_CHARS), start))
        if meant or only is None or setting.people.names_in(told.span("noun")):
            continue
        if not _has_told_age(setting, only) and _fits(setting, only, told["noun"].split()[-1]):
            holder = Person((start, told.end("age")), only.cluster, "nominal", _CONFIDENCE)
            yield _found(holder, "age", years, told.end("age") - start)


def _is_brought_in(setting: Setting, noun: str, at: int) -> bool:
    """True where "the driver" at `at` can be "a driver" of whom the article spoke before, and not
    what it said somebody is: "Tom Roe, a driver, …"."""
    word = re.escape(noun.split()[-1])
    brought = re.finditer(
        rf"\b(?:an?|another|one|two)\s+(?:[\w'-]+\s+){{0,4}}{word}\b",
        setting.view[:at],
        re.IGNORECASE,
    )
    return any(
        not _SAID_TO_BE.search(setting.before(each.start(), _SAID_CHARS)) for each in brought
    )


def _has_told_age(setting: Setting, person: Person) -> bool:
    """True for whom the article gives an age beside the name."""
    return any(
        _AGE_BESIDE.match(setting.view, place.span[1])
        for place in setting.people.names
        if place.cluster == person.cluster
    )


def _fits(setting: Setting, person: Person, noun: str) -> bool:
    """False for "the actress" and somebody who is "he", or whose name is a man's."""
    she, he = frozenset({"she", "her"}), frozenset({"he", "him", "his"})
    for nouns, own, other in ((FEMALE_NOUNS, she, he), (MALE_NOUNS, he, she)):
        if noun.lower() in nouns:
            return setting.people.may_be(person, own) and not setting.people.is_spoken_of(
                person.cluster, other
            )
    return True


def _is_named_in(setting: Setting, place: Person, noun: Span) -> bool:
    """True for "the author of Harbour Lights, 41," where the book was taken for its author."""
    return any(name.cluster == place.cluster for name in setting.people.names_in(noun))


def _found(place: Person, attribute: str, value: str, length: int) -> Found:
    span = (place.span[0], place.span[0] + length)
    return Found(place, attribute, value, span, _CONFIDENCE * min(1.0, place.confidence / 0.9))


def _age(text: str) -> str | None:
    years = count_of(text)
    return str(years) if years and 1 < years <= OLDEST_YEARS else None
