"""Deaths: "Ann Doe died on 3 May 2015", "was killed in 1994", and the age at death."""

import re
from collections.abc import Iterator

from reportedly.annotate.facts.lexicon import COUNT, OLDEST_YEARS, count_of
from reportedly.annotate.facts.people import Person
from reportedly.annotate.facts.setting import LONG_PAST_DAYS, Found, Setting, When
from reportedly.annotate.facts.times import find_date_value
from reportedly.calendar import find_interval, interval_from_iso

#: Obituaries tell a life between the commas.
_LIFE = r"(?:,\s+(?:an?|the|who|once|now|formerly|his|her|their)\b[^.;:\n]{1,180}?(?=,))?"
_DIED = re.compile(
    rf"(?:,\s+(?:aged\s+)?{COUNT},|{_LIFE}(?P<comma>,(?!\s+who))?)?(?P<who>,\s+who)?\s+(?:(?:has\s+)?died"
    r"|dies(?=,?\s+(?:aged|at\s+(?:the\s+age\b|\d))|\s*\n)|(?:has\s+)?passed\s+away|was\s+(?:found\s+dead|assassinated|executed"
    r"|murdered|shot\s+dead|killed))\b(?P<rest>[^.;\n]{0,120})",
    re.IGNORECASE,
)
_HAS_DIED = re.compile(r"\bhas\s+(?:died|passed\s+away)\Z", re.IGNORECASE)
_AT_AGE = re.compile(
    r"(?:\A|,)\s*(?:\w+\s+){0,6}?(?:at|aged)\s+(?:the\s+age\s+of\s+|age\s+)?"
    rf"(?P<age>{COUNT})\b(?!\s*(?:p\.?m|a\.?m|:|(?-i:[A-Z])))",
    re.IGNORECASE,
)
#: The time belongs to another verb when one of these comes before it.
_OTHER_CLAUSE = re.compile(
    r"\b(?:and|but|who|which|when|while|before|after|since|because|that|if|says?|said|as)\b"
    r"|\bborn\b|\bin\s+(?:his|her|a|an|the)\b[^,]*\b(?:crash|attack|raid|bombing|war)\s+(?:of|in)\b"
)
#: "The late Justice Ann Doe", "the death of the Rev. Ann Doe".
_DEAD_BEFORE = re.compile(
    r"\b(?:the\s+late|(?:death|assassination|murder|funeral)\s+of)\s+(?:(?:the|[a-z]+|[A-Z][\w.]*)\s+){0,3}\Z"
)
_DEAD_AFTER = re.compile(
    r"'s?\s+(?:sudden\s+|untimely\s+)?(?:death|funeral|murder|assassination)\b"
)
#: "The late Doe years", "the death of the Doe dynasty".
#: "Ann Doe, the envoy to Orland, who perished in the fire".
_DEAD_WHO = re.compile(
    r"(?:,[^,.;:\n]{1,80}?)?,?\s+who\s+(?:later\s+|had\s+)?(?:died|perished|was\s+(?:killed"
    r"|murdered|assassinated|executed))\b"
)
_OF_A_TIME = re.compile(r"'?s?\s+(?:years|era|dynasty|administration|presidency|campaign)\b")
_TITLES_CHARS = 50
#: Deaths that did not happen.
_UNREAL = re.compile(
    r"\b(?:if|would|could|might|nearly|almost|never|not|had)\b[^.]{0,20}\Z", re.IGNORECASE
)


def find_deaths(setting: Setting) -> Iterator[Found]:
    """Days of death of named persons, and their age on that day."""
    for person in setting.people.subjects:
        matched = _DIED.match(setting.view, person.span[1])
        if matched is None or _UNREAL.search(setting.view[slice(*_before(setting, person))]):
            continue
        if re.match(r"\s+of\b.*\b(?:if|would)\b", matched["rest"]):
            continue
        if _ends_apposition(setting, person, matched):
            continue
        yield from _details(setting, person, matched)


def _ends_apposition(setting: Setting, person: Person, matched: re.Match[str]) -> bool:
    """True for Tom Roe in "Ann Doe, the wife of Tom Roe, died": a comma that none before opens;
    and for Ann Doe in "Ann Doe, the wife of Tom Roe, who died"."""
    if matched["who"] and setting.people.names_in((person.span[1], matched.start("who"))):
        return True
    if setting.view[person.span[1] : person.span[1] + 1] != "," or matched["comma"] is None:
        return False
    alone = matched.start("comma") == person.span[1]
    return alone and not setting.view[: person.span[0]].rstrip().endswith(",")


def find_dead(setting: Setting) -> frozenset[int]:
    """The clusters of the persons of whom the article says that they are dead."""
    return frozenset(
        person.cluster
        for person in setting.people.places
        if _has_died(setting, person) or _is_called_dead(setting, person)
    )


def _has_died(setting: Setting, person: Person) -> bool:
    matched = _DIED.match(setting.view, person.span[1])
    unreal = _UNREAL.search(setting.view[slice(*_before(setting, person))])
    return matched is not None and not unreal and not _ends_apposition(setting, person, matched)


def _is_called_dead(setting: Setting, person: Person) -> bool:
    """True for "the late Ann Doe", "the death of Ann Doe", "Ann Doe's funeral"."""
    if person.form != "name":
        return False
    before = setting.before(person.span[0], _TITLES_CHARS)
    if _DEAD_WHO.match(setting.view, person.span[1]):
        return True
    after = setting.view[person.span[1] : person.span[1] + _TITLES_CHARS]
    if _OF_A_TIME.match(after):
        return False
    return bool(_DEAD_BEFORE.search(before) or _DEAD_AFTER.match(after))


def _before(setting: Setting, person: Person) -> tuple[int, int]:
    return setting.sentence(person.span[0])[0], person.span[0]


def _details(setting: Setting, person: Person, matched: re.Match[str]) -> Iterator[Found]:
    rest = matched.span("rest")
    cut = _OTHER_CLAUSE.search(matched["rest"])
    near = (rest[0], rest[0] + cut.start() if cut else rest[1])
    time = setting.find_time(near)
    when: When = "past"
    if time and (value := find_date_value(time)):
        when = interval_from_iso(time.earliest, time.latest)
        yield Found(
            person, "death_date", value, (person.span[0], time.span[1]), 0.93 * person.confidence
        )
    news = find_interval(setting.document.article.published)
    is_news = time is None and news and _HAS_DIED.search(setting.view, 0, rest[0])
    if is_news and news:
        when = news.widened(before_days=LONG_PAST_DAYS)
    # News of a death is of its days; in January the year may be the one before.
    published = re.match(r"(\d{4})-(?!01)\d\d", setting.document.article.published or "")
    if is_news and published:
        span = (person.span[0], rest[0])
        yield Found(person, "death_date", published[1], span, 0.85 * person.confidence, "past")
    aged = _AT_AGE.search(setting.view[slice(*near)])
    years = count_of(aged["age"]) if aged else None
    if aged and years and years <= OLDEST_YEARS:
        span = (person.span[0], near[0] + aged.end("age"))
        yield Found(person, "age", str(years), span, 0.9 * person.confidence, when)
