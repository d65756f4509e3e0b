"""The search page: phrases, filters, facets, CSV, and queries that attack the query language."""

import csv
import io

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from starlette.testclient import TestClient


def _found(pages: TestClient, **query: str) -> list[str]:
    answer = pages.get("/search", params={**query, "format": "json"})
    assert answer.status_code == 200
    return [line["statement_id"] for line in answer.json()["statements"]]


def test_words_and_phrases(pages: TestClient) -> None:
    """All words must occur; a phrase in any quotation marks must occur as it stands."""
    assert _found(pages, q="ferry sold") == ["s1", "s2", "s3"]
    assert _found(pages, q='"will be sold"') == ["s3"]
    assert _found(pages, q="“not be sold”") == ["s1", "s2"]
    assert _found(pages, q="ferr*") == ["s1", "s2", "s3"]
    assert _found(pages, q="zeppelin") == []


def test_filters(pages: TestClient) -> None:
    """Speaker, outlet, kind, mode, channel and period narrow the search."""
    assert _found(pages, speaker="e2") == ["s2", "s3"]
    assert _found(pages, by="odell") == ["s1"]
    assert _found(pages, by="mayor", q="not") == ["s2"]
    assert _found(pages, by="*") == []
    assert _found(pages, outlet="Morning Trumpet") == ["s3"]
    assert _found(pages, kind="anonymous") == ["s4"]
    assert _found(pages, mode="mixed") == ["s1"]
    assert _found(pages, channel="conversation") == ["s3"]
    assert _found(pages, **{"from": "2016-03-08"}) == ["s3"]
    assert _found(pages, to="2016-03-07") == ["s1", "s2"]


def test_facets_count_all_hits(pages: TestClient) -> None:
    """Each facet's numbers are of the whole result, and its link narrows to as many."""
    facets = pages.get("/search?q=ferry&format=json").json()["facets"]
    outlets = next(f for f in facets if f["field"] == "outlet")["choices"]
    assert [(c["label"], c["n"]) for c in outlets] == [
        ("Hallow Beacon", 2),
        ("Morning Trumpet", 1),
    ]
    for facet in facets:
        for choice in facet["choices"]:
            narrowed = pages.get(choice["href"] + "&format=json").json()
            assert narrowed["total"] == choice["n"]


def test_csv_is_what_is_shown(pages: TestClient) -> None:
    """The same rows, with the chain and a link, as a spreadsheet reads them."""
    answer = pages.get("/search?q=ferry&format=csv")
    assert answer.headers["content-type"] == "text/csv; charset=utf-8"
    rows = list(csv.DictReader(io.StringIO(answer.content.decode("utf-8-sig"))))
    assert [row["statement_id"] for row in rows] == ["s1", "s2", "s3"]
    assert rows[1]["chain"] == "Hallow Beacon > Maud Odell > Rufus Bane"
    assert rows[2]["link"] == "/article/a2?s=s3#s3"


@pytest.mark.parametrize(
    "query",
    ['"', "a AND", "NEAR(", "content_text:ferry", "* ^ -", "'; drop table x;--", "(", '""', "\x00"],
)
def test_query_language_is_not_exposed(pages: TestClient, query: str) -> None:
    """Operators, columns and unbalanced marks are words or nothing, never an error."""
    assert pages.get("/search", params={"q": query}).status_code == 200
    assert pages.get("/search", params={"by": query}).status_code == 200


@settings(
    max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None
)
@given(st.text(max_size=80))
def test_no_query_is_an_error(pages: TestClient, query: str) -> None:
    """Whatever is typed, the page answers."""
    assert pages.get("/search", params={"q": query.encode("utf-8", "replace")}).status_code == 200
