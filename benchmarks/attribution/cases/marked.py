r"""Cases as lines of text with marked spans: `[S:The aide] said [T:that it rained].`

In: a file of `tests/annotate/attribution/cases`.  Out: `Case` rows: the bare text and its
attributions.  `S` marks a source, `C` a cue, `T` a content; digits after the letter say to which
of the line's attributions it belongs (1 when there are none, `S12` to both); a content inside
another's makes the other its parent.  A `?` marks what may be there or not: after `T` the whole
attribution, after `S` its source.  `\n` is a line break, `\~` a no-break space, `\-` a soft hyphen.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from reportedly.offsets import Span, contains

FOLDER = Path(__file__).parents[3] / "tests" / "annotate" / "attribution" / "cases"
SETS = ("nesting", "odd_reporting", "no_quotation", "damaged_text", "tabloid")
HALVES = ("development", "held_back")
_MARK = re.compile(r"\[(?P<part>[SCT])(?P<rows>\d*)(?P<maybe>\??):|\]|\\(?P<escape>[n~-])")
_ESCAPES = {"n": "\n", "~": "\u00a0", "-": "\u00ad"}


@dataclass(slots=True)
class Marked:
    """One attribution of a case; `maybe` may be found or not."""

    source: list[Span] = field(default_factory=list)
    cue: list[Span] = field(default_factory=list)
    content: list[Span] = field(default_factory=list)
    parent: int | None = None
    maybe: bool = False
    source_maybe: bool = False


@dataclass(frozen=True, slots=True)
class Case:
    """One line of a file: its name, text and attributions, by the digit that marks them."""

    name: str
    text: str
    rows: dict[int, Marked]


def read_cases(kind: str, half: str) -> list[Case]:
    """The cases of one file in order."""
    path = FOLDER / f"{kind}_{half}.txt"
    lines = path.read_text(encoding="utf-8").split("\n")
    return [
        parse_case(f"{kind}_{half}:{number}", line)
        for number, line in enumerate(lines, 1)
        if line and not line.startswith("#")
    ]


def parse_case(name: str, line: str) -> Case:
    """One line; raises ValueError where brackets do not pair up."""
    text, at = "", 0
    rows: dict[int, Marked] = {}
    opened: list[tuple[re.Match[str], int]] = []
    for match in _MARK.finditer(line):
        text += line[at : match.start()]
        at = match.end()
        if match["escape"]:
            text += _ESCAPES[match["escape"]]
        elif match["part"]:
            opened.append((match, len(text)))
        elif not opened:
            raise ValueError(f"{name}: a bracket closes that was not opened")
        else:
            _mark(rows, *opened.pop(), len(text))
    if opened:
        raise ValueError(f"{name}: a bracket is not closed")
    _find_parents(rows)
    return Case(name, text + line[at:], rows)


def _mark(rows: dict[int, Marked], match: re.Match[str], start: int, end: int) -> None:
    for number in map(int, match["rows"] or "1"):
        row = rows.setdefault(number, Marked())
        spans = {"S": row.source, "C": row.cue, "T": row.content}[match["part"]]
        spans.append((start, end))
        row.maybe |= bool(match["maybe"]) and match["part"] == "T"
        row.source_maybe |= bool(match["maybe"]) and match["part"] == "S"


def _find_parents(rows: dict[int, Marked]) -> None:
    for number, row in rows.items():
        around = [(size, n) for n, size in _around(rows, number)]
        row.parent = min(around)[1] if around else None


def _around(rows: dict[int, Marked], number: int) -> Iterator[tuple[int, int]]:
    """Number and length of each other row with a content around the whole of this one's."""
    for other, row in rows.items():
        for start, end in row.content if other != number else ():
            if all(contains((start, end), span) for span in rows[number].content):
                yield other, end - start
