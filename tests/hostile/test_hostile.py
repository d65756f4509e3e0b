"""Two hundred hostile articles: nothing runs and nothing leaves, on any page or in any export."""

import csv
import io
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import icalendar
import networkx
import pytest
from lxml import etree
from starlette.testclient import TestClient

from reportedly.chronicle import Chronicle
from reportedly.model import Article, Claim, Entity, Event, Finding, Statement, Story, Utterance
from reportedly.show.export import export
from reportedly.show.web.app import make_app
from reportedly.verify import verify
from tests.hostile.watching import watch

#: Of each other kind of page that many are opened; all articles are.
_EACH = 25

#: A browser takes minutes for all pages: `make test` opens some of every kind of payload.
_SOME = 7
_EVERY = [pytest.param(_SOME, id="some"), pytest.param(1, id="all", marks=pytest.mark.slow)]

_LISTS = (
    "/", "/findings", "/people", "/utterances", "/claims", "/timeline", "/stories", "/articles",
    "/sources", "/rejects", "/about", "/search?q=pier",
    "/search?q=%3Cscript%3Ealert(1)%3C/script%3E",
    "/search?q={{7*7}}&by=%22onload%3D%22&outlet=%22%3E%3Cb%3E", "/person/%3Cscript%3E", "/nowhere",
)  # fmt: skip


