"""Names of a text made consistent: what is one name in one place is one in the others.

In: the words of a text, and which of them the encoder reads as names, window by window.  Out: the
same with pieces of a name joined where it stands whole elsewhere in the text, and with one type for
all places of a name, the one that most of them have.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise, zip_longest

#: Types of names; dates, sums and numbers mean something else in each place.
NAMES = frozenset("PERSON ORG GPE LOC FAC NORP PRODUCT EVENT WORK_OF_ART LAW".split())
#: Names of more tokens are titles of things; they are not looked for elsewhere.
MOST_TOKENS = 8
#: Different names that begin with one word; more are looked for by nobody, and cost time.
MOST_ALIKE = 12

#: Words around a name that tell a person speak louder than the look of one place.
_PERSON_VOTES = 3
_TITLES = frozenset("Mr Mrs Ms Miss Mx Dr Sir Dame Prof Rev".split())
_AGE = re.compile(r"[1-9][0-9]?")
#: Tokens of a person's full name, as it may be shortened to its last.
_LENGTHS_OF_PERSONS = (2, 3)

_OF_TIME = frozenset(
    """
    a day days week weeks weekend month months year years decade century night morning evening
    afternoon noon midnight hour hours minute minutes today tonight tomorrow yesterday eve
    spring summer fall autumn winter season monday tuesday wednesday thursday friday saturday
    sunday january february march april may june july august september october november december
    easter christmas thanksgiving halloween ramadan hanukkah passover independence labor
    memorial veterans st
    """.split()
)

Words = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Name:
    """A name: the tokens `first` to `last`, exclusive, and its OntoNotes type."""

    first: int
    last: int
    type: str


def consistent(words: Sequence[str], names: Sequence[Name], sentences: Sequence[int]) -> list[Name]:
    """`names`, in order, made consistent; `sentences` numbers the sentence of each word."""
    joined = _joined(words, [_untimed(words, name) for name in names], sentences)
    joined = sorted((*joined, *_labels(words, joined, sentences)), key=lambda name: name.first)
    votes = _votes(words, joined)
    return [replace(name, type=_type(words, name, votes)) for name in joined]


def _labels(words: Sequence[str], names: Sequence[Name], sentences: Sequence[int]) -> list[Name]:
    """ "Quill: Every day." opens a line of whom the text names as Ada Quill."""
    last_names = {words[n.last - 1] for n in names if n.type == "PERSON" and n.last - n.first > 1}
    taken = {at for name in names for at in range(name.first, name.last)}
    return [
        Name(at, at + 1, "PERSON")
        for at, (word, following) in enumerate(pairwise(words))
        if following == ":" and word in last_names and at not in taken
        if at == 0 or sentences[at] != sentences[at - 1]
    ]


def _untimed(words: Sequence[str], name: Name) -> Name:
    """ "Late Light" is no time: a title where no word of the calendar or the clock is in it."""
    own = words[name.first : name.last]
    if name.type not in ("DATE", "TIME") or len(own) == 1:
        return name
    titled = all(word.istitle() and word.lower() not in _OF_TIME for word in own)
    return replace(name, type="WORK_OF_ART") if titled else name


def _joined(words: Sequence[str], names: Sequence[Name], sentences: Sequence[int]) -> list[Name]:
    """Names whole: pieces of what is a name elsewhere give way to it."""
    known = _known(words, names)
    found: list[Name] = []
    for at, name in enumerate(names):
        if found and name.first < found[-1].last:
            continue  # a piece of the one before
        before = found[-1].last if found else 0
        start = max(before, name.first - MOST_TOKENS + 1)
        wholes = (
            whole
            for first in range(start, name.first + 1)
            if (whole := _whole(words, first, name, known.get(words[first], ())))
            and sentences[whole.first] == sentences[whole.last - 1]
            and not _cuts(whole, names[at + 1 : at + 1 + MOST_TOKENS])
        )
        found.append(next(wholes, name) if name.type in NAMES else name)
    return found


def _whole(words: Sequence[str], first: int, name: Name, known: Sequence[Words]) -> Name | None:
    """The longest known name from `first` on that holds `name` and more."""
    for own in known:
        last = first + len(own)
        longer = first < name.first or last > name.last
        if last >= name.last and longer and tuple(words[first:last]) == own:
            return Name(first, last, name.type)
    return None


def _cuts(whole: Name, following: Sequence[Name]) -> bool:
    """True when `whole` ends inside a name that follows."""
    return any(name.first < whole.last < name.last for name in following)


def _known(words: Sequence[str], names: Sequence[Name]) -> Mapping[str, list[Words]]:
    """Names of several words by their first word, the longest first."""
    counts = Counter(
        tuple(words[name.first : name.last])
        for name in names
        if name.type in NAMES and 1 < name.last - name.first <= MOST_TOKENS
    )
    found: dict[str, list[Words]] = defaultdict(list)
    for own, _ in sorted(counts.items(), key=lambda c: (-len(c[0]), -c[1], c[0])):
        if len(found[own[0]]) < MOST_ALIKE:
            found[own[0]].append(own)
    return found


def _votes(words: Sequence[str], names: Sequence[Name]) -> Mapping[Words, Counter[str]]:
    """How often each name has which type; a person's last name also speaks for the bare one."""
    votes: dict[Words, Counter[str]] = defaultdict(Counter)
    for name, following in zip_longest(names, names[1:]):
        if name.type not in NAMES:
            continue
        own = tuple(words[name.first : name.last])
        person = _PERSON_VOTES * _is_person(words, name) + 2 * _is_beside(words, name, following)
        votes[own][name.type] += 1
        votes[own]["PERSON"] += person
        if len(own) > 1:
            votes[own[-1:]]["PERSON"] += person + (name.type == "PERSON")
    return votes


def _is_person(words: Sequence[str], name: Name) -> bool:
    """True where the words around say so: "Ms Quill", "Ada Quill, 46, …"."""
    before = words[name.first - 1] if name.first else ""
    if before.rstrip(".") in _TITLES or words[name.first].rstrip(".") in _TITLES:
        return True
    after = words[name.last : name.last + 3]
    return len(after) == 3 and after[0] == "," == after[2] and bool(_AGE.fullmatch(after[1]))


def _is_beside(words: Sequence[str], name: Name, following: Name | None) -> bool:
    """True for a first and last name with "and" and a whole person's name after it."""
    if following is None or following.type != "PERSON" or following.last - following.first < 2:
        return False
    near = following.first == name.last + 1 and words[name.last] == "and"
    return near and name.last - name.first == 2 and words[name.first].istitle()


def _type(words: Sequence[str], name: Name, votes: Mapping[Words, Counter[str]]) -> str:
    """The type that most places of the name have; its own where there is no more than a draw."""
    if name.type not in NAMES:
        return name.type
    own = tuple(words[name.first : name.last])
    counted = Counter(votes[own])
    if len(own) in _LENGTHS_OF_PERSONS and all(word[:1].isupper() for word in own):
        counted["PERSON"] += votes[own[-1:]]["PERSON"] if own[-1:] in votes else 0
    return max(counted, key=lambda type_: (counted[type_], type_ == name.type, type_))
