"""A page's tree as markup in which nothing runs, loads, leads elsewhere or looks like ours.

Only the names of known elements are written, and no attribute of the page but the width of a cell
and the direction of writing.  Links say where they led, pictures what they were called.
"""

import bisect
import html
from collections.abc import Iterable, Iterator

import lxml.etree

from reportedly.reading.page_flow import Flow, Stretches
from reportedly.reading.page_tree import Element
from reportedly.show.web.highlighting import Layer, Segment, segments
from reportedly.show.web.visible import visible

_SAME = frozenset(
    "div section article main header footer aside nav figure figcaption blockquote p h1 h2 h3 h4 "
    "h5 h6 ul ol li dl dt dd table thead tbody tfoot tr td th caption pre address b strong i em u "
    "s del ins small sub sup code q cite abbr time span".split()
)
_INLINE = frozenset("b strong i em u s del ins small sub sup code q cite abbr time span".split())
_BLOCKS = frozenset(
    "html body center details summary form fieldset legend menu dialog hgroup search".split()
)
_VOID = frozenset({"br", "hr", "wbr"})
#: Longest address or name of a picture that is shown.
_MOST_CHARS = 300


def inert(shown: Element, flow: Flow, layers: Iterable[Layer]) -> str:
    """The markup of what is below `shown`, with `layers` of the flow as marks."""
    writer = _Writer(flow, layers)
    for event, element in lxml.etree.iterwalk(shown, events=("start", "end")):
        if event == "start":
            writer.start(element)
            writer.text(element.text, flow.of(element, tail=False))
        else:
            writer.end(element)
            if element is not shown:
                writer.text(element.tail, flow.of(element, tail=True))
    return "".join(writer.written)


def _name(element: Element) -> str:
    tag = str(element.tag)
    if tag in _SAME or tag in _VOID:
        return tag
    holds = any(child.tag in _SAME and child.tag not in _INLINE for child in element)
    return "div" if tag in _BLOCKS or holds else "span"


def _attributes(element: Element) -> Iterator[tuple[str, str]]:
    if element.get("dir", "").lower() in ("ltr", "rtl", "auto"):
        yield "dir", element.get("dir", "").lower()
    for name in ("colspan", "rowspan"):
        value = element.get(name, "")
        if element.tag in ("td", "th") and value.isascii() and value.isdigit() and len(value) < 4:
            yield name, value
    if element.tag == "a" and element.get("href"):
        yield "class", "link"
        yield "title", "led to " + element.get("href", "")[:_MOST_CHARS]


class _Writer:
    def __init__(self, flow: Flow, layers: Iterable[Layer]) -> None:
        self.written: list[str] = []
        self._flow = flow.text
        self._segments = segments(flow.text, layers, (0, len(flow.text)))
        self._starts = [start for start, _ in self._segments]

    def start(self, element: Element) -> None:
        name = _name(element)
        attributes = "".join(f' {key}="{_escaped(value)}"' for key, value in _attributes(element))
        self.written.append(f"<{name}{attributes}>")
        if element.tag == "img":
            called = " ".join((element.get("alt") or "").split())[:_MOST_CHARS]
            words = f"picture: {called}" if called else "picture"
            self.written.append(f'<span class="picture">{_escaped(words)}</span>')

    def end(self, element: Element) -> None:
        name = _name(element)
        if name not in _VOID:
            self.written.append(f"</{name}>")

    def text(self, text: str | None, stretches: Stretches) -> None:
        if not text:
            return
        for start, length in stretches:
            first = bisect.bisect_right(self._starts, start) - 1
            for begin, segment in self._segments[first:]:
                if begin >= start + length:
                    break
                self._piece(segment, begin, max(start, begin), start + length)

    def _piece(self, segment: Segment, begin: int, start: int, end: int) -> None:
        end = min(end, begin + len(segment.text))
        if start == begin:
            self.written += [_marker(m.anchor, m.number) for m in segment.markers]
        words = _escaped(self._flow[start:end])
        if segment.roles:
            note = f' title="{_escaped(segment.note)}"' if segment.note else ""
            words = f'<mark class="{" ".join(segment.roles)}"{note}>{words}</mark>'
        self.written.append(words)


def _marker(anchor: str, number: int | None) -> str:
    label = "" if number is None else str(number)
    return f'<sup class="number" id="{_escaped(anchor)}">{label}</sup>'


def _escaped(text: str) -> str:
    return html.escape(visible(text))
