"""People's decisions through the pages: each action, its effect at once, undo, refusals, safety."""

import shutil
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from reportedly.chronicle import Chronicle
from reportedly.model import Article
from reportedly.show.web.app import make_app
from reportedly.verify import verify

BASE_URL = "http://127.0.0.1:8710"


@pytest.fixture
def own(sample_chronicle: Path, tmp_path: Path) -> Path:
    """A copy of the sample in a folder of its own, for there its decisions will stand."""
    copy = tmp_path / "affair.chronicle"
    shutil.copyfile(sample_chronicle, copy)
    return copy


@pytest.fixture
def desk(own: Path) -> Iterator[TestClient]:
    """A client of its pages that follows no redirect."""
    with TestClient(make_app(own), base_url=BASE_URL, follow_redirects=False) as client:
        yield client


def send(client: TestClient, **fields: Any) -> Any:
    """A form as the pages send it, with the token of the server."""
    token = client.get("/edits.json").json()["token"]
    return client.post("/edits.json", data={"token": token, **fields})


def person(client: TestClient, name: str) -> dict[str, Any]:
    """The first entity of that name."""
    entries = client.get("/people.json", params={"name": name}).json()["entries"]
    found: dict[str, Any] = next(e for e in entries if e["name"] == name)
    return found


def test_a_merge_shows_at_once_and_is_undone(desk: TestClient, own: Path) -> None:
    """Two become one on every page, the former name leads on, and undo brings both back."""
    one, other = person(desk, "Marguerite Stoll"), person(desk, "Hepzibah Tarrant")
    made = send(desk, action="merge", id=one["entity_id"], other=other["entity_id"])
    assert made.status_code == 201
    pages = [desk.get(f"/person/{e['entity_id']}.json").json() for e in (one, other)]
    assert pages[0]["entity"] == pages[1]["entity"]
    assert "put together by you" in pages[0]["entity"]["reason"]
    assert "the machine had" in pages[0]["entity"]["reason"]
    assert pages[0]["n_by"] >= one["n_statements"] + other["n_statements"]
    assert list(verify(own)) == []
    assert send(desk, action="undo", decision=made.json()["decision_id"]).status_code == 201
    assert person(desk, "Hepzibah Tarrant") == other
    assert person(desk, "Marguerite Stoll") == one
    assert list(verify(own)) == []


def test_rename_split_and_keep_apart(desk: TestClient, own: Path) -> None:
    """Each shows on the pages; the machine's finding stays readable."""
    who = person(desk, "Linnet Dalgarth")
    send(desk, action="rename", id=who["entity_id"], words="Linnet the Younger")
    entity = desk.get(f"/person/{who['entity_id']}.json").json()["entity"]
    assert entity["name"] == "Linnet the Younger"
    assert "Linnet Dalgarth" in entity["aliases"]
    assert "the machine had “Linnet Dalgarth”" in entity["reason"]
    send(desk, action="split", id=who["entity_id"], alias="Linnet", words="Linnet of the Mill")
    assert person(desk, "Linnet of the Mill")["n_articles"] >= 1
    other = person(desk, "Marguerite Stoll")
    send(desk, action="block", id=who["entity_id"], other=other["entity_id"])
    page = desk.get(f"/person/{who['entity_id']}").text
    assert "Not the same as" in page
    merged = send(desk, action="merge", id=who["entity_id"], other=other["entity_id"])
    assert merged.status_code == 409
    assert "not the same" in merged.json()["refused"]
    assert list(verify(own)) == []


def test_a_speaker_is_corrected(desk: TestClient, own: Path) -> None:
    """The statement, its chain, the search and the person's page follow; the reason says it."""
    who, other = person(desk, "Linnet Dalgarth"), person(desk, "Marguerite Stoll")
    line = desk.get(f"/person/{who['entity_id']}.json").json()["by"][0]
    name = line["statement_id"]
    send(desk, action="speaker", id=name, other="Marguerite Stoll", author="Tess Quill")
    page = desk.get(f"/statement/{name}.json").json()
    assert page["statement"]["speaker_id"] == other["entity_id"]
    assert page["line"]["chain"][-1]["name"] == "Marguerite Stoll"
    assert "given by Tess Quill" in page["statement"]["reason"]
    assert "the machine had Linnet Dalgarth" in page["statement"]["reason"]
    assert page["desk"]["history"][0]["decision"]["replaced"] == "Linnet Dalgarth"
    by = desk.get(f"/person/{other['entity_id']}.json").json()
    assert name in [each["statement_id"] for each in by["by"]]
    send(desk, action="speaker", id=name)
    assert desk.get(f"/statement/{name}.json").json()["statement"]["speaker"] is None
    assert list(verify(own)) == []


