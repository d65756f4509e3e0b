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


def test_the_captured_page_runs_nothing_and_shows_the_words(
    browser: "playwright.Browser", address: str
) -> None:
    """In its frame: no script, no request, the words marked and in sight, the anchor reached."""
    page = browser.new_page()
    asked: list[str] = []
    page.on("request", lambda r: asked.append(r.url))
    page.on("dialog", lambda dialog: asked.append(f"dialog {dialog.message}"))
    page.goto(address + "/article/a1?view=captured&s=s2")
    frame = page.frame(url=lambda url: "/captured?" in url)
    assert frame is not None
    marked = frame.locator("mark.content.asked").all_inner_texts()
    assert "".join(marked).endswith("“the ferry will not be sold”")
    assert frame.locator("script, iframe, form, input, img, a, link, object").count() == 0
    assert frame.evaluate("getComputedStyle(document.querySelector('mark.asked')).color") != ""
    assert all(url.startswith(address) for url in asked)
    page.close()


def test_drawings_stand_in_for_strips_and_lead_where_they_do(
    browser: "playwright.Browser", address: str
) -> None:
    """With script a person's strips become points, and the timeline zooms by button and key."""
    page = browser.new_page()
    page.goto(address + "/person/e2")
    assert page.locator("figure.is-drawn circle").count() == 2
    assert page.locator("#overtime-strips").is_hidden()
    assert page.locator("figure.is-drawn a").first.get_attribute("href") == "/statement/s2"
    page.goto(address + "/timeline")
    bar = ".timeline-drawn .moment a rect"
    before = page.locator(bar).first.get_attribute("width")
    page.locator(".timeline-drawn").focus()
    page.keyboard.press("+")
    assert float(page.locator(bar).first.get_attribute("width") or 0) >= float(before or 0)
    page.click(".zooming button:first-child")
    assert page.locator(bar).first.get_attribute("width") == before
    page.close()


def test_strips_are_all_there_without_script(browser: "playwright.Browser", address: str) -> None:
    """What the drawings stand in for, and nothing empty in its place."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address + "/person/e2")
    assert page.locator("#overtime-strips svg rect").count() == 2
    assert page.locator("figure.drawing").is_hidden()
    page.goto(address + "/timeline")
    page.click(".bars a")
    assert "from=2016" in page.url
    context.close()
