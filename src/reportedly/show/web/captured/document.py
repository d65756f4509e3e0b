"""The document that a frame shows: inert markup under a policy that allows its own style only."""

import base64
import functools
import hashlib
import html
from pathlib import Path

from fastapi.responses import HTMLResponse

from reportedly.show.web.visible import visible


@functools.cache
def _style() -> str:
    return (Path(__file__).parents[1] / "static" / "captured.css").read_text("utf-8")


@functools.cache
def policy() -> str:
    """The content policy; without a single address in it nothing can be loaded or left for."""
    digest = base64.b64encode(hashlib.sha256(_style().encode()).digest()).decode()
    return (
        f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'; "
        "frame-ancestors 'self'; sandbox"
    )


def framed(title: str, markup: str) -> HTMLResponse:
    """`markup`, which must be inert, as the document of a sandboxed frame."""
    page = (
        '<!doctype html><html lang="en"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        '<meta name="color-scheme" content="light dark">'
        f"<title>{html.escape(visible(title))}</title><style>{_style()}</style></head>"
        f"<body>{markup}</body></html>"
    )
    headers = {"content-security-policy": policy(), "x-frame-options": "SAMEORIGIN"}
    return HTMLResponse(page.encode("utf-8", "replace"), headers=headers)
