"""Pages of next to nothing: each says so in plain words and none fails."""

import dataclasses
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from reportedly.model import Article, Reject, Statement
from reportedly.show.web.app import make_app
from reportedly.store import connection as store
from reportedly.store import rows

_LISTS = (
    "/", "/findings", "/people", "/utterances", "/claims", "/timeline", "/timeline?all=1",
    "/timeline?from=2016&to=2016", "/stories", "/articles", "/sources", "/rejects", "/about",
    "/edits", "/search", "/search?q=mill", "/search?about=e1", "/search?told=e1",
)  # fmt: skip

_ARTICLE = Article(article_id="a1", path="note.txt", text="“No,” he said.", sha256="0")
_SAID = Statement(
    statement_id="s1", article_id="a1", content=((0, 5),), cue=((9, 13),), source=((6, 8),),
    content_text="“No,”", source_text="he", mode="direct", source_kind="unknown", confidence=0.9,
    reason="",
)  # fmt: skip


def _client(path: Path, *, with_article: bool) -> TestClient:
    opened = store.create(path)
    rows.insert(opened, Reject, [Reject(path="empty.txt", reason="empty", detail="it is empty")])
    if with_article:
        rows.insert(opened, Article, [_ARTICLE])
        rows.insert(opened, Statement, [_SAID])
    opened.close()
    return TestClient(make_app(path), base_url="http://127.0.0.1:1")


@pytest.mark.parametrize("with_article", [False, True])
@pytest.mark.parametrize("address", _LISTS)
def test_lists_of_next_to_nothing(tmp_path: Path, address: str, with_article: bool) -> None:
    """Of a pile of which nothing could be read, and of one short article."""
    client = _client(tmp_path / "a.chronicle", with_article=with_article)
    path, _, query = address.partition("?")
    twin = f"{path}?{query}&format=json"
    assert (client.get(address).status_code, client.get(twin).status_code) == (200, 200)


def test_nothing_read_says_why(tmp_path: Path) -> None:
    """The overview leads to the reasons."""
    client = _client(tmp_path / "a.chronicle", with_article=False)
    assert "No article could be read" in client.get("/").text
    assert "it is empty" in client.get("/rejects").text


def test_one_article_is_readable(tmp_path: Path) -> None:
    """Without a day, a title, an outlet or a speaker."""
    client = _client(tmp_path / "a.chronicle", with_article=True)
    assert "1 article" in client.get("/").text
    for address in ("/article/a1", "/statement/s1"):
        assert client.get(address).status_code == 200


@pytest.mark.parametrize(("lang", "told"), [("ar", True), ("en", False), (None, False)])
def test_an_article_that_was_not_annotated_says_why(
    tmp_path: Path, lang: str | None, told: bool
) -> None:
    """A reader who sees no marks in it shall not think that nobody speaks there."""
    opened = store.create(tmp_path / "a.chronicle")
    rows.insert(opened, Article, [dataclasses.replace(_ARTICLE, lang=lang)])
    opened.close()
    client = TestClient(make_app(tmp_path / "a.chronicle"), base_url="http://127.0.0.1:1")
    assert ("This article is not in English" in client.get("/article/a1").text) is told
