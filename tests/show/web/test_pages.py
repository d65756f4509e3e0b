"""Every page answers, shows what it is for, is inert, and has a twin with the same contents."""

import html
import json
import re

import pytest
from starlette.testclient import TestClient

from reportedly.show.web import wording
from reportedly.show.web.safety import HEADERS

#: address → words that its page must show
PAGES = {
    "/": ["Maud Odell", "Cannot all be true", "Hallow Beacon", "pile/empty.html"],
    "/article/a1": ["Tess Quill", "Sign up for our newsletter", "Rufus Bane", "7 March 2016"],
    "/article/a1?view=captured&s=s2#s2": ["As read", "Statements in this page", "Rufus Bane"],
    "/article/a2": [
        "Morning Trumpet",
        "between 8 March and 30 April 2016",
        'id="day"',
        "gives no date. By other evidence: after what it quotes.",
    ],
    "/articles": ["Ferry will sail", "undated"],
    "/articles?undated=1": ["THE FERRY WILL BE SOLD"],
    "/statement/s2": ["Rufus Bane", "very likely", "Said within", "words changed"],
    "/utterance/u1": ["How it travelled", "<del>not</del>", "Hallow Beacon"],
    "/utterances": ["the ferry will not be sold"],
    "/person/e1": ["also Odell", "conflicts with another", "41", "Maud Odell spoke"],
    "/people": ["Maud Odell", "Rufus Bane"],
    "/people?name=ode": ["Maud Odell"],
    "/story/y1": ["The ferry", "Most quoted"],
    "/stories": ["The ferry"],
    "/timeline": ["Maud Odell spoke", "7 March 2016"],
    "/timeline?from=2016&to=2016-03&about=e1": ["Maud Odell spoke"],
    "/timeline?from=2016-03&to=2016-03": ["2010s", "7 March 2016", "Maud Odell spoke"],
    "/timeline?from=2019&to=2018": ["No dated event"],
    "/findings": ["cannot both be right", "is missing"],
    "/findings?kind=changed_quote&about=e2": ["Rufus Bane"],
    "/findings?q=odell&outlet=Hallow+Beacon": ["cannot both be right", 'value="odell"'],
    "/findings?q=zebra": ["No finding that fits", "See those of every kind"],
    "/people?name=Maud+Odill": ["Did you mean", "Maud Odell"],
    "/search?q=Ruffus+Bain": ["Did you mean", "Rufus Bane"],
    "/finding/g1": [
        "Maud Odell, 43",
        "Maud Odell, 41",
        "1 of 1",
        "Undated: after what it quotes",
        'href="/article/a2#day"',
    ],
    "/claims": ["the ferry will not be sold"],
    "/claim/c1": ["Who makes it", "Rufus Bane"],
    "/search?q=ferry": ["3 statements", "Morning Trumpet"],
    "/sources": ["unnamed source", "By outlet", "Who is quoted by whom"],
    "/rejects": ["pile/empty.html", "no bytes in it"],
    "/about": ["What it does not do", "attribution", "Given names"],
}


@pytest.mark.parametrize("address", PAGES)
def test_page_shows_what_it_is_for(pages: TestClient, address: str) -> None:
    """Key words are on the page, and nothing in it is inline script or style."""
    answer = pages.get(address)
    assert answer.status_code == 200
    assert answer.headers["content-type"] == "text/html; charset=utf-8"
    for words in PAGES[address]:
        assert words in html.unescape(answer.text)
    assert not re.search(r"<[^>]+\s(style|on\w+)=", answer.text)
    for script in re.findall(r"<script[^>]*>", answer.text):
        assert re.fullmatch(
            r'<script (src="/static/[\w/.-]+" defer|type="application/json")>', script
        )


@pytest.mark.parametrize("address", [*PAGES, "/article/a3", "/statement/s4", "/nowhere"])
def test_headers_are_strict(pages: TestClient, address: str) -> None:
    """Each answer carries the content policy and its companions, errors too."""
    answer = pages.get(address)
    for name, value in HEADERS.items():
        assert answer.headers[name] == value
    assert "unsafe" not in answer.headers["content-security-policy"]


