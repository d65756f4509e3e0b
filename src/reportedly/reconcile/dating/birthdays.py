"""Birthdays as evidence: who was born on 8 June 1986 and "turned 33 on Saturday" dates the page.

In: undated articles, and when the people whom they name were born.  Out: the days around the
birthday on which such words are written.  What the weekday says against it is said in the reason.
"""

import dataclasses
import re
from collections.abc import Iterator
from dataclasses import dataclass

from reportedly.annotate.dates import numbers
from reportedly.annotate.facts.lexicon import COUNT, count_of
from reportedly.calendar import Interval
from reportedly.calendar.ages import birthday
from reportedly.model import Article, DayEvidence
from reportedly.reconcile.dating.agreement import Agreed
from reportedly.reconcile.dating.births import FULL_NAME, Births
from reportedly.reconcile.dating.making import by_its_words, on
from reportedly.reconcile.dating.nearness import Near, Reach, Side, find_near
from reportedly.reconcile.dating.pile import Dated
from reportedly.sentences import sentence_around

NAME = r"(?P<name>[A-Z][\w'’-]*[\w](?:\s+(?:(?:de|van|von|da|di|la|le)\s+)?[A-Z][\w'’-]*\w){0,4})"
_NTH = rf"(?P<nth>{numbers.ORDINAL_WORD}|\d{{1,3}}(?:st|nd|rd|th))"
#: What stands between a name and its verb: an apposition, "who", "has".
WHO = (
    r"(?:\s*\([^)\n]{1,30}\))?(?:,(?!\s+(?:whose|and|but)\b)[^.;:,\n]{1,60},)?(?:,?\s+who)?\s+"
    r"(?:(?:has|have)\s+)?"
)
#: "Will be one of the judges", "turned 30 per cent of …".
_NO_AGE = r"(?!\s*(?:%|per\b|of\b|to\b|(?!years\b)[a-z]{4,}s\b))"
_SOON = r"(?:(?:just|only|recently)\s+)?"
_OWN = r"(?:his|her|their)"
#: "She" is no name, nor is "the singer, who"; of whom they are told stands in the sentences before.
_NAMELESS = re.compile(r"(?:S?he|The\s.+)\Z", re.IGNORECASE)
_SUBJECT = rf"(?:{NAME}|(?P<described>\b[Tt]he\s+(?:[a-z-]+\s+){{0,2}}[a-z-]+)(?=,?\s+who\s))"
_MEANT_CHARS = 250
_PAST = re.compile(rf"{_SUBJECT}{WHO}(?P<soon>{_SOON})turned\s+(?P<age>{COUNT})\b{_NO_AGE}")
_AHEAD = re.compile(
    rf"{_SUBJECT}{WHO}(?:turns|will\s+turn|will\s+be(?:come)?|is\s+to\s+turn|is\s+about\s+to\s+turn"
    rf"|is\s+turning)\s+(?P<age>{COUNT})\b{_NO_AGE}"
)
_TODAY = re.compile(rf"{_SUBJECT}{WHO}is\s+(?P<age>{COUNT})(?=\s+today\b)")
_TURNED: tuple[tuple[re.Pattern[str], Side], ...] = (
    (_PAST, "back"), (_AHEAD, "ahead"), (_TODAY, "either")
)  # fmt: skip
_KEPT = re.compile(
    rf"{_SUBJECT}{WHO}{_SOON}(?P<verb>celebrated|marked|had|celebrates?|marks?|is\s+celebrating"
    rf"|is\s+marking|will\s+(?:celebrate|mark|have)|is\s+to\s+celebrate)\s+{_OWN}\s+{_NTH}\s+birthday\b"
)
_WHOSE = re.compile(rf"{NAME}['’]s?\s+{_NTH}\s+birthday\b")
#: Parties are held days before or after a birthday.
PARTY_DAYS = 7
_PARTY = re.compile(r"\b(?:celebrat|mark|threw|throw|party|toast|cake)\w*\b", re.IGNORECASE)
#: "Has just turned 33"; "is celebrating her birthday"; "celebrated it with a hike", which can be
#: told of a while ago.
_JUST, _NEWS, _CELEBRATED = Near(Reach(0, 92)), Near(Reach(0, 0)), Near(Reach(0, 183))
#: A weekday that the birthday did not have: the day of birth may be off by so much, or the report.
_OFF_DAYS = 7
#: A sentence with a year is no news of the day.
YEAR = re.compile(r"\b(?:1[5-9]|20)\d\d\b")


@dataclass(frozen=True, slots=True)
class _Told:
    """A birthday that an article tells of."""

    name: str
    years: int
    span: tuple[int, int]
    near: Near


