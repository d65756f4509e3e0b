"""When couples married, parted and were divorced: dates told, and years counted on anniversaries.

A date whose year the article leaves open is given as a TIMEX value ("XXXX-06-03"), years counted
on such a day as an ISO 8601 interval that ends on it ("P14Y/XXXX-06-21"): once the article is
dated, the pile closes them.
"""

import re
from collections.abc import Iterable, Iterator

from reportedly.annotate.dates import numbers
from reportedly.annotate.facts.couples import (
    THE_COUPLE,
    Pair,
    find_meant,
    find_pair,
    told_of,
)
from reportedly.annotate.facts.lexicon import COUNT, FINAL, count_of
from reportedly.annotate.facts.setting import Found, Setting
from reportedly.model import Timex
from reportedly.offsets import Span, trim

_THEY = r"(?:they|the\s+(?:couple|pair|two|duo|exes|newlyweds|lovebirds))"
#: Words of a clause, up to where another one may begin.
_REST = r"(?P<rest>[^.;:\n]{0,90})"
_MARRIED = re.compile(
    rf"\b{_THEY}(?:,\s+both\s+{COUNT},|,?\s+who)?\s+(?:were\s+|got\s+)?(?:married|wed|tied\s+the\s+knot)\b(?!\s+to\b)(?!\s+for\b){_REST}"
    rf"|(?<=,)\s+(?:were|got)\s+married\b(?!\s+to\b){_REST.replace('rest', 'after')}"
    rf"|(?<=[a-z])\s+were\s+married\b(?!\s+to\b){_REST.replace('rest', 'plain')}",
    re.IGNORECASE,
)
_DIVORCED = re.compile(
    rf"\b(?:the|their)\s+divorce\s+(?:was|became|had\s+been)\s+(?:made\s+)?"
    rf"{FINAL}{_REST}"
    rf"|'s?\s+divorce\s+(?:was|became|had\s+been)\s+(?:made\s+)?{FINAL}"
    rf"{_REST.replace('rest', 'whose')}"
    rf"|\b(?:finali[sz]ed|settled|completed)\s+their\s+divorce\b{_REST.replace('rest', 'both')}"
    rf"|\b{_THEY}(?:,?\s+who)?\s+(?:were\s+|got\s+)?divorced\b{_REST.replace('rest', 'after')}"
    r"|\bmarriage\s+(?:of|between)\s+[^.;:\n]{1,120}?\s(?:was|has\s+been)\s+(?:dissolved|annulled)\b"
    rf"{_REST.replace('rest', 'dissolved')}"
    r"|\bmarriage\s+(?:was|has\s+been)\s+(?:dissolved|annulled)\b"
    rf"{_REST.replace('rest', 'ended')}"
    r"|\b(?:were|was|been)\s+granted\s+(?:an?|their|the)\s+(?:\w+\s+)?(?:divorce|decree\s+(?:nisi|absolute))\b"
    rf"{_REST.replace('rest', 'granted')}",
    re.IGNORECASE,
)
_APART = re.compile(
    r"\b(?:lived|been\s+living|living|been)\s+apart\s+(?:since\s+)(?P<rest>[^.;:\n]{0,40})"
    r"|\b(?:not|ha(?:ve|s|d)n'?t)\s+(?:shared|lived\s+(?:together|under))\b[^.;:\n]{0,30}?\s+since\s+"
    r"(?P<after>[^.;:\n]{0,40})"
    rf"|\b{_THEY}\s+(?:have\s+|had\s+)?(?:split(?:\s+up)?|separated|parted|broke\s+up)\s+(?=(?:in|on)\s)(?P<they>[^.;:\n]{{0,40}})"
    r"|\b(?:have|had|been)\s+(?:been\s+)?separated\s+since\s+(?P<plain>[^.;:\n]{0,40})",
    re.IGNORECASE,
)
_YEARS_MARRIED = re.compile(
    rf"\b{_THEY}\s+(?:will\s+have|would\s+have|have|had)\s+been\s+married\s+(?:for\s+)?"
    rf"(?P<count>{COUNT})\s+years",
    re.IGNORECASE,
)
_ANNIVERSARY = re.compile(
    r"\b(?:their|the\s+couple's)\s+(?P<nth>[\w-]{3,20})\s+(?:wedding\s+)?anniversary\b",
    re.IGNORECASE,
)
#: Without the name behind it; with one the tie is told of the two by name.  Whose ex it is of whom
#: the article tells no tie, the pile may know.
_FORMER = re.compile(
    r"\b(?:her|his)\s+(?:(?:former\s+|ex-)(?:husband|wife)|ex(?=\s|[.,;:!?\"]))"
    r"(?!,?\s+(?:the\s+[a-z]+\s+)?(?-i:[A-Z]))(?!\s+(?:boyfriend|girlfriend|partner|boss|manager|team"
    r"|club|colleague|agent))",
    re.IGNORECASE,
)
#: "He calls her his ex already" is what somebody says, not what they are.
_CALLED = re.compile(
    r"\b(?:call|consider|think|see|treat|introduc)\w*\s+[^.;:\n]{0,20}\Z", re.IGNORECASE
)
_CALLED_CHARS = 35
_NEW = re.compile(r"\b(?:new|second|third|current|present)\s+(?:wife|husband)\b")
_WEDDING = re.compile(r"\bwedding\b|\bmarri", re.IGNORECASE)
_BARE_MONTH = re.compile(r"\d{4}-(\d\d)\Z")
#: Behind another verb a month is that of something else.
_VERB = re.compile(r"\b(?:have|has|had|been|was|were|since|until|and)\b", re.IGNORECASE)
#: "She wed the 35-year-old keeper on 5 May 2010", of one of the couple whom the article joins.
_WED_HIM = re.compile(
    rf"(?<=\s)(?P<who>s?he)\s+(?:wed|married)\s+(?:the|her|his)\s+"
    rf"(?:(?P<age>{COUNT})[ -]years?[ -]old\s+)?"
    r"(?:[a-z-]+\s+){0,2}[a-z-]+\s+(?=(?:on|in)\s)(?P<rest>[^.;:\n]{0,60})"
)
_CONFIDENCE = 0.9


