"""The description of the pages for programs, and what it promises of every one of them."""

import re

import pytest
from fastapi.routing import APIRoute
from starlette.testclient import TestClient

from reportedly.show.web.pages import ROUTERS

#: Of each kind of thing one that the chronicle of these tests has.
_THINGS = {
    "article_id": "a1",
    "statement_id": "s1",
    "utterance_id": "u1",
    "entity_id": "e1",
    "claim_id": "c1",
    "story_id": "y1",
    "finding_id": "g1",
    "identifier": "e1",
    "kind": "person",
    "one": "s1",
    "other": "a2:3-12",
}

_ROUTES = [route for router in ROUTERS for route in router.routes if isinstance(route, APIRoute)]

#: All that can be read.
_READ = sorted(route.path for route in _ROUTES if "GET" in (route.methods or ()))

#: What is shown inside a page, and the file that was captured: neither is a page.
_NO_PAGES = {
    "/article/{article_id}/captured",
    "/article/{article_id}/source",
    "/person/{entity_id}/dossier",
    "/story/{story_id}/dossier",
}


def _address(path: str, things: dict[str, str]) -> str:
    return re.sub(r"{(\w+)}", lambda name: things[name[1]], path)


def test_description_lists_the_pages(pages: TestClient) -> None:
    """All addresses are in it, and no page for trying out that would load from elsewhere exists."""
    paths = pages.get("/openapi.json").json()["paths"]
    assert {route.path for route in _ROUTES} == set(paths)
    assert all("summary" in way for ways in paths.values() for way in ways.values())
    assert pages.get("/docs").status_code == 404


@pytest.mark.parametrize("path", [path for path in _READ if path not in _NO_PAGES])
def test_every_page_has_a_twin(pages: TestClient, path: str) -> None:
    """The page answers and names a twin, which answers with what the page is made of."""
    page = pages.get(_address(path, _THINGS))
    assert page.status_code == 200
    named = re.search(r'<link rel="alternate" type="application/json" href="([^"]+)">', page.text)
    assert named is not None
    twin = pages.get(named[1].replace("&amp;", "&"))
    assert twin.status_code == 200
    assert isinstance(twin.json(), dict) and twin.json()


@pytest.mark.parametrize("path", [path for path in _READ if "{" in path])
def test_what_is_not_there_is_told_in_one_shape(pages: TestClient, path: str) -> None:
    """A thing that does not exist is an error page, and as JSON its status and what to do."""
    missing = _address(path, dict.fromkeys(_THINGS, "nobody") | {"kind": "person"})
    assert pages.get(missing).status_code == 404
    answer = pages.get(f"{missing}?format=json")
    assert answer.status_code == 404
    assert set(answer.json()) == {"error"}
    assert set(answer.json()["error"]) == {"status", "detail"}
