"""Forgotten names, known by their digests alone: a chronicle that must not hold a name still
recognises it in what is read later.

A name's words, folded, are hashed with a salt of the chronicle's own.  Whoever has the file and a
guess can still test the guess; nobody can read the names out of it.
"""

import hashlib
import itertools
import re
import secrets
import sqlite3
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from reportedly.offsets import Span
from reportedly.store import keeping

_WORD = re.compile(r"[^\W_]+")

#: Between two words of a name: blanks, a hyphen, a full stop and a blank, the `%20` of an address.
_LONGEST_GAP = 3

#: A name run together ("@adaquill") is looked for if it has so many letters: "Jo King" is "joking".
_SHORTEST_RUN = 8

#: Written before the digest: in how many words the name comes, or 0 for a name run together.
_SEALED = re.compile(r"(\d+):[0-9a-f]{64}\Z", re.ASCII)

_SALT = "forgotten_salt"


@dataclass(frozen=True, slots=True)
class Forgotten:
    """Sealed names and how to recognise them."""

    salt: str
    sealed: frozenset[str]
    lengths: tuple[int, ...]

    @classmethod
    def of(cls, names: Iterable[str], salt: str = "") -> "Forgotten":
        """From names, sealed or plain."""
        sealed = frozenset(seals(names, salt))
        return cls(salt, sealed, tuple(sorted({int(each.partition(":")[0]) for each in sealed})))

    def __bool__(self) -> bool:
        """True when there is any."""
        return bool(self.sealed)

    def is_name(self, words: str) -> bool:
        """True when `words` are one of the names and nothing else."""
        return seal(words, self.salt) in self.sealed or self._is_run_together(words)

    def spans(self, text: str, *, shortest: int = 1) -> list[Span]:
        """Where names of at least `shortest` words stand; at one place the longest counts.

        A word that is several of a name run together counts as all of them.
        """
        words = list(_WORD.finditer(text))
        lengths = [n for n in reversed(self.lengths) if n >= max(1, shortest)]
        found: list[Span] = []
        at = 0
        while at < len(words):
            taken = next((n for n in lengths if self._stands(text, words[at : at + n], n)), 0)
            if not taken and self._is_run_together(words[at][0]):
                taken = 1
            if taken:
                found.append((words[at].start(), words[at + taken - 1].end()))
            at += max(1, taken)
        return found

    def _stands(self, text: str, words: list[re.Match[str]], length: int) -> bool:
        if len(words) < length:
            return False
        gaps = (b.start() - a.end() for a, b in itertools.pairwise(words))
        if any(gap > _LONGEST_GAP for gap in gaps):
            return False
        return self.is_name(text[words[0].start() : words[-1].end()])

    def _is_run_together(self, word: str) -> bool:
        return 0 in self.lengths and seal_run_together(word, self.salt) in self.sealed


def seal(name: str, salt: str) -> str:
    """The digest under which a name is kept, whatever its case and what is between its words."""
    words = _WORD.findall(name.casefold())
    digest = hashlib.sha256(f"{salt}\0{' '.join(words)}".encode("utf-8", "replace"))
    return f"{len(words)}:{digest.hexdigest()}"


def seal_run_together(name: str, salt: str) -> str:
    """The digest of all letters of a name without what is between them."""
    _, _, digest = seal("".join(_WORD.findall(name)), salt).partition(":")
    return f"0:{digest}"


def seals(names: Iterable[str], salt: str) -> Iterator[str]:
    """The digests of names; those that are digests already stay as they are."""
    for name in names:
        if _SEALED.match(name):
            yield name
            continue
        yield seal(name, salt)
        words = _WORD.findall(name)
        if len(words) > 1 and sum(map(len, words)) >= _SHORTEST_RUN:
            yield seal_run_together(name, salt)


def known(connection: sqlite3.Connection) -> Forgotten:
    """The names that a chronicle must not hold."""
    salt = keeping.get_meta(connection, _SALT) or ""
    return Forgotten.of(keeping.tombstones(connection, "person"), salt)


def remember(connection: sqlite3.Connection, names: Iterable[str]) -> None:
    """Leaves a tombstone for each name; inside a transaction of the caller's."""
    salt = keeping.get_meta(connection, _SALT)
    if salt is None:
        salt = secrets.token_hex(16)
        keeping.set_meta(connection, _SALT, salt)
    earlier = keeping.tombstones(connection, "person")
    sealed = set(seals((*earlier, *names), salt))
    keeping.replace_tombstones(connection, "person", sorted(sealed))
