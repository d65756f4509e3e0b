"""When two met, became engaged, married or were divorced, told with their names or as a couple.

In: the article's people and expressions of time, and the pairs it tells ties of.  Out: a dated fact
for each of the two.  "They met" of two who are no couple is left alone.
"""

import re
from collections.abc import Iterable, Iterator, Mapping

from reportedly.annotate.facts.couples import Pair, find_pair, joined, told_of
from reportedly.annotate.facts.lexicon import APPOSITION, COUNT, KNOT, QUIETLY, TITLE
from reportedly.annotate.facts.people import Person
from reportedly.annotate.facts.setting import Found, Setting
from reportedly.annotate.facts.times import DATE_VALUE
from reportedly.annotate.facts.unions import is_trade
from reportedly.calendar import interval_from_iso
from reportedly.offsets import Span, trim

#: The rest of the clause, where the date stands; another verb may have a date of its own.
_REST_CHARS = 60
_CLAUSE_END = re.compile(
    r"[.;:\n(]|,?\s+(?:and|but|after|before|when|while|though|until|who|which|a\s+year|\w+\s+years?)\b"
)
_THEY = r"\b(?:they|the\s+(?:couple|pair|two))\s+(?:have\s+|had\s+)?(?:first\s+)?"
_EVENTS = {
    "meeting_date": r"met(?!\s+with\b)",
    "engagement_date": r"(?:got|became|were)\s+engaged|announced\s+their\s+engagement",
    "marriage_date": r"been\s+married\s+since",
}
#: By the couple: "they met in 2012", "the couple have been married since 2009".
_BY_COUPLE = {
    attribute: re.compile(f"{_THEY}(?:{words})", re.IGNORECASE)
    for attribute, words in _EVENTS.items()
}
#: A comma closes a name before its verb: "and her husband, Tom Roe, met", "Ann Doe, 44, who wed".
_COMMA = r"(?:,(?:\s+\d{1,3},)?|\s*\(\d{1,3}\))?"
_WHO = rf"(?:,\s+\d{{1,3}}(?=,))?{APPOSITION},?(?:\s+who)?"
#: By one of the two: "Ann Doe met Tom Roe in 2012".
_BETWEEN = {
    attribute: re.compile(
        rf"{_WHO}\s+{QUIETLY}(?:{words})\s+(?:(?:his|her)\s+(?:[a-z]+\s+)?(?:wife|husband|partner),\s+)?"
        r"(?P<trade>(?:the\s+)?(?:(?:\d{1,3}-year-old|[a-z][\w-]*)\s+){1,4})?(?=[A-Z])"
    )
    for attribute, words in (
        ("meeting_date", r"(?:first\s+)?met(?:\s+(?:his|her)\s+\w+,)?"),
        ("engagement_date", r"(?:got|became|was)\s+engaged\s+to"),
        (
            "marriage_date",
            rf"(?:got\s+)?married|wed|{KNOT}\s+with"
            r"|got\s+hitched\s+(?:to|with)|(?:has\s+been|is)\s+married\s+to",
        ),
        ("divorce_date", r"divorced|was\s+divorced\s+from"),
    )
}
#: By both names: "Ann Doe and Tom Roe met in 2012".
_BY_BOTH = {
    attribute: re.compile(rf"{_COMMA}(?:,?\s+who)?\s+(?:{words})\b")
    for attribute, words in (
        ("meeting_date", r"(?:first\s+)?met(?!\s+with\b)"),
        ("engagement_date", r"(?:got|became|were)\s+engaged"),
        (
            "marriage_date",
            r"(?:met\b[^,.;:\n]{0,50}?\s+and\s+)?(?:(?:got\s+)?married|wed|tied\s+the\s+knot|got\s+hitched"
            r"|exchanged\s+(?:wedding\s+)?vows)"
            r"|have\s+been\s+married\s+since",
        ),
        ("divorce_date", r"(?:were\s+|got\s+)?divorced"),
    )
}
_AND = re.compile(
    r"(?:,\s+\d{1,3},|\s*\(\d{1,3}\))?\s+and\s+(?:(?:his|her)\s+(?:\w+\s+)?(?:husband|wife|partner)"
    rf"(?:\s+of\s+{COUNT}\s+years)?,?\s+(?:the\s+(?:[a-z-]+\s+){{1,3}})?)?"
    rf"{TITLE}?\Z"
)
#: Characters before a name in which "… and her first husband, Mr" stands.
_AND_CHARS = 70
#: Who the other one is, between commas before the date: ", the keeper and now the coach, in 2011".
_OTHER_IS = re.compile(
    r",\s+(?:an?|the|his|her|who|whom|whose|then|now|once|until|formerly|later|also|at\s+the\s+time)\b"
    r"(?:(?!\b(?:and|but)\s+(?:s?he|they|it)\b)[^.;:\n]){1,110}?,\s+(?=(?:in|on)\s)"
)
#: What stands right before the date: of a marriage that lasts "since", of an event "in" or "on".
_SINCE = re.compile(r"\bsince\s+(?:the\s+)?\Z")
#: "In a lavish 2013 bash" is of 2013.
_IN = re.compile(
    r"\b(?:(?:in|on|during|back\s+in)\s+(?:the\s+)?|(?:in|at|during)\s+an?\s+(?:[a-z-]+\s+){0,3})\Z",
    re.IGNORECASE,
)
#: "Divorced last September".
_POINTING = re.compile(r"(?:last|this|earlier\s+this)\s", re.IGNORECASE)
_ALONE = re.compile(
    r"(?:,\s+\d{1,3},)?\s+(?:(?:first|was\s+first|got)\s+)?(?:wed|married|tied\s+the\s+knot)\s+"
    r"(?:with\s+(?:the|her|his)\s+(?:[\w'-]+\s+){1,5}?)?(?:in\s+an?\s+(?:[a-z-]+\s+){0,3}|(?:in|on)\s+)"
)
#: "Ann Doe, whom he married in 2013".
_WHOM = re.compile(
    r",?\s+whom\s+(?P<who>s?he|[A-Z][\w'-]+)\s+(?:had\s+)?(?:married|wed)\s+(?=(?:in|on)\s)"
)
#: What stands around a date that opens a sentence.
_OPENS = re.compile(r"\s*(?:In|On)\s+(?:the\s+)?\|,?\s+")
_LASTS = re.compile(r"\b(?:is|been)\s+married\b")
_CONFIDENCE = 0.88


