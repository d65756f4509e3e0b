"""`diff`: what another version of the program, or of a pile, changed in a chronicle."""

import json
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from reportedly.show.cli.exit_codes import with_exit_codes
from reportedly.show.cli.printable import printable

if TYPE_CHECKING:
    from reportedly.compare import Comparison, GroupDifferences, TableDifferences

#: Characters of a row's words, or of a value, on one line.
_SHOWN_CHARS = 100
_CHRONICLE = click.Path(path_type=Path)


@click.command("diff")
@click.argument("before", type=_CHRONICLE)
@click.argument("after", type=_CHRONICLE)
@click.option("--table", help="Only this table or kind of group.")
@click.option(
    "--limit", default=5, show_default=True, type=click.IntRange(0), help="Rows shown of each sort."
)
@click.option("--json", "as_json", is_flag=True, help="All differences as one JSON object.")
@with_exit_codes
def diff_command(before: Path, after: Path, table: str | None, limit: int, as_json: bool) -> None:
    """What differs between two chronicles of the same pile: rows gone, new and changed.

    Groups (people, utterances, claims, stories, copies, events) are compared by their members.

    \b
    reportedly diff affair-1.chronicle affair-2.chronicle
    """
    from reportedly.chronicle import Chronicle
    from reportedly.compare import compare

    with Chronicle.open(before) as first, Chronicle.open(after) as second:
        found = compare(first, second)
    if as_json:
        click.echo(json.dumps(asdict(found), ensure_ascii=False))
        return
    for line in lines_of(found, table, limit):
        click.echo(printable(line))


def lines_of(found: "Comparison", table: str | None, limit: int) -> Iterator[str]:
    """The comparison as a person reads it."""
    if found.empty:
        yield "the same: every row and every group"
    for groups in found.groups:
        if groups.count and table in (None, groups.kind):
            yield from _group_lines(groups, limit)
    for rows in found.tables:
        if rows.count and table in (None, rows.table):
            yield from _table_lines(rows, limit)


def _heading(name: str, found: "GroupDifferences | TableDifferences") -> str:
    return (
        f"{name}: {found.same:,} the same, {len(found.changed):,} changed, "
        f"{len(found.gone):,} gone, {len(found.new):,} new"
    )


def _group_lines(groups: "GroupDifferences", limit: int) -> Iterator[str]:
    yield _heading(f"groups of {groups.kind}", groups)
    for group in groups.changed[:limit]:
        yield f"  ~ {_short(group.label)} ({group.lost} members lost, {group.gained} gained)"
    yield from _ends(groups, limit)


def _table_lines(rows: "TableDifferences", limit: int) -> Iterator[str]:
    yield _heading(rows.table, rows)
    for row in rows.changed[:limit]:
        yield f"  ~ {_short(row.words)}"
        for column, (old, new) in row.columns.items():
            yield f"      {column}: {_short(old)} → {_short(new)}"
    yield from _ends(rows, limit)


def _ends(found: "GroupDifferences | TableDifferences", limit: int) -> Iterator[str]:
    for mark, words in (("-", found.gone), ("+", found.new)):
        for each in words[:limit]:
            yield f"  {mark} {_short(each)}"
    shown = sum(min(limit, len(rows)) for rows in (found.changed, found.gone, found.new))
    if found.count > shown:
        yield f"  … {found.count - shown:,} more; see them with --limit or --json"


def _short(value: Any) -> str:
    words = "nothing" if value in (None, "", (), []) else " ".join(str(value).split())
    return words if len(words) <= _SHOWN_CHARS else words[: _SHOWN_CHARS - 1] + "…"


COMMANDS = (diff_command,)