def find_weddings(setting: Setting, married: Iterable[Pair]) -> Iterator[Found]:
    """Dates of weddings, separations and divorces of the couple that an article is about."""
    known = sorted(married)
    pair = find_pair(setting, known)
    for pattern, attribute in (
        (_MARRIED, "marriage_date"), (_DIVORCED, "divorce_date"), (_APART, "separation_date")
    ):  # fmt: skip
        for matched in pattern.finditer(setting.view):
            group = next(name for name, words in matched.groupdict().items() if words is not None)
            found = _find_date(setting, matched.span(group))
            if found:
                value, end = found
                span = trim(setting.view, (matched.start(), end))
                # "The marriage of Ann Doe and Tom Roe was dissolved" names the two itself.
                meant = find_meant(setting, pair, known, end)
                yield from told_of(meant, attribute, value, span, _CONFIDENCE)
    yield from _wed_him(setting, pair)
    yield from _counted(setting, pair)
    yield from _former(setting, pair if pair and known else None)


def _wed_him(setting: Setting, pair: Pair | None) -> Iterator[Found]:
    """The wedding of one who is "she" and one who is described, and the age of that one."""
    for matched in _WED_HIM.finditer(setting.view) if pair else ():
        who = setting.people.find_starting(matched.start("who"), "pronoun")
        other = [person for person in pair or () if who and person.cluster != who.cluster]
        found = _find_date(setting, matched.span("rest"))
        if who is None or len(other) != 1 or found is None:
            continue
        value, end = found
        span = (matched.start("who"), end)
        yield from told_of(pair, "marriage_date", value, span, _CONFIDENCE)
        if matched["age"] and (years := count_of(matched["age"])):
            aged = (matched.start("age"), matched.start("rest"))
            yield Found(other[0], "age", str(years), trim(setting.view, aged), 0.85)


