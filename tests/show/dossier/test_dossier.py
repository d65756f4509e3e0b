"""A dossier opens from disk, stands alone and holds what the chronicle has on somebody."""

import re
from pathlib import Path

import pytest
from click.testing import CliRunner
from lxml import html

from reportedly.chronicle import Chronicle
from reportedly.errors import ReportedlyError
from reportedly.model import Article, Entity, Statement, Story
from reportedly.show.cli import main
from reportedly.show.export import export
from reportedly.show.web import wording
from reportedly.store import looking_up


@pytest.fixture(scope="module")
def person(sample_chronicle: Path) -> Entity:
    """Whom the sample quotes most."""
    with Chronicle.open(sample_chronicle) as opened:
        said = [s.speaker_id for s in opened.rows(Statement) if s.speaker_id]
        found = opened.row(Entity, max(sorted(set(said)), key=said.count))
        assert found is not None
        return found


@pytest.fixture(scope="module")
def folder(
    sample_chronicle: Path, person: Entity, tmp_path_factory: pytest.TempPathFactory
) -> Path:
    """Their dossier."""
    made = tmp_path_factory.mktemp("dossier")
    with Chronicle.open(sample_chronicle) as opened:
        export(opened, made, "html", about=person.name)
    return made


def test_everything_is_there(sample_chronicle: Path, person: Entity, folder: Path) -> None:
    """All statements by, to and about them with their chains, all findings and facts."""
    page = html.parse(str(folder / "index.html"))
    with Chronicle.open(sample_chronicle) as opened:
        known = looking_up.person(opened.connection, person.entity_id)
    wanted = {s.statement_id for s in (*known.statements, *known.heard, *known.about)}
    shown = set(page.xpath("//article[contains(@class, 'said')]/@id"))
    assert shown == wanted
    assert len(page.xpath("//article[contains(@class, 'finding')]")) == len(known.findings)
    values = {str(v).strip() for v in page.xpath("//tr/td[2]/b/text()")}
    assert len(values) >= len({f.value for f in known.facts if not f.attribute.endswith("_date")})
    chains = page.xpath("//article[contains(@class, 'said')]//ol[@class='chain'][li]")
    assert len(chains) == len(page.xpath("//article[contains(@class, 'said')]"))


def test_facts_and_findings_say_by_way_of_whom(
    sample_chronicle: Path, person: Entity, folder: Path
) -> None:
    """What an article only passes on names the speaker and the way, as the pages do."""
    page = html.parse(str(folder / "index.html"))
    with Chronicle.open(sample_chronicle) as opened:
        known = looking_up.person(opened.connection, person.entity_id)
        passed_on = {f.statement_id for f in known.facts if f.statement_id}
        sides = {e.statement_id for f in known.findings for e in f.evidence if e.statement_id}
        ways = {
            name: wording.says(looking_up.chain(opened.connection, name))
            for name in passed_on | sides
        }
    facts = " ".join(page.xpath("string(//section[@aria-labelledby='facts'])").split())
    assert {f"says {ways[name]}" in facts for name in passed_on} == {True}
    shown = " ".join(page.xpath("string(//section[@aria-labelledby='findings'])").split())
    assert {f"says {ways[name]}" in shown for name in sides} == {True}
    assert "by way of" in facts and "by way of" in shown


def test_it_stands_alone(folder: Path) -> None:
    """No script, nothing that loads; links lead into the page or to an article on the web."""
    text = (folder / "index.html").read_text("utf-8")
    page = html.fromstring(text)
    assert not page.xpath("//script|//img|//link|//iframe|//object|//form|//base")
    for href in page.xpath("//@href"):
        assert re.match(r"#|https?://", href), href
    anchors = set(page.xpath("//@id"))
    assert {h[1:] for h in page.xpath("//@href") if h.startswith("#")} <= anchors
    policy = page.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")[0]
    assert "default-src 'none'" in policy and "unsafe" not in policy


