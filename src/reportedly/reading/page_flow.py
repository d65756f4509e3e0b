"""Where the characters of an article stand in its page.

A page's *flow* is the text of its elements, one after another in the page's order.  Text is taken
from the flow piece by piece; what reading changes or inserts has no place in it, everything else
has exactly one.
"""

import copy
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import lxml.etree

from reportedly.reading.page_tree import Element, is_unseen

#: Shown as nothing: soft hyphens, zero-width blanks, byte order marks in mid-page.
INVISIBLE = frozenset("\u00ad\u200b\ufeff\u2060")

#: (start in the flow, length)
Stretch = tuple[int, int]
Stretches = tuple[Stretch, ...]

NOWHERE = -1


@dataclass(frozen=True, slots=True)
class Run:
    """Characters of a text that stand side by side in the flow as well."""

    start: int
    flow: int
    length: int


class Flow:
    """The flow of a page without what nobody sees; `text` is the flow of the whole page."""

    __slots__ = ("_stretches", "text")

    def __init__(self, tree: Element) -> None:
        self._stretches: dict[tuple[Element, bool], Stretches] = {}
        pieces: list[str] = []
        at = 0
        for event, node in lxml.etree.iterwalk(tree, events=("start", "end", "comment", "pi")):
            tail = event != "start"
            words = node.tail if tail else node.text
            if words and not (tail and node is tree):
                self._stretches[node, tail] = ((at, len(words)),)
                pieces.append(words)
                at += len(words)
        self.text = "".join(pieces)

    def of(self, element: Element, *, tail: bool) -> Stretches:
        """Where the text of `element` stands, or that after it."""
        return self._stretches.get((element, tail), ())

    def move_tail(self, element: Element, to: Element, *, tail: bool) -> None:
        """Notes that the text after `element` now goes on the text of `to`, or that after it."""
        moved = self._stretches.pop((element, True), ())
        self._stretches[to, tail] = self.of(to, tail=tail) + moved


def visible(tree: Element) -> tuple[Element, Flow]:
    """A copy of `tree` without what is never shown as text, and where its texts stand."""
    shown = copy.deepcopy(tree)
    flow = Flow(shown)
    for element in [node for node in shown.iter() if is_unseen(node)]:
        if element.getparent() is not None and element.tag not in ("html", "body"):
            _drop(element, flow)
    return shown, flow


def _drop(element: Element, flow: Flow) -> None:
    """Remove `element` and keep the text that follows it."""
    parent, tail = element.getparent(), element.tail
    if tail:
        before = element.getprevious()
        if before is not None:
            before.tail = (before.tail or "") + tail
            flow.move_tail(element, before, tail=True)
        else:
            parent.text = (parent.text or "") + tail
            flow.move_tail(element, parent, tail=False)
    element.tail = None
    parent.remove(element)


@dataclass(frozen=True, slots=True)
class Source:
    """What a block was folded from: pieces of text with their places; `skipped` letters of it,
    blanks not counted, belong to blocks before.
    """

    pieces: tuple[tuple[str, Stretches], ...]
    skipped: int


def is_solid(character: str) -> bool:
    """True for what folding blanks keeps."""
    return not character.isspace() and character not in INVISIBLE


def n_solid(text: str) -> int:
    """How many characters of folded `text` are solid."""
    return len("".join(text.split()))


def places(text: str, source: Source) -> list[int]:
    """The place in the flow of each character of `text`, or `NOWHERE`.

    Folding only drops blanks and invisible characters and puts blanks for blanks, so that the solid
    ones stand in `text` in the order of their source.
    """
    raw = "".join(piece for piece, _ in source.pieces)
    flow = list(_flow_of(source.pieces))
    at, left = 0, source.skipped
    while left:
        left -= is_solid(raw[at])
        at += 1
    found = []
    for character in text:
        place = _next(raw, at, character)
        found.append(NOWHERE if place is None else flow[place])
        at = at if place is None else place + 1
    return found


def _flow_of(pieces: Iterable[tuple[str, Stretches]]) -> Iterable[int]:
    for piece, stretches in pieces:
        if not stretches:
            yield from (NOWHERE for _ in piece)
        for start, length in stretches:
            yield from range(start, start + length)


def _next(raw: str, at: int, character: str) -> int | None:
    """The first place from `at` of `character`, before any other solid one."""
    while at < len(raw):
        if raw[at] == character:
            return at
        if is_solid(raw[at]):
            return None
        at += 1
    return None


def after_mending(found: Sequence[int], words: str, mended: str) -> list[int]:
    """Places of the characters of `mended` that were not mended, from those of `words`."""
    if words == mended:
        return list(found)
    from rapidfuzz.distance import Levenshtein

    kept = [NOWHERE] * len(mended)
    for code in Levenshtein.opcodes(words, mended):
        if code.tag == "equal":
            kept[code.dest_start : code.dest_end] = found[code.src_start : code.src_end]
    return kept


def runs_of(found: Sequence[int], start: int, text: str, flow: str) -> list[Run]:
    """Places of the characters from `start` on as runs; `text` is the whole text.

    A place that does not hold the very character is none.
    """
    runs: list[Run] = []
    for index, place in enumerate(found, start=start):
        if place == NOWHERE or flow[place] != text[index]:
            continue
        last = runs[-1] if runs else None
        if last and (last.start + last.length, last.flow + last.length) == (index, place):
            runs[-1] = Run(last.start, last.flow, last.length + 1)
        else:
            runs.append(Run(index, place, 1))
    return runs
