"""Two passages side by side, each with the words that are meant marked in their article."""

import re

from starlette.testclient import TestClient

from tests.show.web.conftest import BEACON, TRUMPET


def _marked(page: str) -> list[str]:
    return re.findall(r'<span class="w asked">([^<]*)</span>', page)


def test_words_of_two_articles(pages: TestClient) -> None:
    """Spans of two articles are marked where they stand, and nothing else is."""
    first, second = BEACON.index("Monday"), TRUMPET.index("43")
    page = pages.get(f"/beside/a1:{first}-{first + 6}/a2:{second}-{second + 2}").text
    assert _marked(page) == ["Monday", "43"]
    assert "Hallow Beacon" in page
    assert "Morning Trumpet" in page


def test_two_statements_and_what_differs(pages: TestClient) -> None:
    """Of two statements the words that differ stand above them, the way of each beside it."""
    twin = pages.get("/beside/s2/s3?format=json").json()
    assert [p["statement"]["statement_id"] for p in twin["passages"]] == ["s2", "s3"]
    assert any(piece["op"] != "same" for piece in twin["words"])
    assert "What differs" in pages.get("/beside/s2/s3").text


def test_the_rest_of_the_article_is_there(pages: TestClient) -> None:
    """Before, shown and after together are the article, no paragraph twice and none missing."""
    (passage, _) = pages.get("/beside/a1:0-5/s3?format=json").json()["passages"]
    parts = [*passage["before"], *passage["shown"], *passage["after"]]
    words = " ".join("".join(s["text"] for s in p["segments"]) for p in parts)
    assert words.split() == BEACON.split()
    assert passage["shown"][0]["span"][0] == 0


def test_what_is_not_there_is_said(pages: TestClient) -> None:
    """No statement, no article, a span beyond the text, an empty one: 404 with what was asked."""
    for wrong in ("s99", "a99:0-5", "a1:5-99999", "a1:7-7", "a1:9-3"):
        answer = pages.get(f"/beside/{wrong}/s2")
        assert answer.status_code == 404
        assert wrong in answer.text
