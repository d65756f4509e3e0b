"""The table of frames, compiled: for each word of a text the entries that may begin with it.

A line is a sort, one or more first words (`sell/auction`) and a pattern for what must follow:
`v` a verb in any form; `p` a verb that is about whom or what it is done to ("was sacked", "sacked
him"); `n` a noun that tells the change where it is somebody's ("her departure"); `t` words that
tell by themselves, as they stand; `w` words that are a vow in themselves ("ruled out a move").
In patterns a space stands for any space, `NAME` for a word with a capital, `HIS` for a possessive,
`THE` for an article or possessive that may be missing, `END` for the end of a clause; `ALONE` says
that no object follows.
"""

import re
from dataclasses import dataclass
from typing import Literal

from reportedly.reconcile.findings.frames.couples import COUPLES
from reportedly.reconcile.findings.frames.matter import Matter
from reportedly.reconcile.findings.frames.persons import PERSONS
from reportedly.reconcile.findings.frames.things import THINGS
from reportedly.reconcile.findings.frames.verbs import VerbForm, forms

Side = Literal["changes", "lasts", "foresees", "fails", "late"]
Sort = Literal["v", "p", "n", "t", "w"]

_SIDES: tuple[Side, ...] = ("changes", "lasts", "foresees", "fails", "late")
#: What stands for what in a pattern of the table.
_SHORTHANDS = (
    ("THE", r"(?:(?:the|a|an|its|his|her|their|our|my|your|this|that)\s+)?"),
    ("HIS", r"(?:his|her|their|its|our|my|your|\w+[’']s)"),
    ("NAME", r"(?-i:[^\W\d_a-z][\w’'-]+)"),
    (" ALONE", ""),
    ("ALONE", ""),
    ("END", r"\W*(?:$|[.,;:!?”\"’'])"),
)
_LINE = re.compile(r"([vpntw]) ([a-z]+(?:/[a-z]+)*)(.*)")
_SORTS: dict[str, Sort] = {"v": "v", "p": "p", "n": "n", "t": "t", "w": "w"}


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the table, for one first word."""

    matter: Matter
    side: Side
    sort: Sort
    rest: re.Pattern[str]
    """what must follow the first word"""
    transitive: bool
    """the line ends where its object can begin"""


Entries = tuple[tuple[Entry, frozenset[VerbForm]], ...]


def _lines(matter: Matter, side: Side) -> list[tuple[Entry, tuple[str, ...]]]:
    found = []
    for line in filter(None, map(str.strip, getattr(matter, side).splitlines())):
        match = _LINE.fullmatch(line)
        if match is None:
            raise ValueError(f"a line of {matter.name!r} cannot be read: {line!r}")
        heads, rest = match[2], match[3]
        sort = _SORTS[match[1]]
        alone = "END" in rest or "ALONE" in rest
        entry = Entry(matter, side, sort, _compiled(rest), transitive=not alone)
        found.append((entry, tuple(heads.split("/"))))
    return found


def _compiled(rest: str) -> re.Pattern[str]:
    for name, pattern in _SHORTHANDS:
        rest = rest.replace(name, pattern)
    # What looks ahead says itself where it ends.
    ending = "" if "(?=" in rest else r"(?!\w)"
    return re.compile(rest.replace(" ", r"\s+") + ending, re.IGNORECASE)


def by_word(matters: tuple[Matter, ...]) -> dict[str, Entries]:
    """The entries of a table by their first words; raises ValueError for what cannot be read."""
    found: dict[str, list[tuple[Entry, frozenset[VerbForm]]]] = {}
    for matter in matters:
        for side in _SIDES:
            for entry, heads in _lines(matter, side):
                for head in heads:
                    kinds = forms(head) if entry.sort in "vpw" else {head: frozenset[VerbForm]()}
                    for word, form in kinds.items():
                        found.setdefault(word, []).append((entry, form))
    return {word: tuple(entries) for word, entries in found.items()}


BY_WORD: dict[str, Entries] = by_word(COUPLES + PERSONS + THINGS)
