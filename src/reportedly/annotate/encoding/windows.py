"""Cut the words of an article into windows that the encoder reads at once.

In: words with lines. Out: word ranges of at most so many pieces, made of whole lines where they
fit; a line longer than a window is cut, after the end of a sentence where there is one. Windows
never overlap, so that the work stays linear in the length.
"""

from itertools import pairwise

import numpy as np

from reportedly.annotate.encoding.words import Words
from reportedly.arrays import Numbers

#: Pieces in a window, without the two marks at its ends. Longer ones cost attention time.
WINDOW_PIECES = 254
# How far back from a forced cut the end of a sentence is looked for, as a share of the window.
_LOOK_BACK = 0.5


def cut_windows(words: Words, max_pieces: int = WINDOW_PIECES) -> list[tuple[int, int]]:
    """Half-open word ranges that cover all `words` once, in order."""
    sentence_ends = np.flatnonzero(words.ends)
    windows: list[tuple[int, int]] = []
    start = 0
    for line_start, line_end in _line_ranges(words):
        if start < line_start and _pieces(words, start, line_end) > max_pieces:
            windows.append((start, line_start))
            start = line_start
        while _pieces(words, start, line_end) > max_pieces:
            cut = _find_cut(words, sentence_ends, start, line_end, max_pieces)
            windows.append((start, cut))
            start = cut
    if start < len(words):
        windows.append((start, len(words)))
    return windows


def _pieces(words: Words, start: int, end: int) -> int:
    return int(words.first_piece[end] - words.first_piece[start])


def _line_ranges(words: Words) -> list[tuple[int, int]]:
    if not len(words):
        return []
    count = int(words.line[-1]) + 1
    edges = [int(i) for i in words.line.searchsorted(range(count + 1))]
    return list(pairwise(edges))


def _find_cut(words: Words, sentence_ends: Numbers, start: int, end: int, max_pieces: int) -> int:
    """The word to cut before: after a sentence if one ends late in the window."""
    limit = int(words.first_piece[start]) + max_pieces
    last = int(words.first_piece.searchsorted(limit, side="right")) - 1
    last = max(start + 1, min(last, end))
    earliest = last - int((last - start) * _LOOK_BACK)
    at = int(sentence_ends.searchsorted(last - 1, side="right")) - 1
    if at >= 0 and sentence_ends[at] + 1 > earliest:
        return int(sentence_ends[at]) + 1
    return last
