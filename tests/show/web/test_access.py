"""Served beyond this machine, pages open to those with the token and under known names only."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from reportedly.show.web.access import Access, new_token
from reportedly.show.web.app import make_app

TOKEN = "a-token-for-tests"
BASE_URL = "http://192.0.2.7:8710"


@pytest.fixture
def guarded(ferry: Path) -> Iterator[TestClient]:
    """A client from elsewhere that keeps its cookies."""
    access = Access(TOKEN, frozenset({"newsroom.example"}))
    with TestClient(
        make_app(ferry, access=access), base_url=BASE_URL, follow_redirects=False
    ) as client:
        yield client


@pytest.mark.parametrize("path", ["/", "/article/a1", "/index.json", "/static/site.css", "/x"])
def test_nothing_opens_without_the_token(guarded: TestClient, path: str) -> None:
    """Neither pages nor their twins nor files; nor with a wrong or half a token."""
    assert guarded.get(path).status_code == 401
    assert guarded.get(path, params={"token": TOKEN[:-1]}).status_code == 401
    assert guarded.get(path, headers={"cookie": "reportedly=wrong"}).status_code == 401
    assert guarded.get(path, headers={"cookie": 'reportedly="\\'}).status_code == 401


def test_the_token_becomes_a_cookie(guarded: TestClient) -> None:
    """It leaves the address at once; the cookie is no script's and no other site's."""
    answer = guarded.get("/search", params={"q": "ferry", "token": TOKEN})
    assert (answer.status_code, answer.headers["location"]) == (303, "/search?q=ferry")
    assert "HttpOnly" in answer.headers["set-cookie"]
    assert "SameSite=Strict" in answer.headers["set-cookie"]
    assert guarded.get("/search?q=ferry").status_code == 200


def test_the_token_leads_nowhere_else(guarded: TestClient) -> None:
    """A path that begins like another host's address stays here."""
    answer = guarded.get(f"{BASE_URL}//evil.example/x?token={TOKEN}")
    assert answer.headers["location"] == "/evil.example/x"


def test_names(guarded: TestClient) -> None:
    """Addresses and given names are known; a rebound name is not, token or no token."""
    guarded.cookies.set("reportedly", TOKEN)
    for host, status in (
        ("192.0.2.7:8710", 200),
        ("[2001:db8::7]:8710", 200),
        ("newsroom.example", 200),
        ("NEWSROOM.example:8710", 200),
        ("evil.example", 421),
        ("192.0.2.7.evil.example", 421),
    ):
        answer = guarded.get("/", headers={"host": host, "cookie": f"reportedly={TOKEN}"})
        assert answer.status_code == status, host


def test_an_address_is_unknown_on_loopback() -> None:
    """Without a token only this machine's own names are answered."""
    assert not Access().knows("192.0.2.7:8710")
    assert Access().knows("127.0.0.1:8710")


def test_tokens_differ() -> None:
    """Each start has its own, too long to be guessed."""
    assert new_token() != new_token()
    assert len(new_token()) >= 40
