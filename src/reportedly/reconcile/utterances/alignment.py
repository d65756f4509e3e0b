"""Where two statements run along the same words: two sequences of words in, an `Alignment` out.

The alignment is local: words that happen to recur far from the common stretch are not counted.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from rapidfuzz.distance import Indel

from reportedly.reconcile.utterances.wording import carries_content

#: What a word that only one of the two has costs, where a common word gains 1: a block of common
#: words is kept when it makes up for the distance to the rest, at three strange words for one.
GAP_COST = 0.34


@dataclass(frozen=True, slots=True)
class Alignment:
    """The common stretch of two statements."""

    #: words in common
    matched: int
    #: of these, words that carry content
    content: int
    #: words that the shorter of the two has outside the common words
    missed: int
    #: common words among all words of the stretch, 0 to 1
    density: float


@dataclass(frozen=True, slots=True)
class _Block:
    """A run of words that both have; `left` and `right` are its places."""

    left: int
    right: int
    size: int


def align(left: Sequence[str], right: Sequence[str]) -> Alignment:
    """How far two statements' words run along each other."""
    if _stands_in(left, right):
        # Where words recur, the shortest edits may scatter what stands in one piece.
        whole = min(left, right, key=len)
        return Alignment(len(whole), sum(carries_content(word) for word in whole), 0, 1.0)
    blocks = _best_blocks(left, right)
    matched = sum(block.size for block in blocks)
    if not matched:
        return Alignment(0, 0, min(len(left), len(right)), 0.0)
    in_left, in_right = _hulls(blocks)
    width = len(in_left) + len(in_right)
    words = [word for b in blocks for word in left[b.left : b.left + b.size]]
    return Alignment(
        matched=matched,
        content=sum(carries_content(word) for word in words),
        missed=min(len(left), len(right)) - matched,
        density=2 * matched / width,
    )


def _stands_in(left: Sequence[str], right: Sequence[str]) -> bool:
    """True when the shorter of the two stands in the longer, in one piece."""
    shorter, longer = sorted((tuple(left), tuple(right)), key=len)
    if not shorter:
        return False
    starts = range(len(longer) - len(shorter) + 1)
    return any(longer[at : at + len(shorter)] == shorter for at in starts)


def common_stretch(left: Sequence[str], right: Sequence[str]) -> tuple[range, range]:
    """Where the common stretch lies in each of the two; empty ranges when there is none."""
    blocks = _best_blocks(left, right)
    return _hulls(blocks) if blocks else (range(0), range(0))


def _hulls(blocks: list[_Block]) -> tuple[range, range]:
    first, last = blocks[0], blocks[-1]
    return range(first.left, last.left + last.size), range(first.right, last.right + last.size)


def _best_blocks(left: Sequence[str], right: Sequence[str]) -> list[_Block]:
    """The best run of blocks, aligned from the front or from the back.

    "I would not leave X, I would not leave Y" holds its beginning twice: from the front, the second
    half would be torn in two.
    """
    forward = _best_run(_blocks(left, right))
    if _is_whole(forward, min(len(left), len(right))):
        return forward
    mirrored = _best_run(_blocks(left[::-1], right[::-1]))
    backward = [
        _Block(len(left) - b.left - b.size, len(right) - b.right - b.size, b.size)
        for b in reversed(mirrored)
    ]
    return max(forward, backward, key=_gain)


def _is_whole(blocks: list[_Block], shorter: int) -> bool:
    return len(blocks) == 1 and blocks[0].size == shorter


def _gain(blocks: list[_Block]) -> float:
    """Common words, less the cost of the strange ones between them."""
    if not blocks:
        return 0.0
    in_left, in_right = _hulls(blocks)
    matched = sum(block.size for block in blocks)
    return matched - GAP_COST * (len(in_left) + len(in_right) - 2 * matched)


def _blocks(left: Sequence[str], right: Sequence[str]) -> list[_Block]:
    return [
        _Block(op.src_start, op.dest_start, op.src_end - op.src_start)
        for op in Indel.opcodes(left, right)
        if op.tag == "equal"
    ]


def _best_run(blocks: list[_Block]) -> list[_Block]:
    """The run of blocks that gains most, words between them counted against it."""
    best, best_gain = (0, 0), 0.0
    start, gain = 0, 0.0
    for at, block in enumerate(blocks):
        if at:
            before = blocks[at - 1]
            strange = (block.left - before.left) + (block.right - before.right) - 2 * before.size
            gain -= GAP_COST * strange
        if gain <= 0:
            start, gain = at, 0.0
        gain += block.size
        if gain > best_gain:
            best, best_gain = (start, at + 1), gain
    return blocks[best[0] : best[1]]
