"""Names of persons taken apart, and what two of them say about being the same person."""

import functools
import re
import unicodedata
from dataclasses import dataclass

from reportedly.models.names import may_be_same

#: Behind a name, no part of it: "Ann Doe Jr".
SUFFIXES = frozenset(["jr", "sr", "ii", "iii", "iv"])
#: Letters after a name that are no part of it.
_HONOURS = frozenset(["md", "m.d", "phd", "ph.d", "esq", "mp", "qc", "kc", "obe", "mbe", "cbe"])
#: Small words that belong to the family name after them.
_PARTICLES = frozenset(
    ["de", "la", "von", "van", "der", "den", "del", "di", "da", "al", "bin", "le"]
)
#: "Van Doe", "Al Doe": as a first word these are given names as often as not.
_ALSO_GIVEN = frozenset(["van", "al", "del", "den"])
_POSSESSIVE = re.compile(r"['’`]s?$")


@dataclass(frozen=True, slots=True)
class PersonName:
    """`given` and `family` may be empty; `middle` holds all between them, `suffix` Jr. and such.

    A single word is kept as `family`: newspapers use last names alone, and readers of this class
    must treat it as either.
    """

    given: str
    middle: tuple[str, ...]
    family: str
    suffix: str = ""

    @property
    def single(self) -> bool:
        """True for a name of one word."""
        return not self.given


@functools.lru_cache(maxsize=65536)
def person_name(text: str) -> PersonName:
    """The parts of `text`, lower case, without accents, full stops and quoted nicknames."""
    folded = _without_accents(text.replace("’", "'").replace("`", "'").lower())
    words = [_POSSESSIVE.sub("", word.strip(",.")) for word in folded.split()]
    words = [word for word in words if word and word[0] not in "\"“”'‘’("]
    while len(words) > 1 and words[-1] in _HONOURS:
        words.pop()
    suffix = words.pop() if len(words) > 1 and words[-1] in SUFFIXES else ""
    if not words:
        return PersonName("", (), text.lower(), suffix)
    at = len(words) - 1
    while at > 0 and words[at - 1] in _PARTICLES and (at > 1 or words[0] not in _ALSO_GIVEN):
        at -= 1
    family = " ".join(words[at:])
    if at == 0:
        return PersonName("", (), family, suffix)
    return PersonName(words[0], tuple(words[1:at]), family, suffix)


def _without_accents(text: str) -> str:
    """ "Calderón" is printed "Calderon" as often."""
    if text.isascii():
        return text
    return "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))


def contradict(one: str, other: str) -> bool:
    """True when the two names cannot belong to one person under one style of naming.

    Given names differ and are no short forms of each other; or family names differ (a double name
    contains both); or the suffixes differ.  A single word contradicts a full name unless it is one
    of its parts.
    """
    a, b = person_name(one), person_name(other)
    if a.suffix and b.suffix and a.suffix != b.suffix:
        return True
    if a.single or b.single:
        return _single_contradicts(a, b)
    if not may_be_same(a.given, b.given):
        return not _middle_as_given(a, b)
    return not (_families_agree(a, b) and _middles_agree(a, b))


def is_namesake(one: str, other: str) -> bool:
    """True for "Bob Doe Jr." beside "Bob Doe": one text that has both means father and son."""
    a, b = person_name(one), person_name(other)
    if bool(a.suffix) == bool(b.suffix):
        return False
    return not (b if a.suffix else a).single


def _single_contradicts(a: PersonName, b: PersonName) -> bool:
    single, full = (a, b) if a.single else (b, a)
    if full.single:
        return not may_be_same(single.family, full.family)
    parts = (full.given, full.family, *full.family.split("-"), *full.middle)
    return single.family not in parts and not may_be_same(single.family, full.given)


def _middle_as_given(a: PersonName, b: PersonName) -> bool:
    """ "J. Edgar Doe" is "Edgar Doe"."""
    return a.family == b.family and (b.given in a.middle[:1] or a.given in b.middle[:1])


def _families_agree(a: PersonName, b: PersonName) -> bool:
    if a.family == b.family:
        return True
    whole_a = {a.family, *a.family.split("-"), *a.middle}
    whole_b = {b.family, *b.family.split("-"), *b.middle}
    return a.family in whole_b - set(b.middle[:-1]) or b.family in whole_a - set(a.middle[:-1])


def _middles_agree(a: PersonName, b: PersonName) -> bool:
    """Middle names that both give must fit: "J. A. Doe" is not "J. B. Doe"."""
    if not a.middle or not b.middle or a.family != b.family:
        return True
    return any(may_be_same(x, y) for x in a.middle for y in b.middle)
