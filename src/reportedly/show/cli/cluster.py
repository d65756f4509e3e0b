"""`build --engine spark` and `load`: a chronicle made by a cluster, and into a file."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import click

from reportedly.show.cli import exit_codes
from reportedly.show.cli.exit_codes import with_exit_codes


def setting(value: str) -> tuple[str, str]:
    """The name and the value of `NAME=VALUE`; raises ValueError for anything else."""
    name, equals, rest = value.partition("=")
    if not equals or not name:
        raise ValueError(f"{value!r} is no NAME=VALUE")
    return name, rest


def build_on_cluster(
    inputs: Sequence[str], to: Path, how: dict[str, Any], *, quiet: bool, as_json: bool
) -> None:
    """Builds the folder `to` with Spark and tells what it holds."""
    for option in ("cast", "gazetteer", "pages"):
        if how.get(option):
            raise click.UsageError(
                f"--{option} belongs to a chronicle file: load the folder into one, then give it "
                f"with: reportedly build --to FILE --{option}"
            )
    from reportedly.engine.spark.build import build
    from reportedly.show.cli.layout import count
    from reportedly.show.cli.progress import shown_progress
    from reportedly.show.cli.running import chosen_limits
    from reportedly.show.cli.summary import program

    master = how["master"] or f"local[{how['workers'] or '*'}]"
    with shown_progress(quiet=quiet or as_json) as progress:
        report = build(
            inputs,
            to,
            master=master,
            settings=dict(how["settings"]),
            progress=progress,
            limits=chosen_limits(),
        )
    if as_json:
        click.echo(report.as_json())
    elif not quiet:
        named = ("article", "statement", "finding", "reject")
        told = (count(report.rows[f"{name}s"], name) for name in named)
        click.echo(f"{to}: {', '.join(told)}")
        click.echo(f"Make a chronicle file of it:  {program()} load {to} --to NAME.chronicle")
    if not report.rows["articles"]:
        exit_codes.leave(
            "not one article could be read; see the table `rejects`", exit_codes.NOTHING_READ
        )


def listed(lists: Sequence[Path]) -> list[str]:
    """The inputs that files name, one a line; raises OSError when one cannot be read."""
    lines = [line for path in lists for line in path.read_text(encoding="utf-8").splitlines()]
    return [line.strip() for line in lines if line.strip()]


@click.command("load")
@click.argument("folder", type=click.Path(path_type=Path))
@click.option(
    "--to", required=True, type=click.Path(path_type=Path), help="The chronicle file; a new one."
)
@with_exit_codes
def load_command(folder: Path, to: Path) -> None:
    """Makes a chronicle file of the FOLDER that a cluster built.

    \b
    reportedly load affair/ --to affair.chronicle
    """
    from reportedly.engine.spark.loading import load

    counts = load(folder, to)
    click.echo(f"{to}: {len(counts)} tables, {sum(counts.values()):,} rows")


COMMANDS = (load_command,)
