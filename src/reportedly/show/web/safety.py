"""What stands between the pages and the network: hosts, methods and headers, around all answers.

A page shows words of strangers.  Nothing in them may run, load or leave: the content policy allows
this server's own style, script and pictures and nothing else, and a request that names another
host (as a rebound DNS name does) or comes from another site is refused.  Forms on people's
decisions are all that changes anything.
"""

import json
from collections.abc import Callable, MutableMapping
from typing import Any, Final

from starlette.types import ASGIApp, Message, Receive, Scope, Send

#: The one style element that the drawing library writes into its pictures, by its digest.
_PLOT_STYLE = "'sha256-jSYQUrW7J0b3jPqhZP9C2Xh1PyJKHKXd4s0fpGGKrww='"

_POLICY = (
    f"default-src 'none'; style-src 'self' {_PLOT_STYLE}; img-src 'self'; script-src 'self'; "
    "font-src 'self'; frame-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)

HEADERS: Final = {
    "content-security-policy": _POLICY,
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "no-referrer",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=()",
    # A chronicle may hold what must not stay in a shared browser's cache.
    "cache-control": "no-store",
}

#: The only addresses that take forms.
CHANGED_BY_FORMS: Final = "/edits"

#: Names under which this machine reaches itself.
LOCAL_HOSTS: Final = frozenset({"127.0.0.1", "localhost", "[::1]"})


def is_local(host: str) -> bool:
    """True for a Host header that names this machine, with or without a port."""
    name, colon, port = host.rpartition(":")
    if not colon or host.endswith("]"):
        return host.lower() in LOCAL_HOSTS
    return name.lower() in LOCAL_HOSTS and port.isascii() and port.isdigit()


class Guard:
    """An ASGI application around another one that refuses and adds headers as said above.

    Args:
        knows: says whether a Host header is one of this server's.
        withholds: says whether what is at a path is not to be shown, and so refused.
    """

    def __init__(
        self,
        app: ASGIApp,
        *,
        knows: Callable[[str], bool] = is_local,
        withholds: Callable[[str], bool] = lambda _: False,
    ) -> None:
        self.app = app
        self.knows = knows
        self.withholds = withholds

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answers a refused request itself and passes all others on."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return

        async def send_guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                own = list(message.get("headers", []))
                named = {name for name, _ in own}
                added = [pair for pair in _header_list(scope) if pair[0] not in named]
                message["headers"] = [*own, *added]
            elif scope["method"] == "HEAD":
                message["body"] = b""
            await send(message)

        refusal = self._refusal(scope)
        if refusal is None:
            # The answer to HEAD is that to GET without its body.
            asked = {**scope, "method": "GET" if scope["method"] == "HEAD" else scope["method"]}
            await self.app(_without_suffix(asked), receive, send_guarded)
        else:
            await _refuse(send_guarded, *refusal)

    def _refusal(self, scope: Scope) -> tuple[int, str] | None:
        hosts = [value.decode("latin-1") for name, value in scope["headers"] if name == b"host"]
        if len(hosts) != 1 or not self.knows(hosts[0]):
            return 421, "this server does not go by that name; open 127.0.0.1 or localhost"
        if self.withholds(scope["path"]):
            return 403, "served in private: captured pages and whole texts are not shown"
        return _refusal(scope)


def _header_list(scope: Scope) -> list[tuple[bytes, bytes]]:
    headers = dict(HEADERS)
    if scope["path"].startswith("/static/"):
        headers["cache-control"] = "max-age=300"
    return [(name.encode(), value.encode()) for name, value in headers.items()]


def _refusal(scope: Scope) -> tuple[int, str] | None:
    changes = scope["method"] == "POST" and scope["path"].startswith(CHANGED_BY_FORMS)
    if scope["method"] not in ("GET", "HEAD") and not changes:
        return 405, "these pages can only be read; use GET"
    if changes and not _from_these_pages(scope):
        return 403, "only forms of these pages can change something; open them by themselves"
    sites = [value for name, value in scope["headers"] if name == b"sec-fetch-site"]
    modes = [value for name, value in scope["headers"] if name == b"sec-fetch-mode"]
    if b"cross-site" in sites and modes != [b"navigate"]:
        return 403, "another site may link to these pages but not load them"
    return None


def _from_these_pages(scope: Scope) -> bool:
    """False when a browser says that another site sent it; programs that say nothing have to know
    the token that the form's own page holds.
    """
    headers = {name: value.decode("latin-1") for name, value in scope["headers"]}
    site, origin = headers.get(b"sec-fetch-site"), headers.get(b"origin")
    if site is not None:  # these pages send no referrer, and so their forms have the origin "null"
        return bool(site == "same-origin")
    return origin is None or bool(origin.split("://", 1)[-1] == headers.get(b"host"))


def _without_suffix(scope: MutableMapping[str, Any]) -> MutableMapping[str, Any]:
    """`/person/e1.json` asks for `/person/e1?format=json`."""
    path = scope["path"]
    if not path.endswith(".json") or path.startswith("/static/") or path == "/openapi.json":
        return scope
    plain = path.removesuffix(".json")
    query = scope.get("query_string", b"")
    return {
        **scope,
        "path": "/" if plain == "/index" else plain,
        "raw_path": None,
        "query_string": query + (b"&" if query else b"") + b"format=json",
    }


async def _refuse(send: Send, status: int, detail: str) -> None:
    body = json.dumps({"error": {"status": status, "detail": detail}}).encode()
    start = [(b"content-type", b"application/json"), (b"content-length", str(len(body)).encode())]
    await send({"type": "http.response.start", "status": status, "headers": start})
    await send({"type": "http.response.body", "body": body})