def test_articles_are_quoted_in_snippets(sample_chronicle: Path, folder: Path) -> None:
    """No article's longest paragraph is in it; with `full_text` all texts are, a page each."""
    shown = " ".join(html.parse(str(folder / "index.html")).getroot().text_content().split())
    with Chronicle.open(sample_chronicle) as opened:
        texts = [a.text for a in opened.rows(Article)]
    assert not any(" ".join(text.split()) in shown for text in texts)


def test_full_text(sample_chronicle: Path, person: Entity, tmp_path: Path) -> None:
    """A page for each source, and links to and from it."""
    with Chronicle.open(sample_chronicle) as opened:
        export(opened, tmp_path, "html", about=person.entity_id, full_text=True)
        texts = {" ".join(a.text.split()) for a in opened.rows(Article)}
    links = html.parse(str(tmp_path / "index.html")).xpath("//ol[@class='sources']//a/@href")
    pages = [tmp_path / link for link in links if link.startswith("articles/")]
    assert pages
    for place in pages:
        words = html.parse(str(place)).xpath("//p[@class='text']")
        assert " ".join(" ".join(p.text_content().split()) for p in words) in texts


def test_a_story(sample_chronicle: Path, tmp_path: Path) -> None:
    """A story's dossier has what was said in its articles."""
    with Chronicle.open(sample_chronicle) as opened:
        story = max(opened.rows(Story), key=lambda s: (s.n_articles, s.story_id))
        export(opened, tmp_path, "html", about=story.story_id)
        inside = {a.article_id for a in opened.rows(Article) if a.story_id == story.story_id}
        wanted = {s.statement_id for s in opened.rows(Statement) if s.article_id in inside}
    page = html.parse(str(tmp_path / "index.html"))
    assert set(page.xpath("//article[contains(@class, 'said')]/@id")) == wanted
    assert len(page.xpath("//ol[@class='sources']/li")) >= len(inside)


def test_a_dossier_needs_a_subject(sample_chronicle: Path, tmp_path: Path) -> None:
    """And says so."""
    with (
        Chronicle.open(sample_chronicle) as opened,
        pytest.raises(ReportedlyError, match="about one person or story"),
    ):
        export(opened, tmp_path, "html")


def test_it_is_the_same_twice(
    sample_chronicle: Path, person: Entity, folder: Path, tmp_path: Path
) -> None:
    """Nothing in it depends on the clock or on the order of sets."""
    with Chronicle.open(sample_chronicle) as opened:
        export(opened, tmp_path, "html", about=person.name)
    assert (tmp_path / "index.html").read_bytes() == (folder / "index.html").read_bytes()


def test_from_the_command_line(sample_chronicle: Path, person: Entity, tmp_path: Path) -> None:
    """It says what to open; a name that nobody has is a message, not a trace."""
    arguments = ["export", str(sample_chronicle), "--format", "html", "--to", str(tmp_path)]
    done = CliRunner().invoke(main, [*arguments, person.name])
    assert done.exit_code == 0
    assert f"open {tmp_path / 'index.html'}" in done.output
    failed = CliRunner().invoke(main, [*arguments, "Nobody at All"])
    assert failed.exit_code != 0
    assert "no person or story here is called" in failed.output


def test_what_was_dismissed_stays_out(
    sample_chronicle: Path, person: Entity, tmp_path: Path
) -> None:
    """A finding that somebody dismissed is handed on to nobody."""
    own = tmp_path / "own.chronicle"
    own.write_bytes(sample_chronicle.read_bytes())
    with Chronicle.open(own) as opened:
        first, *others = looking_up.person(opened.connection, person.entity_id).findings
    run = CliRunner().invoke(main, ["decide", "dismiss", str(own), first.finding_id])
    assert run.exit_code == 0
    with Chronicle.open(own) as opened:
        export(opened, tmp_path / "d", "html", about=person.name)
    page = html.parse(str(tmp_path / "d" / "index.html"))
    assert len(page.xpath("//article[contains(@class, 'finding')]")) == len(others)
