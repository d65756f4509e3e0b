"""Persons' names in the letters that they usually have: "ADA QUILL" is Ada Quill.

In: a name as it is printed, with no regard to where.  Out: the same without the capitals in which
papers shout an opening, a caption or every name of a front page; initials stay as they are.
"""

import re

from reportedly.models.names import is_given_name

#: Shorter words in capitals are initials, unless the whole name is shouted.
_SHOUTED = 4
_SUFFIXES = frozenset(("II", "III", "IV"))
#: Where a name goes on with a capital: O'Dell, Moll-Tarn.
_PARTS = re.compile(r"([-'’])")


def in_usual_letters(name: str) -> str:
    """ "ADA Quill" and "ADA QUILL" as Ada Quill; "JK QUILL" keeps its initials.

    A single word in capitals may be what somebody calls herself on a stage.
    """
    words = name.split(" ")
    if len(words) == 1:
        return name
    shouted = [_is_shouted(word) for word in words]
    long = [word for word, loud in zip(words, shouted, strict=True) if loud and _is_long(word)]
    if all(shouted) and long:
        return " ".join(map(_usual, words))
    rest = [word for word, loud in zip(words, shouted, strict=True) if not loud]
    if len(long) == sum(shouted) and all(word.istitle() for word in rest):
        return " ".join(_usual(word) if word in long else word for word in words)
    return name


def _is_shouted(word: str) -> bool:
    return word.isupper() and "." not in word


def _is_long(word: str) -> bool:
    return len(word) >= _SHOUTED and word not in _SUFFIXES


def _usual(word: str) -> str:
    if word in _SUFFIXES or (not _is_long(word) and not is_given_name(word) and _are_letters(word)):
        return word
    usual = "".join(part.capitalize() for part in _PARTS.split(word))
    scottish = usual.startswith("Mc") and len(usual) > _SHOUTED
    return f"Mc{usual[2:].capitalize()}" if scottish else usual


def _are_letters(word: str) -> bool:
    """ "JK", "DJ", "TJR": too short for a name, or nothing that could be spoken."""
    return len(word) == 1 or not set(word) & set("AEIOUY")
