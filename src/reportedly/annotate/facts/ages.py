"""Ages: "Ann Doe, 43,", "the 52-year-old investor", "Tom, 6, and Lee (two)", "turned 40 on …"."""

import dataclasses
import re
from collections.abc import Iterator

from reportedly.annotate.facts.lexicon import ACTS, APPOSITION, COUNT, count_of
from reportedly.annotate.facts.people import Person
from reportedly.annotate.facts.setting import Found, Setting, When
from reportedly.calendar import birth_interval, find_precise_date, interval_from_iso
from reportedly.offsets import Span

#: Nobody has been older.
OLDEST_YEARS = 122
#: In such sentences a number after a name is a share of votes, a place in a table or a score.
_NO_AGES = re.compile(
    r"%|\b(?:percent|per cent|percentage|polls?|points?|votes?|delegates?|seats?|score[sd]?"
    r"|lead(?:s|ing)?|chapter|verse|rounds?|laps?|goals?|innings|ranked|respectively)\b",
    re.IGNORECASE,
)
#: Not so where the named one does something: "Ann Doe, 55, made his point".
_ACTS = re.compile(rf",\s+(?:{ACTS}|of|from|at|a|an|the|his|her)\b")
_SHARES = re.compile(r"%|\b(?:percent|per cent|percentage|polls?|respectively)\b", re.IGNORECASE)
_OF_THE_DEAD = re.compile(
    r"\b(?:kill(?:ed|ing)|shot|shooting|slain|murder(?:ed)?|died|dead|deaths?|lynched|drowned"
    r"|buried|funeral|would\s+have\s+been|at\s+the\s+time)\b",
    re.IGNORECASE,
)
_STOP = r"(?=\s*(?:[,.;:)\]]|-|\Z|\n|and\s+[A-Z]))"
#: "At 72 the oldest of the group": what an age makes somebody.
_OLDEST = (
    r"(?=,?\s+(?:(?:(?:already|still|by\s+far)\s+)?(?:the|one\s+of\s+the|their)\s+(?:\w+-)?"
    r"(?:old|young)est|now\b|today\b|at\s+the\s+time))"
)
#: Where a picture shows somebody, between the name and the age.
_SHOWN = r"(?:\s*\((?:far\s+)?(?:left|right|above|below|pictured|cent(?:re|er))(?:\s+\w+)?\))?"
_AFTER_NAME = re.compile(
    rf"{_SHOWN}(?:,\s+(?:who\s+(?:is|(?P<was>was))\s+)?(?:(?:now|just|only|already|still|barely)\s+)?(?:at\s+|aged?\s+)?"
    rf"(?P<plain>{COUNT})(?:\s+years\s+(?:old|of\s+age))?(?:{_STOP}|{_OLDEST})|\s*\((?:aged?\s+)?(?P<bracketed>{COUNT})\)"
    rf"|\s+aged\s+(?P<aged>{COUNT})\b"
    # "Ann9, Tom", "Ann Doe,22,", "Ann Doe 22, of Orland": a comma or a space got lost.
    r"|,?(?P<glued>\d{1,2})(?=[,;.)]|\s+and\b)|\s(?P<bare>\d\d)(?=,\s+(?:of|from)\s+[A-Z]))",
    re.IGNORECASE,
)
_YEAR_OLD = re.compile(rf"\b(?P<age>{COUNT})[ -]years?[ -]old\b", re.IGNORECASE)
_AS_APPOSITION = re.compile(r",\s+(?:a|an|the|now)\s+\Z", re.IGNORECASE)
_TO_NAME = re.compile(
    r"(?:\s+(?!(?:of|in|at|from|and|or|who|whose|to|for|with|by|on)\b)[\w'-]+){0,4},?\s+"
)
_IS = re.compile(
    rf"(?:{APPOSITION},)?(?:,?\s+who)?\s+(?P<verb>is|turned|turns|will\s+(?:be|turn)|has\s+(?:just\s+|recently\s+)?turned|recently\s+turned|was)"
    rf"\s+(?:now\s+|just\s+|only\s+|still\s+|already\s+)?"
    rf"(?P<age>{COUNT})\b(?P<old>\s+years\s+old|\s+years\s+of\s+age)?(?P<rest>[^.;\n]*)",
    re.IGNORECASE,
)
_AFTER_IS = re.compile(r"\s*(?:[,.;]|\Z|\n|and\b|when\b|now\b|today\b)")
#: Between an age that is to come and its day.
_ON = re.compile(r"\s+(?:years\s+old\b|on\b|in\b|next\b|this\b|later\b|tomorrow\b)")
_COMING_CHARS = 30
_JUST = re.compile(r"\b(?:has|have|who's)\s+(?:just|recently|now)\s+turned\b", re.IGNORECASE)
_IN_MONTH = re.compile(
    r"\s+in\s+(?:January|February|March|April|May|June|July|August|September|October|November"
    r"|December)\b(?!\s+\d)"
)
#: How far back "the 43-year-old" may reach for the person named last: two or three sentences.
REACH_CHARS = 300
_DEFINITE = re.compile(r"\bthe\s+(?:now\s+)?\Z", re.IGNORECASE)
#: "The 43-year-old son of …", "the 43-year-old victim" are others than the person named last.
_OTHER_PERSON = re.compile(
    r"\s+(?:[\w-]+\s+)?(?:son|daughter|wife|husband|brother|sister|mother|father|victim|suspect"
    r"|boy|girl|child|baby|friend|gunman|man|woman|driver|passenger|law|building|company|[a-z]+\s+of)\b"
)
#: The child before in a list, with its age.
_LISTED = re.compile(
    rf",\s+(?:aged\s+)?{COUNT},?\s+(?:and\s+)?(?:(?:baby|little|tiny|tot|toddler|newborn|wee)\s+)?\Z",
    re.IGNORECASE,
)
_LISTED_CHARS = 50
#: "The 43-year-old and her husband" are two, of whom one was named before.
_AND_SPOUSE = re.compile(r"\s+and\s+(?:his|her)\s+(?:\w+\s+)?(?:husband|wife|partner)\b")
#: "A three-year-old son, Tom".
_SON = re.compile(r"\s+(?:son|daughter|boy|girl|child|grandson|granddaughter),\s+")
_AND_NAME = re.compile(r"\s+and\s+(?=[A-Z])")
_NOUN = re.compile(r"[\s-]+(?!(?:has|had|is|was|to|in|on|a|an|the|with)\b)\w")
#: "One" after a name is mostly a pronoun ("Ann Doe, one of …").
_TOO_SHORT = frozenset({"one", "a", "an"})