def find_tie_dates(setting: Setting, tied: Iterable[Pair]) -> Iterator[Found]:
    """Dated meetings, engagements, weddings and divorces; `tied` are the article's couples."""
    pairs = sorted(tied)
    couple = find_pair(setting, pairs)
    known = {_clusters(pair) for pair in pairs}
    for attribute, pattern in _BY_COUPLE.items():
        for matched in pattern.finditer(setting.view):
            # Without a couple of whom the article tells a tie, "they met" is a meeting of anybody.
            if couple and _clusters(couple) in known:
                yield from _dated(setting, couple, attribute, matched.span())
    first_of = {other.span: one for one, other in joined(setting)}
    for person in setting.people.places:
        if person.span not in first_of:
            yield from _wed(setting, person, couple)
        yield from _whom(setting, person)
        for told, attribute, span in _named(setting, person, first_of):
            if attribute != "meeting_date" or _clusters(told) in known:
                yield from _dated(setting, told, attribute, span)


def _wed(setting: Setting, person: Person, couple: Pair | None) -> Iterator[Found]:
    """ "Ann Doe wed in 2009": whom, the words leave open; of a couple it is the other."""
    matched = _ALONE.match(setting.view, person.span[1])
    time = setting.find_time((matched.end(), matched.end() + _REST_CHARS)) if matched else None
    if matched is None or time is None or time.span[0] != matched.end():
        return
    if DATE_VALUE.fullmatch(time.value) and not _find_joined(setting, person):
        span = (person.span[0], time.span[1])
        of_couple = couple and person.cluster in _clusters(couple)
        for each in couple if couple and of_couple else (person,):
            yield Found(each, "marriage_date", time.value, span, 0.85 * person.confidence)


