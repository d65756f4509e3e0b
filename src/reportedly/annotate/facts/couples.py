"""Whom "the couple", "the pair", "they" mean where ties are told: two persons of the article.

The pair that the article says is married; else the only one that it joins by "and".  Where it
gives none, facts are told of `THE_COUPLE`, and the other articles may say who that is.
"""

import dataclasses
import functools
import re
from collections.abc import Iterable, Iterator

from reportedly.annotate.facts.lexicon import COUNT, TITLE, count_of
from reportedly.annotate.facts.people import Person
from reportedly.annotate.facts.setting import Found, Setting, When

#: The subject of a fact about two whom the article does not join.
THE_COUPLE = "the couple"
Pair = tuple[Person, Person]

_AND = re.compile(
    r"(?:,[^.;\n]{1,90}?,|\s*\(\d{1,3}\))?\s+and\s+"
    r"(?:(?:her|his)\s+(?:(?:ex|former|estranged|longtime|then)[- ])?"
    r"(?:husband|wife|partner|boyfriend|girlfriend|fianc[e\u00e9]e?)"
    rf"(?:\s+of\s+{COUNT}\s+years)?,?\s+)?"
    r"(?:(?:the|her|his)\s+(?:[a-z]+\s+){1,3})?"
    rf"{TITLE}?(?=[A-Z])"
)
#: "Ann Doe and goalie Tom Roe": nouns alone stand between.
_AND_BARE = re.compile(r"\s+and\s+(?P<what>(?:[a-z-]+\s+){1,2})(?=[A-Z])")
_NOMINAL = frozenset({"NOUN", "ADJ", "PROPN"})
_AGED = re.compile(rf",?\s+(?:\(|aged\s+|who\s+is\s+)?(?P<age>{COUNT})\b", re.IGNORECASE)
_CHILDREN = re.compile(
    r"\b(?:children|kids|sons|daughters|twins|boys|girls|siblings|parents\s+(?:of|to))\b[^.;\n]*\Z",
    re.IGNORECASE,
)
#: A list of children begins no further before its last two.
_LIST_CHARS = 60
#: Two joined once may be anybody; how often a pair must be joined when others are joined as well.
FEWEST_JOINED = 2


def find_pair(setting: Setting, married: Iterable[Pair]) -> Pair | None:
    """The one couple of the article; None when it tells of none, or of several."""
    pairs = sorted(married)
    if pairs:
        return pairs[0] if len(pairs) == 1 else None
    together: dict[tuple[int, int], list[Pair]] = {}
    for one, other in joined(setting):
        if _are_children(setting, one, other):
            continue
        key = min(one.cluster, other.cluster), max(one.cluster, other.cluster)
        together.setdefault(key, []).append((one, other))
    ranked = sorted(together.items(), key=lambda item: (-len(item[1]), item[0]))
    if not ranked:
        return None
    often = len(ranked[0][1])
    rivals = [key for key, found in ranked if len(found) == often]
    if len(rivals) > 1 or (len(ranked) > 1 and often < FEWEST_JOINED):
        return None
    return ranked[0][1][0]


def _are_children(setting: Setting, one: Person, other: Person) -> bool:
    """True for the two of "Tom, nine, and Lee, six", "their children, Tom and Lee"."""
    before = setting.before(one.span[0], _LIST_CHARS)
    aged = (_AGED.match(setting.view, person.span[1]) for person in (one, other))
    years = [count_of(matched["age"]) for matched in aged if matched]
    return _CHILDREN.search(before) is not None or any(y is not None and y < 18 for y in years)


def find_meant(
    setting: Setting, pair: Pair | None, married: Iterable[Pair], at: int
) -> Pair | None:
    """`pair` where words at `at` can mean it: two whom the article only joins by "and", and tells
    no tie of, must have been named before ("the pair have two sons, Tom and Lee")."""
    before = {place.cluster for place in setting.people.names_in((0, at))}
    if pair is None:
        # Of several couples only one may have been told of so far.
        told = [two for two in married if {person.cluster for person in two} <= before]
        return told[0] if len(told) == 1 else None
    if pair in list(married):
        return pair
    return pair if {person.cluster for person in pair} <= before else None


@functools.lru_cache(maxsize=1)
def joined(setting: Setting) -> tuple[Pair, ...]:
    """Two persons with "and" between their names, in order; most finders ask for them."""
    return tuple(_joined(setting))


def _joined(setting: Setting) -> Iterator[Pair]:
    for person in setting.people.names:
        matched = _AND.match(setting.view, person.span[1]) or _find_bare(setting, person)
        other = setting.people.find_starting(matched.end(), "name") if matched else None
        if other and other.cluster != person.cluster:
            yield person, other


def both_of(setting: Setting, person: Person) -> list[Person]:
    """A person, and who stands before with "and" in between: the two who "married and have"."""
    before = [one for one, other in joined(setting) if other.span == person.span]
    return [person, *(dataclasses.replace(person, cluster=one.cluster) for one in before)]


def _find_bare(setting: Setting, person: Person) -> re.Match[str] | None:
    """ "And goalie " behind a name, before the next."""
    matched = _AND_BARE.match(setting.view, person.span[1])
    tokens = setting.document.parse.tokens_in(matched.span("what")) if matched else ()
    return matched if all(token.pos in _NOMINAL for token in tokens) else None


def told_of(
    pair: Pair | None, attribute: str, value: str, span: tuple[int, int], confidence: float,
    when: When = "now",
) -> Iterator[Found]:  # fmt: skip
    """A fact of both members of a pair, or of `THE_COUPLE` where it is not known."""
    for subject in pair or (THE_COUPLE,):
        yield Found(subject, attribute, value, span, confidence, when)
