"""The blocks of a page: its paragraphs, headings, list items and captions, in the page's order.

Words are taken from the tree as they stand: nothing is inserted between inline elements and nothing
lost at them; a `<br>` becomes a line end, two of them a new block.
"""

import re
from dataclasses import dataclass

import lxml.etree

from reportedly.reading.page_flow import INVISIBLE, Flow, Source, Stretches, n_solid
from reportedly.reading.page_tree import Element

_BLOCK_TAGS = frozenset(
    "html body p div section article main header footer aside nav ul ol li dl dt dd blockquote pre "
    "h1 h2 h3 h4 h5 h6 table thead tbody tfoot tr caption figure figcaption form fieldset "
    "address hr details summary center menu".split()
)
#: Inline elements that are boxes of their own on many pages; style sheets keep them apart.
_LABEL_TAGS = frozenset({"span", "a", "small", "label", "time", "cite"})
_BLANKS = re.compile(r"[ \t\r\n\f\v]+")
_BREAKS = re.compile(r"[^\S\n\u00a0]*\n[^\S\n\u00a0]*")
_INVISIBLE = re.compile(f"[{''.join(sorted(INVISIBLE))}]")
_LINE_BREAK = "\x0b"
_NO_SOURCE = Source((), 0)


@dataclass(frozen=True, slots=True)
class Block:
    """One block: its words, letters and digits alone (`key`), and the element that it stands in.

    `linked` is the number of characters that are links, `source` what the words were folded from.
    """

    text: str
    key: str
    owner: Element
    linked: int = 0
    source: Source = _NO_SOURCE

    @property
    def link_share(self) -> float:
        """How much of the block is links, 0 to 1."""
        return min(1.0, self.linked / max(1, len(self.text)))


def key_of(text: str) -> str:
    """Letters and digits of `text` in lower case, to compare words whatever stands between."""
    return "".join(filter(str.isalnum, text.casefold()))


def blocks_of(body: Element, flow: Flow) -> list[Block]:
    """All blocks below `body` that have words; `flow` knows where its texts stand."""
    builder = _Builder(flow)
    for event, element in lxml.etree.iterwalk(body, events=("start", "end")):
        if event == "start":
            builder.enter(element)
        else:
            builder.leave(element, element is body)
    return builder.blocks


def _parts(before: str, after: str) -> bool:
    """True where a label ends and another begins ("1 of 4" and "The ferry"): no word goes on."""
    return after.isupper() and (before.islower() or before.isdigit() or before in ".!?;:)”")


class _Builder:
    """Collects text until a block begins or ends; keeps a stack, so depth costs no recursion."""

    def __init__(self, flow: Flow) -> None:
        self.blocks: list[Block] = []
        self._flow = flow
        self._owners: list[Element] = []
        self._pieces: list[str] = []
        self._sources: list[tuple[str, Stretches]] = []
        self._links = 0
        self._linked = 0
        self._edge = False
        self._row: tuple[Element | None, bool] = (None, False)

    def enter(self, element: Element) -> None:
        cell = element.tag in ("td", "th")
        placed = cell and self._places(element.getparent())
        if element.tag in _BLOCK_TAGS or placed or not self._owners:
            self._flush()
            self._owners.append(element)
        elif element.tag == "br":
            self._insert(_LINE_BREAK)
        elif cell:
            self._insert(" ")  # a row of data is one block, its cells apart
        self._links += element.tag == "a"
        self._edge = element.tag in _LABEL_TAGS
        self._add(element.text, self._flow.of(element, tail=False), element.tag == "pre")

    def leave(self, element: Element, last: bool) -> None:
        self._links -= element.tag == "a"
        if element is self._owners[-1]:
            self._flush()
            self._owners.pop()
        self._edge = element.tag in _LABEL_TAGS
        if not last:
            self._add(element.tail, self._flow.of(element, tail=True))

    def _places(self, row: Element) -> bool:
        """True for a row of a table that is there to place blocks on the page, not to hold data."""
        if self._row[0] is not row:
            holds = any(inner.tag in _BLOCK_TAGS for inner in row.iterdescendants())
            self._row = (row, holds)
        return self._row[1]

    def _insert(self, blank: str) -> None:
        self._pieces.append(blank)
        self._sources.append((blank, ()))

    def _add(self, text: str | None, stretches: Stretches, verbatim: bool = False) -> None:
        if not text:
            return
        if self._edge and self._pieces and _parts(self._pieces[-1][-1], text[0]):
            self._insert(" ")
        self._edge = False
        self._pieces.append(text.replace("\n", _LINE_BREAK) if verbatim else text)
        self._sources.append((text, stretches))
        if self._links:
            self._linked += len(text.strip())

    def _flush(self) -> None:
        if not self._pieces:
            return
        joined = _INVISIBLE.sub("", "".join(self._pieces))
        self._pieces.clear()
        sources, skipped = tuple(self._sources), 0
        self._sources.clear()
        linked, self._linked = self._linked, 0
        folded = "\n".join(_BLANKS.sub(" ", line) for line in joined.split(_LINE_BREAK))
        for paragraph in _BREAKS.sub("\n", folded).split("\n\n"):
            text = paragraph.strip()
            if text:
                source = Source(sources, skipped)
                self.blocks.append(Block(text, key_of(text), self._owners[-1], linked, source))
                skipped += n_solid(text)
