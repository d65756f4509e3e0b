"""How old somebody was when something happened: "got her first part at 17, in 2004", "was 19 when
he joined the navy in 1987"; and how old somebody is who "has retired at the age of 35".

In: the article's plain view, its people and times.  Out: ages as of the year that the sentence
names, one and no other; or as of now.
"""

import re
from collections.abc import Iterator

from reportedly.annotate.facts.lexicon import COUNT, TITLE, count_of
from reportedly.annotate.facts.people import Person
from reportedly.annotate.facts.setting import Found, Setting, When
from reportedly.calendar import interval_from_iso
from reportedly.offsets import Span

_AT = re.compile(
    rf"\b(?:(?P<told>(?:at|from)\s+the\s+(?:\w+\s+)?age\s+of)|at\s+(?:just|only)|(?:at|aged))\s+"
    rf"(?P<age>{COUNT})\b(?=\s*(?:,|\.(?!\d)|\n|\Z|\bwhen\b|\bin\s+\d{{4}}\b|\bafter\b))",
    re.IGNORECASE,
)
_WAS = re.compile(
    rf"\b(?:was|were)\s+(?:just\s+|only\s+|still\s+|barely\s+)?(?P<age>{COUNT})"
    r"(?:\s+years\s+old)?,?\s+when\s+(?:s?he|they)\b",
    re.IGNORECASE,
)
#: Between the subject and the age nobody else acts.
_OTHER = re.compile(
    r"[;:\"()]|\b(?:whose|that|said|says|told|because|while)\b|(?<=\w)'s?\s"
    r"|\b(?:mother|father|mum|mom|dad|parents?|son|daughter|child|children|brother|sister|wife|husband"
    r"|widow|widower|partner|uncle|aunt|cousin|friend|grand\w+|company|firm|team)\b",
    re.IGNORECASE,
)
_HAS = re.compile(
    r"(?:,[^.;:\n]{1,60},|,)?\s+(?:has|is\s+to|will)\s+(?!been\b|had\b)(?![^,;]*\b(?:since|ever|once)\b)"
)
_TITLES = re.compile(rf"[\"']?\s*{TITLE}?\Z")
_IN_YEAR = re.compile(rf"(?:In|On|By)\s+[\w ]{{4,24}},\s+{TITLE}?\Z")
_DATELINE = re.compile(r"[A-Z][A-Z .'-]+,[^\n]{2,60}\s[-–—]+\s+")
#: Nobody younger is told of so, and nobody older marks a year with it.
_YOUNGEST, _OLDEST = 4, 95
_CONFIDENCE = 0.85


def find_ages_then(setting: Setting) -> Iterator[Found]:
    """Ages in a year that the sentence names, in order of the text."""
    for told in sorted((*_AT.finditer(setting.view), *_WAS.finditer(setting.view)), key=_place):
        years = count_of(told["age"])
        sentence = setting.sentence(told.start())
        person = _find_subject(setting, sentence[0], told.start())
        if person is None or years is None or not _YOUNGEST <= years <= _OLDEST:
            continue
        when = _find_when(setting, person, told, sentence)
        if when is not None:
            span = (person.span[0], told.end("age"))
            confidence = _CONFIDENCE * min(1.0, person.confidence)
            yield Found(person, "age", str(years), span, confidence, when)


def _place(told: re.Match[str]) -> Span:
    return told.span()


def _find_when(
    setting: Setting, person: Person, told: re.Match[str], sentence: Span
) -> When | None:
    """The one year of the sentence; now for "has retired at the age of 35" of a dated article."""
    times = [
        t
        for t in setting.timexes
        if sentence[0] <= t.span[0] and t.span[1] <= sentence[1]
        and not (t.span[0] < told.end() and told.start() < t.span[1])
    ]  # fmt: skip
    later = [t for t in times if t.span[0] > person.span[0]]
    if told.groupdict().get("told") and not later and _HAS.match(setting.view, person.span[1]):
        return "now"
    if len(times) != 1 or times[0].type != "DATE" or not re.match(r"\d{4}\b", times[0].value):
        return None
    return interval_from_iso(times[0].earliest, times[0].latest)


def _find_subject(setting: Setting, start: int, end: int) -> Person | None:
    """Whom the sentence begins with, if it names nobody else before `end`."""
    places = [
        p for p in (*setting.people.places, *setting.people.nameless) if start <= p.span[0] < end
    ]
    first = min(places, key=lambda p: (p.span[0], p.span[0] - p.span[1]), default=None)
    before = setting.view[start : first.span[0]] if first else ""
    if first is None or first.span[1] > end or not (
        _TITLES.match(before) or _IN_YEAR.fullmatch(before) or _DATELINE.fullmatch(before)
    ):  # fmt: skip
        return _find_only_pronoun(setting, start, end)
    others = {p.cluster for p in setting.people.names_in((first.span[1], end))} - {first.cluster}
    if others or _OTHER.search(setting.view[first.span[0] : end]):
        return None
    return first


def _find_only_pronoun(setting: Setting, start: int, end: int) -> Person | None:
    """Whom "she" means in "The star got her first part at 17", where nobody is named."""
    if setting.people.names_in((start, end)):
        return None
    told = [p for p in setting.people.places if start <= p.span[0] < end and p.form == "pronoun"]
    one = len({p.cluster for p in told}) == 1
    return told[0] if one and not _OTHER.search(setting.view[start:end]) else None
