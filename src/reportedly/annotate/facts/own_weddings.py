"""Weddings told of one alone: "We got married in 2009", by whoever says so, and "Ann Doe, 34, who
was born in Quill and wed the tycoon in 2010".

In: the article's people, its statements and its parse.  Out: the day of the wedding, of that one:
whom somebody wed in earlier years need not be the one of now.
"""

import re
from collections.abc import Iterator

from reportedly.annotate.facts.careers import find_subject
from reportedly.annotate.facts.people import Person
from reportedly.annotate.facts.setting import Found, Setting
from reportedly.annotate.facts.times import DATE_VALUE
from reportedly.offsets import Span

_WE = re.compile(
    r"\b[Ww]e\s+(?:were\s+|got\s+)?(?:married|wed)\s+(?=(?:in|on)\s)"
    r"|\b[Ww]e\s+(?:tied\s+the\s+knot|got\s+hitched)\s+(?=(?:in|on)\s)"
)
#: "Wed the tycoon in 2010": whom, a common noun says; a vicar marries the couple.
_WED_ONE = re.compile(
    r"\b(?P<verb>wed|married)\s+(?:the|her|his)\s+(?:(?:\d{1,3}-year-old|[a-z][\w'-]*)\s+){0,3}?"
    r"(?!couple|pair|two\b|duo|lovebirds|lovers)[a-z]\w+\s+"
    r"(?:(?:in|at)\s+an?\s+(?:[a-z-]+\s+){0,3}|(?=(?:in|on)\s))"
)
_IN = re.compile(r"(?:(?:in|on)\s+(?:the\s+)?)?", re.IGNORECASE)
#: "If she wed the tycoon in 2010", "she never wed".
_UNREAL = re.compile(r"\b(?:if|whether|never|not|would|almost|nearly|had)\b|n't\b", re.IGNORECASE)
_CONFIDENCE = 0.85


def find_own_weddings(setting: Setting) -> Iterator[Found]:
    """Dated weddings of somebody whose other one the words do not name."""
    for _, matched, person in setting.spoken(_WE):
        yield from _dated(setting, person, matched.span())
    for matched in _WED_ONE.finditer(setting.view):
        begun = setting.sentence(matched.start())[0]
        if _UNREAL.search(setting.view, begun, matched.start()):
            continue
        tokens = setting.document.parse.tokens_in(matched.span("verb"))
        verb = next((t for t in tokens if t.pos == "VERB"), None)
        # "Who was born in Quill and wed": the subject of both.
        subjects = (find_subject(setting, verb, passive=p) for p in (False, True)) if verb else ()
        if one := next(filter(None, subjects), None):
            yield from _dated(setting, one, matched.span())


def _dated(setting: Setting, person: Person, words: Span) -> Iterator[Found]:
    """The wedding of `person` on the day behind the words."""
    at = _IN.match(setting.view, words[1])
    time = next((t for t in setting.timexes if at and t.span[0] == at.end()), None)
    if time and time.type == "DATE" and DATE_VALUE.fullmatch(time.value):
        span, confidence = (words[0], time.span[1]), _CONFIDENCE * person.confidence
        yield Found(person, "marriage_date", time.value, span, confidence)
