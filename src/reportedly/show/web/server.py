"""`serve`: the pages until they are stopped, on this machine alone unless told otherwise."""

import contextlib
import ipaddress
import socket
from pathlib import Path

import click
import uvicorn

from reportedly.errors import RunAborted
from reportedly.show.web.access import FIELD, Access, new_token
from reportedly.show.web.app import make_app
from reportedly.store.connection import open_existing

#: Loopback: nobody else can reach it, so no token is needed.
HOST = "127.0.0.1"

#: Seconds that answers which are under way get when the server is stopped.
_LAST_ANSWERS_S = 2


def listen(port: int, host: str = HOST) -> socket.socket:
    """A socket bound to `port`, 0 for any free one, at the IP address `host`.

    Raises RunAborted when they cannot be used.
    """
    found = socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET, socket.SOCK_STREAM)
    found.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        found.bind((host, port))
    except OSError as error:
        found.close()
        raise RunAborted(
            f"port {port} cannot be used ({error.strerror}); name another one with --port, "
            "or --port 0 for any that is free"
        ) from error
    return found


def serve(
    chronicle: Path,
    *,
    port: int,
    host: str = HOST,
    names: tuple[str, ...] = (),
    is_private: bool = False,
) -> None:
    """Serves `chronicle` until interrupted.

    Raises ChronicleError when it cannot be read and RunAborted when the port is in use or `host`
    is no IP address.
    """
    open_existing(chronicle).close()
    access = Access(
        None if _is_loopback(host) else new_token(), frozenset(name.lower() for name in names)
    )
    with listen(port, host) as bound:
        click.echo(_invitation(chronicle, host, bound.getsockname()[1], access))
        config = uvicorn.Config(
            make_app(chronicle, access=access, is_private=is_private),
            log_level="warning",
            server_header=False,
            timeout_graceful_shutdown=_LAST_ANSWERS_S,
        )
        # Ctrl+C is how these pages are meant to end, and no error.
        with contextlib.suppress(KeyboardInterrupt):
            uvicorn.Server(config).run(sockets=[bound])


def _is_loopback(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError as error:
        raise RunAborted(
            f"{host!r} is no IP address; give one of this machine's, such as 192.0.2.7, "
            "or 0.0.0.0 for all of them"
        ) from error


def _invitation(chronicle: Path, host: str, port: int, access: Access) -> str:
    shown = f"[{host}]" if ":" in host else host
    address = f"http://{shown}:{port}/"
    if access.token is None:
        return f"{chronicle.name} is open at {address} (stop with Ctrl+C)"
    return (
        f"{chronicle.name} is open to whoever has this address, which is not shown again:\n"
        f"{address}?{FIELD}={access.token}\n"
        "What is read travels unencrypted; over an open network use a tunnel. Stop with Ctrl+C."
    )
