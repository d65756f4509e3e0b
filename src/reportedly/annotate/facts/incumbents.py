"""Which of several persons with one title, or one post, an article means to hold it now.

In: the roles found in an article.  Out: the same, with titles kept by courtesy told as past, and
without a post that a description gives to the wrong one of two persons.
"""

import dataclasses
import re
from collections import Counter
from collections.abc import Iterable, Sequence

from reportedly.annotate.facts.deaths import find_dead
from reportedly.annotate.facts.people import Person
from reportedly.annotate.facts.presence import is_present
from reportedly.annotate.facts.setting import Found, Setting

#: Titles that one person holds at a time and all former holders keep.
_KEPT = frozenset({"president", "prime minister", "secretary of state", "attorney general", "pope"})
#: Titles under which history knows people, alone or after a country: "Ruritanian President".
_OF_HISTORY = re.compile(
    r"(?:u\.s\. |[a-z]+(?:an|ish|ese|i|ch|ek|tch|ss|ic) )?(?:vice president|president"
    r"|prime minister|secretary of state|attorney general|pope|justice|supreme court justice"
    r"|chief justice|king|queen|emperor|premier|chancellor|dictator|leader)"
)
#: "Then-President Doe", "adviser under President Doe": told as past it is not wrong.
_THEN = re.compile(r"\bthen[- ](?=[A-Z])", re.IGNORECASE)
_UNDER = re.compile(r"\bunder\s+(?:both\s+)?(?:then-)?(?:former\s+)?Presidents?\s+[A-Z]")
#: "A former adviser to President Doe", "under President Doe": of the time when Doe was it, which
#: may be now; told as past it is not wrong.
_OF_THEN = re.compile(
    r"\b(?:former|ex|then|late|first|served|worked|appointed|nominated|began|begun|represented)\b"
    r"[^.;\n]{0,60}\b(?:to|of|for|under|by|in)\s+\Z|\bunder\s+\Z",
    re.IGNORECASE,
)
#: "President Doe's former aides", "President Doe's administration".
_OF_THEN_AFTER = re.compile(r"'s?\s+(?:former|administration|presidency)\b")
#: "A President Doe", "would-be president Doe", "Enter President Doe": nobody holds that post.
_IMAGINED = re.compile(
    r"\b(?:an?|enter|would-be|potential|future|hypothetical)\s+\Z", re.IGNORECASE
)
_IMAGINED_CHARS = 16
_OF_THEN_CHARS = 80
#: A post that a description gives is surer where the name stands beside it.
_BESIDE = 0.9


#: "Budget director in the Doe administration": now only where Doe holds office.
_ADMINISTRATION = re.compile(
    r"\b(?:in|under|for|of|during)\s+(?:the\s+|President\s+)*(?:\S+\s+)*?"
    r"(?P<name>[A-Z][\w-]+)(?:['’]s?)?\s+(?:first\s+|second\s+)?(?:administration|presidency)\b"
)


def settled(setting: Setting, roles: Sequence[Found]) -> list[Found]:
    """The roles as they can be held together, and as the dead have held them."""
    dead = find_dead(setting)
    found = [
        _dated(setting, fact, roles)
        for fact in roles
        if not (_has_rival(fact, roles) or _is_imagined(setting, fact))
    ]
    return [
        dataclasses.replace(fact, when="past")
        if isinstance(fact.subject, Person)
        # A post that was left stays left.
        and not fact.value.casefold().startswith("former")
        and (fact.subject.cluster in dead or _is_of_history(setting, fact))
        else fact
        for fact in found
    ]


def _is_of_history(setting: Setting, fact: Found) -> bool:
    """True for the title of somebody whom the article shows nowhere in its own days."""
    if fact.when != "now" or setting.document.article.published is None:
        return False
    if not isinstance(fact.subject, Person) or not _OF_HISTORY.fullmatch(fact.value.casefold()):
        return False
    return not is_present(setting, fact.subject)


def _title(fact: Found) -> str | None:
    value = fact.value.casefold().removeprefix("u.s. ")
    return value if value in _KEPT else None


def _is_imagined(setting: Setting, fact: Found) -> bool:
    """True for a title that the article only tries on somebody."""
    start, end = fact.span
    before = setting.before(start, _IMAGINED_CHARS)
    asked = setting.view[end : end + 1] == "?" and fact.confidence >= _BESIDE
    # A crowd that cheers "President Doe" names what Doe is to be.
    cheered = before.endswith('"') and re.match(r"[.,!]?\"", setting.view[end : end + 2])
    imagined = asked or cheered or _IMAGINED.search(before)
    return _title(fact) is not None and bool(imagined)


def _dated(setting: Setting, fact: Found, roles: Sequence[Found]) -> Found:
    """Told as past for all but the holder whom the article names most."""
    if fact.when == "now" and (told := _ADMINISTRATION.search(fact.value)):
        sitting = {_last_name(setting, f) for f in roles if _title(f)}
        return fact if told["name"] in sitting else dataclasses.replace(fact, when="past")
    if fact.when == "now" and (_THEN.match(fact.value) or _UNDER.search(fact.value)):
        return dataclasses.replace(fact, when="past")
    title = _title(fact)
    if title is None or fact.when != "now" or not isinstance(fact.subject, Person):
        return fact
    if any(
        isinstance(f.subject, Person)
        and f.subject.cluster == fact.subject.cluster
        and re.match(rf"(?:former|late|ex)[- ].*\b{title}\b", f.value, re.IGNORECASE)
        for f in roles
    ):
        return dataclasses.replace(fact, when="past")
    start = fact.span[0]
    before = setting.before(start, _OF_THEN_CHARS)
    holders = {
        f.subject.cluster for f in roles if _title(f) == title and isinstance(f.subject, Person)
    }
    names = {cluster: setting.people.name_of(cluster) for cluster in sorted(holders)}
    full = {cluster: _fullest(name, names.values()) for cluster, name in names.items()}
    if _OF_THEN.search(before) or _OF_THEN_AFTER.match(setting.view, fact.span[1]):
        return dataclasses.replace(fact, when="past")
    named = Counter(full[p.cluster] for p in setting.people.places if p.cluster in holders)
    incumbent = max(sorted(named), key=lambda name: named[name])
    own = full[fact.subject.cluster]
    return fact if own == incumbent else dataclasses.replace(fact, when="past")


def _last_name(setting: Setting, fact: Found) -> str:
    subject = fact.subject
    name = subject if isinstance(subject, str) else setting.people.name_of(subject.cluster)
    return name.split()[-1]


def _fullest(name: str, names: Iterable[str]) -> str:
    """The longest of the names that has all words of `name`: "Obama" may be a chain of its own."""
    words = set(name.split())
    return max((n for n in names if words <= set(n.split())), key=lambda n: (len(n), n))


def _has_rival(fact: Found, roles: Sequence[Found]) -> bool:
    """True for a description of one person that stands beside another's name as his post."""
    if fact.confidence >= _BESIDE or not isinstance(fact.subject, Person):
        return False
    return any(
        other.value.casefold() == fact.value.casefold()
        and other.confidence > fact.confidence
        and isinstance(other.subject, Person)
        and other.subject.cluster != fact.subject.cluster
        for other in roles
    )
