"""Quotations of a text: pairs of quotation marks of any style, over paragraphs where they run on.

In: a text.  Out: `Quotation` rows with offsets.  Nothing here knows who speaks; apostrophes,
inches and marks whose partner is lost are told apart by what stands beside them.
"""

import bisect
import re
from collections.abc import Iterable
from dataclasses import dataclass

from reportedly.offsets import Span

#: Pages saved by careless programs keep marks as they stood in their source: `&quot;`.
_MARK = re.compile(r"``|''|[\"“”„‟«»‘’'‹›]|&(?:quot|ldquo|rdquo|laquo|raquo|bdquo);")
_OPENS = frozenset(("“", "„", "‟", "«", "‹", "``", "&ldquo;", "&laquo;", "&bdquo;"))
_CLOSES = frozenset(("”", "»", "›", "&rdquo;", "&raquo;"))
_SINGLE = frozenset(("'", "‘", "’"))
#: A single mark whose partner is further away is an apostrophe ("the '90s").
SINGLE_REACH = 400
_BEFORE_OPENING = frozenset("([{—–―-/“\"‘'«„:…")
#: What a quotation in single marks can begin with, beside a letter; "'90s" is none.
_AT_START = frozenset('“"[(.…$@#')
_SINGLE_CLOSER = re.compile(r"(?<=[\w.,!?…])['’](?![\w'’])")
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Quotation:
    """One quotation: `start`, `end` with its marks, `inner` without; `depth` 1 lies in another."""

    start: int
    end: int
    inner: Span
    depth: int
    line: int
    closed: bool
    """False when its closing mark is missing: it runs to the end of its line."""

    @property
    def span(self) -> Span:
        """(start, end)."""
        return self.start, self.end


class _Reader:
    """Reads one line's marks from left to right."""

    def __init__(self, text: str, start: int, end: int, number: int) -> None:
        self.text, self.start, self.end, self.number = text, start, end, number
        self.first = end - len(text[start:end].lstrip())
        self.double: tuple[int, int] | None = None
        self.single: tuple[int, int] | None = None
        self.found: list[Quotation] = []

    def read(self) -> list[Quotation]:
        for match in _MARK.finditer(self.text, self.start, self.end):
            if match.group() in _SINGLE:
                self._read_single(match.start())
            else:
                self._read_double(match.group(), match.span())
        self._leave(self.end)
        return sorted(self.found, key=lambda q: (q.start, -q.end))

    def _before(self, at: int) -> str:
        return self.text[at - 1] if at > self.start else " "

    def _after(self, at: int) -> str:
        return self.text[at] if at < self.end else " "

    def _add(self, opened: tuple[int, int], close: Span, closed: bool) -> None:
        begin, inner_begin = opened
        inner = inner_begin, max(inner_begin, close[0])
        if _WORD.search(self.text, *inner):
            depth = int(self.double is not None and self.double[0] < begin)
            self.found.append(
                Quotation(begin, max(close[1], inner[1]), inner, depth, self.number, closed)
            )

    def _leave(self, at: int) -> None:
        """A quotation still open at `at` ends there, before any white space."""
        self.single = None
        if self.double is not None:
            end = at
            while end > self.double[1] and self.text[end - 1].isspace():
                end -= 1
            self._add(self.double, (end, end), closed=False)
            self.double = None

    def _read_double(self, mark: str, span: Span) -> None:
        before, after = self._before(span[0]), self._after(span[1])
        free = before.isspace() or before in _BEFORE_OPENING
        looks_open = mark in _OPENS or (mark not in _CLOSES and free and not after.isspace())
        if self.double is None and self._is_turned(mark, span):
            self.double, self.single = span, None
        elif self.double is None:
            lost = not mark.startswith(("“", "„", "«")) and (before.isalnum() or after.isspace())
            if mark not in _CLOSES and not lost:
                self.double, self.single = span, None
        elif looks_open and free and not after.isspace() and span[0] > self.double[1]:
            self._leave(span[0])
            self.double = span
        else:
            self._add(self.double, span, closed=True)
            self.double = self.single = None

    def _is_turned(self, mark: str, span: Span) -> bool:
        """True for a closing mark typed where a line and its quotation begin: `”We lost.”`."""
        begins = mark == "”" and span[0] == self.first and self._after(span[1]).isalnum()
        return begins and self.text.find("”", span[1], self.end) >= 0

    def _read_single(self, at: int) -> None:
        before, after = self._before(at), self._after(at + 1)
        mark = self.text[at]
        if self.single is not None and mark != "‘" and _SINGLE_CLOSER.match(self.text, at):
            if at - self.single[1] > 1:  # one letter alone is no quotation: rock 'n' roll
                self._add(self.single, (at, at + 1), closed=True)
            self.single = None
            return
        free = before.isspace() or before in _BEFORE_OPENING
        if self.single is None and mark != "’" and free and (after.isalpha() or after in _AT_START):
            closer = _SINGLE_CLOSER.search(self.text, at + 1, min(self.end, at + SINGLE_REACH))
            if closer is not None:
                self.single = at, at + 1


def find_quotations(text: str, left_alone: Iterable[Span] = ()) -> tuple[Quotation, ...]:
    """All quotations of `text` in order, outer ones before those inside them.

    Args:
        text: the article's text.
        left_alone: spans, sorted, in which marks mean nothing (boilerplate).
    """
    found: list[Quotation] = []
    at = 0
    for number, line in enumerate(text.splitlines(keepends=True)):
        found += _Reader(text, at, at + len(line), number).read()
        at += len(line)
    kept = _outermost_first(found)
    spans = sorted(left_alone)
    return tuple(q for q in kept if not _touches(q.span, spans))


def _outermost_first(found: list[Quotation]) -> list[Quotation]:
    """Single marks read before their double partner was known may cross it: those go."""
    kept: list[Quotation] = []
    for quotation in found:
        crosses = kept and kept[-1].start < quotation.start < kept[-1].end < quotation.end
        if not crosses:
            kept.append(quotation)
    return kept


def _touches(span: Span, spans: list[Span]) -> bool:
    at = bisect.bisect_right(spans, (span[1], span[1]))
    return any(start < span[1] and span[0] < end for start, end in spans[max(0, at - 1) : at + 1])