def find_ages(setting: Setting) -> Iterator[Found]:
    """Every age that the article gives to a named person, and births that follow from it."""
    for found in _after_names(setting):
        past = _is_of_the_dead(setting, found)
        yield dataclasses.replace(found, when="past") if past else found
    for found in _years_old(setting):
        # "A 22-year-old intern" can be of long ago; "Ann Doe, 22," is of now where she lives.
        past = _is_of_the_dead(setting, found) or setting.looks_back(found.span[0])
        yield dataclasses.replace(found, when="past") if past else found
    yield from _predicates(setting)


def _is_of_the_dead(setting: Setting, found: Found) -> bool:
    """True where the age can be that on the day of somebody's death."""
    words = setting.view[slice(*found.span)]
    if re.search(r"\bnow\b", words, re.IGNORECASE):
        return False
    sentence = setting.sentence(found.span[0])
    around = (max(sentence[0], found.span[0] - 150), min(sentence[1], found.span[1] + 150))
    return bool(_OF_THE_DEAD.search(setting.view[slice(*around)]))


def _age(text: str | None) -> str | None:
    if not text or text.lower() in _TOO_SHORT:
        return None
    years = count_of(text)
    return str(years) if years is not None and 0 < years <= OLDEST_YEARS else None


def _after_names(setting: Setting) -> Iterator[Found]:
    for person in setting.people.names:
        matched = _AFTER_NAME.match(setting.view, person.span[1])
        if matched is None:
            continue
        bracketed = matched["bracketed"]
        lost = matched["bare"] or (None if _is_note(setting, person) else matched["glued"])
        value = _age(matched["plain"] or matched["aged"] or bracketed or lost)
        one = bracketed or (matched["plain"] if _is_listed(setting, person) else None)
        if value is None and one and one.lower() == "one":
            value = "1"
        if value is None or _is_of_table(setting, person, matched):
            continue
        when: When = "past" if matched["was"] else "now"
        yield Found(person, "age", value, (person.span[0], matched.end()), 0.96, when)


