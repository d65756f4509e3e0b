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

from reportedly.arrays import Flags, Hashes, Numbers
from reportedly.offsets import Span

_WORD = re.compile(r"[^\W_]+(?:['’‘`´][^\W_]+)*")
_APOSTROPHES = str.maketrans("", "", "'’‘`´")
#: A quotation ends with its paragraph at the latest: a mark that is never closed would otherwise
#: turn the rest of the article into a quotation.
_QUOTATION = re.compile(
    r"“[^“”\n]*(?:”|$)|\"[^\"\n]+\"|''[^\n]+?''|«[^«»\n]*»|„[^„“”\n]*[“”]", re.MULTILINE
)
_BASE = np.uint64(0x9E3779B97F4A7C15)
_MIX = np.uint64(0xBF58476D1CE4E5B9)


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
    spans = [match.span() for match in _WORD.finditer(text)]
    starts = np.array([start for start, _ in spans], dtype=np.int64)
    hashes = np.array([_hash_as_written(text[s:e]) for s, e in spans], dtype=np.uint64)
    kept = ~_inside(starts, left_out)
    quoted = _inside(starts, (match.span() for match in _QUOTATION.finditer(text)))
    kept_spans = tuple(span for span, keep in zip(spans, kept.tolist(), strict=True) if keep)
    return Wording(hashes[kept], quoted[kept], kept_spans)


@functools.lru_cache(maxsize=1 << 17)
def _hash_as_written(word: str) -> int:
    return word_hash(word.translate(_APOSTROPHES).lower())


def _inside(starts: Numbers, spans: Iterable[Span]) -> Flags:
    """For each of the ascending `starts`: does it lie in one of the spans?"""
    flags = np.zeros(len(starts), dtype=np.bool_)
    for start, end in spans:
        flags[np.searchsorted(starts, start) : np.searchsorted(starts, end)] = True
    return flags
