"""An article's text in paragraphs of segments: cut wherever a statement, a mention or a date begins
or ends, so that spans which overlap or lie in one another are all shown and no character moves.
"""

import bisect
import itertools
import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from reportedly.model import Span

#: Deeper nesting of contents looks no different.
_DEEPEST = 3

_BLANK_LINE = re.compile(r"\n[^\S\n]*(?:\n[^\S\n]*)+")
_LINE = re.compile(r"\n+")


@dataclass(frozen=True, slots=True)
class Layer:
    """A span and what it means for the words under it.

    Args:
        role: class of the words (`content`, `cue`, `source`, `mention`, `when`, `asked`, …).
        href: where the words lead; the innermost one counts.
        note: what the words mean, shown on hover and focus.
        anchor: the name under which the span's first character can be linked to.
        number: shown before the span's first character.
    """

    span: Span
    role: str
    href: str | None = None
    note: str | None = None
    anchor: str | None = None
    number: int | None = None


@dataclass(frozen=True, slots=True)
class Marker:
    """The beginning of a layer with a name."""

    anchor: str
    number: int | None
    href: str | None


@dataclass(frozen=True, slots=True)
class Segment:
    """Words under the same layers."""

    text: str
    roles: tuple[str, ...]
    depth: int
    href: str | None
    note: str | None
    markers: tuple[Marker, ...]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph: its span of the text and its segments."""

    span: Span
    segments: tuple[Segment, ...]


def paragraph_spans(text: str) -> list[Span]:
    """Spans of the paragraphs: between blank lines, or lines where the text has no blank ones."""
    breaks = _BLANK_LINE if _BLANK_LINE.search(text.strip()) else _LINE
    found, start = [], 0
    for gap in breaks.finditer(text):
        found.append((start, gap.start()))
        start = gap.end()
    found.append((start, len(text)))
    return [span for span in found if text[span[0] : span[1]].strip()]


def paragraphs(text: str, layers: Iterable[Layer]) -> list[Paragraph]:
    """The paragraphs of `text` under `layers`; layers outside the text are left out."""
    spans = paragraph_spans(text)
    pieces = segments(text, layers, [edge for span in spans for edge in span])
    return [Paragraph(span, _between(pieces, span)) for span in spans]


def segments(
    text: str, layers: Iterable[Layer], cuts: Iterable[int] = ()
) -> list[tuple[int, Segment]]:
    """`text` under `layers` with the start of each segment, cut at `cuts` as well.

    What lies before the first and after the last cut or layer is left out.
    """
    ordered = sorted(layers, key=lambda layer: (layer.span[0], -layer.span[1], layer.role))
    starts: dict[int, list[Layer]] = defaultdict(list)
    ends: dict[int, list[Layer]] = defaultdict(list)
    edges = set(cuts)
    for layer in ordered:
        start, end = layer.span
        if 0 <= start < end <= len(text):
            starts[start].append(layer)
            ends[end].append(layer)
            edges |= {start, end}
    return _pieces(text, sorted(edges), starts, ends)


def _between(pieces: list[tuple[int, Segment]], span: Span) -> tuple[Segment, ...]:
    """The pieces of one paragraph; they are sorted and never cross its edges."""
    first = bisect.bisect_left(pieces, span[0], key=lambda piece: piece[0])
    last = bisect.bisect_left(pieces, span[1], key=lambda piece: piece[0])
    return tuple(piece for _, piece in pieces[first:last])


def _pieces(
    text: str,
    edges: list[int],
    starts: dict[int, list[Layer]],
    ends: dict[int, list[Layer]],
) -> list[tuple[int, Segment]]:
    active: list[Layer] = []
    found = []
    for start, end in itertools.pairwise(edges):
        gone = ends.get(start, ())
        active = [layer for layer in active if layer not in gone] + starts.get(start, [])
        found.append((start, _segment(text[start:end], active, starts.get(start, []))))
    return found


def _segment(text: str, active: list[Layer], begun: list[Layer]) -> Segment:
    # The layer that begins last lies innermost, and of two that begin together the shorter one.
    inward = sorted(active, key=lambda layer: (layer.span[0], -layer.span[1]))
    linked = [layer.href for layer in inward if layer.href and layer.number is None]
    notes = [layer.note for layer in inward if layer.note]
    roles = {word for layer in active for word in layer.role.split()}
    return Segment(
        text=text,
        roles=tuple(sorted(roles)),
        depth=min(_DEEPEST, sum(layer.role.startswith("content") for layer in active)),
        href=linked[-1] if linked else None,
        note=notes[-1] if notes else None,
        markers=tuple(
            Marker(layer.anchor, layer.number, layer.href) for layer in begun if layer.anchor
        ),
    )
