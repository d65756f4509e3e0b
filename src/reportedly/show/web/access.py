"""Who may open the pages when they are served to more than this machine: those with the token.

On loopback no token is asked for.  Elsewhere the address that is printed at the start carries one;
the first visit with it sets a cookie, and every other request needs that cookie.
"""

import http.cookies
import ipaddress
import json
import secrets
from dataclasses import dataclass
from urllib.parse import parse_qsl, urlencode

from starlette.types import ASGIApp, Receive, Scope, Send

from reportedly.show.web.safety import is_local

#: Name of the cookie and of the field in the address.
COOKIE, FIELD = "reportedly", "token"

#: Bytes of chance in a token; 16 would be beyond guessing.
_TOKEN_BYTES = 32

_REFUSED = (
    "this chronicle opens with the address that was printed when it was served; ask whoever "
    "serves it for that address"
)


@dataclass(frozen=True, slots=True)
class Access:
    """What a request must show: a Host header that is expected and, if set, the token.

    Args:
        token: asked of every request; None on loopback.
        names: Host headers allowed besides this machine's own and, with a token, addresses.
    """

    token: str | None = None
    names: frozenset[str] = frozenset()

    def knows(self, host: str) -> bool:
        """True for a Host header under which these pages may be asked for.

        A rebound name is a name, so an address in figures is no danger where a token is asked for.
        """
        if is_local(host):
            return True
        name = _without_port(host).lower()
        return name in self.names or (self.token is not None and _is_address(name))

    def admits(self, given: str | None) -> bool:
        """True for the right token; takes the same time for every wrong one."""
        if self.token is None:
            return True
        return secrets.compare_digest((given or "").encode(), self.token.encode())


#: Nothing is asked for on this machine itself.
LOOPBACK = Access()


def new_token() -> str:
    """A token that nobody can guess."""
    return secrets.token_urlsafe(_TOKEN_BYTES)


def _without_port(host: str) -> str:
    name, colon, port = host.rpartition(":")
    return name if colon and port.isdigit() and (name.endswith("]") or ":" not in name) else host


def _is_address(name: str) -> bool:
    try:
        ipaddress.ip_address(name.strip("[]"))
    except ValueError:
        return False
    return True


class Doorkeeper:
    """An ASGI application around another one that lets in only those who are admitted."""

    def __init__(self, app: ASGIApp, access: Access) -> None:
        self.app = app
        self.access = access

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Passes on, exchanges a token in the address for a cookie, or refuses."""
        if scope["type"] != "http" or self.access.token is None:
            await self.app(scope, receive, send)
            return
        query = parse_qsl(scope.get("query_string", b"").decode("latin-1"), keep_blank_values=True)
        given = dict(query).get(FIELD)
        if given is not None and self.access.admits(given):
            await _exchange(send, scope, [pair for pair in query if pair[0] != FIELD], given)
        elif self.access.admits(_cookie(scope)):
            await self.app(scope, receive, send)
        else:
            await _refuse(send)


def _cookie(scope: Scope) -> str | None:
    for name, value in scope["headers"]:
        if name == b"cookie":
            jar = http.cookies.SimpleCookie()
            try:
                jar.load(value.decode("latin-1"))
            except http.cookies.CookieError:
                return None
            return jar[COOKIE].value if COOKIE in jar else None
    return None


async def _exchange(send: Send, scope: Scope, query: list[tuple[str, str]], token: str) -> None:
    """Back to the same page without the token, so that it stays in no history or log."""
    # One slash only at the beginning: two would lead to another host.
    place = "/" + scope["path"].lstrip("/") + (f"?{urlencode(query)}" if query else "")
    cookie = f"{COOKIE}={token}; HttpOnly; SameSite=Strict; Path=/"
    headers = [
        (b"location", place.encode("ascii", "xmlcharrefreplace")),
        (b"set-cookie", cookie.encode("ascii")),
        (b"content-length", b"0"),
    ]
    await send({"type": "http.response.start", "status": 303, "headers": headers})
    await send({"type": "http.response.body", "body": b""})


async def _refuse(send: Send) -> None:
    body = json.dumps({"error": {"status": 401, "detail": _REFUSED}}).encode()
    start = [(b"content-type", b"application/json"), (b"content-length", str(len(body)).encode())]
    await send({"type": "http.response.start", "status": 401, "headers": start})
    await send({"type": "http.response.body", "body": body})
