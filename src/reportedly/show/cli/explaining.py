"""`reportedly attribute --explain` as people read it: the marked text, then row by row why.

In: an explanation.  Out: lines of a terminal, in colours where it has them, or JSON.
"""

import dataclasses
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from reportedly.offsets import Span, words_of
from reportedly.show.cli.printable import printable

if TYPE_CHECKING:
    from rich.text import Text

    from reportedly.annotate.attribution.explaining import Dropped, Explanation
    from reportedly.model import Attribution

_STYLES = {"S": "bold cyan", "C": "magenta", "T": "green"}
#: Long contents are shown by their beginning and end: the whole stands marked above.
_SHOWN_CHARS = 160


def as_json(explanation: "Explanation") -> dict[str, Any]:
    """The explanation as plain values; spans are [start, end)."""
    return dataclasses.asdict(explanation)


def lines_of(explanation: "Explanation") -> Iterator["Text"]:
    """The explanation, line by line."""
    from rich.text import Text

    if explanation.abstained is not None:
        yield Text(f"Not read: {explanation.abstained}.")
        return
    yield marked(explanation)
    yield Text()
    text = explanation.text
    yield Text(_title(len(explanation.rows), "attribution"), style="bold")
    for number, row in enumerate(explanation.rows, 1):
        yield from _row_lines(text, number, row)
    if explanation.dropped:
        yield Text("Considered and dropped", style="bold")
    for dropped in explanation.dropped:
        yield from _dropped_lines(text, dropped)
    if explanation.marks:
        yield Text("Quotation marks that quote nobody, as far as can be told", style="bold")
    for mark in explanation.marks:
        yield Text(f"  {_words(text, (mark.span,))} — {mark.why}")


def marked(explanation: "Explanation") -> "Text":
    """The text with `[S1:…]` around sources, `[C1:…]` around cues, `[T1:…]` around contents."""
    from rich.text import Text

    shown = Text()
    at = 0
    text = explanation.text
    for offset, mark, style in _edges(explanation.rows):
        shown.append(printable(text[at:offset]))
        shown.append(mark, style=style)
        at = offset
    shown.append(printable(text[at:]))
    return shown


def _edges(rows: "tuple[Attribution, ...]") -> list[tuple[int, str, str]]:
    """Where brackets open and close; inner ones close first and open last."""
    edges: list[tuple[tuple[int, int, int, int], str, str]] = []
    for number, row in enumerate(rows, 1):
        for part, spans in (("T", row.content), ("S", row.source), ("C", row.cue)):
            for start, end in spans:
                style = _STYLES[part]
                edges.append(((start, 1, start - end, number), f"[{part}{number}:", style))
                edges.append(((end, 0, -start, -number), "]", style))
    return [(place[0], mark, style) for place, mark, style in sorted(edges)]


def _row_lines(text: str, number: int, row: "Attribution") -> Iterator["Text"]:
    from rich.text import Text

    inside = f", inside {row.parent + 1}" if row.parent is not None else ""
    who = _words(text, row.source) or "nobody is named"
    yield Text.assemble(
        f"{number:>3}. ",
        (who, _STYLES["S"]),
        f" · {row.mode}{inside}, confidence ",
        f"{row.confidence:.2f}",
    )
    yield Text.assemble("     ", (_words(text, row.content), _STYLES["T"]))
    yield Text(f"     because: {printable(row.reason)}")


def _dropped_lines(text: str, dropped: "Dropped") -> Iterator["Text"]:
    from rich.text import Text

    who = _words(text, dropped.source) or "nobody"
    yield Text(f"  ·  {_words(text, dropped.content)}")
    yield Text(f"     {who}, confidence {dropped.confidence:.2f}: {printable(dropped.reason)}")
    yield Text(f"     dropped: {dropped.why}")


def _words(text: str, spans: tuple[Span, ...]) -> str:
    words = printable(words_of(text, spans))
    if len(words) <= _SHOWN_CHARS:
        return words
    half = _SHOWN_CHARS // 2
    return f"{words[:half].rstrip()} … {words[-half:].lstrip()}"


def _title(number: int, word: str) -> str:
    return f"{number or 'No'} {word}{'' if number == 1 else 's'}"
