"""`decide`: corrections, verdicts, notes and tags from the terminal; their log as JSON lines."""

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from reportedly.show.cli import exit_codes
from reportedly.show.cli.exit_codes import with_exit_codes
from reportedly.show.cli.printable import printable

if TYPE_CHECKING:
    from reportedly.store.decided import Entry

_CHRONICLE = click.argument("chronicle", type=click.Path(path_type=Path))
_AUTHOR = click.option("--by", "author", default="", metavar="NAME", help="Who decides.")


@click.group("decide")
def decide_command() -> None:
    """Corrects what the program found: merge, split, rename, speaker, dismiss, note, tag, undo.

    Decisions stand in a file beside the chronicle (NAME.decisions), survive every build, and are
    undone by one more decision. People are named by identifier or by a name that only one has.

    \b
    reportedly decide merge affair.chronicle "Ada Quill" "A. Quill"
    reportedly decide list affair.chronicle
    """


def _make(chronicle: Path, action: str, **fields: Any) -> None:
    from reportedly.decisions.telling import told
    from reportedly.engine.editing import Wish, decide

    made = decide(chronicle, Wish(action=action, **fields))  # type: ignore[arg-type]  # its own
    if made.refused:
        exit_codes.leave(f"not taken up: {made.refused}", exit_codes.FAULT)
    click.echo(printable(f"{made.decision_id}  {told(made)}"))


@decide_command.command("merge")
@_CHRONICLE
@click.argument("name")
@click.argument("other")
@_AUTHOR
@with_exit_codes
def merge(chronicle: Path, name: str, other: str, author: str) -> None:
    """NAME and OTHER are one.

    \b
    reportedly decide merge affair.chronicle "Ada Quill" "A. Quill"
    """
    _make(chronicle, "merge", identifier=name, other=other, author=author)


@decide_command.command("apart")
@_CHRONICLE
@click.argument("name")
@click.argument("other")
@_AUTHOR
@with_exit_codes
def apart(chronicle: Path, name: str, other: str, author: str) -> None:
    """NAME and OTHER are never to be taken for one.

    \b
    reportedly decide apart affair.chronicle "Ada Quill" "Ida Quill"
    """
    _make(chronicle, "block", identifier=name, other=other, author=author)


@decide_command.command("split")
@_CHRONICLE
@click.argument("name")
@click.option("--alias", "aliases", multiple=True, help="Whoever is called so is another.")
@click.option("--article", "articles", multiple=True, help="In this article it is another.")
@click.option("--as", "words", default="", metavar="NAME", help="What to call the other.")
@_AUTHOR
@with_exit_codes
def split(
    chronicle: Path,
    name: str,
    aliases: tuple[str, ...],
    articles: tuple[str, ...],
    words: str,
    author: str,
) -> None:
    """Takes somebody else out of NAME: by a name, or by articles (identifier, URL or path).

    \b
    reportedly decide split affair.chronicle "Ada Quill" --alias "Lady Quill"
    """
    _make(
        chronicle,
        "split",
        identifier=name,
        aliases=aliases,
        articles=articles,
        words=words,
        author=author,
    )


@decide_command.command("rename")
@_CHRONICLE
@click.argument("name")
@click.argument("to")
@_AUTHOR
@with_exit_codes
def rename(chronicle: Path, name: str, to: str, author: str) -> None:
    """Calls NAME what TO says.

    \b
    reportedly decide rename affair.chronicle "A. Quill" "Ada Quill"
    """
    _make(chronicle, "rename", identifier=name, words=to, author=author)


@decide_command.command("speaker")
@_CHRONICLE
@click.argument("statement")
@click.argument("name", required=False, default="")
@_AUTHOR
@with_exit_codes
def speaker(chronicle: Path, statement: str, name: str, author: str) -> None:
    """STATEMENT was said by NAME; by nobody who is named when NAME is left out.

    \b
    reportedly decide speaker affair.chronicle s0f3a5b7c9d1e2f40 "Ada Quill"
    """
    _make(chronicle, "speaker", identifier=statement, other=name, author=author)


@decide_command.command("dismiss")
@_CHRONICLE
@click.argument("finding")
@_AUTHOR
@with_exit_codes
def dismiss(chronicle: Path, finding: str, author: str) -> None:
    """Leaves a finding out of the lists from now on.

    \b
    reportedly decide dismiss affair.chronicle g0f3a5b7c9d1e2f40
    """
    _make(chronicle, "dismiss", identifier=finding, author=author)


@decide_command.command("confirm")
@_CHRONICLE
@click.argument("finding")
@_AUTHOR
@with_exit_codes
def confirm(chronicle: Path, finding: str, author: str) -> None:
    """Marks a finding as looked at and right.

    \b
    reportedly decide confirm affair.chronicle g0f3a5b7c9d1e2f40
    """
    _make(chronicle, "confirm", identifier=finding, author=author)


