"""Why a text's attributions are what they are: kept, dropped, and marks that quote nobody.

In: a document.  Out: an `Explanation`.  Nothing is judged here a second time: these are the
finder's own candidates with what became of them.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from reportedly.annotate.attribution.alike import same_content, same_source
from reportedly.annotate.attribution.finder import judge
from reportedly.annotate.attribution.rows import find_abstention, rows_of
from reportedly.annotate.attribution.scene import Scene
from reportedly.annotate.attribution.selection import Weighed, find_parents, find_rival
from reportedly.annotate.attribution.unspoken import find_use
from reportedly.annotate.document import Document
from reportedly.model import Attribution
from reportedly.offsets import Span, Spans, contains

#: Candidates less likely than this interest nobody: every verb of a text is one.
LEAST_CONFIDENCE = 0.05
#: What is shown of those that were dropped: the likeliest.
MOST_DROPPED = 50


@dataclass(frozen=True, slots=True)
class Dropped:
    """A candidate that became no row, and why."""

    content: Spans
    cue: Spans
    source: Spans
    confidence: float
    reason: str
    """which words made it a candidate"""
    why: str
    """what spoke against it"""
    lost_to: int | None
    """the row that it contradicts, as a number among the rows, counted from 0"""


@dataclass(frozen=True, slots=True)
class Marks:
    """Quotation marks that quote nobody, or in whose words no speaker was found."""

    span: Span
    why: str


@dataclass(frozen=True, slots=True)
class Explanation:
    """Everything that was considered in one text; spans are half-open code point offsets."""

    text: str
    abstained: str | None
    """why the text was not read at all"""
    rows: tuple[Attribution, ...]
    dropped: tuple[Dropped, ...]
    marks: tuple[Marks, ...]


def explain_document(document: Document, threshold: float = 0.0) -> Explanation:
    """The rows of one article with what was considered beside them.

    Rows less sure than `threshold` count as dropped.
    """
    abstained = find_abstention(document)
    if abstained is not None:
        return Explanation(document.text, abstained, (), (), ())
    scene = Scene.of(document)
    judged = judge(scene)
    judged = replace(judged, kept=[w for w in judged.kept if w.confidence >= threshold])
    parents = find_parents(judged.kept)
    outer = [item for item, parent in zip(judged.kept, parents, strict=True) if parent is None]
    dropped = [
        *_dropped(judged.outer, judged.kept, outer),
        *_dropped([w for w in judged.inner if _lies_in(w, outer)], judged.kept, judged.kept),
    ]
    rows = rows_of(document, judged.kept)
    kept = _likeliest(dropped)
    return Explanation(document.text, None, rows, kept, tuple(_marks(scene, rows)))


def _dropped(
    weighed: Sequence[Weighed], kept: Sequence[Weighed], rivals: Sequence[Weighed]
) -> Iterator[Dropped]:
    """Those of `weighed` that are no row, nor another's reading of one."""
    for item in weighed:
        if item.confidence < LEAST_CONFIDENCE or any(_same(item, other) for other in kept):
            continue
        rival = find_rival(item, rivals)
        number = next((n for n, other in enumerate(kept) if other is rival), None)
        yield Dropped(
            item.candidate.content,
            item.candidate.cue,
            item.candidate.source,
            item.confidence,
            item.candidate.words,
            "not likely enough"
            if number is None
            else f"contradicts row {number + 1}, the likelier",
            number,
        )


def _same(item: Weighed, other: Weighed) -> bool:
    mine, theirs = item.candidate, other.candidate
    return same_content(mine.content, theirs.content) and same_source(mine.source, theirs.source)


def _lies_in(item: Weighed, outer: Sequence[Weighed]) -> bool:
    spans = (*item.candidate.content, *item.candidate.cue)
    pieces = [piece for other in outer for piece in other.candidate.content]
    return any(all(contains(piece, span) for span in spans) for piece in pieces)


def _likeliest(dropped: Sequence[Dropped]) -> tuple[Dropped, ...]:
    """Each content and source once, the likeliest first."""
    ordered = sorted(dropped, key=lambda d: (-d.confidence, d.content, d.source, d.cue, d.reason))
    once: dict[tuple[Spans, Spans], Dropped] = {}
    for each in ordered:
        once.setdefault((each.content, each.source), each)
    return tuple(list(once.values())[:MOST_DROPPED])


def _marks(scene: Scene, rows: Sequence[Attribution]) -> Iterator[Marks]:
    """The quotations that are no part of a row, with what their marks are for."""
    contents = sorted(span for row in rows for span in row.content)
    for quotation in scene.quotations:
        use = find_use(scene, quotation)
        if use is not None:
            yield Marks(quotation.span, use)
        elif not any(contains(span, quotation.inner) for span in contents):
            yield Marks(quotation.span, "no word beside it says that somebody speaks")