def _whom(setting: Setting, person: Person) -> Iterator[Found]:
    """ "Ann Doe, whom he married in 2013": the wedding of both, and whose wife she became."""
    matched = _WHOM.match(setting.view, person.span[1]) if person.form == "name" else None
    who = _find_who_wed(setting, person, matched.start("who")) if matched else None
    if matched is None or who is None or who.cluster == person.cluster:
        return
    name, words = setting.people.name_of(person.cluster), (person.span[0], matched.end())
    for found in _dated(setting, (who, person), "marriage_date", words):
        yield found
        if found.subject == who:
            when = setting.find_time((words[1], found.span[1]))
            if when:
                days = interval_from_iso(when.earliest, when.latest)
                yield Found(who, "spouse", name, found.span, _CONFIDENCE, days)


def _find_who_wed(setting: Setting, other: Person, at: int) -> Person | None:
    """Whom "he" in "Tom Roe lives with Ann Doe, whom he married" means: the one whom the sentence
    names before; where it names none, the pronoun itself says."""
    start = setting.sentence(other.span[0])[0]
    before = [
        p for p in setting.people.names_in((start, other.span[0])) if p.cluster != other.cluster
    ]
    meant = setting.people.find_starting(at)
    clusters = {p.cluster for p in before}
    if len(clusters) == 1:
        return before[-1]
    return meant if not clusters or (meant and meant.cluster in clusters) else None


def _clusters(pair: Pair) -> tuple[int, int]:
    one, other = pair[0].cluster, pair[1].cluster
    return min(one, other), max(one, other)


def _named(
    setting: Setting, person: Person, first_of: Mapping[Span, Person]
) -> Iterator[tuple[Pair, str, Span]]:
    """The pairs of which a verb after `person` tells, what it tells, and its words."""
    end = person.span[1]
    for attribute, pattern in _BETWEEN.items() if person.form != "nominal" else ():
        matched = pattern.match(setting.view, end)
        other = setting.people.find_starting(matched.end(), "name") if matched else None
        plain = matched and (not matched["trade"] or is_trade(setting, matched.span("trade")))
        if matched and plain and other and other.cluster != person.cluster:
            yield (person, other), attribute, (person.span[0], other.span[1])
    if person.form != "name":
        return
    first = _find_joined(setting, person) or first_of.get(person.span)
    for attribute, pattern in _BY_BOTH.items():
        matched = pattern.match(setting.view, end)
        if matched and first:
            yield (first, person), attribute, (first.span[0], matched.end())


def _find_joined(setting: Setting, second: Person) -> Person | None:
    """Whom "… and" before `second` joins to it."""
    start = max(0, second.span[0] - _AND_CHARS)
    matched = _AND.search(setting.view[start : second.span[0]])
    first = setting.people.find_ending(start + matched.start(), "name") if matched else None
    return first if first and first.cluster != second.cluster else None


def _dated(setting: Setting, pair: Pair, attribute: str, words: Span) -> Iterator[Found]:
    """The fact of both, where the clause after `words` has a date."""
    if apposition := _OTHER_IS.match(setting.view, words[1]):
        words = (words[0], apposition.end())
    rest = setting.view[words[1] : words[1] + _REST_CHARS]
    end = _CLAUSE_END.search(rest)
    stop = words[1] + (end.start() if end else len(rest))
    time = next((t for t in setting.timexes if words[1] <= t.span[0] < stop), None)
    if time is None:
        yield from _dated_before(setting, pair, attribute, words)
        return
    if time.type != "DATE" or not DATE_VALUE.fullmatch(time.value):
        return
    lasts = _LASTS.search(setting.view[slice(*words)])
    pointing = not lasts and _POINTING.match(setting.view, *time.span)
    if pointing or (_SINCE if lasts else _IN).search(setting.view[words[0] : time.span[0]]):
        span = trim(setting.view, (words[0], time.span[1]))
        yield from told_of(pair, attribute, time.value, span, _CONFIDENCE)


def _dated_before(setting: Setting, pair: Pair, attribute: str, words: Span) -> Iterator[Found]:
    """ "In 1990 she married Tom Roe": a sentence that begins with the date."""
    begun = setting.sentence(words[0])[0]
    for time in setting.timexes:
        led = begun <= time.span[0] and time.span[1] <= words[0]
        if not led or time.type != "DATE" or not DATE_VALUE.fullmatch(time.value):
            continue
        around = setting.view[begun : time.span[0]] + "|" + setting.view[time.span[1] : words[0]]
        if _OPENS.fullmatch(around):
            span = (time.span[0], words[1])
            yield from told_of(pair, attribute, time.value, span, _CONFIDENCE)
