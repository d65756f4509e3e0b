"""`serve`: the chronicle in the browser."""

from pathlib import Path

import click

from reportedly.show.cli.exit_codes import with_exit_codes


@click.command("serve")
@click.argument("chronicle", type=click.Path(path_type=Path))
@click.option(
    "--port",
    default=8710,
    show_default=True,
    type=click.IntRange(0, 65535),
    help="0: any free one.",
)
@with_exit_codes
def serve_command(chronicle: Path, port: int) -> None:
    """Shows a chronicle in the browser, on this machine only.

    \b
    reportedly serve affair.chronicle
    """
    from reportedly.show.web.server import serve

    serve(chronicle, port=port)


COMMANDS = (serve_command,)
