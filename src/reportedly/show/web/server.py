"""`serve`: the pages on this machine's own address until they are stopped."""

import contextlib
import socket
from pathlib import Path

import click
import uvicorn

from reportedly.errors import RunAborted
from reportedly.show.web.app import make_app
from reportedly.store.connection import open_existing

#: Loopback only: the pages have no passwords.
HOST = "127.0.0.1"

#: Seconds that answers which are under way get when the server is stopped.
_LAST_ANSWERS_S = 2


def listen(port: int) -> socket.socket:
    """A socket bound to `port`, 0 for any free one; raises RunAborted when it is in use."""
    found = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    found.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        found.bind((HOST, port))
    except OSError as error:
        found.close()
        raise RunAborted(
            f"port {port} cannot be used ({error.strerror}); name another one with --port, "
            "or --port 0 for any that is free"
        ) from error
    return found


def serve(chronicle: Path, *, port: int) -> None:
    """Serves `chronicle` until interrupted.

    Raises ChronicleError when it cannot be read and RunAborted when the port is in use.
    """
    open_existing(chronicle).close()
    with listen(port) as bound:
        address = f"http://{HOST}:{bound.getsockname()[1]}/"
        click.echo(f"{chronicle.name} is open at {address} (stop with Ctrl+C)")
        config = uvicorn.Config(
            make_app(chronicle),
            log_level="warning",
            server_header=False,
            timeout_graceful_shutdown=_LAST_ANSWERS_S,
        )
        # Ctrl+C is how these pages are meant to end, and no error.
        with contextlib.suppress(KeyboardInterrupt):
            uvicorn.Server(config).run(sockets=[bound])