def addresses(chronicle: Path) -> list[str]:
    """All articles, as read and as captured, the lists, and some of every other page."""
    with Chronicle.open(chronicle) as opened:
        articles = [f"/article/{row.article_id}" for row in opened.rows(Article)]
        found = [*_LISTS, *articles]
        for kind in (Statement, Entity, Utterance, Claim, Finding, Story):
            name = {"entities": "person", "stories": "story"}.get(kind.table, kind.table[:-1])
            rows = [getattr(row, kind.key[0]) for row in opened.rows(kind)]
            found += [f"/{name}/{i}" for i in rows[:: max(1, len(rows) // _EACH)]]
        said = [row.statement_id for row in opened.rows(Statement)][::_EACH]
        places = [f"{row.article_id}:0-400" for row in opened.rows(Article)][:: len(_LISTS)]
        found += [f"/beside/{one}/{other}" for one, other in zip(said, places, strict=False)]
    return found


def test_the_pile_is_read(hostile: Path) -> None:
    """At least two hundred articles with statements, and every span of them holds."""
    with Chronicle.open(hostile) as opened:
        assert len(list(opened.rows(Article))) >= 200
        assert len(list(opened.rows(Statement))) >= 400
    assert list(verify(hostile)) == []


def test_every_answer_has_the_policy(hostile: Path) -> None:
    """Pages, twins and errors alike; and no answer fails."""
    with TestClient(make_app(hostile), base_url="http://127.0.0.1:1") as client:
        for address in addresses(hostile)[::3]:
            for form in ("", ("&" if "?" in address else "?") + "format=json"):
                answer = client.get(address + form)
                assert answer.status_code in (200, 404), address
                policy = answer.headers["content-security-policy"]
                assert "default-src 'none'" in policy and "unsafe" not in policy
                assert answer.headers["x-content-type-options"] == "nosniff"


@pytest.mark.browser
@pytest.mark.parametrize("every", _EVERY)
def test_nothing_runs_and_nothing_leaves(
    hostile: Path, served: str, chromium: Any, every: int
) -> None:
    """With the policy switched off, no page runs, loads or asks for anything of an article's."""
    watched = watch(chromium, served)
    for address in addresses(hostile)[::every]:
        watched.visit(served + address)
    assert [s for s in watched.seen if "404 (Not Found)" not in s] == []


@pytest.mark.browser
@pytest.mark.parametrize("every", _EVERY)
def test_captured_pages_are_inert(hostile: Path, served: str, chromium: Any, every: int) -> None:
    """The page as it was captured: in its frame with the policy, and alone without."""
    with Chronicle.open(hostile) as opened:
        names = [row.article_id for row in opened.rows(Article) if row.path.endswith(".html")]
    framed, alone = watch(chromium, served, policy=True), watch(chromium, served)
    for name in sorted(names)[::every]:
        framed.page.goto(f"{served}/article/{name}?view=captured")
        alone.page.goto(f"{served}/article/{name}/captured")
        assert not alone.page.evaluate("() => Boolean(window.ran)"), name
    assert [s for s in framed.seen + alone.seen if "404 (Not Found)" not in s] == []


@pytest.fixture(scope="module")
def exports(hostile: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Every export of the hostile pile."""
    folder = tmp_path_factory.mktemp("exports")
    with Chronicle.open(hostile) as opened:
        for form in (
            "csv", "webannotation", "quotation", "timelinejs", "ical", "ftm", "gexf", "citron",
        ):  # fmt: skip
            export(opened, folder / form, form)  # type: ignore[arg-type]
    return folder


@pytest.mark.browser
@pytest.mark.parametrize("every", _EVERY)
def test_dossiers_are_inert(hostile: Path, chromium: Any, tmp_path: Path, every: int) -> None:
    """Those of the people and stories that most is known of, opened from disk, whole texts too."""
    with Chronicle.open(hostile) as opened:
        people = sorted(opened.rows(Entity), key=lambda e: -e.n_articles)[:3]
        stories = sorted(opened.rows(Story), key=lambda s: -s.n_articles)[:1]
        subjects = [e.entity_id for e in people] + [s.story_id for s in stories]
        for subject in subjects:
            export(opened, tmp_path / subject, "html", about=subject, full_text=True)
    watched = watch(chromium, "file:///")
    for page in sorted(tmp_path.rglob("*.html"))[::every]:
        watched.visit(page.as_uri())
    assert watched.seen == []


def test_no_cell_is_a_formula(exports: Path) -> None:
    """Nor begins with what a spreadsheet takes for one."""
    for path in sorted((exports / "csv").glob("*.csv")):
        text = path.read_text("utf-8", errors="surrogatepass")
        for row in list(csv.reader(io.StringIO(text, newline="")))[1:]:
            assert not any(cell.startswith(("=", "+", "@", "\t", "\r")) for cell in row), path.name


def test_no_line_enters_the_calendar(exports: Path, hostile: Path) -> None:
    """As many events as there are, each with the lines that it should have."""
    content = (exports / "ical" / "events.ics").read_bytes()
    calendar = icalendar.Calendar.from_ical(content)
    with Chronicle.open(hostile) as opened:
        known = {f"{event.event_id}@reportedly.invalid" for event in opened.rows(Event)}
    for event in calendar.walk("VEVENT"):
        assert str(event["uid"]) in known
        assert set(event) <= {
            "UID", "DTSTAMP", "DTSTART", "DTEND", "SUMMARY", "DESCRIPTION", "STATUS", "TRANSP",
            "URL",
        }  # fmt: skip
        assert str(event.get("url", "https://")).startswith(("http://", "https://"))


def test_the_network_is_sound_xml(exports: Path) -> None:
    """No entity, no doctype, no element but its own."""
    content = (exports / "gexf" / "who-quotes-whom.gexf").read_bytes()
    assert b"<!" not in content
    tree = etree.fromstring(content, etree.XMLParser(resolve_entities=False, recover=False))
    names = {etree.QName(element).localname for element in tree.iter()}
    assert names <= {
        "gexf", "meta", "creator", "description", "graph", "attributes", "attribute", "nodes",
        "node", "attvalues", "attvalue", "edges", "edge",
    }  # fmt: skip
    assert networkx.read_gexf(io.BytesIO(content)).number_of_nodes() > 10


def test_slides_hold_no_markup_of_articles(exports: Path) -> None:
    """What TimelineJS would show as HTML has no tag but ours."""
    timeline = json.loads((exports / "timelinejs" / "timeline.json").read_text("utf-8"))
    for slide in timeline["events"]:
        headline = etree.HTML(f"<body>{slide['text']['headline']}</body>")
        assert len(list(headline.iter())) <= 4  # html, body, and at most a paragraph around words
        words = etree.HTML(f"<body>{slide['text']['text']}</body>")
        assert {e.tag for e in words.iter() if isinstance(e.tag, str)} <= {"html", "body", "p", "a"}
        for link in words.iter("a"):
            assert set(link.attrib) == {"href", "rel"}
            assert link.get("href").startswith(("http://", "https://"))


#: Fields of the documents that hold an address or an identifier.
_LINKS = frozenset({"id", "@id", "url", "sourceUrl", "source", "target", "@context", "homepage"})


def links(value: Any, key: str = "") -> Iterator[str]:
    """Every address in a document."""
    if isinstance(value, dict):
        for name, item in value.items():
            yield from links(item, name)
    elif isinstance(value, list):
        for item in value:
            yield from links(item, key)
    elif isinstance(value, str) and key in _LINKS:
        yield value


def test_documents_are_sound(exports: Path) -> None:
    """All JSON can be read, and no address in it is one that runs."""
    found = []
    for path in sorted(exports.rglob("*.json*")):
        text = path.read_text("utf-8")
        for piece in text.splitlines() if path.name.endswith("ftm.json") else [text]:
            found += links(json.loads(piece))
    assert found
    assert not [f for f in found if not re.match(r"https?://|urn:reportedly:|[a-z][0-9a-f]+$", f)]
