"""The description of the pages for programs."""

from starlette.testclient import TestClient


def test_description_lists_the_pages(pages: TestClient) -> None:
    """All addresses are in it, and no page for trying out that would load from elsewhere exists."""
    paths = pages.get("/openapi.json").json()["paths"]
    assert {"/", "/article/{article_id}", "/search", "/person/{entity_id}"} <= set(paths)
    assert pages.get("/docs").status_code == 404
