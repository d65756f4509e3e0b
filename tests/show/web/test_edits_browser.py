"""Decisions in a real browser, with script off: each form works, on a phone too."""

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from reportedly.chronicle import Chronicle
from reportedly.model import Entity, Finding, Statement
from tests.browsing import follow, serving

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def chronicle(sample_chronicle: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the sample in a folder of its own."""
    copy = tmp_path_factory.mktemp("desk") / "affair.chronicle"
    return Path(shutil.copyfile(sample_chronicle, copy))


@pytest.fixture(scope="module")
def address(chronicle: Path) -> Iterator[str]:
    """A running server of it."""
    with serving(chronicle) as address:
        yield address


@pytest.fixture(scope="module")
def page(chromium: Any, address: str) -> Iterator[Any]:
    """A narrow window without script; nothing may be said or loaded from elsewhere."""
    context = chromium.new_context(
        java_script_enabled=False, viewport={"width": 360, "height": 800}
    )
    opened = context.new_page()
    said: list[str] = []
    opened.on("console", lambda message: said.append(message.text))
    opened.on("request", lambda r: r.url.startswith(address) or said.append(r.url))
    yield opened
    context.close()
    assert said == []


def entity(chronicle: Path, name: str) -> Entity:
    with Chronicle.open(chronicle) as opened:
        return next(e for e in opened.rows(Entity) if e.name == name)


def unfold(page: Any, words: str) -> None:
    follow(page, f"summary:has-text('{words}')")


def test_person(page: Any, address: str, chronicle: Path) -> None:
    """Put together, take apart, rename, keep apart, note and tag, each undone or shown."""
    who = entity(chronicle, "Linnet Dalgarth").entity_id
    page.goto(f"{address}/person/{who}")
    unfold(page, "Put together")
    page.fill("#merge", "Marguerite Stoll")
    page.fill("#by-merge", "Tess Quill")
    follow(page, "button:has-text('Put together')")
    assert page.url.split("#")[0] == f"{address}/person/{who}"
    assert "put together by Tess Quill" in page.inner_text("main")
    unfold(page, "1 decision")
    follow(page, ".decisions button:has-text('Undo')")
    assert "put together by Tess Quill" not in page.inner_text(".called >> xpath=..")
    unfold(page, "Put together")
    page.fill("#rename", "Linnet the Singer")
    follow(page, "button:has-text('Rename')")
    assert page.inner_text("h1") == "Linnet the Singer"
    unfold(page, "Put together")
    page.fill("#block", "Marguerite Stoll")
    follow(page, "button:has-text('Keep apart')")
    assert "Marguerite Stoll" in page.inner_text("#notsame >> xpath=..")
    unfold(page, "Put together")
    page.check("input[name=article] >> nth=0")
    page.fill("#split", "Linnet of the Lighthouse")
    follow(page, "button:has-text('Take apart')")
    assert entity(chronicle, "Linnet of the Lighthouse").n_articles == 1
    unfold(page, "Note or tag")
    page.fill("#note", "call her back")
    follow(page, "button:has-text('Keep note')")
    unfold(page, "Note or tag")
    page.fill("#tag", "family")
    follow(page, "button:has-text('Add tag')")
    assert "call her back" in page.inner_text(".noted")
    assert page.inner_text(".tag") == "family"
    follow(page, ".noted button:has-text('Remove')")
    assert page.locator(".noted").count() == 0


def test_statement(page: Any, address: str, chronicle: Path) -> None:
    """A wrong speaker is corrected, and taken back."""
    with Chronicle.open(chronicle) as opened:
        said = next(s for s in opened.rows(Statement) if s.speaker == "Corvin Dalgarth")
    page.goto(f"{address}/statement/{said.statement_id}")
    unfold(page, "Somebody else said it")
    page.fill("#speaker", "Hepzibah Tarrant")
    follow(page, "button:has-text('Correct the speaker')")
    assert page.inner_text("h1") == "Hepzibah Tarrant"
    assert "the machine had Corvin Dalgarth" in page.inner_text("main")
    unfold(page, "1 decision")
    follow(page, ".decisions button:has-text('Undo')")
    assert page.inner_text("h1") == "Corvin Dalgarth"


def test_finding(page: Any, address: str, chronicle: Path) -> None:
    """Dismissed, it leaves the list; undone, it can be confirmed."""
    with Chronicle.open(chronicle) as opened:
        name = next(f.finding_id for f in opened.rows(Finding) if f.kind == "conflict")
    page.goto(f"{address}/finding/{name}")
    follow(page, "button:has-text('Dismiss')")
    assert "Dismissed" in page.inner_text(".verdict")
    page.goto(f"{address}/findings?kind=conflict")
    assert page.locator(f"#{name}").count() == 0
    follow(page, "a:has-text('Show them too')")
    assert page.locator(f"#{name}").count() == 1
    page.goto(f"{address}/finding/{name}")
    follow(page, ".verdict button:has-text('Undo')")
    follow(page, "button:has-text('Confirm')")
    assert "Confirmed" in page.inner_text(".verdict")


def test_history_and_any_thing(page: Any, address: str, chronicle: Path) -> None:
    """An article's desk is a click away; all decisions stand in the history; nothing overflows."""
    page.goto(f"{address}/articles")
    follow(page, ".headline >> nth=0")
    follow(page, "a:has-text('Notes and tags on this article')")
    page.fill("#tag", "to check")
    follow(page, "button:has-text('Add tag')")
    page.goto(f"{address}/edits")
    assert "to check" in page.inner_text(".decisions li >> nth=0")
    follow(page, ".decisions button:has-text('Undo') >> nth=0")
    assert "undid" in page.inner_text(".decisions li >> nth=0")
    follow(page, ".decisions button:has-text('Do again') >> nth=0")
    assert "did again" in page.inner_text(".decisions li >> nth=0")
