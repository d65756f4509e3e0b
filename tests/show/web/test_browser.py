"""The pages in a real browser: quiet, local, readable without script, right on a phone."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from reportedly.store import said_by
from tests.browsing import follow, serving

pytestmark = pytest.mark.browser

_ADDRESSES = (
    "/", "/article/a1", "/article/a1?view=captured&s=s2", "/article/a3",
    "/statement/s2", "/utterance/u1", "/utterances",
    "/person/e1", "/people", "/story/y1", "/stories", "/timeline", "/findings", "/finding/g1",
    "/claims", "/claim/c1", "/search?q=ferry", "/sources", "/articles", "/rejects",
    "/about", "/nowhere", "/beside/s2/s3", "/beside/a1:0-5/a3:0-60",
)  # fmt: skip


@pytest.fixture(scope="module")
def address(ferry: Path) -> Iterator[str]:
    """A running server."""
    with serving(ferry) as address:
        yield address


def test_nothing_is_said_loaded_or_run(chromium: Any, address: str) -> None:
    """No console message, no request elsewhere, no dialog, on any page."""
    page = chromium.new_page()
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
def test_nothing_overflows(chromium: Any, address: str, width: int, scheme: str) -> None:
    """No page is wider than the window, overlong words included."""
    context = chromium.new_context(
        viewport={"width": width, "height": 800}, color_scheme=scheme, java_script_enabled=True
    )
    page = context.new_page()
    measure = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
    for path in _ADDRESSES:
        page.goto(address + path)
        assert page.evaluate(measure) <= 0, path
    context.close()


@pytest.mark.parametrize("path", ["/articles", "/people"])
def test_a_word_without_end_stays_in_its_cell(chromium: Any, address: str, path: str) -> None:
    """A headline of three thousand letters made the list of articles twenty windows wide."""
    page = chromium.new_page(viewport={"width": 1280, "height": 800})
    page.goto(address + path)
    page.evaluate("document.querySelector('.list td a').textContent = 'L'.repeat(3000)")
    measure = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
    assert page.evaluate(measure) <= 0
    page.close()


def test_the_bar_of_a_conflict_stands_beside_all_of_it(chromium: Any, address: str) -> None:
    """On a phone a fact's cells stand below each other: the bar is the row's, not a cell's."""
    page = chromium.new_page(viewport={"width": 360, "height": 800})
    page.goto(address + "/people")
    page.evaluate(
        "document.querySelector('main').innerHTML = '<table class=list><tbody>"
        "<tr class=conflict><td>age</td><td>51</td></tr></tbody></table>'"
    )
    width = "getComputedStyle(document.querySelector('tr.conflict%s')).borderLeftWidth"
    assert page.evaluate(width % "") == "3px"
    assert page.evaluate(width % " td") == "0px"
    page.close()


def test_readable_and_usable_without_script(chromium: Any, address: str) -> None:
    """From the overview to the words behind a finding by clicks alone, with script off."""
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address)
    follow(page, ".finding h3 a >> nth=0")
    assert page.url == address + "/finding/g1"
    follow(page, "a.evidence >> nth=0")
    assert "/article/a1" in page.url
    assert "".join(page.locator(".asked").all_inner_texts()) == "Maud Odell, 41"
    page.fill("#find", "ferry")
    page.press("#find", "Enter")
    assert page.locator(".said").count() == 3
    context.close()


def test_keyboard_reaches_the_page(chromium: Any, address: str) -> None:
    """The first tab stop skips the masthead; dates explain themselves on focus."""
    page = chromium.new_page()
    page.goto(address + "/article/a1")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.locator(".par .when").first.focus()
    word = "document.querySelector('.par .when')"
    shown = page.evaluate(f"getComputedStyle({word}, '::after').content")
    assert "7 March 2016" in shown
    page.close()


def test_the_captured_page_runs_nothing_and_shows_the_words(chromium: Any, address: str) -> None:
    """In its frame: no script, no request, the words marked and in sight, the anchor reached."""
    page = chromium.new_page()
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


def test_drawings_stand_in_for_strips_and_lead_where_they_do(chromium: Any, address: str) -> None:
    """With script a person's strips become points, and the timeline zooms by button and key."""
    page = chromium.new_page()
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
    follow(page, ".zooming button:first-child")
    assert page.locator(bar).first.get_attribute("width") == before
    page.close()


