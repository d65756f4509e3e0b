"""Lines of text as a terminal shows them: as wide as it is, headings and evidence in bold.

Where the output goes to a file or another program, lines stay whole and plain, as `grep` likes it.
"""

import os
import shutil
import sys
import textwrap
from collections.abc import Iterable, Iterator

import click

from reportedly.show.cli.printable import printable

#: Lines longer than this are hard to read; narrower terminals than the other have none to give.
_WIDEST, _NARROWEST = 100, 40


def say(lines: Iterable[str]) -> None:
    """Prints lines; those without an indent are headings, words in brackets are evidence."""
    is_terminal = sys.stdout.isatty()
    in_colour = is_terminal and not os.environ.get("NO_COLOR")
    columns = shutil.get_terminal_size().columns
    width = max(_NARROWEST, min(_WIDEST, columns)) if is_terminal else None
    for line in lines:
        for shown in laid_out(printable(line), width, in_colour=in_colour):
            click.echo(shown, color=in_colour or None)


def laid_out(line: str, width: int | None, *, in_colour: bool) -> Iterator[str]:
    """A line as one or more of at most `width` characters, further ones indented more."""
    shown = [line] if width is None or len(line) <= width else _folded(line, width)
    if not in_colour:
        yield from shown
    elif line and not line[0].isspace():
        yield from (click.style(each, bold=True) for each in shown)
    else:
        inside = 0
        for each in shown:
            styled, inside = _marked(each, inside)
            yield styled


def _folded(line: str, width: int) -> list[str]:
    start = len(line) - len(line.lstrip())
    # Under a bullet the words go on below the words.
    hanging = " " * (start + 2 * line.lstrip().startswith(("· ", "→ ")))
    folded = textwrap.wrap(
        line.strip(),
        width,
        initial_indent=" " * start,
        subsequent_indent=hanging,
        break_long_words=False,
        break_on_hyphens=False,
    )
    return folded or [line]


def _marked(line: str, inside: int) -> tuple[str, int]:
    """Words between brackets in bold; `inside` brackets are open from the line before."""
    parts: list[str] = []
    for piece in _at_brackets(line):
        inside += piece == "["
        is_bold = inside > 0 and bool(piece.strip())
        parts.append(click.style(piece, bold=True) if is_bold else piece)
        inside -= piece == "]" and inside > 0
    return "".join(parts), inside


def _at_brackets(line: str) -> list[str]:
    return [
        piece for piece in line.replace("[", "\0[\0").replace("]", "\0]\0").split("\0") if piece
    ]


def count(number: int, one: str, many: str | None = None) -> str:
    """`1 article`, `2 articles`."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"