def _find_date(setting: Setting, rest: Span) -> tuple[str, int] | None:
    """The date in a clause, with the month of a second expression where the first has the year:
    "two years later, on a Saturday in June"."""
    times = [t for t in setting.timexes if rest[0] <= t.span[0] < rest[1] and t.type == "DATE"]
    dated = [t for t in times if re.match(r"[\dX]{4}(?:-|\Z)", t.value) and t.value != "XXXX"]
    if not dated:
        return None
    first = dated[0]
    if len(first.value) == 4 and len(dated) > 1:
        own = (
            t
            for t in dated[1:]
            if not re.search(r"\d{4}", setting.view[slice(*t.span)])
            and not _VERB.search(setting.view[first.span[1] : t.span[0]])
        )
        month = next((m for t in own if (m := _BARE_MONTH.match(t.value))), None)
        if month:
            return f"{first.value}-{month[1]}", dated[-1].span[1]
    return first.value, first.span[1]


def _counted(setting: Setting, pair: Pair | None) -> Iterator[Found]:
    for matched in _YEARS_MARRIED.finditer(setting.view):
        years = count_of(matched["count"])
        if years:
            yield from _since(setting, pair, matched.span(), years)
    for matched in _ANNIVERSARY.finditer(setting.view):
        sentence = setting.sentence(matched.start())
        nth = _ordinal(matched["nth"])
        if nth and _WEDDING.search(setting.view[slice(*sentence)]):
            yield from _since(setting, pair, matched.span(), nth)


def _ordinal(word: str) -> int | None:
    digits = re.match(r"(\d{1,2})(?:st|nd|rd|th)\Z", word)
    if digits:
        return int(digits[1])
    try:
        return numbers.ordinal_of(word.lower())
    except (KeyError, ValueError):
        return None


def _since(setting: Setting, pair: Pair | None, words: Span, years: int) -> Iterator[Found]:
    """The wedding day, counted back from the day on which so many years are complete."""
    time = _find_anniversary(setting, words)
    if time is None:
        return
    span = min(words[0], time.span[0]), max(words[1], time.span[1])
    day = time.earliest if time.earliest and time.earliest == time.latest else None
    value = f"P{years}Y/{time.value[:10]}"
    if day:
        value = f"{int(day[:4]) - years:04d}{day[4:]}"
    yield from told_of(pair, "marriage_date", value, span, _CONFIDENCE)


def _find_anniversary(setting: Setting, words: Span) -> Timex | None:
    """The day named in the sentence, to which the years are counted: one, and a whole day."""
    sentence = setting.sentence(words[0])
    times = [
        t
        for t in setting.timexes
        if sentence[0] <= t.span[0] and t.span[1] <= sentence[1] and t.type == "DATE"
        and re.match(r"[\dX]{4}-[\dX]{2}-[\dX]{2}|XXXX-WXX-\d", t.value)
    ]  # fmt: skip
    return times[0] if len(times) == 1 else None


def _former(setting: Setting, pair: Pair | None) -> Iterator[Found]:
    """ "Her former husband" of a couple that is told as one, or of somebody whom the pile knows."""
    # Who has a new wife is not divorced from her.
    if pair and _NEW.search(setting.view):
        pair = None
    for matched in _FORMER.finditer(setting.view):
        if _CALLED.search(setting.before(matched.start(), _CALLED_CHARS)):
            continue
        owner = setting.people.find_starting(matched.start(), "pronoun")
        if owner and (pair is None or owner.cluster not in {p.cluster for p in pair}):
            yield Found(owner, "former_spouse", THE_COUPLE, matched.span(), 0.8)
            continue
        if pair is None:
            yield Found(THE_COUPLE, "former_spouse", THE_COUPLE, matched.span(), 0.8)
            continue
        for one, other in (pair, pair[::-1]):
            name = setting.people.name_of(other.cluster)
            yield Found(one, "former_spouse", name, matched.span(), 0.85)