def birthday_evidence(dated: Dated, births: Births) -> Iterator[DayEvidence]:
    """Intervals around the birthdays that undated articles speak of."""
    for article in dated.undated() if births.by_key else ():
        for told in (*_turned(article.text), *_celebrated(article.text)):
            found = find_meant(births, told.name, article.text, told.span[0])
            if found and (days := days_of_birthday(found[1].days, told.years)):
                yield _row(article, told, found, days)


def find_meant(births: Births, name: str, text: str, at: int) -> tuple[str, Agreed] | None:
    """Whom the words at `at` mean and when they were born; "she" is the only one named before."""
    if not _NAMELESS.match(name):
        return births.find_named(name, text)
    paragraph = text.rfind("\n", 0, max(0, text.rfind("\n", 0, at))) + 1
    before = text[max(paragraph, at - _MEANT_CHARS) : at]
    named = {name.removesuffix("'s").removesuffix("’s") for name in FULL_NAME.findall(before)}
    known = [found for each in sorted(named) if (found := births.find_named(each, text))]
    return known[0] if len(named) == 1 == len(known) else None


def days_of_birthday(birth: Interval, years: int) -> Interval | None:
    """The days on which who was born in `birth` can turn so many years; None after 9999."""
    try:
        return Interval(*(d and birthday(d, years) for d in (birth.earliest, birth.latest)))
    except ValueError:
        return None


def _turned(text: str) -> Iterator[_Told]:
    for pattern, side in _TURNED:
        for matched in pattern.finditer(text):
            near = find_near_in(text, matched.span(), side) if _is_news(text, matched) else None
            if near is None and matched.groupdict().get("soon", "").strip():
                near = _JUST
            if near and (years := count_of(matched["age"])):
                span = (matched.start(), matched.end() + near.end)
                yield _Told(_subject(matched), years, span, near)


def _celebrated(text: str) -> Iterator[_Told]:
    for matched in (*_KEPT.finditer(text), *_WHOSE.finditer(text)):
        verb = _verb(text, matched)
        if not _is_news(text, matched) or (years := _ordinal(matched["nth"])) is None:
            continue
        near = find_near_in(text, matched.span(), _side(verb))
        if near is None and verb:
            near = _NEWS if verb.startswith("is ") else _CELEBRATED
        if near:
            reach = Reach(near.reach.first - PARTY_DAYS, near.reach.last + PARTY_DAYS)
            span = (matched.start(), matched.end() + near.end)
            kept = dataclasses.replace(near, reach=reach, weekday=None, month=None)
            yield _Told(_subject(matched), years, span, kept)


def _subject(matched: re.Match[str]) -> str:
    groups = matched.groupdict()
    return groups["name"] or groups["described"]


def _is_news(text: str, matched: re.Match[str]) -> bool:
    return YEAR.search(text[slice(*sentence_around(text, matched.span()))]) is None


def _verb(text: str, matched: re.Match[str]) -> str:
    """How a birthday is kept: the verb in the words, or one before them in the sentence."""
    if verb := matched.groupdict().get("verb"):
        return str(verb).lower()
    before = text[sentence_around(text, matched.span())[0] : matched.start()]
    kept: list[str] = _PARTY.findall(before)
    return kept[-1].lower() if kept else ""


def _side(verb: str) -> Side:
    if verb in ("celebrated", "marked", "had", "threw", "toasted"):
        return "back"
    return "ahead" if verb.startswith(("will", "is to")) else "either"


def find_near_in(text: str, span: tuple[int, int], side: Side) -> Near | None:
    """The words for the day of what is told in `span`: behind it, or where its sentence begins."""
    start, end = sentence_around(text, span)
    if near := find_near(text[span[1] : end], side):
        return near
    opening = find_near(text[start : span[0]], side, at_most=0)
    return dataclasses.replace(opening, end=0) if opening else None


def _ordinal(words: str) -> int | None:
    try:
        return numbers.ordinal_of(words)
    except ValueError:
        return None


def _row(article: Article, told: _Told, who: tuple[str, Agreed], days: Interval) -> DayEvidence:
    name, agreed = who
    reach, against = told.near.reach, _against(told.near, days)
    if against:
        reach = Reach(reach.first - _OFF_DAYS, reach.last + _OFF_DAYS)
    around = reach.around(told.near.find_named(days) or days)
    why = f"{name} was {born(agreed)}{against}"
    return by_its_words("birthday", article, told.span, around, why)


def _against(near: Near, days: Interval) -> str:
    """What the words for the day have that the birthday has not."""
    if near.weekday and days.exact_day and f"{days.exact_day:%A}" != near.weekday:
        return f", although that birthday was a {days.exact_day:%A}"
    if near.find_named(days) is None:
        return ", although no such birthday was then"
    return ""


def born(agreed: Agreed) -> str:
    """When somebody was born, and by how many articles, in words."""
    when = f"born {on(agreed.days)}"
    if agreed.agreeing < agreed.sources:
        return f"{when} by {agreed.agreeing} of {agreed.sources} other articles"
    return when
