"""`export`: a chronicle's tables as files, documents for others' tools, a dossier to hand on."""

from pathlib import Path

import click

from reportedly.show.cli.exit_codes import with_exit_codes
from reportedly.show.cli.layout import count

_TABLES = ["jsonl", "parquet", "csv"]
_DOCUMENTS = ["html", "webannotation", "quotation", "timelinejs", "ical", "ftm", "gexf", "citron"]


@click.command("export")
@click.argument("chronicle", type=click.Path(path_type=Path))
@click.argument("about", required=False, metavar="[PERSON|STORY]")
@click.option(
    "--format",
    "form",
    type=click.Choice(_TABLES + _DOCUMENTS),
    default="jsonl",
    show_default=True,
    help="See above.",
)
@click.option(
    "--to", required=True, type=click.Path(path_type=Path), help="A folder; made when missing."
)
@click.option(
    "--full-text",
    is_flag=True,
    help="Whole articles in html, ftm and citron, which else carry snippets and links only.",
)
@with_exit_codes
def export_command(
    chronicle: Path, about: str | None, form: str, to: Path, full_text: bool
) -> None:
    """Writes whole tables (jsonl, parquet, csv), documents for others' tools, or a dossier (html).

    A person or story, by name or identifier, narrows a document to it; a dossier needs one.
    Tables always hold everything, articles' texts included.

    \b
    jsonl, parquet, csv   all tables, one file each
    html                  a dossier: opens from disk, prints well
    ical                  dated events, for a calendar
    timelinejs            dated events, for TimelineJS
    gexf                  who quotes whom, for Gephi
    ftm                   people, documents and mentions, for Aleph (FollowTheMoney)
    webannotation         statements on their pages (W3C Web Annotation)
    quotation             quotations as schema.org has them
    citron                quotations as the BBC's Citron has them

    \b
    reportedly export affair.chronicle --format jsonl --to tables/
    reportedly export affair.chronicle "Ada Quill" --format html --to dossier/
    """
    from reportedly.chronicle import Chronicle
    from reportedly.show.export import export

    with Chronicle.open(chronicle) as opened:
        counts = export(
            opened,
            to,
            form,  # type: ignore[arg-type]  # click has checked the choice
            about=about,
            full_text=full_text,
        )
    if form in _TABLES:
        click.echo(f"{to}: {len(counts)} tables, {sum(counts.values()):,} rows")
    else:
        click.echo(f"{to}: {count(len(counts), 'file')}, {sum(counts.values()):,} bytes")
        if form == "html":
            click.echo(f"open {to / 'index.html'}")


COMMANDS = (export_command,)
