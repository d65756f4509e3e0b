"""Given names: which are short forms of which, and which pronoun they usually go with.

The tables lie beside this file and are read once a process; see its README for their origin.
"""

import functools
import re
from collections import Counter, defaultdict
from importlib import resources
from typing import Literal

#: What these end is made of a name and means another thing ("Doecare", "Doeism").
_DERIVED = ("care", "ism", "ist", "ists", "ite", "ites", "gate", "nomics", "mania", "land")
#: Fewer letters begin too many names; one less will do for a closed syllable before a vowel.
_CLIPPED_LETTERS = 4
_SYLLABLE = re.compile(r"[^aeiouy]*[aeiouy][^aeiouy]\Z")
_VOWELS = frozenset("aeiou")
#: "Augustin" is no name of the table, "Augustine" is: so many letters more or less, so many shared.
_VARIANT_LETTERS, _SHARED_LETTERS = 2, 5
#: "Romy": with its ending a pet name is told from a word cut short.
_PET_LETTERS = 3

#: The longest ending that at least so many names share decides when so many of them agree: on
#: names held out of the table 98 % right, and silent on half of them.
_LONGEST_ENDING, _FEWEST_NAMES, _AGREED = 4, 10, 0.95

Gender = Literal["f", "m", "x"]


def _lines(name: str) -> list[list[str]]:
    text = resources.files(__name__).joinpath(name).read_text("utf-8")
    return [line.split() for line in text.splitlines()]


@functools.cache
def _genders() -> dict[str, Gender]:
    """Of the names that are common: what tells a given name from another word."""
    return _read_genders("given_names.txt")


@functools.cache
def _further_genders() -> dict[str, Gender]:
    """Of names from all over the world, many of which are words and surnames too."""
    return _read_genders("more_names.txt")


def _read_genders(name: str) -> dict[str, Gender]:
    found: dict[str, Gender] = {}
    for marker, *names in _lines(name):
        gender: Gender = "f" if marker == "f" else "m" if marker == "m" else "x"
        found.update(dict.fromkeys(names, gender))
    return found


@functools.cache
def _short_forms() -> dict[str, frozenset[str]]:
    return {name: frozenset(short) for name, *short in _lines("nicknames.txt")}


@functools.cache
def _by_beginning() -> dict[str, list[str]]:
    """The names of the table that may have a variant, by the letters that it would share."""
    found: dict[str, list[str]] = {}
    for name in _short_forms():
        if len(name) >= _SHARED_LETTERS:
            found.setdefault(name[:_SHARED_LETTERS], []).append(name)
    return found


def find_gender(given_name: str) -> Gender | None:
    """Which pronoun the name usually goes with: `f`, `m`, `x` for either; None when not known.

    Evidence about a text's pronouns, never a statement about a person.
    """
    name = given_name.lower()
    return _genders().get(name) or _further_genders().get(name)


def find_likely_gender(given_name: str) -> Literal["f", "m"] | None:
    """As `find_gender`; for a name that the table lacks, by names that end like it.

    None for names of either sex, and where the ending does not tell.
    """
    name = given_name.lower()
    known = find_gender(name)
    if known:
        return None if known == "x" else known
    for letters in range(_LONGEST_ENDING, 1, -1):
        counts = _endings().get(name[-letters:])
        if counts and counts.total() >= _FEWEST_NAMES and len(name) > letters:
            gender, n = max(counts.items(), key=lambda item: item[1])
            return gender if n >= _AGREED * counts.total() else None
    return None


@functools.cache
def _endings() -> dict[str, Counter[Literal["f", "m"]]]:
    found: dict[str, Counter[Literal["f", "m"]]] = defaultdict(Counter)
    for name, gender in _genders().items():
        if gender != "x" and len(name) >= _LONGEST_ENDING:
            for letters in range(2, _LONGEST_ENDING + 1):
                found[name[-letters:]][gender] += 1
    return dict(found)


def is_given_name(word: str) -> bool:
    """True when the table of given names has `word`."""
    return word.lower() in _genders()


def may_be_same(one: str, other: str) -> bool:
    """True when two given names are equal, or one is a short form or initial of the other."""
    a, b = one.lower().rstrip("."), other.lower().rstrip(".")
    if a == b:
        return True
    if len(a) == 1 or len(b) == 1:
        return a[:1] == b[:1]
    known = b in short_forms(a) or a in short_forms(b)
    return (
        known
        or _is_clipped(a, b)
        or any(stem_of_pet(pet) in _stems(of) for pet, of in ((a, b), (b, a)))
    )


@functools.lru_cache(maxsize=4096)
def short_forms(name: str) -> frozenset[str]:
    """Short forms of a given name in lower case: "gus" for "augustine", and for "augustin" too,
    which the table lacks and which differs by its ending alone."""
    table = _short_forms()
    if name in table or len(name) < _SHARED_LETTERS:
        return table.get(name, frozenset())
    variants = (
        table[known]
        for known in _by_beginning().get(name[:_SHARED_LETTERS], ())
        if abs(len(known) - len(name)) <= _VARIANT_LETTERS
        and (known.startswith(name) or name.startswith(known))
        and name != f"{known}s"
    )
    return frozenset().union(*variants)


def first_letters(given_name: str) -> frozenset[str]:
    """Names that `may_be_same` share one of these: the first letters of the name's forms."""
    name = given_name.lower().rstrip(".")
    return frozenset({name[:1], *(form[:1] for form in short_forms(name))})


def stem_of_pet(name: str) -> str | None:
    """ "Rom" of "Romy", where that is no given name of its own: what a pet name is made of."""
    low = name.lower()
    stem = low.removesuffix("ie") if low.endswith("ie") else low.removesuffix("y")
    if stem == low or len(stem) < _PET_LETTERS or is_given_name(low):
        return None
    return stem


def _stems(name: str) -> frozenset[str]:
    """What pet names of a given name may be made of: its first letters, two less at least."""
    return frozenset(name[:at] for at in range(_PET_LETTERS, len(name) - 1))


def _is_clipped(a: str, b: str) -> bool:
    """ "Thess" for "Thessaly": cut short, and not another name of its own ("Mari", "Marian").

    "Ser" for "Serafin" too, but not "Wen" for "Wenbo", which is cut within a syllable.
    """
    clipped, full = sorted((a, b), key=len)
    if len(clipped) < _CLIPPED_LETTERS - 1 or len(full) < len(clipped) + 2:
        return False
    if len(clipped) < _CLIPPED_LETTERS:
        at_vowel = full[len(clipped)] in _VOWELS
        if not at_vowel or not _SYLLABLE.match(clipped):
            return False
    if full.endswith(_DERIVED):
        return False
    return full.startswith(clipped) and not is_given_name(clipped)
