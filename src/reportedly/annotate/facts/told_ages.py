"""Ages that a verb tells: "Ann Doe is 43", "turned 40 on 3 May", "was 55 on Tuesday", "She was 87."

In: the article's plain view, its people and times.  Out: ages, and births that follow from them.
"""

import re
from collections.abc import Iterator

from reportedly.annotate.facts.lexicon import APPOSITION, COUNT, LATELY, age_of
from reportedly.annotate.facts.people import Person
from reportedly.annotate.facts.setting import Found, Setting, When
from reportedly.calendar import (
    birth_interval,
    find_interval,
    find_precise_date,
    interval_from_iso,
)
from reportedly.calendar.names import MONTH
from reportedly.model import Statement
from reportedly.offsets import Span

_IS = re.compile(
    rf"(?:{APPOSITION},)?(?:,?\s+who|,(?=\s+is\s+now\b))?\s+(?P<verb>is|turned|turns|will\s+(?:be|turn)|has\s+(?:just\s+|recently\s+)?turned|recently\s+turned|was)"
    rf"\s+(?:now\s+|just\s+|only\s+|still\s+|already\s+)?"
    rf"(?P<age>{COUNT})\b(?P<old>\s+years\s+old|\s+years\s+of\s+age)?(?P<rest>(?!\s+years?\s+(?:old|young)er\b)[^.;\n]*)",
    re.IGNORECASE,
)
_THE_DAY = re.compile(
    r"\b(?:the\s+(?:very\s+)?day(?:\s+(?:that|on\s+which))?|when|as)\s+\Z", re.IGNORECASE
)
_AFTER_IS = re.compile(r"\s*(?:[,.;?!]|\Z|\n|and\b|when\b|now\b|today\b)")
#: Between an age that is to come and its day.
_ON = re.compile(r"\s+(?:years\s+old\b|on\b|in\b|next\b|this\b|later\b|tomorrow\b)")
_COMING_CHARS = 30
_JUST = re.compile(r"\b(?:has|have|who's)\s+(?:just|recently|now)\s+turned\b", re.IGNORECASE)
_IN_MONTH = re.compile(rf"\s+in\s+{MONTH}\b(?!\s+\d)")
#: How far back "She was 87." may reach for a death.
_REACH_CHARS = 300
#: How far behind "died" the day stands.
_DEATH_CHARS = 60
_DIED = re.compile(r"\b(?:died|passed\s+away)\b")
#: "I'm 47," but not "when I'm 64" and "I'm 50 next year".
_I_AM = re.compile(
    r"(?<!\bwhen )(?<!\bif )(?<!\buntil )(?<!\btill )(?<!\bonce )(?<!\btime )(?<!\blike )"
    rf"(?<!\bthough )\bI(?:'m|\s+am)\s+(?:now\s+|only\s+|just\s+|already\s+)?(?P<age>{COUNT})"
    r"(?:(?P<old>\s+years\s+old\b)|(?=\s*(?:[,.;?!\"](?!\d)|\Z|\n)|\s+and\s+(?!\d)))",
    re.IGNORECASE,
)
#: A smaller number may be a place in a race.
_LEAST_SPOKEN = 10
_A_CHILD = re.compile(r"\b(?:son|daughter|boy|girl|baby|toddler|child),?\s\Z", re.IGNORECASE)
_CHILD_CHARS = 12


def find_told_ages(setting: Setting) -> Iterator[Found]:
    """Ages behind a verb, in order of the text."""
    for person in setting.people.subjects:
        matched = _IS.match(setting.view, person.span[1])
        if matched is None or _is_of_another(setting, person, matched):
            continue
        first = matched["age"].lower() == "one" and "turn" in matched["verb"].lower()
        value = "1" if first else age_of(matched["age"])
        if value is None:
            continue
        plain = _AFTER_IS.match(matched["rest"]) or not matched["rest"]
        verb = matched["verb"].lower()
        span = (person.span[0], matched.end("old") if matched["old"] else matched.end("age"))
        if verb.startswith("will"):
            yield from _coming(setting, person, matched, value)
        elif "turn" in verb:
            yield from found_turned(
                setting, person, value, matched.end("age"), matched.span("rest")
            )
        elif verb == "is" and (
            matched["old"] or (plain and (int(value) > 3 or _is_told_child(setting, person)))
        ):
            yield Found(person, "age", value, span, 0.95 * person.confidence)
        elif verb == "was" and (LATELY.match(matched["rest"]) or _IN_MONTH.match(matched["rest"])):
            # "Was 55 on Tuesday", "was 80 in October": it was the birthday.
            yield from found_turned(
                setting, person, value, matched.end("age"), matched.span("rest")
            )
        elif verb == "was" and (matched["old"] or (plain and _has_just_died(setting, person))):
            when = _find_death(setting, person) if plain else "past"
            yield Found(person, "age", value, span, 0.9 * person.confidence, when)


def _is_of_another(setting: Setting, person: Person, matched: re.Match[str]) -> bool:
    """ "A room for her mother Ann, a swing for Tom, who turned five": "who" is Tom, not Ann."""
    between = (person.span[1], matched.start("verb"))
    if not setting.view[slice(*between)].rstrip().endswith("who"):
        return False
    return any(between[0] <= other.span[0] < between[1] for other in setting.people.names)


