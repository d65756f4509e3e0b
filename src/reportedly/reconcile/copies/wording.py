"""An article as a sequence of hashed words, to be compared with others: text and regions in.

Boilerplate is left out.  Words inside quotation marks are marked, because two reporters who quote
the same speech have not copied each other.
"""

import functools
import hashlib
import re
from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from reportedly.offsets import Span

Hashes = npt.NDArray[np.uint64]
Flags = npt.NDArray[np.bool_]

_WORD = re.compile(r"[^\W_]+(?:['’‘`´][^\W_]+)*")
_APOSTROPHES = str.maketrans("", "", "'’‘`´")
#: A quotation ends with its paragraph at the latest: a mark that is never closed would otherwise
#: turn the rest of the article into a quotation.
_QUOTATION = re.compile(
    r"“[^“”\n]*(?:”|$)|\"[^\"\n]+\"|''[^\n]+?''|«[^«»\n]*»|„[^„“”\n]*[“”]", re.MULTILINE
)
_BASE = np.uint64(0x9E3779B97F4A7C15)
_MIX = np.uint64(0xBF58476D1CE4E5B9)


@functools.lru_cache(maxsize=1 << 17)
def word_hash(word: str) -> int:
    """64 bits of a word that is written the way `Wording` has it: lower case, no apostrophes."""
    return int.from_bytes(
        hashlib.blake2b(word.encode("utf-8", "surrogatepass"), digest_size=8).digest()
    )


@dataclass(frozen=True, slots=True, eq=False)
class Wording:
    """The words of one article outside boilerplate."""

    words: Hashes
    quoted: Flags
    #: where each word stands in the article's text
    spans: tuple[Span, ...]

    def shingles(self, length: int) -> Hashes:
        """A hash of each run of `length` words, by the place of its first word."""
        count = len(self.words) - length + 1
        if count <= 0:
            return np.zeros(0, dtype=np.uint64)
        total = np.zeros(count, dtype=np.uint64)
        for at in range(length):
            total = total * _BASE + self.words[at : at + count]
        total = (total ^ (total >> np.uint64(29))) * _MIX
        return total ^ (total >> np.uint64(32))


def wording(text: str, left_out: Iterable[Span] = ()) -> Wording:
    """The words of `text`, those of the spans `left_out` excepted."""
    skipped = sorted(left_out)
    quotations = [match.span() for match in _QUOTATION.finditer(text)]
    spans: list[Span] = []
    hashes: list[int] = []
    for match in _WORD.finditer(text):
        if not _lies_in(match.start(), skipped):
            spans.append(match.span())
            hashes.append(word_hash(match.group().translate(_APOSTROPHES).lower()))
    inside = [_lies_in(start, quotations) for start, _ in spans]
    return Wording(
        np.array(hashes, dtype=np.uint64), np.array(inside, dtype=np.bool_), tuple(spans)
    )


def _lies_in(at: int, spans: list[Span]) -> bool:
    return any(start <= at < end for start, end in spans)