_KIND = click.argument(
    "kind",
    type=click.Choice("statement finding person article utterance story event claim".split()),
)


@decide_command.command("note")
@_CHRONICLE
@_KIND
@click.argument("identifier")
@click.argument("words")
@_AUTHOR
@with_exit_codes
def note(chronicle: Path, kind: str, identifier: str, words: str, author: str) -> None:
    """Keeps a note on anything.

    \b
    reportedly decide note affair.chronicle person "Ada Quill" "asked for comment on Monday"
    """
    _make(chronicle, "note", kind=kind, identifier=identifier, words=words, author=author)


@decide_command.command("tag")
@_CHRONICLE
@_KIND
@click.argument("identifier")
@click.argument("words")
@_AUTHOR
@with_exit_codes
def tag(chronicle: Path, kind: str, identifier: str, words: str, author: str) -> None:
    """Puts a tag on anything.

    \b
    reportedly decide tag affair.chronicle article clippings/one.html "to check"
    """
    _make(chronicle, "tag", kind=kind, identifier=identifier, words=words, author=author)


@decide_command.command("undo")
@_CHRONICLE
@click.argument("decision")
@_AUTHOR
@with_exit_codes
def undo(chronicle: Path, decision: str, author: str) -> None:
    """Undoes a decision; it stays in the history.

    \b
    reportedly decide undo affair.chronicle d0f3a5b7c9d1e2f40
    """
    _make(chronicle, "undo", decision=decision, author=author)


@decide_command.command("redo")
@_CHRONICLE
@click.argument("decision")
@_AUTHOR
@with_exit_codes
def redo(chronicle: Path, decision: str, author: str) -> None:
    """Takes up again what was undone.

    \b
    reportedly decide redo affair.chronicle d0f3a5b7c9d1e2f40
    """
    _make(chronicle, "redo", decision=decision, author=author)


@decide_command.command("list")
@_CHRONICLE
@click.option("--waiting", is_flag=True, help="Only those that have no effect here now.")
@click.option("--json", "as_json", is_flag=True, help="Decisions as JSON lines.")
@with_exit_codes
def list_decisions(chronicle: Path, waiting: bool, as_json: bool) -> None:
    """The history of all decisions, the first first; which hold, which wait, and why.

    \b
    reportedly decide list affair.chronicle --waiting
    """
    from reportedly import schema
    from reportedly.chronicle import Chronicle
    from reportedly.store.decided import Decided
    from reportedly.store.decision_log import read_log

    with Chronicle.open(chronicle) as opened:
        decided = Decided(opened.connection, read_log(chronicle))
        entries = decided.waiting() if waiting else list(reversed(decided.history()))
    for entry in entries:
        if as_json:
            click.echo(json.dumps(schema.plain(entry), ensure_ascii=False))
        else:
            click.echo(printable(_line(entry)))
    if not entries and not as_json:
        click.echo("nothing waits" if waiting else "nobody decided anything yet")


def _line(entry: "Entry") -> str:
    made = entry.decision
    state = "refused" if made.refused else "holds" if entry.holds else "past"
    if made.action in ("undo", "redo"):
        state = "refused" if made.refused else "done"
    why = made.refused or entry.waits
    author = made.author or "somebody"
    line = f"{made.decision_id}  {made.made[:16]}  {state:7}  {author}: {entry.words}"
    return f"{line}\n    {'refused' if made.refused else 'waiting'}: {why}" if why else line


@decide_command.command("export")
@_CHRONICLE
@with_exit_codes
def export_decisions(chronicle: Path) -> None:
    """Writes all decisions as JSON lines, for a colleague to import.

    \b
    reportedly decide export affair.chronicle > decisions.jsonl
    """
    from reportedly import schema
    from reportedly.store.connection import open_existing
    from reportedly.store.decision_log import read_log

    open_existing(chronicle).close()
    for decision in read_log(chronicle):
        click.echo(json.dumps(schema.plain(decision), ensure_ascii=False))


@decide_command.command("import")
@_CHRONICLE
@click.argument("file", type=click.File(encoding="utf-8"))
@with_exit_codes
def import_decisions(chronicle: Path, file: Any) -> None:
    """Takes in a colleague's decisions; those that are here already are passed over.

    One that stands against a decision made here is kept as refused.

    \b
    reportedly decide import affair.chronicle decisions.jsonl
    """
    from reportedly.engine.sharing import take_in

    added = take_in(chronicle, file, file.name)
    for each in added:
        if each.refused:
            click.echo(printable(f"refused: {each.decision_id}: {each.refused}"))
    taken = sum(each.refused is None for each in added)
    click.echo(f"{taken} taken in, {len(added) - taken} refused")


COMMANDS = (decide_command,)
