"""Spans of a text, half-open pairs of code point offsets (`text[start:end]`), and arithmetic."""

from collections.abc import Iterable

Span = tuple[int, int]
Spans = tuple[Span, ...]


def overlaps(a: Span, b: Span) -> bool:
    """True when the two spans share at least one character."""
    return a[0] < b[1] and b[0] < a[1]


def contains(outer: Span, inner: Span) -> bool:
    """True when `inner` lies wholly inside `outer` (equal spans count)."""
    return outer[0] <= inner[0] and inner[1] <= outer[1]


def within_any(span: Span, spans: Iterable[Span]) -> bool:
    """True when one of `spans` contains `span`."""
    return any(contains(other, span) for other in spans)


def hull(spans: Iterable[Span]) -> Span:
    """The smallest span that covers all of `spans`; raises ValueError when there is none."""
    listed = spans if isinstance(spans, tuple) else tuple(spans)
    if not listed:
        raise ValueError("no span to take the hull of")
    start, end = listed[0]
    for first, last in listed[1:]:
        start = first if first < start else start
        end = last if last > end else end
    return start, end


def trim(text: str, span: Span) -> Span:
    """`span` without white space at its ends (it may become empty)."""
    start, end = span
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def words_of(text: str, spans: Iterable[Span]) -> str:
    """The words under `spans`, joined by ` … `, white space folded: to show, not for offsets."""
    return " … ".join(" ".join(text[s:e].split()) for s, e in spans)