def _is_listed(setting: Setting, person: Person) -> bool:
    """True for the last of "Tom, six, Ann, four, and baby Lee, one"."""
    before = setting.view[max(0, person.span[0] - _LISTED_CHARS) : person.span[0]]
    return _LISTED.search(before) is not None


def _is_of_table(setting: Setting, person: Person, age: re.Match[str]) -> bool:
    """True where the number behind the name can be a share of votes, or a score."""
    words = setting.view[slice(*setting.sentence(person.span[0]))]
    if age["plain"] and _ACTS.match(setting.view, age.end()):
        return _SHARES.search(words) is not None
    return _NO_AGES.search(words) is not None


def _is_note(setting: Setting, person: Person) -> bool:
    """True for "Ann Doe1": behind a whole name a number is that of a note."""
    start, end = person.span
    return " " in setting.view[start:end] and setting.view[end : end + 1] != ","


def _years_old(setting: Setting) -> Iterator[Found]:
    for matched in _YEAR_OLD.finditer(setting.view):
        value = _age(matched["age"])
        found = _find_holder(setting, matched.span()) if value else None
        if found and value:
            person, span, confidence = found
            for each in (person, *_twins(setting, matched.span(), person)):
                yield Found(each, "age", value, span, confidence)


def _twins(setting: Setting, words: Span, first: Person) -> Iterator[Person]:
    """The second of "five-year-old twins Ann and Lee"."""
    between = setting.view[words[1] : first.span[0]]
    matched = _AND_NAME.match(setting.view, first.span[1])
    other = setting.people.find_starting(matched.end(), "name") if matched else None
    if other and re.search(r"\btwins\b", between):
        yield other


def _find_holder(setting: Setting, span: Span) -> tuple[Person, Span, float] | None:
    """Whose age "43-year-old" gives: a name beside it, or whom the phrase means."""
    view, people = setting.view, setting.people
    gap = _TO_NAME.match(view, span[1])
    if gap:
        named = [
            p
            for p in people.names_in((span[1], gap.end() + 1))
            if "\n" not in view[span[1] : p.span[0]]
        ]
        words = view[span[1] : named[0].span[0]] if named else ""
        if named and _is_whole(setting, named[0]) and (_unbroken(words) or _SON.fullmatch(words)):
            return named[0], (span[0], named[0].span[1]), 0.95
    before = _AS_APPOSITION.search(view[max(0, span[0] - 8) : span[0]])
    if before:
        start = max(0, span[0] - 8) + before.start()
        person = people.find_ending(start, "name")
        if person:
            return person, (person.span[0], span[1]), 0.95
    return _find_phrase(setting, span)


def _is_whole(setting: Setting, person: Person) -> bool:
    """False for the name in "a 43-year-old Roe supporter"."""
    tokens = setting.document.parse.tokens_in(person.span)
    return not tokens or tokens[-1].dep != "compound" or tokens[-1].head <= tokens[-1].i


def _unbroken(words: str) -> bool:
    return not re.search(
        r"[,;:.()]|\b(?:of|in|at|from|and|or|who|whose|to|for|with|by|'s|a|an|the|his|her|their"
        r"|married|met|wed|said|told|is|was|has|had)\b",
        words,
    )


