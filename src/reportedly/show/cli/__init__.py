"""The command line: one file a group of commands, each a few lines around a plain function.

Nothing heavy is imported here: commands import what they need when they run.
"""

import click

import reportedly
from reportedly.show.cli import (
    building,
    cluster,
    comparing,
    deciding,
    exit_codes,
    exporting,
    filters,
    questions,
    running,
    serving,
    upkeep,
)
from reportedly.show.cli.sections import Sections

_EPILOG = f"""
\b
Exit codes:
{exit_codes.TABLE}
"""


@click.group(
    cls=Sections,
    epilog=_EPILOG,
    context_settings={"help_option_names": ["-h", "--help"]},
)
@click.version_option(reportedly.__version__, prog_name="reportedly")
def main() -> None:
    """Turns a pile of news articles into a sourced chronicle: who said what, when, to whom, and
    according to whom.

    \b
    reportedly build clippings/ --to affair.chronicle    a pile into a chronicle
    reportedly serve affair.chronicle                    the same in the browser
    reportedly COMMAND --help                            what a command does, with an example
    """


for _group in (
    building,
    cluster,
    serving,
    questions,
    deciding,
    exporting,
    upkeep,
    filters,
    running,
    comparing,
):
    for _command in _group.COMMANDS:
        main.add_command(_command)
