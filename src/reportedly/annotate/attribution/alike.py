"""Whether two proposals are the same one, and which proposals stand near another.

In: spans.  Out: answers.  Comparing only within cells keeps the time linear in the text.
"""

from collections.abc import Iterable

from reportedly.offsets import Spans, overlaps

#: Contents that share this part of their characters are the same proposal.
SAME_CONTENT = 0.5
#: Characters of a cell in which proposals are compared.
_CELL_CHARS = 2_000


def shared(a: Spans, b: Spans) -> int:
    """Characters that two span lists have in common."""
    return sum(min(x[1], y[1]) - max(x[0], y[0]) for x in a for y in b if overlaps(x, y))


def same_content(a: Spans, b: Spans) -> bool:
    """True when the two contents share at least half of what both cover."""
    both = shared(a, b)
    size = sum(e - s for s, e in a) + sum(e - s for s, e in b) - both
    return both > 0 and both >= SAME_CONTENT * size


def same_source(a: Spans, b: Spans) -> bool:
    """True when the sources touch, or neither side names one."""
    return bool(shared(a, b)) if a and b else not a and not b


class Places:
    """Contents by place."""

    def __init__(self, contents: Iterable[Spans]) -> None:
        self._by_cell: dict[int, list[tuple[int, int, int]]] = {}
        for at, spans in enumerate(contents):
            for start, end in spans:
                for cell in range(start // _CELL_CHARS, end // _CELL_CHARS + 1):
                    self._by_cell.setdefault(cell, []).append((start, end, at))

    def touching(self, spans: Spans) -> list[int]:
        """Numbers, in order, of the contents that share a character with `spans`."""
        return sorted(
            {
                at
                for start, end in spans
                for cell in range(start // _CELL_CHARS, end // _CELL_CHARS + 1)
                for first, last, at in self._by_cell.get(cell, ())
                if first < end and start < last
            }
        )
