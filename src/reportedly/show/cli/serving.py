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
@click.option(
    "--host",
    default="127.0.0.1",
    show_default=True,
    metavar="ADDRESS",
    help="Another of this machine's addresses; then a token is asked for.",
)
@click.option(
    "--name",
    "names",
    multiple=True,
    metavar="NAME",
    help="A host name under which others reach this machine; may be repeated.",
)
@click.option(
    "--private",
    "is_private",
    is_flag=True,
    envvar="REPORTEDLY_PRIVATE",
    show_envvar=True,
    help="Hide whole texts and captured pages; snippets stay.",
)
@with_exit_codes
def serve_command(
    chronicle: Path, port: int, host: str, names: tuple[str, ...], is_private: bool
) -> None:
    """Shows a chronicle in the browser, on this machine only unless another address is given.

    \b
    reportedly serve affair.chronicle
    reportedly serve affair.chronicle --private --host 192.0.2.7
    """
    from reportedly.chronicle import file_of
    from reportedly.show.web.server import serve

    serve(file_of(chronicle), port=port, host=host, names=names, is_private=is_private)


COMMANDS = (serve_command,)
