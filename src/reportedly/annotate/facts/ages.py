"""Ages: "Ann Doe, 43,", "the 52-year-old investor", "Tom, 6, and Lee (two)"."""

import dataclasses
import re
from collections.abc import Iterator

from reportedly.annotate.facts.lexicon import ACTS, COUNT, POSTS, age_of
from reportedly.annotate.facts.people import Person
from reportedly.annotate.facts.setting import Found, Setting, When
from reportedly.annotate.facts.told_ages import find_spoken_ages, find_told_ages
from reportedly.offsets import Span

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
#: "Ann Doe, a former harbour pilot, 44, was": what somebody is comes between the name and the age.
_AFTER_WHAT = re.compile(
    rf",\s+(?:an?|the)\s+(?P<what>[^,.;:()\n]{{3,60}}),\s+(?:now\s+|aged\s+)?(?P<age>\d\d)(?=,\s+{ACTS}\b|\.\s|\.?\n|\.?\Z)"
)
#: Whose age "the wife of a pilot, 44," gives is not sure.
_KIN = re.compile(
    r"\b(?:son|daughter|wife|husband|partner|brother|sister|mother|father|friend|child|widow|widower|biographer)\b"
)
#: Where a picture shows somebody, between the name and the age.
_SHOWN = r"(?:\s*\((?:far\s+)?(?:left|right|above|below|pictured|cent(?:re|er))(?:\s+\w+)?\))?"
_AFTER_NAME = re.compile(
    rf"{_SHOWN}(?:,\s+(?:who\s+(?:is|(?P<was>was))\s+)?(?:(?:now|just|only|already|still|barely|also)\s+)?(?:at\s+|aged?\s+)?"
    rf"(?P<plain>{COUNT})(?:\s+years\s+(?:old|of\s+age))?(?:{_STOP}|{_OLDEST})|\s*\((?:aged?\s+)?(?P<bracketed>{COUNT})\)"
    rf"|\s+aged\s+(?P<aged>{COUNT})\b"
    # "Ann9, Tom", "Ann Doe,22,", "Ann Doe 22, of Orland": a comma or a space got lost.
    r"|,?(?P<glued>\d{1,2})(?=[,;.)]|\s+and\b)|\s(?P<bare>\d\d)(?=,\s+(?:of|from)\s+[A-Z]))",
    re.IGNORECASE,
)
#: "The boss of Roe Motors, 59,": the age is the head's, whatever the name after "of" is.
_OF_POST = re.compile(
    rf"\b(?:{'|'.join(sorted(POSTS))})\s+(?:of|at|behind)\s+(?:(?:the|an?)\s+)?\Z", re.IGNORECASE
)
_OF_POST_CHARS = 40
_YEAR_OLD = re.compile(rf"\b(?P<age>{COUNT})[ -]years?[ -]old\b", re.IGNORECASE)
_AS_APPOSITION = re.compile(r",\s+(?:a|an|the|now)\s+\Z", re.IGNORECASE)
_TO_NAME = re.compile(
    r"(?:\s+(?!(?:of|in|at|from|and|or|who|whose|to|for|with|by|on)\b)[\w'-]+){0,4},?\s+"
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


def find_ages(setting: Setting) -> Iterator[Found]:
    """Every age that the article gives to a named person, and births that follow from it."""
    for found in _after_names(setting):
        past = _is_of_the_dead(setting, found)
        yield dataclasses.replace(found, when="past") if past else found
    for found in _years_old(setting):
        # "A 22-year-old intern" can be of long ago; "Ann Doe, 22," is of now where she lives.
        past = _is_of_the_dead(setting, found) or setting.looks_back(found.span[0])
        yield dataclasses.replace(found, when="past") if past else found
    yield from find_told_ages(setting)
    yield from find_spoken_ages(setting)


def _is_of_the_dead(setting: Setting, found: Found) -> bool:
    """True where the age can be that on the day of somebody's death."""
    words = setting.view[slice(*found.span)]
    if re.search(r"\bnow\b", words, re.IGNORECASE):
        return False
    sentence = setting.sentence(found.span[0])
    around = (max(sentence[0], found.span[0] - 150), min(sentence[1], found.span[1] + 150))
    return bool(_OF_THE_DEAD.search(setting.own_words(around, found.span[0])))


def _after_names(setting: Setting) -> Iterator[Found]:
    for person in setting.people.names:
        matched = _AFTER_NAME.match(setting.view, person.span[1])
        if matched is None:
            yield from _after_what(setting, person)
            continue
        bracketed = matched["bracketed"]
        lost = matched["bare"] or (None if _is_note(setting, person) else matched["glued"])
        value = age_of(matched["plain"] or matched["aged"] or bracketed or lost)
        one = bracketed or (matched["plain"] if _is_listed(setting, person) else None)
        if value is None and one and one.lower() == "one":
            value = "1"
        if value is None or _is_of_table(setting, person, matched) or _is_of_post(setting, person):
            continue
        when: When = "past" if matched["was"] else "now"
        yield Found(person, "age", value, (person.span[0], matched.end()), 0.96, when)


def _after_what(setting: Setting, person: Person) -> Iterator[Found]:
    """Ages behind what somebody is, unless it may be another's: "the wife of Tom Roe, 44,"."""
    matched = _AFTER_WHAT.match(setting.view, person.span[1])
    if matched is None or _KIN.search(matched["what"]) or _is_of_table(setting, person, None):
        return
    if not setting.people.names_in((person.span[1], matched.start("age"))):
        span = (person.span[0], matched.end("age"))
        if value := age_of(matched["age"]):
            yield Found(person, "age", value, span, 0.9)


def _is_of_post(setting: Setting, person: Person) -> bool:
    """True for the name in "the author of Harbour Lights, 41, said"."""
    before = setting.before(person.span[0], _OF_POST_CHARS)
    return _OF_POST.search(before) is not None


def _is_listed(setting: Setting, person: Person) -> bool:
    """True for the last of "Tom, six, Ann, four, and baby Lee, one"."""
    before = setting.before(person.span[0], _LISTED_CHARS)
    return _LISTED.search(before) is not None


def _is_of_table(setting: Setting, person: Person, age: re.Match[str] | None) -> bool:
    """True where the number behind the name can be a share of votes, or a score."""
    words = setting.own_words(setting.sentence(person.span[0]), person.span[0])
    if age is None:
        return _SHARES.search(words) is not None
    if age["plain"] and _ACTS.match(setting.view, age.end()):
        return _SHARES.search(words) is not None
    return _NO_AGES.search(words) is not None


def _is_note(setting: Setting, person: Person) -> bool:
    """True for "Ann Doe1": behind a whole name a number is that of a note."""
    start, end = person.span
    return " " in setting.view[start:end] and setting.view[end : end + 1] != ","


def _years_old(setting: Setting) -> Iterator[Found]:
    for matched in _YEAR_OLD.finditer(setting.view):
        value = age_of(matched["age"])
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
