"""Takes the pictures of `docs/pages` anew from the sample, in headless Chromium.

python -m tools.make_pictures         needs Playwright, a Chromium, and pngquant to make them small
"""

import contextlib
import shutil
import subprocess
import tempfile
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from reportedly.chronicle import Chronicle
from reportedly.engine.build import build
from reportedly.model import Article, Entity, Statement, Story, Utterance, Variant
from reportedly.sample import pile
from tests.browsing import serving

PAGES = Path(__file__).resolve().parents[1] / "docs" / "pages"
DESK, PHONE = (1440, 1000), (360, 800)


@dataclass(frozen=True, slots=True)
class Picture:
    """One file, and what it shows."""

    name: str
    address: str
    size: tuple[int, int] = DESK
    dark: bool = False
    whole: bool = False


def pictures(chronicle: Path) -> list[Picture]:
    """What is worth a picture: of each kind of page the fullest."""
    with Chronicle.open(chronicle) as opened:
        entity = max(opened.rows(Entity), key=lambda e: (e.kind == "person", e.n_articles, e.name))
        story = max(opened.rows(Story), key=lambda s: (s.n_articles, s.story_id))
        altered = [v for v in opened.rows(Variant) if v.change == "altered"]
        kinds = {v.utterance_id for v in altered}
        utterance = max(
            opened.rows(Utterance),
            key=lambda u: (u.utterance_id in kinds, u.n_outlets, u.utterance_id),
        )
        changed = next(v for v in altered if v.utterance_id == utterance.utterance_id)
        said = [s for s in opened.rows(Statement) if s.utterance_id == utterance.utterance_id]
        pages = {a.article_id for a in opened.rows(Article) if a.path.endswith(".html")}
        marked = max(
            (s for s in opened.rows(Statement) if s.article_id in pages and s.mode == "direct"),
            key=lambda s: (len(s.content_text), s.statement_id),
        )
    article = f"/article/{marked.article_id}"
    captured = f"{article}?view=captured&s={marked.statement_id}"
    return [
        Picture("overview", "/", whole=True),
        Picture("article", article),
        Picture("article-phone", article, PHONE),
        Picture("captured", captured),
        Picture("captured-phone-dark", captured, PHONE, dark=True),
        Picture("utterance", f"/utterance/{utterance.utterance_id}"),
        Picture("utterance-phone", f"/utterance/{utterance.utterance_id}", PHONE, whole=True),
        Picture("beside", f"/beside/{changed.from_statement_id}/{changed.statement_id}"),
        Picture("person-dark", f"/person/{entity.entity_id}", dark=True),
        Picture("timeline", "/timeline"),
        Picture("findings", "/findings"),
        Picture("findings-phone-dark", "/findings", PHONE, dark=True),
        Picture("search", "/search?q=hall"),
        Picture("sources", "/sources"),
        Picture("story", f"/story/{story.story_id}", whole=True),
        Picture("statement", f"/statement/{min(s.statement_id for s in said)}"),
        Picture("about", "/about", dark=True, whole=True),
    ]


def take(browser: Browser, home: str, picture: Picture, to: Path) -> None:
    """One picture, after everything on its page is drawn."""
    width, height = picture.size
    context = browser.new_context(
        viewport={"width": width, "height": height},
        color_scheme="dark" if picture.dark else "light",
        reduced_motion="reduce",
    )
    page = context.new_page()
    page.goto(home + picture.address, wait_until="networkidle")
    page.screenshot(path=to, full_page=picture.whole)
    context.close()
    if pngquant := shutil.which("pngquant"):
        subprocess.run([pngquant, "--force", "--ext", ".png", str(to)], check=True)


def main() -> None:
    """Builds the sample and takes all pictures."""
    chromium = shutil.which("chromium") or shutil.which("chromium-browser")
    with tempfile.TemporaryDirectory() as folder:
        chronicle = Path(folder) / "affair.chronicle"
        # Pictures show the names of inputs: they are not to tell where this machine keeps them.
        shutil.copytree(pile(), Path(folder) / "affair")
        with contextlib.chdir(folder):
            build(["affair"], chronicle)
        with serving(chronicle) as home, sync_playwright() as running:
            browser = running.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
            for picture in pictures(chronicle):
                take(browser, home, picture, PAGES / f"{picture.name}.png")
            browser.close()


if __name__ == "__main__":
    main()
