"""A statement's words in their sentence, cut into pieces by what each stretch is."""

import itertools
from dataclasses import dataclass

from reportedly.model import Span, Statement
from reportedly.offsets import hull

#: Characters shown before and after a statement's own words.
AROUND_CHARS = 60

#: A snippet is no longer than this, unless whole articles are asked for.
SNIPPET_CHARS = 700


@dataclass(frozen=True, slots=True)
class Piece:
    """Words under one role: `content`, `cue`, `source`, or empty for what stands around."""

    words: str
    role: str


def marked(text: str, statement: Statement, *, limit: int | None = SNIPPET_CHARS) -> list[Piece]:
    """The pieces from the first to the last word of a statement, with a little around them.

    Args:
        limit: characters after which the rest is cut off; None for no limit.
    """
    spans = [(span, "content") for span in statement.content]
    spans += [(span, "cue") for span in statement.cue]
    spans += [(span, "source") for span in statement.source]
    start, end = _stretch(text, hull(span for span, _ in spans))
    cut = end if limit is None else min(end, start + limit)
    edges = {start, cut} | {edge for span, _ in spans for edge in span if start < edge < cut}
    pieces = [Piece(text[a:b], _role(a, spans)) for a, b in itertools.pairwise(sorted(edges))]
    lead = [Piece("… ", "")] if _is_cut(text, start, -1) else []
    tail = [Piece(" …", "")] if cut < end or _is_cut(text, end, 1) else []
    return [*lead, *pieces, *tail]


def _role(at: int, spans: list[tuple[Span, str]]) -> str:
    """The innermost role of a character: cues and sources may lie within contents."""
    holding = [(end - start, role) for (start, end), role in spans if start <= at < end]
    return min(holding)[1] if holding else ""


def _stretch(text: str, span: Span) -> Span:
    """`span` widened by some words, not over the end of a paragraph."""
    start, end = span
    before = text[max(0, start - AROUND_CHARS) : start].rsplit("\n", 1)[-1]
    after = text[end : end + AROUND_CHARS].split("\n", 1)[0]
    if len(before) == AROUND_CHARS:
        before = before.split(" ", 1)[-1]
    if len(after) == AROUND_CHARS:
        after = after.rsplit(" ", 1)[0]
    return start - len(before), end + len(after)


def _is_cut(text: str, at: int, direction: int) -> bool:
    """True when the paragraph goes on there."""
    beyond = text[at - 1 : at] if direction < 0 else text[at : at + 1]
    return bool(beyond) and beyond != "\n"