def test_whoever_is_named_as_the_speaker_becomes_it(desk: TestClient) -> None:
    """Also those beside whose name others always stand ("Ada Quill of the Packet")."""
    name = desk.get("/search.json?q=walls").json()["statements"][0]["statement_id"]
    quoted = desk.get("/sources.json").json()["quoted"]
    assert len(quoted) > 10
    for each in quoted:
        send(desk, action="speaker", id=name, other=each["entity"]["entity_id"])
        row = desk.get(f"/statement/{name}.json").json()["statement"]
        assert row["speaker"] == each["entity"]["name"]


def test_a_dismissed_finding_is_left_out(desk: TestClient) -> None:
    """It is gone from the lists, the numbers and the statements that it rests on, shown when asked
    for, and back after undo."""
    page = desk.get("/findings.json").json()
    said = {
        each["finding"]["finding_id"]: side["statement"]["statement_id"]
        for each in page["findings"]
        for side in each["sides"]
        if side["statement"]
    }
    name, statement = next(iter(said.items()))
    before = desk.get("/index.json").json()["finding_kinds"]
    assert name in desk.get(f"/statement/{statement}").text
    made = send(desk, action="dismiss", id=name).json()
    after = desk.get("/findings.json").json()
    assert after["paging"]["total"] == page["paging"]["total"] - 1
    assert name not in str(after["findings"])
    counts = desk.get("/index.json").json()["finding_kinds"]
    assert sum(c["n"] for c in counts) == sum(c["n"] for c in before) - 1
    assert name not in desk.get(f"/statement/{statement}").text
    shown = desk.get("/findings.json?dismissed=true").json()
    assert shown["verdicts"][name]["action"] == "dismiss"
    assert "Dismissed" in desk.get(f"/finding/{name}").text
    send(desk, action="undo", decision=made["decision_id"])
    assert desk.get("/findings.json").json()["paging"]["total"] == page["paging"]["total"]


@pytest.mark.parametrize(
    ("kind", "address"),
    [
        ("statement", "/search.json"),
        ("finding", "/findings.json"),
        ("person", "/people.json"),
        ("article", "/articles.json"),
        ("utterance", "/utterances.json"),
        ("story", "/stories.json"),
        ("claim", "/claims.json"),
    ],
)
def test_notes_and_tags_on_anything(desk: TestClient, kind: str, address: str) -> None:
    """A note and a tag on each kind of thing, inert, on its own desk and in the history."""
    name = find_identifier(desk.get(address).json(), f"{kind if kind != 'person' else 'entity'}_id")
    words = "<script>alert(1)</script> ask her again"
    send(desk, action="note", kind=kind, id=name, words=words, author="T. <b>Q</b>")
    send(desk, action="tag", kind=kind, id=name, words="ask again")
    page = desk.get(f"/desk/{kind}/{name}")
    assert "&lt;script&gt;alert(1)" in page.text
    assert "<script>alert" not in page.text
    assert "ask again" in page.text
    history = desk.get("/edits.json").json()["entries"]
    assert [each["decision"]["action"] for each in history] == ["tag", "note"]
    assert all(each["waits"] is None and each["thing"] == name for each in history)


def find_identifier(value: Any, key: str) -> str:
    """The first value of `key` anywhere in a twin."""
    if isinstance(value, dict):
        if value.get(key):
            return str(value[key])
        value = list(value.values())
    for each in value if isinstance(value, list) else []:
        found = find_identifier(each, key)
        if found:
            return found
    return ""


def test_two_windows_lose_nothing(desk: TestClient) -> None:
    """Notes of both are kept; of two speakers the second is refused and can be insisted on."""
    line = desk.get(f"/person/{person(desk, 'Linnet Dalgarth')['entity_id']}.json").json()["by"][0]
    name, seen = line["statement_id"], desk.get("/edits.json").json()["seen"]
    for words in ("from one window", "from the other"):
        made = send(desk, action="note", kind="statement", id=name, words=words, seen=seen)
        assert made.status_code == 201
    first = send(desk, action="speaker", id=name, other="Marguerite Stoll", seen=seen)
    second = send(desk, action="speaker", id=name, other="Hepzibah Tarrant", seen=seen)
    assert (first.status_code, second.status_code) == (201, 409)
    token = desk.get("/edits.json").json()["token"]
    fields = {"token": token, "action": "speaker", "id": name, "other": "Hepzibah Tarrant"}
    refused = desk.post("/edits", data={**fields, "seen": str(seen)})
    assert refused.status_code == 409
    assert "Marguerite Stoll" in refused.text
    assert "Decide so nevertheless" in refused.text
    assert desk.post("/edits", data=fields).status_code == 303
    statement = desk.get(f"/statement/{name}.json").json()
    assert statement["statement"]["speaker"] == "Hepzibah Tarrant"
    assert len(statement["desk"]["history"]) == 6