def test_strips_are_all_there_without_script(chromium: Any, address: str) -> None:
    """What the drawings stand in for, and nothing empty in its place."""
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address + "/person/e2")
    assert page.locator("#overtime-strips svg rect").count() == 2
    assert page.locator("figure.drawing").is_hidden()
    page.goto(address + "/timeline")
    follow(page, ".bars a")
    assert "from=2016" in page.url
    context.close()


def test_many_statements_are_drawn_as_piles_that_lead_to_them(
    chromium: Any, address: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where there are too many for a mark each, a click on a day's pile finds all of it."""
    monkeypatch.setattr(said_by, "MARKS_DRAWN", 1)
    page = chromium.new_page()
    page.goto(address + "/person/e2")
    piles = page.locator("figure.is-drawn a")
    assert page.locator("#overtime-strips").is_hidden()
    for index in range(piles.count()):
        name = piles.nth(index).get_attribute("aria-label")
        found = page.request.get(address + piles.nth(index).get_attribute("href") + "&format=json")
        assert found.json()["total"] == int(name.split(": ")[1].split()[0])
    assert piles.count() == 2
    page.close()


def test_the_pages_of_many_statements_read_without_script(
    chromium: Any, address: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The same as strips, with their numbers."""
    monkeypatch.setattr(said_by, "MARKS_DRAWN", 1)
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address + "/person/e2")
    assert page.locator("#overtime-strips tbody tr").first.inner_text().split() == [
        "by",
        "them",
        "2",
    ]
    assert page.locator("#overtime-strips svg rect").count() == 2
    context.close()


def test_a_row_is_copied_with_its_source(chromium: Any, address: str) -> None:
    """The button puts words, speaker, outlet, day and address into the clipboard, and says so."""
    context = chromium.new_context()
    context.grant_permissions(["clipboard-read", "clipboard-write"], origin=address)
    page = context.new_page()
    page.goto(f"{address}/statement/s2")
    page.click(".copy >> nth=0")
    page.wait_for_selector("[role=status]:has-text('copied')", state="attached")
    copied = page.evaluate("navigator.clipboard.readText()")
    context.close()
    assert "Rufus Bane (quoted)" in copied or "Rufus Bane (partly quoted)" in copied
    assert "Hallow Beacon, 7 March 2016" in copied
    assert copied.endswith("https://beacon.example/ferry")


def test_keys_move_along_rows_and_can_be_switched_off(chromium: Any, address: str) -> None:
    """j and k go from finding to finding, / to the search; once switched off they stay so."""
    context = chromium.new_context()
    page = context.new_page()
    page.goto(f"{address}/findings")
    focused = "document.activeElement.getAttribute('href') || document.activeElement.id"
    page.keyboard.press("j")
    first = page.evaluate(focused)
    page.keyboard.press("j")
    assert first.startswith("/finding/")
    assert page.evaluate(focused) != first
    page.keyboard.press("k")
    assert page.evaluate(focused) == first
    page.keyboard.press("/")
    assert page.evaluate(focused) == "find"
    page.keyboard.press("?")
    assert page.input_value("#find") == "?"
    page.reload()
    page.keyboard.press("?")
    page.click(".keys input")
    page.keyboard.press("Escape")
    page.reload()
    page.keyboard.press("j")
    assert page.evaluate(focused) == ""
    context.close()


def test_paper_has_the_whole_timeline(chromium: Any, address: str) -> None:
    """It was drawn as wide as the window, and paper, which is narrower, cut it off."""
    page = chromium.new_page(viewport={"width": 1280, "height": 800})
    page.goto(address + "/timeline")
    page.wait_for_selector(".timeline-drawn .moment")
    page.emulate_media(media="print")
    page.evaluate("document.body.style.width = '700px'")
    drawn = page.locator(".timeline-drawn")
    scale = drawn.evaluate("each => each.getScreenCTM().a")
    assert scale * float(drawn.get_attribute("width")) <= drawn.bounding_box()["width"] + 1
    page.close()


def test_the_years_stand_on_one_line_of_a_phone(chromium: Any, address: str) -> None:
    """Of nine years the last stood below the others, as if it were less than they."""
    page = chromium.new_page(viewport={"width": 390, "height": 800})
    page.goto(address + "/timeline")
    page.evaluate(
        "document.querySelector('.bars').innerHTML ="
        " '<li><a href=\"#\"><span>2018</span></a></li>'.repeat(9)"
    )
    tops = "new Set([...document.querySelectorAll('.bars li')].map(each => each.offsetTop)).size"
    assert page.evaluate(tops) == 1
    page.close()