@pytest.mark.parametrize("address", PAGES)
def test_twin_has_the_same_contents(pages: TestClient, address: str) -> None:
    """The page names its twin, which is JSON and holds the strings that the page shows."""
    page = html.unescape(pages.get(address).text)
    found = re.search(r'<link rel="alternate" type="application/json" href="([^"]+)">', page)
    assert found
    twin = pages.get(found[1])
    assert twin.headers["content-type"] == "application/json"
    texts = json.dumps(twin.json(), ensure_ascii=False)
    for words in ("Maud Odell", "Rufus Bane", "Hallow Beacon", "Morning Trumpet"):
        if words in texts and words not in page:
            pytest.fail(f"{words} is in the twin of {address} only")


def test_twin_by_suffix(pages: TestClient) -> None:
    """`.json` after the address asks for the twin as well."""
    by_suffix = pages.get("/statement/s2.json")
    assert by_suffix.json() == pages.get("/statement/s2?format=json").json()
    assert by_suffix.json()["statement"]["content_text"] == "“the ferry will not be sold”"
    assert pages.get("/index.json").json()["totals"]["articles"] == 3


@pytest.mark.parametrize(
    ("address", "status"),
    [
        ("/article/none", 404),
        ("/statement/none", 404),
        ("/utterance/none", 404),
        ("/person/none", 404),
        ("/story/none", 404),
        ("/claim/none", 404),
        ("/finding/none", 404),
        ("/nowhere", 404),
        ("/static/../app.py", 404),
        ("/static/%2e%2e/app.py", 404),
        ("/people?page=-1", 422),
        ("/people?page=99999999999999999999", 422),
        ("/timeline?from=yesterday", 422),
    ],
)
def test_errors_take_one_shape(pages: TestClient, address: str, status: int) -> None:
    """An error is a page, or the same as JSON, and says what to do."""
    answer = pages.get(address)
    assert answer.status_code == status
    if not address.startswith("/static"):
        assert wording.ERRORS[status] in answer.text
        joined = address + ("&" if "?" in address else "?") + "format=json"
        error = pages.get(joined).json()["error"]
        assert error["status"] == status
        assert ";" in error["detail"]


def test_every_row_leads_to_its_words(pages: TestClient) -> None:
    """All links of all pages to words of an article arrive at an anchor that exists."""
    links = {
        html.unescape(link)
        for address in PAGES
        for link in re.findall(r'href="(/article/[^"]*#[^"]+)"', pages.get(address).text)
    }
    assert len(links) >= 6
    for link in sorted(links):
        path, _, anchor = link.partition("#")
        assert f'id="{anchor}"' in pages.get(path).text, link


def test_no_link_is_dead(pages: TestClient) -> None:
    """Every link on every page is answered."""
    links = {
        html.unescape(link).partition("#")[0]
        for address in PAGES
        for link in re.findall(r'href="(/[^"]*)"', pages.get(address).text)
    }
    dead = [link for link in sorted(links) if pages.get(link).status_code != 200]
    assert dead == []


def test_only_web_addresses_become_links(pages: TestClient) -> None:
    """An article's own address is linked when it is http(s), safely; anything else is text."""
    assert (
        'href="https://beacon.example/ferry" rel="noopener noreferrer'
        in pages.get("/article/a1").text
    )
    assert 'href="javascript:' not in pages.get("/article/a2").text


@pytest.mark.parametrize(
    "address", ["/article/a3", "/statement/s4", "/articles", "/search", "/sources", "/"]
)
def test_hostile_words_are_inert(pages: TestClient, address: str) -> None:
    """Markup in texts, titles, outlets and paths is shown as characters; bidi marks are named."""
    text = pages.get(address).text
    for harmful in ("<script>alert", "<svg onload", "<img src=x", "<i>Evil", "<b>reason", "\u202e"):
        assert harmful not in text
    assert "\x00" not in text
    if address == "/article/a3":
        assert "&lt;script&gt;alert" in text
        assert "{{ 7 * 7 }}" in html.unescape(text)
        assert "[U+202E]gnp.exe" in text


def test_article_text_is_whole(pages: TestClient) -> None:
    """Without its markers and notes, the marked text is the text, to the character."""
    for article_id in ("a1", "a2"):
        twin = pages.get(f"/article/{article_id}.json").json()
        text = twin["article"]["text"]
        for block in twin["blocks"]:
            start, end = block["paragraph"]["span"]
            assert "".join(s["text"] for s in block["paragraph"]["segments"]) == text[start:end]