def find_spoken_ages(setting: Setting) -> Iterator[Found]:
    """ "I'm 47", of the day on which it was said, where that is told."""
    for statement, told, person in setting.spoken(_I_AM):
        value = age_of(told["age"])
        if value is not None and (int(value) >= _LEAST_SPOKEN or told["old"]):
            yield Found(person, "age", value, told.span(), 0.9, _said_on(setting, statement))


def _said_on(setting: Setting, statement: Statement) -> When:
    """The days on which something was said, where they are told; now where nothing looks back."""
    if statement.said_earliest:
        return interval_from_iso(statement.said_earliest, statement.said_latest)
    published = find_interval(setting.document.article.published)
    first = (published.iso()[0] if published else None) or ""
    before = statement.said_latest is not None and statement.said_latest < first
    looks_back = any(setting.looks_back(start) for start, _ in statement.content)
    return "past" if before or looks_back else "now"


def _is_told_child(setting: Setting, person: Person) -> bool:
    """ "A son, Felix, who is two": of others "is two" may be a place, or a score."""
    before = setting.before(person.span[0], _CHILD_CHARS)
    return _A_CHILD.search(before) is not None


def _coming(
    setting: Setting, person: Person, matched: re.Match[str], value: str
) -> Iterator[Found]:
    """ "Will be eight on Wednesday", "will turn 40 in May"."""
    told = (matched.end("age"), matched.end("rest"))
    if setting.find_time((told[0], told[0] + 1 + _COMING_CHARS)) and _ON.match(
        matched["old"] or matched["rest"]
    ):
        yield from found_turned(setting, person, value, told[0], told)


def _has_just_died(setting: Setting, person: Person) -> bool:
    """True where the sentences before tell that somebody died: "She was 87." is then an age."""
    before = setting.before(person.span[0], _REACH_CHARS)
    return (
        re.search(r"\b(?:died|passed\s+away|death\s+(?:of|on|at)|was\s+killed)\b", before)
        is not None
    )


def _find_death(setting: Setting, person: Person) -> When:
    """When the one died of whom "She was 87." is told: the day that the last sentence with a death
    names; now where the article has no day, but the death one of these days."""
    before = (max(0, person.span[0] - _REACH_CHARS), person.span[0])
    died = list(_DIED.finditer(setting.view, *before))
    sentence = setting.sentence(died[-1].start()) if died else None
    if sentence is None or sentence[1] > person.span[0]:
        return "past"
    told = (died[-1].end(), min(sentence[1], died[-1].end() + _DEATH_CHARS))
    if time := setting.find_time(told):
        return interval_from_iso(time.earliest, time.latest)
    undated = setting.document.article.published is None
    return "now" if undated and LATELY.search(setting.view, *told) else "past"


def _is_of_these_days(setting: Setting, person: Person) -> bool:
    """True in an article without a day for "on Monday, the day she turned 33"."""
    before = setting.view[setting.sentence(person.span[0])[0] : person.span[0]]
    undated = setting.document.article.published is None
    return (
        undated and LATELY.search(f" {before}") is not None and _THE_DAY.search(before) is not None
    )


def found_turned(
    setting: Setting, person: Person, value: str, end: int, rest: Span
) -> Iterator[Found]:
    """ "Turned eight on 2 September": with an exact day, the day of birth follows.

    Args:
        value: the age.
        end: where the words that give it end.
        rest: what follows in the sentence.
    """
    time = setting.find_time((rest[0], min(rest[1], rest[0] + 40)))
    if time is None:
        words = setting.view[slice(*rest)]
        lately = _IN_MONTH.match(words) or LATELY.match(words)
        if lately and setting.document.article.published is None:
            # The month is that of the last twelve, whenever it was written.
            yield Found(person, "age", value, (person.span[0], end), 0.88 * person.confidence)
            return
        if words and not _AFTER_IS.match(words):
            return
        if _is_of_these_days(setting, person):
            yield Found(person, "age", value, (person.span[0], end), 0.88 * person.confidence)
            return
        # Who "has just turned seven" is seven; who "turned seven" may have done so long ago.
        just = _JUST.search(setting.view[person.span[1] : end]) is not None
        dated = setting.document.article.published is not None
        when: When = "now" if just and not dated else "past"
        yield Found(person, "age", value, (person.span[0], end), 0.9 * person.confidence, when)
        return
    days = interval_from_iso(time.earliest, time.latest)
    span = (person.span[0], time.span[1])
    yield Found(person, "age", value, span, 0.93 * person.confidence, days)
    day = days.exact_day
    if day:
        born = birth_interval(int(value), days).latest
        if born:
            yield Found(person, "birth_date", born.isoformat(), span, 0.93 * person.confidence)
    elif (precise := find_precise_date(days)) and int(precise[:4]) > int(value):
        born_in = f"{int(precise[:4]) - int(value):04d}{precise[4:]}"
        yield Found(person, "birth_date", born_in, span, 0.9 * person.confidence)
