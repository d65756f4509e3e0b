"""Where somebody lives: "who lives in Chicago", "Ann Doe, of Springfield,", "a resident of …"."""

import re
from collections.abc import Iterable, Iterator

from reportedly.annotate.facts.couples import Pair, find_pair, told_of
from reportedly.annotate.facts.lexicon import STREET
from reportedly.annotate.facts.places import find_place, find_place_or_name
from reportedly.annotate.facts.setting import Found, Setting

_LIVES = (
    r"(?:,\s+\d{1,3},|\s*\(\d{1,3}\))?,?\s+(?:(?:who\s+)?(?:(?:(?:was\s+born|grew\s+up|was\s+raised)\s+in"
    r"|(?:comes|hails|is)\s+from)\s+[A-Z][\w' -]{1,40}?,?\s+(?:and|but)\s+)?"
    r"(?:now\s+|still\s+)?(?:lives|resides)\s+"
    r"(?:in\s+an?\s+(?:[a-z-]+\s+){1,3})?(?:in|at|near)"
    r"|(?:who\s+)?has\s+(?:since\s+|now\s+)?moved\s+to"
    r"|(?:is\s+)?a(?:\s+longtime|\s+lifelong)?\s+resident\s+of)\s+"
)
#: "Has sold four million records and lives in a flat in Lisbon".
_ALSO_LIVES = (
    r"(?:,\s+(?:now\s+)?\d{1,3},)?\s[^.;:\n,]{3,70}\s+and\s+(?:now\s+|still\s+)?lives\s+"
    r"(?:in\s+an?\s+(?:[a-z-]+\s+){1,3})?(?:in|near)\s+"
)
#: "Ann Doe, 33, of Elm Road, Hexby," and, as local papers say who somebody is, "Tom Roe, 38, from
#: Hexby,".
_IN_STREET = rf"{STREET}(?:in\s+)?"
_OF = r",\s+(?:(?:\d{1,3},\s+)?of|\d{1,3},\s+from)\s+"
#: Without "since" it may be long ago.
_HAS_LIVED = r",?\s+(?:who\s+)?has\s+lived\s+(?:in|at|near)\s+"
_SINCE = re.compile(r"\s+(?:since|for)\b")
#: "They have two children, Tom and Lee, and live at Quill House".
_COUPLE = re.compile(
    r"\b(?:[Tt]he\s+(?:couple|pair)|They|[Tt]he\s+two)\b(?=[^.;:\n]{0,120}?\blive\s)"
)
#: Not past others who may live there, nor of a wish.
_THEY_LIVE = (
    r"(?:(?!\b(?:who|that|which|where|whose|would|will|to|if|used|friends|parents)\b)[^.;:\n]){0,120}?"
    r"\blive\s+(?:in\s+an?\s+(?:[a-z-]+\s+){1,3})?(?:in|at|near)\s+"
)
#: How far back the two must have been named.
_REACH_CHARS = 600


def find_residences(setting: Setting, couples: Iterable[Pair] = ()) -> Iterator[Found]:
    """Places where named persons live now.

    Args:
        couples: the pairs of whom the article says that they are married.
    """
    yield from _of_couple(setting, sorted(couples))
    for person in setting.people.places:
        end = person.span[1]
        place = find_place_or_name(setting, (end, end + 120), _LIVES)
        if place is None:
            place = find_place_or_name(setting, (end, end + 90), _HAS_LIVED)
            place = place if place and _SINCE.match(setting.view, place[1]) else None
        if place is None and person.form != "nominal":
            place = find_place(setting, (end, end + 160), _ALSO_LIVES)
            # Somebody else may be the one who lives there.
            if place and setting.people.names_in((end, place[0])):
                place = None
        if place is None and person.form == "name":
            place = find_place(setting, (end, end + 60), _OF) or find_place_or_name(
                setting, (end, end + 90), _OF + _IN_STREET
            )
            if place and setting.view[place[1] : place[1] + 1] not in (",", "."):
                place = None
        if place:
            span = (person.span[0], place[1])
            yield Found(person, "residence", setting.words(place), span, 0.93 * person.confidence)


def _of_couple(setting: Setting, couples: list[Pair]) -> Iterator[Found]:
    """Where "they" live, of the one couple that was named last."""
    pair = find_pair(setting, couples) if couples else None
    for they in _COUPLE.finditer(setting.view) if pair else ():
        place = find_place_or_name(setting, (they.end(), they.end() + 200), _THEY_LIVE)
        near = setting.people.names_in((max(0, they.start() - _REACH_CHARS), they.start()))
        named = list(dict.fromkeys(person.cluster for person in reversed(near)))[:2]
        if place and pair and {person.cluster for person in pair} == {*named}:
            words = setting.words(place)
            yield from told_of(pair, "residence", words, (they.start(), place[1]), 0.85)
