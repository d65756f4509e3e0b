"""What pages add when there is enough to compare: near copies, a story's days, the settings."""

import html
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from reportedly.chronicle import Chronicle
from reportedly.model import Article, Entity, Finding, Story
from reportedly.show.web.app import make_app

_AT = "http://127.0.0.1:1"


@pytest.fixture(scope="module")
def client(sample_chronicle: Path) -> Iterator[TestClient]:
    """A client of the sample's pages."""
    with TestClient(make_app(sample_chronicle), base_url=_AT) as opened:
        yield opened


@pytest.fixture(scope="module")
def amended(sample_chronicle: Path) -> tuple[Article, Article]:
    """Two versions of one article, which its outlet corrected; the later one last."""
    with Chronicle.open(sample_chronicle) as opened:
        found = [row for row in opened.rows(Article) if row.outlet == "The Fairlead"]
        later = next(row for row in found if "This article was amended" in row.text)
        copies = [row for row in found if row.copy_group and row.copy_group == later.copy_group]
        earlier = next(row for row in copies if row.article_id != later.article_id)
    return earlier, later


def test_a_person_shows_what_agreeing_ages_leave(
    client: TestClient, sample_chronicle: Path
) -> None:
    """One line with the days that are left, and links to the two rows that give the ends."""
    with Chronicle.open(sample_chronicle) as opened:
        singer = next(e for e in opened.rows(Entity) if e.name == "Thessaly Arkwell")
    text = client.get(f"/person/{singer.entity_id}").text
    line = text.split("Together they leave: born", 1)[1].split("</li>", 1)[0]
    assert line.count("<a href=") == 2 and "rows agree" in line


def test_near_copies_show_the_words_in_which_they_differ(
    client: TestClient, amended: tuple[Article, Article]
) -> None:
    """What only the other has is dropped, what only this one has is added, and both are whole."""
    earlier, later = amended
    page = client.get(f"/article/{later.article_id}")
    assert "Words that differ" in page.text
    assert "<del>2014,</del> <ins>2015,</ins>" in page.text
    copies = client.get(f"/article/{later.article_id}.json").json()["copies"]
    assert [copy["article"]["article_id"] for copy in copies] == [earlier.article_id]
    for piece in copies[0]["changes"]:
        if piece["op"] != "same":
            text = later.text if piece["op"] == "add" else earlier.text
            assert piece["words"] in " ".join(text.split())


def test_near_copies_show_the_passages_that_both_have(
    client: TestClient, amended: tuple[Article, Article]
) -> None:
    """Each passage begins and ends alike in both texts, and its words are those of this text."""
    earlier, later = amended
    assert "Words that both have" in client.get(f"/article/{later.article_id}").text
    (copy,) = client.get(f"/article/{later.article_id}.json").json()["copies"]
    assert copy["order"] == "same day"
    assert 0.5 < copy["shared"]["share_here"] <= 1.0
    assert copy["shared"]["passages"]
    for passage in copy["shared"]["passages"]:
        here = later.text[slice(*passage["here"])].split()
        there = earlier.text[slice(*passage["there"])].split()
        assert here[:3] == there[:3]
        assert passage["words"].split()[:5] == here[:5]


def test_near_copies_are_not_compared_in_private(
    sample_chronicle: Path, amended: tuple[Article, Article]
) -> None:
    """Piece by piece the differences would give the text away."""
    with TestClient(make_app(sample_chronicle, is_private=True), base_url=_AT) as private:
        page = private.get(f"/article/{amended[1].article_id}").text
    assert "Near copies" in page
    assert "Words that differ" not in page
    assert "Words that both have" not in page


def test_story_draws_who_wrote_when(client: TestClient, sample_chronicle: Path) -> None:
    """A mark for each article with a date, and none for a story of two."""
    with Chronicle.open(sample_chronicle) as opened:
        stories = sorted(opened.rows(Story), key=lambda story: story.n_articles)
        largest, smallest = stories[-1], stories[0]
        dated = [
            row
            for row in opened.rows(Article)
            if row.story_id == largest.story_id and row.published
        ]
    page = client.get(f"/story/{largest.story_id}").text
    assert page.count('class="m-month"') == len(dated)
    assert "Who wrote when" not in client.get(f"/story/{smallest.story_id}").text


def test_about_tells_settings_and_scores(client: TestClient, sample_chronicle: Path) -> None:
    """What was chosen, and what the models' own cards say of how good they are."""
    about = client.get("/about.json").json()
    assert about["settings"]["Captured pages"] == "kept beside the articles"
    assert about["settings"]["Whole texts"] == "shown"
    assert any("F1" in card["text"] for card in about["cards"])
    models = {stage["name"]: stage["models"] for stage in about["stages"]}
    assert models["attribution"]
    assert models["claims"]
    assert not models["copies"]
    with TestClient(make_app(sample_chronicle, is_private=True), base_url=_AT) as private:
        hidden = private.get("/about.json").json()["settings"]["Whole texts"]
    assert hidden == "withheld on these pages"


def test_dossiers_of_a_person_and_a_story_are_saved(
    client: TestClient, sample_chronicle: Path
) -> None:
    """Their pages lead to a file that is saved, not shown, and is what the export writes."""
    with Chronicle.open(sample_chronicle) as opened:
        story = max(opened.rows(Story), key=lambda s: s.n_articles)
        entity = max(opened.rows(Entity), key=lambda e: (e.n_articles, e.entity_id))
    for page, name in (
        (f"/person/{entity.entity_id}", entity.name),
        (f"/story/{story.story_id}", story.label),
    ):
        assert f'href="{page}/dossier"' in client.get(page).text
        answer = client.get(f"{page}/dossier")
        assert answer.status_code == 200
        assert re.fullmatch(
            r'attachment; filename="dossier-[a-z0-9-]+\.html"',
            answer.headers["content-disposition"],
        )
        assert f"<h1>{html.escape(name)}</h1>" in answer.text


def test_a_finding_leads_to_what_belongs_with_it(
    client: TestClient, sample_chronicle: Path
) -> None:
    """The conflict over Ambrose's age to the agreement on his other ages, and back."""
    with Chronicle.open(sample_chronicle) as opened:
        ages = [f for f in opened.rows(Finding) if f.subject == "Ambrose" and f.attribute == "age"]
    conflict = next(finding for finding in ages if finding.kind == "conflict")
    agreement = next(finding for finding in ages if finding.kind == "agreement")
    for one, other in ((conflict, agreement), (agreement, conflict)):
        text = client.get(f"/finding/{one.finding_id}").text
        listed = text.split("Belongs with this", 1)[1].split("</section>", 1)[0]
        assert f"/finding/{other.finding_id}" in listed


def test_an_outlet_that_signs_in_two_ways_has_one_row(client: TestClient) -> None:
    """The Ostrey & Hallin Packet, of which one page leaves the article out."""
    for address in ("/sources", "/articles", "/search?q=hall"):
        text = html.unescape(client.get(address).text)
        assert "The Ostrey & Hallin Packet" in text
        assert ">Ostrey & Hallin Packet</a></th>" not in text, address
        assert ">Ostrey & Hallin Packet</option>" not in text, address
