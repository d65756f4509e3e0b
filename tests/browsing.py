"""A chronicle's pages served on loopback, and headless Chromium, for the tests that open them."""

import contextlib
import shutil
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

#: No sandbox, since tests run as root in containers; the rest keeps the browser itself from
#: calling home, which would look like a page that does.
_FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


@contextlib.contextmanager
def serving(chronicle: Path) -> Iterator[str]:
    """The address at which the pages of `chronicle` stand meanwhile; no slash at its end."""
    import uvicorn

    from reportedly.show.web.app import make_app
    from reportedly.show.web.server import listen

    with listen(0) as bound:
        server = uvicorn.Server(uvicorn.Config(make_app(chronicle), log_level="warning"))
        thread = threading.Thread(target=server.run, kwargs={"sockets": [bound]}, daemon=True)
        thread.start()
        while thread.is_alive() and not server.started:
            time.sleep(0.01)
        yield f"http://127.0.0.1:{bound.getsockname()[1]}"
        server.should_exit = True
        thread.join(timeout=10)


@contextlib.contextmanager
def chromium_running() -> Iterator[Any]:
    """A `playwright.sync_api.Browser`; skips the test where there is none on the machine."""
    playwright = pytest.importorskip("playwright.sync_api", reason="Playwright is not installed")
    found = shutil.which("chromium") or shutil.which("chromium-browser")
    if found is None:
        pytest.skip("there is no chromium on this machine")
    with playwright.sync_playwright() as running:
        opened = running.chromium.launch(executable_path=found, args=list(_FLAGS))
        yield opened
        opened.close()


def follow(page: Any, selector: str) -> None:
    """Clicks, and waits until what the click leads to has been loaded: a page's address changes
    before its contents are there, and whoever counts in between counts nothing."""
    page.click(selector)
    page.wait_for_load_state()
