"""The pages in a real browser: quiet, local, readable without script, right on a phone."""

import shutil
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
import uvicorn

from reportedly.show.web.app import make_app
from reportedly.show.web.server import listen

pytestmark = pytest.mark.browser

playwright = pytest.importorskip("playwright.sync_api", reason="Playwright is not installed")

_CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
_FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
_ADDRESSES = (
    "/", "/article/a1", "/article/a1?view=captured&s=s2", "/article/a3",
    "/statement/s2", "/utterance/u1", "/utterances",
    "/person/e1", "/people", "/story/y1", "/stories", "/timeline", "/findings", "/finding/g1",
    "/claims", "/claim/c1", "/search?q=ferry", "/sources", "/articles", "/rejects",
    "/about", "/nowhere",
)  # fmt: skip


@pytest.fixture(scope="module")
def address(ferry: Path) -> Iterator[str]:
    """A running server."""
    with listen(0) as bound:
        server = uvicorn.Server(uvicorn.Config(make_app(ferry), log_level="warning"))
        thread = threading.Thread(target=server.run, kwargs={"sockets": [bound]}, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{bound.getsockname()[1]}"
        server.should_exit = True
        thread.join(timeout=10)


@pytest.fixture(scope="module")
def browser() -> Iterator["playwright.Browser"]:
    """Headless Chromium."""
    if _CHROMIUM is None:
        pytest.skip("there is no chromium on this machine")
    with playwright.sync_playwright() as running:
        opened = running.chromium.launch(executable_path=_CHROMIUM, args=_FLAGS)
        yield opened
        opened.close()


def test_nothing_is_said_loaded_or_run(browser: "playwright.Browser", address: str) -> None:
    """No console message, no request elsewhere, no dialog, on any page."""
    page = browser.new_page()
    said: list[str] = []
    page.on("console", lambda message: said.append(f"{page.url}: {message.text}"))
    page.on("pageerror", lambda error: said.append(f"{page.url}: {error}"))
    page.on("dialog", lambda dialog: said.append(f"{page.url}: {dialog.message}"))
    page.on("request", lambda r: r.url.startswith(address) or said.append(f"remote {r.url}"))
    for path in _ADDRESSES:
        page.goto(address + path)
    page.close()
    assert [line for line in said if "404 (Not Found)" not in line] == []


@pytest.mark.parametrize("width", [360, 1440])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_nothing_overflows(
    browser: "playwright.Browser", address: str, width: int, scheme: str
) -> None:
    """No page is wider than the window, overlong words included."""
    context = browser.new_context(
        viewport={"width": width, "height": 800}, color_scheme=scheme, java_script_enabled=True
    )
    page = context.new_page()
    measure = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
    for path in _ADDRESSES:
        page.goto(address + path)
        assert page.evaluate(measure) <= 0, path
    context.close()


def test_readable_and_usable_without_script(browser: "playwright.Browser", address: str) -> None:
    """From the overview to the words behind a finding by clicks alone, with script off."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address)
    page.click(".finding h3 a >> nth=0")
    assert page.url == address + "/finding/g1"
    page.click("a.evidence >> nth=0")
    assert "/article/a1" in page.url
    assert "".join(page.locator(".asked").all_inner_texts()) == "Maud Odell, 41"
    page.fill("#find", "ferry")
    page.press("#find", "Enter")
    assert page.locator(".said").count() == 3
    context.close()


def test_keyboard_reaches_the_page(browser: "playwright.Browser", address: str) -> None:
    """The first tab stop skips the masthead; dates explain themselves on focus."""
    page = browser.new_page()
    page.goto(address + "/article/a1")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.locator(".par .when").first.focus()
    word = "document.querySelector('.par .when')"
    shown = page.evaluate(f"getComputedStyle({word}, '::after').content")
    assert "7 March 2016" in shown
    page.close()
