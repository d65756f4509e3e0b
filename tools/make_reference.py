"""Writes the reference pages that follow from the code: tables, command line and library.

python -m tools.make_reference            writes them
python -m tools.make_reference --check    fails when one is not what the code says
"""

import sys
import typing
from pathlib import Path

import click

from reportedly import schema
from reportedly.model import CHRONICLE, WORKING, Edit, Evidence, Row
from reportedly.show.cli import main as command_line
from tools.python_reference import python_page

DOCS = Path(__file__).resolve().parents[1] / "docs"

_TABLES_HEAD = """# The tables of a chronicle

Made from `src/reportedly/model.py` by `make docs`; do not edit.

Offsets are Unicode code points into `articles.text`, half-open: `text[start:end]`. A span is
`[start, end]`; a list of spans holds one or more, in order. Dates are ISO 8601, no more precise
than the evidence; intervals are two days, both inclusive. *Optional* columns are null when the
articles do not state them: nothing is guessed. In CSV, lists and objects are JSON text, and a cell
that a spreadsheet would run as a formula has an apostrophe in front.
"""

_CLI_HEAD = """# The command line

Made from the program's own help by `make docs`; do not edit.
"""


def type_name(hint: typing.Any) -> str:
    """A column's type in words."""
    base, optional = schema.optional_of(hint)
    if typing.get_origin(base) is typing.Literal:
        name = "one of " + ", ".join(f"`{value}`" for value in typing.get_args(base))
    elif base == tuple[int, int]:
        name = "span"
    elif typing.get_origin(base) is tuple:
        name = "list of " + type_name(typing.get_args(base)[0])
    else:
        name = {str: "text", int: "integer", float: "number", bool: "true or false"}.get(
            base, f"`{getattr(base, '__name__', base)}`"
        )
    return name + (", optional" if optional else "")


def columns_of(kind: type) -> list[str]:
    """The rows of a Markdown table, one for each column."""
    said = schema.descriptions(kind)
    lines = ["| column | type | meaning |", "|---|---|---|"]
    for name, hint in schema.hints(kind).items():
        lines.append(f"| `{name}` | {type_name(hint)} | {said[name]} |")
    return lines


def tables_page() -> str:
    """The reference page of the data model."""
    lines = [_TABLES_HEAD]
    for kind in CHRONICLE:
        lines += _table(kind)
    lines += ["## Nested records", ""]
    for nested in (Evidence, Edit):
        lines += [f"### `{nested.__name__}`", "", nested.__doc__ or "", "", *columns_of(nested), ""]
    lines += ["## Working tables", "", "What the stages hand to one another; not exported.", ""]
    for kind in WORKING:
        lines += _table(kind)
    return "\n".join(lines).rstrip() + "\n"


def _table(kind: type[Row]) -> list[str]:
    key = ", ".join(f"`{name}`" for name in kind.key)
    return [f"## `{kind.table}`", "", f"{kind.__doc__} Sorted by {key}.", "", *columns_of(kind), ""]


def cli_page() -> str:
    """The reference page of the command line."""
    # The program's own settings, or the help would not say `-h`.
    settings = {**command_line.context_settings, "terminal_width": 80}
    context = click.Context(command_line, info_name="reportedly", **settings)
    parts = [_CLI_HEAD, "```text", command_line.get_help(context), "```"]
    for name in sorted(command_line.commands):
        command = command_line.commands[name]
        parts += _command(name, command, context)
    return "\n".join(parts) + "\n"


def _command(name: str, command: click.Command, parent: click.Context) -> list[str]:
    """The help of a command, and of those in it."""
    own = click.Context(command, info_name=name, parent=parent, terminal_width=80)
    depth = "#" * (2 + own.command_path.count(" ") - 1)
    parts = ["", f"{depth} `{own.command_path}`", "", "```text", command.get_help(own), "```"]
    for inner in sorted(command.commands) if isinstance(command, click.Group) else ():
        parts += _command(inner, command.commands[inner], own)
    return parts


def pages() -> dict[str, str]:
    """File name → what it must hold."""
    return {"tables.md": tables_page(), "cli.md": cli_page(), "python.md": python_page()}


def main(arguments: list[str]) -> int:
    """Writes or checks the pages; returns the exit code."""
    stale = []
    for name, text in pages().items():
        path = DOCS / name
        if not path.is_file() or path.read_text(encoding="utf-8") != text:
            stale.append(name)
            if "--check" not in arguments:
                path.write_text(text, encoding="utf-8")
    if stale and "--check" in arguments:
        print(f"stale: {', '.join(stale)}; run: make docs")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
