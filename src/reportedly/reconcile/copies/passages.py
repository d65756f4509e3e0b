"""The passages that two copies share: two wordings in, where each passage stands in both out.

Worked out when somebody asks, because both texts are all that it takes.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from reportedly.arrays import Flags
from reportedly.offsets import Span
from reportedly.reconcile.copies.comparison import RUN_WORDS, Overlap, compare, covered, passages
from reportedly.reconcile.copies.wording import Wording

#: Where the other text has a run of the passage twice, the places within so many lengths of the
#: passage that hold most of its runs are meant.
LONGEST_STRETCH = 1.5


@dataclass(frozen=True, slots=True)
class Passage:
    """One passage, as spans of the two texts; each begins and ends with a word that both have."""

    here: Span
    there: Span


@dataclass(frozen=True, slots=True)
class Shared:
    """What two texts share, in the order of the first."""

    passages: tuple[Passage, ...]
    overlap: Overlap


def shared(one: Wording, other: Wording) -> Shared:
    """The passages of `one` that `other` has too, and how much of each text they are."""
    flags = covered(one, other)
    found = (_passage(one, other, words) for words in _stretches(one, flags))
    return Shared(tuple(p for p in found if p is not None), compare(one, other))


def _stretches(one: Wording, flags: Flags) -> Iterator[range]:
    """Neighbouring passages that were taken over, as ranges of words from common word to common."""
    own = np.flatnonzero(~one.quoted)
    ranges, taken = passages(one, flags)
    begun: int | None = None
    for at, (words, hit) in enumerate(zip(ranges, taken, strict=True)):
        if not hit:
            begun = None
            continue
        begun = words.start if begun is None else begun
        if at + 1 == len(ranges) or not taken[at + 1]:
            yield _whole_runs(flags, int(own[begun]), int(own[words.stop - 1]) + 1)


def _whole_runs(flags: Flags, start: int, stop: int) -> range:
    """The stretch without strange words at its ends, and with all of the runs that it cuts."""
    common = np.flatnonzero(flags[start:stop]) + start
    strange = np.flatnonzero(~flags)
    before = strange[strange < common[0]]
    after = strange[strange > common[-1]]
    return range(
        int(before[-1]) + 1 if len(before) else 0, int(after[0]) if len(after) else len(flags)
    )


def _passage(one: Wording, other: Wording, words: range) -> Passage | None:
    """The passage of these words of `one`, and where `other` has most of their runs."""
    runs = one.shingles(RUN_WORDS)[words.start : max(words.start, words.stop - RUN_WORDS + 1)]
    places = np.flatnonzero(np.isin(other.shingles(RUN_WORDS), runs))
    if not len(places):
        return None
    near = _densest(places, LONGEST_STRETCH * len(words))
    here = (one.spans[words.start][0], one.spans[words.stop - 1][1])
    there = (other.spans[int(near[0])][0], other.spans[int(near[-1]) + RUN_WORDS - 1][1])
    return Passage(here, there)


def _densest(places: npt.NDArray[np.intp], width: float) -> npt.NDArray[np.intp]:
    """Of ascending places those in the window of `width` that holds most of them."""
    ends = np.searchsorted(places, places + width, side="right")
    best = int(np.argmax(ends - np.arange(len(places))))
    return places[best : ends[best]]
