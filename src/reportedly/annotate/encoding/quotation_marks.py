"""Whether each character of a text stands inside, outside or on the edge of a quotation.

In: a text. Out: one state a character. Marks are paired within a line; a quotation that is not
closed runs to the end of its line, as newspapers print quotations of several paragraphs.
"""

import re
from enum import IntEnum


class QuoteState(IntEnum):
    """Where a character stands with respect to quotation marks."""

    OUTSIDE = 0
    INSIDE = 1
    OPENING = 2
    CLOSING = 3
    INSIDE_SINGLE = 4
    STRAY = 5


_MARK = re.compile(r"``|''|[\"“”„«»‘’'‹›]")
_DOUBLE_OPENERS = frozenset(("“", "„", "«", "``", "‹"))
_DOUBLE_CLOSERS = frozenset(("”", "»", "›"))
_UNDIRECTED = frozenset(('"', "''"))
_BEFORE_OPENING = frozenset("([{—–-/“\"‘'«„:")
# A closing single mark further than this from its opening one is an apostrophe ("the '90s").
_SINGLE_REACH = 400


def quote_states(text: str) -> bytearray:
    """One `QuoteState` a character of `text`, in order."""
    states = bytearray(len(text))
    start = 0
    for line in text.splitlines(keepends=True):
        _mark_line(line, start, states)
        start += len(line)
    return states


def _mark_line(line: str, offset: int, states: bytearray) -> None:
    """Write the states of one line, found by reading its marks from left to right."""
    double = single = False
    done = 0
    for match in _MARK.finditer(line):
        begin, end = match.span()
        inside = _inside(double, single)
        states[offset + done : offset + begin] = bytes([inside]) * (begin - done)
        mark = match.group()
        if mark in _DOUBLE_OPENERS or mark in _DOUBLE_CLOSERS or mark in _UNDIRECTED:
            state, double = _double_mark(line, begin, end, double)
            if state is not QuoteState.STRAY:
                single = False
        else:
            state, single = _single_mark(line, begin, single, inside)
        states[offset + begin : offset + end] = bytes([state]) * (end - begin)
        done = end
    rest = len(line) - done
    states[offset + done : offset + len(line)] = bytes([_inside(double, single)]) * rest


def _inside(double: bool, single: bool) -> QuoteState:
    if double:
        return QuoteState.INSIDE
    return QuoteState.INSIDE_SINGLE if single else QuoteState.OUTSIDE


def _double_mark(line: str, begin: int, end: int, is_open: bool) -> tuple[QuoteState, bool]:
    mark = line[begin:end]
    before = line[begin - 1] if begin else " "
    after = line[end] if end < len(line) else " "
    if mark in _DOUBLE_OPENERS and not (mark == "“" and is_open and after.isspace()):
        return QuoteState.OPENING, True
    if mark in _DOUBLE_CLOSERS or is_open or mark == "“":
        return (QuoteState.CLOSING, False) if is_open else (QuoteState.STRAY, False)
    if before.isdigit() or after.isspace():  # inches, or a closing mark whose partner is lost
        return QuoteState.STRAY, False
    return QuoteState.OPENING, True


def _single_mark(
    line: str, begin: int, is_open: bool, inside: QuoteState
) -> tuple[QuoteState, bool]:
    mark = line[begin]
    before = line[begin - 1] if begin else " "
    after = line[begin + 1] if begin + 1 < len(line) else " "
    if is_open and mark != "‘" and not after.isalnum() and not before.isspace():
        return QuoteState.CLOSING, False
    at_word_start = before.isspace() or before in _BEFORE_OPENING
    opens = at_word_start and not after.isspace() and not after.isdigit()  # not the '90s
    if mark != "’" and opens and _has_partner(line, begin + 1):
        return QuoteState.OPENING, True
    return inside, is_open


def _has_partner(line: str, begin: int) -> bool:
    return _SINGLE_CLOSER.search(line, begin, begin + _SINGLE_REACH) is not None


_SINGLE_CLOSER = re.compile(r"(?<=[\w.,!?…])['’](?!['’\w])")
