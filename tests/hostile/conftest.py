"""The hostile pile as a chronicle, a server over it and a browser that notes whatever it tries."""

import shutil
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.hostile.corpus import write_pile

_FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run"]


@pytest.fixture(scope="session")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The chronicle of all hostile articles."""
    from reportedly.engine.build import build

    folder = tmp_path_factory.mktemp("hostile")
    write_pile(folder / "pile")
    build([folder / "pile"], folder / "hostile.chronicle")
    return folder / "hostile.chronicle"


@pytest.fixture(scope="session")
def served(hostile: Path) -> Iterator[str]:
    """The address of its pages."""
    import uvicorn

    from reportedly.show.web.app import make_app
    from reportedly.show.web.server import listen

    with listen(0) as bound:
        server = uvicorn.Server(uvicorn.Config(make_app(hostile), log_level="warning"))
        thread = threading.Thread(target=server.run, kwargs={"sockets": [bound]}, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{bound.getsockname()[1]}"
        server.should_exit = True
        thread.join(timeout=10)


@pytest.fixture(scope="module")
def chromium() -> Iterator[Any]:
    """Headless Chromium."""
    playwright = pytest.importorskip("playwright.sync_api", reason="Playwright is not installed")
    found = shutil.which("chromium") or shutil.which("chromium-browser")
    if found is None:
        pytest.skip("there is no chromium on this machine")
    with playwright.sync_playwright() as running:
        opened = running.chromium.launch(executable_path=found, args=_FLAGS)
        yield opened
        opened.close()
