"""`export`: a chronicle's tables as files."""

from pathlib import Path

import click

from reportedly.show.cli.exit_codes import with_exit_codes


@click.command("export")
@click.argument("chronicle", type=click.Path(path_type=Path))
@click.option(
    "--format",
    "form",
    type=click.Choice(["jsonl", "parquet", "csv"]),
    default="jsonl",
    show_default=True,
)
@click.option(
    "--to", required=True, type=click.Path(path_type=Path), help="A folder; made when missing."
)
@with_exit_codes
def export_command(chronicle: Path, form: str, to: Path) -> None:
    """Writes one file for each table, with all rows.

    \b
    reportedly export affair.chronicle --format jsonl --to tables/
    """
    from reportedly.chronicle import Chronicle
    from reportedly.show.export import export

    with Chronicle.open(chronicle) as opened:
        counts = export(opened, to, form)  # type: ignore[arg-type]  # click has checked the choice
    click.echo(f"{to}: {len(counts)} tables, {sum(counts.values()):,} rows")


COMMANDS = (export_command,)
