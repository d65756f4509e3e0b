"""`build` and `demo`: a pile of articles into a chronicle, with progress and a summary."""

import os
import sys
from pathlib import Path
from typing import Any

import click

from reportedly.show.cli import exit_codes
from reportedly.show.cli.cluster import build_on_cluster, listed, setting
from reportedly.show.cli.exit_codes import with_exit_codes
from reportedly.show.cli.running import chosen_limits, limit_option, log_option


@click.command("build")
@click.argument("inputs", nargs=-1, metavar="INPUT...")
@click.option(
    "--to",
    required=True,
    type=click.Path(path_type=Path),
    help="The chronicle file; with --engine spark a folder.",
)
@click.option(
    "--list",
    "lists",
    multiple=True,
    metavar="FILE",
    type=click.Path(path_type=Path),
    help="A file that names more INPUTs, one a line.",
)
@click.option(
    "--workers", type=click.IntRange(1, 256), help="Processes [default: by pile and processors]."
)
@click.option(
    "--pages/--no-pages",
    default=None,
    help="Keep the pages as captured [default: as before, at first yes]; --no-pages drops them.",
)
@click.option(
    "--cast",
    metavar="FILE",
    type=click.Path(path_type=Path),
    help="Who is who, by your hand (cast.toml), from now on; none: no more.",
)
@click.option(
    "--gazetteer",
    metavar="FILE",
    type=click.Path(path_type=Path),
    help="Whom you know (CSV or JSON lines), from now on; none: no more.",
)
@click.option(
    "--engine",
    type=click.Choice(["laptop", "spark"]),
    default="laptop",
    show_default=True,
    help="Who runs the stages; spark needs the extra of that name.",
)
@click.option("--master", metavar="URL", help="Of Spark: local[4], spark://HOST:7077 …")
@click.option(
    "--spark",
    "settings",
    type=setting,
    multiple=True,
    metavar="NAME=VALUE",
    help="A setting of Spark's.",
)
@log_option
@limit_option
@click.option("--quiet", is_flag=True, help="No progress, no summary; only what was rejected.")
@click.option("--json", "as_json", is_flag=True, help="The summary as one JSON object.")
@with_exit_codes
def build_command(
    inputs: tuple[str, ...], to: Path, quiet: bool, as_json: bool, **how: Any
) -> None:
    """Builds a chronicle out of INPUTs, or adds them to one that exists.

    An INPUT is a file, a folder, a glob or - for standard input: pages (HTML, MHTML), mails, plain
    text, Markdown, JSONL, CSV or Parquet of articles, feeds, WARC and WACZ, zip and tar of any of
    these. Unchanged inputs cost nothing; a build that was killed goes on where it was.

    \b
    reportedly build clippings/ crawl.warc.gz --to affair.chronicle
    """
    from reportedly.engine.build import build
    from reportedly.engine.given import name_files
    from reportedly.memory import leave_pandas
    from reportedly.show.cli.progress import shown_progress
    from reportedly.show.cli.summary import print_summary

    named = [*inputs, *listed(how["lists"])]
    if how["engine"] == "spark":
        build_on_cluster(named, to, how, quiet=quiet, as_json=as_json)
        return
    leave_pandas()
    if how["cast"] or how["gazetteer"]:
        name_files(to, cast=how["cast"], gazetteer=how["gazetteer"])
    with shown_progress(quiet=quiet or as_json) as progress:
        report = build(
            named,
            to,
            workers=how["workers"],
            progress=progress,
            limits=chosen_limits(),
            pages=how["pages"],
        )
    if as_json:
        click.echo(report.as_json())
    elif not quiet:
        print_summary(report)
    if not report.rows["articles"]:
        exit_codes.leave(
            "not one article could be read; see the reasons above", exit_codes.NOTHING_READ
        )


@click.command("demo")
@click.option("--to", default="demo", type=click.Path(path_type=Path), help="A folder for it.")
@click.option("--serve/--no-serve", default=None, help="Open the page [default: in a terminal].")
@click.option("--port", default=8710, show_default=True, type=click.IntRange(0, 65535))
@with_exit_codes
def demo_command(to: Path, serve: bool | None, port: int) -> None:
    """Builds the sample that ships: a fictional affair in 20 articles, and opens it.

    \b
    reportedly demo
    """
    from reportedly.engine.build import build
    from reportedly.memory import leave_pandas
    from reportedly.sample import pile
    from reportedly.show.cli.progress import shown_progress
    from reportedly.show.cli.summary import print_summary

    leave_pandas()
    to.mkdir(parents=True, exist_ok=True)
    chronicle = to / "affair.chronicle"
    with shown_progress(quiet=False) as progress:
        report = build([os.path.relpath(pile())], chronicle, progress=progress)
    print_summary(report)
    if serve is None:
        serve = sys.stdout.isatty()
    if serve:
        from reportedly.show.web.server import serve as run_server

        run_server(chronicle, port=port)


COMMANDS = (build_command, demo_command)