def test_only_these_pages_can_decide(desk: TestClient) -> None:
    """A foreign site, a missing token, a foreign origin or a strange path get nothing."""
    name = person(desk, "Linnet Dalgarth")["entity_id"]
    token = desk.get("/edits.json").json()["token"]
    fields = {"token": token, "action": "rename", "id": name, "words": "X"}
    cross = {"sec-fetch-site": "cross-site", "sec-fetch-mode": "navigate"}
    assert desk.post("/edits", data=fields, headers=cross).status_code == 403
    assert (
        desk.post("/edits", data=fields, headers={"origin": "http://e.example"}).status_code == 403
    )
    assert desk.post("/edits", data={**fields, "token": "x"}).status_code == 403
    assert desk.post("/edits", data=fields, headers={"host": "e.example"}).status_code == 421
    assert desk.post("/person/x", data=fields).status_code == 405
    assert desk.get("/edits.json").json()["entries"] == []
    elsewhere = desk.post("/edits", data={**fields, "back": "//e.example/"})
    assert elsewhere.headers["location"] == "/edits"


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"action": "sing"}, "one of merge"),
        ({"action": "note", "kind": "ship", "id": "x", "words": "y"}, "one of statement"),
        ({"action": "note", "kind": "article", "id": "a0", "words": "y"}, "no article 'a0'"),
        ({"action": "merge", "id": "Nobody Atall", "other": "x"}, "nobody here"),
        ({"action": "rename", "id": "Marguerite Stoll", "words": " "}, "write a few words"),
        ({"action": "merge", "id": "Marguerite Stoll", "other": "Marguerite Stoll"}, "one already"),
        ({"action": "split", "id": "Marguerite Stoll"}, "what is another"),
        ({"action": "undo", "decision": "d0"}, "no such decision as 'd0'"),
    ],
)
def test_what_makes_no_sense_is_said(desk: TestClient, fields: dict[str, str], words: str) -> None:
    """The answer says what is wrong; nothing is taken up."""
    answer = send(desk, **fields)
    assert answer.status_code in (409, 422)
    assert words in answer.text
    assert not any(each["holds"] for each in desk.get("/edits.json").json()["entries"])


def test_an_article_is_called_by_its_path(desk: TestClient, own: Path) -> None:
    """As `forget` takes it; a path of two articles, an archive's say, names neither."""
    with Chronicle.open(own) as opened:
        paths = [article.path for article in opened.rows(Article)]
        one = next(a for a in opened.rows(Article) if paths.count(a.path) == 1)
    made = send(desk, action="tag", kind="article", id=one.path, words="to check")
    assert made.status_code == 201
    assert made.json()["target"]["identifier"] == one.article_id
    several = next(path for path in paths if paths.count(path) > 1)
    assert send(desk, action="tag", kind="article", id=several, words="x").status_code == 422


def test_a_form_that_makes_no_sense_leads_back(desk: TestClient) -> None:
    """Nobody typed an address, so none is called wrong."""
    token = desk.get("/edits.json").json()["token"]
    fields = {"token": token, "action": "rename", "id": "Nobody Atall", "words": "X"}
    answer = desk.post("/edits", data=fields)
    assert answer.status_code == 422
    assert "This was not taken up" in answer.text and "Go back to change it" in answer.text
    assert "address" not in answer.text.partition("<main")[2].partition("</main")[0].casefold()


def test_a_full_disk_is_said(desk: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    """What to do, and no failure of the program's."""

    def full(*_: Any) -> None:
        raise sqlite3.OperationalError("database or disk is full")

    monkeypatch.setattr("reportedly.show.web.pages.edits.decide", full)
    answer = send(desk, action="rename", id="Marguerite Stoll", words="X")
    assert answer.status_code == 503
    assert "disk is full; make room" in answer.text


def test_findings_follow_when_asked(desk: TestClient, own: Path) -> None:
    """After an edit the page offers to work the rest out anew; a build does it."""
    from reportedly.engine.build import build

    who = person(desk, "Marguerite Stoll")
    send(desk, action="merge", id=who["entity_id"], other="Hepzibah Tarrant")
    assert desk.get("/edits.json").json()["behind"] is True
    build([], own, workers=0)
    assert desk.get("/edits.json").json()["behind"] is False
    assert "put together by you" in str(desk.get(f"/person/{who['entity_id']}.json").json())
