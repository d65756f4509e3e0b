"""`reportedly attribute --explain` as people read it: the marked text, then row by row why.

In: an explanation.  Out: lines of a terminal, in colours where it has them, or JSON.
"""

import dataclasses
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from click import style

from reportedly.offsets import Span, words_of
from reportedly.show.cli.printable import printable

if TYPE_CHECKING:
    from reportedly.annotate.attribution.explaining import Dropped, Explanation
    from reportedly.model import Attribution

_COLOURS = {"S": "cyan", "C": "magenta", "T": "green"}
#: Long contents are shown by their beginning and end: the whole stands marked above.
_SHOWN_CHARS = 160


def as_json(explanation: "Explanation") -> dict[str, Any]:
    """The explanation as plain values; spans are [start, end)."""
    return dataclasses.asdict(explanation)


def lines_of(explanation: "Explanation") -> Iterator[str]:
    """The explanation, line by line."""
    if explanation.abstained is not None:
        yield f"Not read: {explanation.abstained}."
        return
    yield marked(explanation)
    yield ""
    text = explanation.text
    yield style(_title(len(explanation.rows), "attribution"), bold=True)
    for number, row in enumerate(explanation.rows, 1):
        yield from _row_lines(text, number, row)
    if explanation.dropped:
        yield style("Considered and dropped", bold=True)
    for dropped in explanation.dropped:
        yield from _dropped_lines(text, dropped)
    if explanation.marks:
        yield style("Quotation marks that quote nobody, as far as can be told", bold=True)
    for mark in explanation.marks:
        yield f"  {_words(text, (mark.span,))} — {mark.why}"


def marked(explanation: "Explanation") -> str:
    """The text with `[S1:…]` around sources, `[C1:…]` around cues, `[T1:…]` around contents."""
    shown: list[str] = []
    at = 0
    text = explanation.text
    for offset, mark, part in _edges(explanation.rows):
        shown += [printable(text[at:offset]), _coloured(mark, part)]
        at = offset
    return "".join([*shown, printable(text[at:])])


def _coloured(words: str, part: str) -> str:
    """In the colour of sources (S), cues (C) or contents (T)."""
    return style(words, fg=_COLOURS[part], bold=True if part == "S" else None)


def _edges(rows: "tuple[Attribution, ...]") -> list[tuple[int, str, str]]:
    """Where brackets open and close; inner ones close first and open last."""
    edges: list[tuple[tuple[int, int, int, int], str, str]] = []
    for number, row in enumerate(rows, 1):
        for part, spans in (("T", row.content), ("S", row.source), ("C", row.cue)):
            for start, end in spans:
                edges.append(((start, 1, start - end, number), f"[{part}{number}:", part))
                edges.append(((end, 0, -start, -number), "]", part))
    return [(place[0], mark, part) for place, mark, part in sorted(edges)]


def _row_lines(text: str, number: int, row: "Attribution") -> Iterator[str]:
    inside = f", inside {row.parent + 1}" if row.parent is not None else ""
    who = _words(text, row.source) or "nobody is named"
    name = _coloured(who, "S")
    yield f"{number:>3}. {name} · {row.mode}{inside}, confidence {row.confidence:.2f}"
    yield f"     {_coloured(_words(text, row.content), 'T')}"
    yield f"     because: {printable(row.reason)}"


def _dropped_lines(text: str, dropped: "Dropped") -> Iterator[str]:
    who = _words(text, dropped.source) or "nobody"
    yield f"  ·  {_words(text, dropped.content)}"
    yield f"     {who}, confidence {dropped.confidence:.2f}: {printable(dropped.reason)}"
    yield f"     dropped: {dropped.why}"


def _words(text: str, spans: tuple[Span, ...]) -> str:
    words = printable(words_of(text, spans))
    if len(words) <= _SHOWN_CHARS:
        return words
    half = _SHOWN_CHARS // 2
    return f"{words[:half].rstrip()} … {words[-half:].lstrip()}"


def _title(number: int, word: str) -> str:
    return f"{number or 'No'} {word}{'' if number == 1 else 's'}"
