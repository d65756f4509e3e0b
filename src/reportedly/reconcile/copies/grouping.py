"""Groups of copies out of candidate pairs: each pair is verified, each merger is checked.

A group has a leader, its earliest article.  Two groups become one when their leaders are copies of
one another, or when some pair is and all of their articles are about the same; so an article that
was put together from two others joins one of them and does not tie them.
"""

import functools
from collections.abc import Iterable, Mapping

import numpy as np
import pyarrow as pa

from reportedly.content_words import STOP_WORDS
from reportedly.reconcile.copies.comparison import compare
from reportedly.reconcile.copies.wording import Wording, word_hash
from reportedly.reconcile.copies.wordings import AT_ONCE, Wordings
from reportedly.reconcile.groups import UNDATED

#: Half of an article taken over makes it a copy: shortened, or with a lead of its own.
LEAST_CONTAINMENT = 0.5
#: Fewer shared words than this, some two sentences, are standing text: a note on the author, a
#: sentence of background.
LEAST_WORDS = 40
#: Versions of one page are updates of one another already when a quarter stayed.
LEAST_OF_SAME_PAGE = 0.25
#: Shorter texts must have the same words, nearly all of them.
SHORT_WORDS = 40
LEAST_OF_SHORT = 0.8
#: Of the rarer words of the shorter one.  Parts cut from one story share names and places, about
#: half of their words; unrelated stories stay below a fifth.
LEAST_COMMON_WORDS = 0.3
#: Members looked at on each side of a merger, so that large groups cost no more than small ones.
LOOKED_AT = 8


def are_copies(wordings: Wordings, left: int, right: int) -> bool:
    """Is one of the two articles a copy of the other, by their words alone?"""
    one, other = wordings.of(left), wordings.of(right)
    if min(len(one.words), len(other.words)) < SHORT_WORDS:
        return _nearly_equal(one, other)
    a, b = wordings.pages[left], wordings.pages[right]
    same_page = a == b and "/" in a
    overlap = compare(one, other)
    if same_page:
        return overlap.containment >= LEAST_OF_SAME_PAGE
    return overlap.containment >= LEAST_CONTAINMENT and overlap.words >= LEAST_WORDS


class CopyGroups:
    """Groups that grow by verified mergers; the same for the same articles in any order.

    Args:
        days: by article, known ones.
        wordings: of all articles.
        common: hashes of words that say nothing.
        rows: article → its row among the wordings.
    """

    def __init__(
        self,
        days: Mapping[str, str | None],
        wordings: Wordings,
        common: frozenset[int],
        rows: Mapping[str, int],
    ) -> None:
        self._days = days
        self._wordings = wordings
        self._rows = rows
        self._groups: dict[str, list[str]] = {}
        self._group_of: dict[str, str] = {}
        self._verdicts: dict[tuple[str, str], bool] = {}
        self._common = common
        self._length = functools.lru_cache(AT_ONCE)(self._length_of)
        self._vocabulary = functools.lru_cache(AT_ONCE)(self._vocabulary_of)

    def merge(self, pairs: Iterable[tuple[str, str]]) -> list[tuple[str, ...]]:
        """The groups of two or more articles that `pairs`, copies in their order, lead to."""
        for left, right in pairs:
            self._verdicts[left, right] = True
            a, b = self._group_of.get(left, left), self._group_of.get(right, right)
            if a != b and self._may_merge(a, b):
                self._join(a, b)
        return sorted(tuple(sorted(members)) for members in self._groups.values())

    def _are_copies(self, left: str, right: str) -> bool:
        pair = (min(left, right), max(left, right))
        if pair not in self._verdicts:
            self._verdicts[pair] = are_copies(self._wordings, *(self._rows[name] for name in pair))
        return self._verdicts[pair]

    def _length_of(self, name: str) -> int:
        return len(self._wordings.of(self._rows[name]).words)

    def _members(self, group: str) -> list[str]:
        return self._groups.get(group, [group])

    def _may_merge(self, a: str, b: str) -> bool:
        leaders = self._leader(a), self._leader(b)
        if self._are_copies(*leaders):
            return self._same_matter(a, b)
        return self._same_matter(a, b) and all(
            self._are_copies(self._leader_of_both(a, b), member)
            for member in (self._members(a) + self._members(b))[: 2 * LOOKED_AT]
        )

    def _leader_of_both(self, a: str, b: str) -> str:
        """The longest article of both groups: parts of it need not overlap one another."""
        listed = self._members(a) + self._members(b)
        return min(listed, key=lambda name: (-self._length(name), name))

    def _leader(self, group: str) -> str:
        def order(name: str) -> tuple[str, int, str]:
            return (self._days[name] or UNDATED)[:10], -self._length(name), name

        members = self._members(group)
        return members[0] if len(members) == 1 else min(members, key=order)

    def _same_matter(self, a: str, b: str) -> bool:
        """Do all articles of the one group (the first few) share words with all of the other?"""
        return all(
            self._share_words(left, right)
            for left in self._members(a)[:LOOKED_AT]
            for right in self._members(b)[:LOOKED_AT]
        )

    def _share_words(self, left: str, right: str) -> bool:
        one, other = self._vocabulary(left), self._vocabulary(right)
        return len(one & other) >= LEAST_COMMON_WORDS * min(len(one), len(other))

    def _vocabulary_of(self, name: str) -> frozenset[int]:
        return self._wordings.vocabulary(self._rows[name]) - self._common

    def _join(self, a: str, b: str) -> None:
        members = sorted(self._members(a) + self._members(b))
        for old in (a, b):
            self._groups.pop(old, None)
        self._groups[members[0]] = members
        for member in members:
            self._group_of[member] = members[0]


def _nearly_equal(one: Wording, other: Wording) -> bool:
    a, b = set(one.words.tolist()), set(other.words.tolist())
    longest = max(len(one.words), len(other.words))
    shortest = min(len(one.words), len(other.words))
    return bool(a) and len(a & b) >= LEAST_OF_SHORT * len(a | b) and shortest >= 0.5 * longest


def common_words(words: pa.ListArray) -> frozenset[int]:
    """Stop words, and those of a tenth of all articles (in a small pile: of more than five)."""
    found, counts = np.unique(words.flatten().to_numpy(), return_counts=True)
    most = max(5, len(words) // 10)
    frequent = found[counts > most].tolist()
    return frozenset(frequent) | {word_hash(word) for word in STOP_WORDS}
