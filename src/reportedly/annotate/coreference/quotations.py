"""Which words stand inside a quotation, and who speaks there, from the attributions."""

import bisect
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reportedly.annotate.labels import labelled
from reportedly.annotate.parse.model import Parse
from reportedly.model import Attribution
from reportedly.offsets import Span

#: An opening mark with no closing one ends with its paragraph.
_MARKS = '"“”„«»'


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words in quotation marks; `source` is the span of who says them, if known."""

    span: Span
    source: Span | None
    marked: bool = True
    """False for what stands behind the name of its speaker and a colon"""


def find_quotations(text: str, attributions: Sequence[Attribution]) -> list[Quotation]:
    """Quotations in order, none overlapping: pieces in quotation marks, paragraph by paragraph.

    A piece belongs to the attribution of mode direct or mixed whose content overlaps it most.
    """
    contents = sorted(
        (
            (span, row.source[0] if row.source else None)
            for row in attributions
            if row.mode != "indirect"
            for span in row.content
        ),
        key=lambda told: (told[0], told[1] is None, told[1] or told[0]),
    )
    found: list[Quotation] = []
    at = 0
    for line in text.splitlines(keepends=True):
        found += [Quotation(span, _source_of(span, contents)) for span in _quoted(line, at)]
        at += len(line)
    return sorted([*found, *_labelled(text, attributions, found)], key=lambda q: q.span)


def _labelled(
    text: str, attributions: Sequence[Attribution], quoted: Sequence[Quotation]
) -> Iterator[Quotation]:
    """What stands without marks in lines like `Quill: I stayed.`, around what stands in marks."""
    starts = [quotation.span[0] for quotation in quoted]
    for row in (attributions[at] for at in labelled(text, attributions)):
        for start, end in row.content:
            low, high = bisect.bisect_left(starts, start), bisect.bisect_left(starts, end)
            for quotation in quoted[low:high]:
                if start < quotation.span[0]:
                    yield Quotation((start, quotation.span[0]), row.source[0], marked=False)
                start = max(start, quotation.span[1])
            if start < end:
                yield Quotation((start, end), row.source[0], marked=False)


def _quoted(line: str, offset: int) -> list[Span]:
    marks = [n for n, char in enumerate(line) if char in _MARKS]
    marks += [n for n in range(len(line) - 1) if line[n : n + 2] in ("''", "``")]
    marks.sort()
    spans = []
    for opening, closing in zip(marks[::2], [*marks[1::2], len(line.rstrip())], strict=False):
        spans.append((offset + opening, offset + closing))
    return spans


def _source_of(span: Span, contents: list[tuple[Span, Span | None]]) -> Span | None:
    best: tuple[int, Span | None] = (0, None)
    stop = bisect.bisect_left(contents, ((span[1], 0), None), key=lambda c: (c[0], None))
    for content, source in contents[max(0, stop - 8) : stop]:
        shared = min(span[1], content[1]) - max(span[0], content[0])
        if shared > best[0] and source is not None:
            best = (shared, source)
    return best[1]


def quotation_of_tokens(parse: Parse, quotations: Sequence[Quotation]) -> list[int]:
    """For each token the index of the quotation it stands in, -1 outside."""
    starts = [q.span[0] for q in quotations]
    found = []
    for token in parse.tokens:
        at = bisect.bisect_right(starts, token.start) - 1
        found.append(at if at >= 0 and token.end <= quotations[at].span[1] else -1)
    return found
