"""The captured page: inert whatever it tries, its words marked, its bytes to be had."""

import html
import re

import pytest
from starlette.testclient import TestClient

from reportedly.reading.captures import Capture, opened
from reportedly.show.web.captured.document import policy
from reportedly.show.web.captured.inert import inert
from reportedly.show.web.highlighting import Layer
from tests.show.web.conftest import BEACON_PAGE

FRAME = "/article/a1/captured?s=s2"


def test_nothing_of_the_page_runs_loads_or_leads_anywhere(pages: TestClient) -> None:
    """No script, handler, style, address, form or frame is left; words and their order are."""
    body = pages.get(FRAME).text.partition("<body>")[2]
    for name in re.findall(r"<([a-z0-9-]+)", body):
        assert name in {"body", "div", "span", "nav", "h1", "p", "b", "mark", "sup", "html"}, name
    for name in re.findall(r"<[a-z0-9]+ ([a-z-]+)=", body):
        assert name in {"class", "title", "id"}, name
    assert "alert(1)" not in body
    assert "&lt;script&gt;alert(11)" in body
    assert "picture: The &quot;old&quot; ferry" in body
    shown = html.unescape(re.sub(r"<sup.*?</sup>|<[^>]+>", "", body))
    assert "Maud Odell, 41, said on Monday that the mayor" in shown


def test_the_policy_names_no_address(pages: TestClient) -> None:
    """The frame may show its own style and nothing else, and only within these pages."""
    answer = pages.get(FRAME)
    assert answer.headers.get_list("content-security-policy") == [policy()]
    assert answer.headers["x-frame-options"] == "SAMEORIGIN"
    assert "'self'" not in policy().replace("frame-ancestors 'self'", "")
    assert policy().endswith("sandbox")
    assert answer.headers["cache-control"] == "no-store"


def test_words_are_marked_where_they_stand(pages: TestClient) -> None:
    """Also across elements and line ends; the anchor stands before the first of them."""
    body = pages.get(FRAME).text
    asked = "".join(re.findall(r'<mark class="[^"]*asked[^"]*content[^"]*"[^>]*>([^<]*)', body))
    assert asked == "the mayorhad told“the ferry\n   will not be sold”"
    assert re.search(r'<sup class="number" id="s2">2</sup><mark', body)
    source = re.findall(r'<mark class="source"[^>]*>([^<]*)', body)
    assert "".join(source).startswith("Maud Odell, 41")


def test_the_page_leads_to_the_frame_and_back(pages: TestClient) -> None:
    """The switch keeps the words that are asked for; articles without a page have none."""
    shown = pages.get("/article/a1?s=s2").text
    assert 'href="/article/a1?view=captured&amp;s=s2"' in shown
    captured = pages.get("/article/a1?view=captured&s=s2").text
    assert 'src="/article/a1/captured?s=s2#s2"' in captured
    assert 'href="/article/a1?s=s2#s2"' in captured
    assert "As captured" not in pages.get("/article/a2").text
    assert 'class="text"' in pages.get("/article/a2?view=captured").text


def test_the_twin_says_where_the_words_stand(pages: TestClient) -> None:
    """Places in the page's own text."""
    inside = pages.get("/article/a1.json?view=captured&s=s2").json()["captured"]["inside"]
    flow = opened(Capture(BEACON_PAGE, None, ()))[1].text
    words = [flow[start:end] for start, end in inside["asked"]]
    assert words == ["“the ferry\n   will not be sold”"]
    assert inside["n_bytes"] == len(BEACON_PAGE)


def test_the_bytes_can_be_saved(pages: TestClient) -> None:
    """As they were captured, as a file that no browser shows."""
    answer = pages.get("/article/a1/source")
    assert answer.content == BEACON_PAGE
    assert answer.headers["content-disposition"].startswith("attachment")
    assert answer.headers["content-type"] == "application/octet-stream"


@pytest.mark.parametrize(
    "address", ["/article/a2/captured", "/article/none/captured", "/article/a2/source"]
)
def test_no_page_is_said_in_the_shape_of_errors(pages: TestClient, address: str) -> None:
    """For articles that were read from no page."""
    assert pages.get(address).status_code == 404
    assert pages.get(address + "?format=json").json()["error"]["status"] == 404


def test_marks_survive_any_cut() -> None:
    """Layers over parts of elements change no character of the page's words."""
    content = b"<body><p>One <b>two</b> three</p><table><tr><td>a</td></tr></table>four</body>"
    shown, flow = opened(Capture(content, None, ()))
    for start in range(len(flow.text)):
        for end in range(start + 1, len(flow.text) + 1):
            markup = inert(shown, flow, [Layer((start, end), "content")])
            assert re.sub(r"<[^>]+>", "", markup) == flow.text
            marked = "".join(re.findall(r"<mark[^>]*>([^<]*)</mark>", markup))
            assert marked == flow.text[start:end]
