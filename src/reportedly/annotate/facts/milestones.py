"""Ages told away from the name: "At 72, Ann Doe is …", "celebrated her 40th birthday on 3 May"."""

import re
from collections.abc import Iterator

from reportedly.annotate.facts.lexicon import COUNT, OLDEST_YEARS, TITLE, count_of
from reportedly.annotate.facts.setting import Found, Setting, When
from reportedly.annotate.facts.told_ages import found_turned

_AT = re.compile(
    rf"(?:(?<=\n)|(?<=[.!?]\s)|(?<=[.!?][\"'] )|\A)(?P<when>Now\s+|Still\s+)?"
    r"(?P<at>At|Aged|Now(?=\s+\d))\s+"
    rf"(?P<the>(?:the\s+age\s+of|age)\s+)?(?P<age>{COUNT})(?:\s+years\s+(?:old|of\s+age))?,\s+"
    rf"{TITLE}?(?=[A-Z]|s?he\b)",
    re.IGNORECASE,
)
#: Verbs that say that the age is one of now; others tell of an earlier one.
_OF_NOW = re.compile(r"'s\b|\s+(?:now\s+|still\s+)?(?:is|has|remains|looks|says|runs|still|now)\b")
_BIRTHDAY = re.compile(
    r"(?:,[^.;\n]{1,60}?,|,?\s+who)?\s+(?:(?:has\s+)?(?:just\s+|recently\s+)?(?:celebrated|marked|turned|reached"
    r"|had)|celebrates|marks)\s+(?:his|her|their)\s+(?P<nth>\d{1,3})(?:st|nd|rd|th)(?:(?P<day>\s+birthday\b)|(?=\s*[,.\n]|\s+(?:on|last|this|in|with|at)\b))"
    r"(?P<rest>[^.;\n]*)",
    re.IGNORECASE,
)
#: "Celebrated her 40th" is a birthday, unless it may be a win or an anniversary.
_FEAST = re.compile(r"\b(?:celebrat|mark)\w+\s+(?:his|her)\s+\Z", re.IGNORECASE)
_OTHER_FEAST = re.compile(
    r"\b(?:caps?|goals?|wins?|victor\w+|match\w*|games?|titles?|trophy|centur\w+|anniversar\w+|tests?"
    r"|appearances?|seasons?|races?|tournaments?|films?|jubilee|shows?|concerts?|missions?)\b",
    re.IGNORECASE,
)
_ROUND = frozenset((18, 21, *range(30, 101, 10)))
#: A younger "he" at the start of a sentence is too often a time of day or a count.
YOUNGEST_YEARS = 5


def find_milestones(setting: Setting) -> Iterator[Found]:
    """Ages at the start of a sentence, and birthdays that somebody celebrated."""
    for matched in _AT.finditer(setting.view):
        years = count_of(matched["age"])
        person = setting.people.find_starting(matched.end(), "name", "pronoun")
        if person is None or years is None or not YOUNGEST_YEARS <= years <= OLDEST_YEARS:
            continue
        when: When = "now" if _OF_NOW.match(setting.view, person.span[1]) else "past"
        if not setting.looks_back(matched.end()) or when == "past":
            span = (matched.start("at"), person.span[1])
            yield Found(person, "age", str(years), span, 0.9 * person.confidence, when)
    for person in setting.people.places:
        birthday = _BIRTHDAY.match(setting.view, person.span[1])
        if birthday is None or not (birthday["day"] or _is_birthday(setting, birthday)):
            continue
        if 0 < int(birthday["nth"]) <= OLDEST_YEARS:
            yield from found_turned(
                setting, person, birthday["nth"], birthday.end("nth"), birthday.span("rest")
            )


def _is_birthday(setting: Setting, told: re.Match[str]) -> bool:
    """True for "celebrated her 40th last week", where nothing else is counted in the sentence."""
    if int(told["nth"]) not in _ROUND or not _FEAST.search(setting.before(told.start("nth"), 30)):
        return False
    return _OTHER_FEAST.search(setting.view[slice(*setting.sentence(told.start("nth")))]) is None
