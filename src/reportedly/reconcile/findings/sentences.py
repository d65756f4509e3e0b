"""Sentences and paragraphs around an offset of a text, roughly, without a parse."""

import functools
import re
from bisect import bisect_left

from reportedly.offsets import Span, trim

_SENTENCE_END = re.compile(r"\n|[.!?][”\"’']?(?=\s+[^a-z\s])")


@functools.lru_cache(maxsize=64)
def _ends(text: str) -> tuple[list[int], list[int]]:
    """Where the sentences of a text are over, and where what ends them begins."""
    found = [(m.end(), m.start()) for m in _SENTENCE_END.finditer(text)]
    return [end for end, _ in found], [start for _, start in found]


def sentence_at(text: str, at: int) -> Span:
    """The sentence of `text` around offset `at`."""
    ends, starts = _ends(text)
    place = bisect_left(starts, at)
    first = ends[place - 1] if place else 0
    return trim(text, (first, ends[place] if place < len(ends) else len(text)))


def paragraphs_around(text: str, sentence: Span, *, after: int) -> Span:
    """The paragraph of a sentence and the one before it, and as many as `after` behind it."""
    start = text.rfind("\n", 0, sentence[0])
    start = text.rfind("\n", 0, max(0, len(text[:start].rstrip()))) + 1 if start > 0 else 0
    end = text.find("\n", sentence[1])
    for _ in range(after):
        if end < 0:
            break
        begins = end + len(text[end:]) - len(text[end:].lstrip())
        end = text.find("\n", begins)
    return start, len(text) if end < 0 else end
