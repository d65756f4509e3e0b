"""In private mode no page and no twin gives away more of an article than snippets."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from reportedly.chronicle import Chronicle
from reportedly.model import Article, Entity, Finding, Statement, Story, Utterance
from reportedly.show.web.app import make_app
from reportedly.show.web.private import SHORT_CHARS

BASE_URL = "http://127.0.0.1:8710"


@pytest.fixture(scope="module")
def private(sample_chronicle: Path) -> Iterator[TestClient]:
    """The sample, served in private."""
    with TestClient(make_app(sample_chronicle, is_private=True), base_url=BASE_URL) as client:
        yield client


@pytest.fixture(scope="module")
def addresses(sample_chronicle: Path) -> list[str]:
    """Every page of the sample that shows words of articles."""
    with Chronicle.open(sample_chronicle) as opened:
        found = ["/", "/search?q=the", "/findings", "/timeline", "/utterances", "/claims"]
        found += [f"/article/{row.article_id}" for row in opened.rows(Article)]
        found += [f"/statement/{row.statement_id}" for row in opened.rows(Statement)][:40]
        found += [f"/person/{row.entity_id}" for row in opened.rows(Entity)][:10]
        found += [f"/finding/{row.finding_id}" for row in opened.rows(Finding)][:10]
        first, second = found[6:8]
        found += [
            f"/beside/{a.split('/')[2]}:0-900/{b.split('/')[2]}:30-60" for a, b in [(first, second)]
        ]
        found += [f"/story/{row.story_id}" for row in opened.rows(Story)]
        found += [f"/utterance/{row.utterance_id}" for row in opened.rows(Utterance)][:10]
    return found


def strings(value: object) -> Iterator[str]:
    """Every text in a twin."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for item in value.values():
            yield from strings(item)
    elif isinstance(value, list):
        for item in value:
            yield from strings(item)


def test_no_page_holds_a_long_passage(
    private: TestClient, addresses: list[str], sample_chronicle: Path
) -> None:
    """No passage of an article that is longer than a snippet, in any page or twin."""
    with Chronicle.open(sample_chronicle) as opened:
        texts = [article.text for article in opened.rows(Article)]
    passages = {
        text[i : i + SHORT_CHARS + 20]
        for text in texts
        for i in range(0, max(1, len(text) - SHORT_CHARS - 20), 40)
    }
    for address in addresses:
        page = private.get(address)
        assert page.status_code == 200, address
        assert not any(passage in page.text for passage in passages if len(passage) > 290), address
        twin = private.get(address + ("&" if "?" in address else "?") + "format=json").json()
        for words in strings(twin):
            assert len(words) <= SHORT_CHARS + 2 or words.startswith("/"), (address, words)


def test_an_article_keeps_its_statements(private: TestClient, sample_chronicle: Path) -> None:
    """What was said stays, what stands between is dots, and the text is gone from the twin."""
    with Chronicle.open(sample_chronicle) as opened:
        statement = next(s for s in opened.rows(Statement) if len(s.content_text) < 100)
        article = opened.row(Article, statement.article_id)
    assert article is not None
    twin = private.get(f"/article/{article.article_id}.json").json()
    assert twin["article"]["text"] == ""
    shown = json.dumps(twin["blocks"], ensure_ascii=False)
    assert " … " in shown
    start, end = statement.content[0]
    assert any(word in shown for word in article.text[start:end].split())
    assert twin["notes"]


_REFUSED = (
    "/article/a1/captured", "/article/a1/source", "//article/a1/x", "/person/e1/dossier",
    "/story/y1/dossier.json",
)  # fmt: skip


@pytest.mark.parametrize("path", _REFUSED)
def test_captured_pages_are_refused(private: TestClient, path: str) -> None:
    """Whatever hangs under an article, and dossiers."""
    assert private.get(BASE_URL + path).status_code == 403


def test_the_table_of_a_search_is_short_too(private: TestClient) -> None:
    """The CSV holds snippets."""
    answer = private.get("/search?format=csv")
    assert answer.status_code == 200
    assert max(len(line) for line in answer.text.splitlines()) < 6 * SHORT_CHARS


def test_the_program_tells_of_itself_in_full(private: TestClient) -> None:
    """Cards of models are nobody's articles."""
    cards = private.get("/about.json").json()["cards"]
    assert any(len(card["text"]) > SHORT_CHARS for card in cards)