def _find_phrase(setting: Setting, span: Span) -> tuple[Person, Span, float] | None:
    """ "The 52-year-old investor", where the phrase means a person whom the article names."""
    view = setting.view
    before = _DEFINITE.search(view[max(0, span[0] - 12) : span[0]])
    if before is None or _OTHER_PERSON.match(view, span[1]):
        return None
    start = max(0, span[0] - 12) + before.start()
    together = _AND_SPOUSE.match(view, span[1]) is not None
    person = None if together else setting.people.find_starting(start, "nominal")
    # "The 43-year-old" goes on about the person named last; anything else is too far to be sure.
    only = setting.people.find_only((max(0, start - REACH_CHARS), start))
    speaker = None if together else _find_speaker(setting, start)
    if speaker:
        return speaker, (start, span[1]), 0.85
    if person is None and not (together or _opens_paragraph(setting, start)):
        only = _find_alone(setting, span)
    if only is None or (person is not None and person.cluster != only.cluster):
        return None
    return only, (start, span[1]), 0.85 if person else 0.75


def _opens_paragraph(setting: Setting, at: int) -> bool:
    """True for the first words of a paragraph, which go on about whom the one before is about."""
    return setting.view[:at].rstrip(" ").endswith("\n")


def _find_alone(setting: Setting, words: Span) -> Person | None:
    """Whom "the 43-year-old", without a noun, means where its paragraph names nobody else, and
    nobody speaks: who is quoted is often another than who is named."""
    at = words[0]
    if _NOUN.match(setting.view, words[1]) or any(
        source[0] <= at < source[1] for s in setting.statements for source in s.source
    ):
        return None
    first, end = setting.view.rfind("\n", 0, at) + 1, setting.view.find("\n", at)
    named = setting.people.names_in((first, end if end >= 0 else len(setting.view)))
    before = [p for p in named if p.span[0] < at]
    return before[-1] if before and len({p.cluster for p in named}) == 1 else None


def _find_speaker(setting: Setting, start: int) -> Person | None:
    """Whom "the 43-year-old said" means, where it is known who speaks."""
    for statement in setting.statements:
        if statement.speaker_cluster is None or not setting.people.knows(statement.speaker_cluster):
            continue
        if any(source[0] == start for source in statement.source):
            span = next(source for source in statement.source if source[0] == start)
            return Person(span, statement.speaker_cluster, "nominal", 0.9)
    return None


def _predicates(setting: Setting) -> Iterator[Found]:
    for person in setting.people.subjects:
        matched = _IS.match(setting.view, person.span[1])
        if matched is None:
            continue
        first = matched["age"].lower() == "one" and "turn" in matched["verb"].lower()
        value = "1" if first else _age(matched["age"])
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
        elif verb == "was" and (matched["old"] or (plain and _has_just_died(setting, person))):
            yield Found(person, "age", value, span, 0.9 * person.confidence, "past")


def _is_told_child(setting: Setting, person: Person) -> bool:
    """ "A son, Felix, who is two": of others "is two" may be a place, or a score."""
    before = setting.view[max(0, person.span[0] - _CHILD_CHARS) : person.span[0]]
    return _A_CHILD.search(before) is not None


_A_CHILD = re.compile(r"\b(?:son|daughter|boy|girl|baby|toddler|child),?\s\Z", re.IGNORECASE)
_CHILD_CHARS = 12


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
    before = setting.view[max(0, person.span[0] - REACH_CHARS) : person.span[0]]
    return (
        re.search(r"\b(?:died|passed\s+away|death\s+(?:of|on|at)|was\s+killed)\b", before)
        is not None
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
        if _IN_MONTH.match(words) and setting.document.article.published is None:
            # The month is that of the last twelve, whenever it was written.
            yield Found(person, "age", value, (person.span[0], end), 0.88 * person.confidence)
            return
        if words and not _AFTER_IS.match(words):
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
