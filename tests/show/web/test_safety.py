"""Who may ask, how, and under which name."""

import pytest
from starlette.testclient import TestClient

from reportedly.show.web.safety import is_local


@pytest.mark.parametrize(
    ("host", "local"),
    [
        ("127.0.0.1:8710", True),
        ("localhost", True),
        ("LOCALHOST:1", True),
        ("[::1]", True),
        ("[::1]:8710", True),
        ("evil.example", False),
        ("127.0.0.1.evil.example:8710", False),
        ("localhost:8710@evil.example", False),
        ("127.0.0.1:x", False),
        ("", False),
        ("::1", False),
    ],
)
def test_local_hosts(host: str, local: bool) -> None:
    """Only this machine's own names are local, with or without a port."""
    assert is_local(host) is local


def test_other_hosts_are_refused(pages: TestClient) -> None:
    """A rebound name gets nothing, whatever it asks for."""
    for address in ("/", "/article/a1", "/static/site.css", "/openapi.json"):
        answer = pages.get(address, headers={"host": "evil.example"})
        assert answer.status_code == 421
        assert "127.0.0.1" in answer.json()["error"]["detail"]


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH", "OPTIONS"])
def test_nothing_can_be_changed(pages: TestClient, method: str) -> None:
    """Only GET and HEAD are answered."""
    assert pages.request(method, "/").status_code == 405


def test_head_is_get_without_a_body(pages: TestClient) -> None:
    """Tools that only ask for the headers get those of the page."""
    answer = pages.head("/article/a1")
    assert (answer.status_code, answer.content) == (200, b"")
    assert answer.headers["content-length"] == str(len(pages.get("/article/a1").content))
    assert pages.head("/nowhere").status_code == 404


def test_other_sites_may_link_but_not_load(pages: TestClient) -> None:
    """A link from elsewhere opens; an embedding or a script's request from elsewhere does not."""
    cross = {"sec-fetch-site": "cross-site"}
    assert pages.get("/", headers={**cross, "sec-fetch-mode": "navigate"}).status_code == 200
    assert pages.get("/", headers={**cross, "sec-fetch-mode": "no-cors"}).status_code == 403
    assert pages.get("/", headers=cross).status_code == 403
