"""Every page keeps axe-core's rules: names, roles, contrast, order; in light and in dark."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from reportedly.chronicle import Chronicle
from reportedly.model import Article, Claim, Entity, Finding, Statement, Story, Utterance
from reportedly.show.export import export
from tests.browsing import serving

pytestmark = pytest.mark.browser

_AXE = Path(__file__).parents[2] / "vendor" / "axe-core" / "axe.min.js"

_LISTS = (
    "/", "/findings", "/people", "/utterances", "/claims", "/timeline", "/stories", "/articles",
    "/sources", "/rejects", "/about", "/edits", "/search?q=the", "/search?q=nothingfits",
    "/nowhere",
)  # fmt: skip

_RUN = """async () => (await axe.run(document, {resultTypes: ["violations"]})).violations.map(
  v => v.id + ": " + v.nodes.slice(0, 3).map(n => n.target.join(" ") + " " +
    n.any.concat(n.all, n.none).map(c => c.message).join("; ")).join(" | "))"""


@pytest.fixture(scope="module")
def address(sample_chronicle: Path) -> Iterator[str]:
    """The sample's pages."""
    with serving(sample_chronicle) as address:
        yield address


def pages(chronicle: Path) -> list[str]:
    """The lists, and the fullest page of each other kind."""
    with Chronicle.open(chronicle) as opened:
        article = max(opened.rows(Article), key=lambda a: (len(a.text), a.article_id))
        copied = max(row.article_id for row in opened.rows(Article) if row.copy_group)
        entity = max(opened.rows(Entity), key=lambda e: (e.n_articles, e.entity_id))
        utterance = max(opened.rows(Utterance), key=lambda u: (u.n_statements, u.utterance_id))
        claim = max(opened.rows(Claim), key=lambda c: (c.n_statements, c.claim_id))
        story = max(opened.rows(Story), key=lambda s: (s.n_articles, s.story_id))
        kinds = {f.kind: f.finding_id for f in opened.rows(Finding)}
        reports = {s.utterance_id: s.statement_id for s in opened.rows(Statement)}
    return [
        *_LISTS,
        f"/article/{article.article_id}",
        f"/article/{article.article_id}?view=captured",
        f"/article/{copied}",
        f"/person/{entity.entity_id}",
        f"/utterance/{utterance.utterance_id}",
        f"/statement/{reports[utterance.utterance_id]}",
        f"/beside/{reports[utterance.utterance_id]}/{article.article_id}:0-40",
        f"/claim/{claim.claim_id}",
        f"/story/{story.story_id}",
        *(f"/finding/{name}" for name in sorted(kinds.values())),
    ]


@pytest.mark.parametrize(("scheme", "width"), [("light", 1440), ("dark", 1440), ("light", 360)])
def test_pages(
    chromium: Any, address: str, sample_chronicle: Path, scheme: str, width: int
) -> None:
    """No violation on any page."""
    size = {"width": width, "height": 900}
    context = chromium.new_context(color_scheme=scheme, viewport=size, reduced_motion="reduce")
    page, found = context.new_page(), []
    source = _AXE.read_text("utf-8")
    for path in pages(sample_chronicle):
        page.goto(address + path)
        page.evaluate("document.querySelectorAll('details').forEach(each => { each.open = true })")
        page.evaluate(source)
        found += [f"{path} {violation}" for violation in page.evaluate(_RUN)]
    context.close()
    assert found == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_dossier(chromium: Any, sample_chronicle: Path, tmp_path: Path, scheme: str) -> None:
    """Nor in what is handed on."""
    with Chronicle.open(sample_chronicle) as opened:
        entity = max(opened.rows(Entity), key=lambda e: (e.n_articles, e.entity_id))
        export(opened, tmp_path, "html", about=entity.entity_id, full_text=True)
    context = chromium.new_context(color_scheme=scheme)
    page, found = context.new_page(), []
    for path in (tmp_path / "index.html", tmp_path / "articles" / "1.html"):
        page.goto(path.as_uri())
        page.evaluate(_AXE.read_text("utf-8"))
        found += [f"{path.name} {violation}" for violation in page.evaluate(_RUN)]
    context.close()
    assert found == []
