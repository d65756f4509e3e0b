"""Documents for others' tools are what those tools' standards say, read back by the tools."""

import io
import json
import re
from pathlib import Path
from typing import Any

import icalendar
import networkx
import pytest
from pyld import jsonld

from reportedly.chronicle import Chronicle
from reportedly.engine.build import build
from reportedly.errors import ReportedlyError
from reportedly.model import Article, Event, Statement
from reportedly.show.export import export
from reportedly.show.export import icalendar as own_icalendar
from reportedly.show.export.material import gather

OA = "http://www.w3.org/ns/oa#"
SCHEMA = "https://schema.org/"

#: The terms of the Web Annotation context that the export uses, and what they stand for there.
ANNOTATION_TERMS: dict[str, Any] = {
    "id": "@id",
    "type": "@type",
    "AnnotationPage": "http://www.w3.org/ns/activitystreams#OrderedCollectionPage",
    "Annotation": OA + "Annotation",
    "TextualBody": OA + "TextualBody",
    "SpecificResource": OA + "SpecificResource",
    "TextQuoteSelector": OA + "TextQuoteSelector",
    "TextPositionSelector": OA + "TextPositionSelector",
    "Software": "http://www.w3.org/ns/activitystreams#Application",
    "items": {"@id": "http://www.w3.org/ns/activitystreams#items", "@container": "@list"},
    "startIndex": "http://www.w3.org/ns/activitystreams#startIndex",
    "generator": {"@id": "http://www.w3.org/ns/activitystreams#generator", "@type": "@id"},
    "motivation": {"@id": OA + "motivatedBy", "@type": "@vocab"},
    "purpose": {"@id": OA + "hasPurpose", "@type": "@vocab"},
    "describing": OA + "describing",
    "tagging": OA + "tagging",
    "classifying": OA + "classifying",
    "identifying": OA + "identifying",
    "body": {"@id": OA + "hasBody", "@type": "@id"},
    "target": {"@id": OA + "hasTarget", "@type": "@id"},
    "source": {"@id": OA + "hasSource", "@type": "@id"},
    "selector": {"@id": OA + "hasSelector", "@type": "@id"},
    "styleClass": OA + "styleClass",
    "exact": OA + "exact",
    "prefix": OA + "prefix",
    "suffix": OA + "suffix",
    "start": OA + "start",
    "end": OA + "end",
    "format": "http://purl.org/dc/elements/1.1/format",
    "name": "http://xmlns.com/foaf/0.1/name",
    "value": "http://www.w3.org/1999/02/22-rdf-syntax-ns#value",
}

#: What schema.org defines for the types that the export uses (release 29).
SCHEMA_ORG = {
    "Quotation": {
        "text", "inLanguage", "spokenByCharacter", "creditText", "dateCreated",
        "temporalCoverage", "exampleOfWork", "isPartOf",
    },
    "NewsArticle": {"headline", "url", "datePublished", "author", "publisher"},
    "Person": {"name", "alternateName", "description"},
    "Organization": {"name", "alternateName"},
}  # fmt: skip


@pytest.fixture(scope="module")
def folder(sample_chronicle: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Every document of the sample."""
    made = tmp_path_factory.mktemp("documents")
    with Chronicle.open(sample_chronicle) as opened:
        for form in ("webannotation", "quotation", "timelinejs", "ical", "ftm", "gexf"):
            export(opened, made, form)  # type: ignore[arg-type]
        export(opened, made / "citron", "citron")
        export(opened, made / "citron-full", "citron", full_text=True)
    return made


def rows(chronicle: Path, kind: type) -> list[Any]:
    with Chronicle.open(chronicle) as opened:
        return list(opened.rows(kind))


def read(path: Path) -> Any:
    return json.loads(path.read_text("utf-8"))


def test_annotations_are_linked_data(folder: Path, sample_chronicle: Path) -> None:
    """Every key is a term of the standard's context, and nothing is lost in expanding."""
    page = read(folder / "annotations.jsonld")
    assert page["@context"] == "http://www.w3.org/ns/anno.jsonld"

    def check(value: Any) -> None:
        if isinstance(value, dict):
            assert set(value) <= {*ANNOTATION_TERMS, "@context"}
            for item in value.values():
                check(item)
        elif isinstance(value, list):
            for item in value:
                check(item)

    check(page)
    expanded = jsonld.expand({**page, "@context": ANNOTATION_TERMS})
    items = expanded[0]["http://www.w3.org/ns/activitystreams#items"][0]["@list"]
    assert len(items) == len(rows(sample_chronicle, Statement))
    assert all(item["@type"] == [OA + "Annotation"] and item[OA + "hasTarget"] for item in items)


def test_selectors_find_the_words(folder: Path, sample_chronicle: Path) -> None:
    """Positions and quotations both give the statement's own words in the article's text."""
    texts = {a.article_id: a.text for a in rows(sample_chronicle, Article)}
    statements = {s.statement_id: s for s in rows(sample_chronicle, Statement)}
    for item in read(folder / "annotations.jsonld")["items"]:
        statement = statements[item["id"].rpartition(":")[2]]
        text = texts[statement.article_id]
        contents = []
        for target in item["target"]:
            quoted, position = target["selector"]
            start, end = position["start"], position["end"]
            assert text[start:end] == quoted["exact"]
            found = quoted["prefix"] + quoted["exact"] + quoted["suffix"]
            assert text.find(found) == start - len(quoted["prefix"])
            if target["styleClass"] == "content":
                contents.append((start, end))
        assert tuple(contents) == statement.content


def test_quotations_use_what_schema_org_defines(folder: Path, sample_chronicle: Path) -> None:
    """Types and properties are defined there; only quoted words are quotations."""
    graph = read(folder / "quotations.jsonld")["@graph"]

    def check(value: Any) -> None:
        if isinstance(value, dict):
            assert set(value) - {"@type", "@id"} <= SCHEMA_ORG[value["@type"]]
            for item in value.values():
                check(item)

    for quotation in graph:
        check(quotation)
        assert quotation["creditText"] and quotation["isPartOf"]["@id"]
    quoted = [s for s in rows(sample_chronicle, Statement) if s.mode != "indirect"]
    assert len(graph) == len(quoted)
    context = {"@vocab": SCHEMA}
    expanded = jsonld.expand({"@context": context, "@graph": graph})
    assert {item["@type"][0] for item in expanded} == {SCHEMA + "Quotation"}


def test_timeline_js(folder: Path, sample_chronicle: Path) -> None:
    """Each slide has a name, a date that exists and words; all dated events are there."""
    timeline = read(folder / "timeline.json")
    dated = [e for e in rows(sample_chronicle, Event) if e.earliest]
    assert {slide["unique_id"] for slide in timeline["events"]} == {e.event_id for e in dated}
    for slide in timeline["events"]:
        assert 1 <= slide["start_date"]["month"] <= 12
        assert slide["text"]["headline"]
        assert "Reported by" in slide["text"]["text"]


def test_calendar(folder: Path) -> None:
    """The icalendar library reads it without a complaint; lines are short and end as they must."""
    content = (folder / "events.ics").read_bytes()
    calendar = icalendar.Calendar.from_ical(content)
    events = calendar.walk("VEVENT")
    assert len(events) > 10
    assert not calendar.errors and not any(event.errors for event in events)
    for event in events:
        assert event["uid"] and event["summary"] and event["dtstamp"]
        assert event["dtend"].dt > event["dtstart"].dt
        exact = (event["dtend"].dt - event["dtstart"].dt).days == 1
        assert event["status"] == ("CONFIRMED" if exact else "TENTATIVE")
    assert all(len(line) <= 75 for line in content.split(b"\r\n"))
    assert b"\n" not in content.replace(b"\r\n", b"")


def test_a_line_is_folded_between_characters() -> None:
    """However wide the characters are, unfolding gives them back."""
    line = "SUMMARY:" + "ä€😀 " * 60
    folded = own_icalendar.fold(line)
    assert folded.replace("\r\n ", "") == line
    assert all(len(part.encode()) <= 75 for part in folded.split("\r\n"))


def test_network(folder: Path) -> None:
    """networkx reads it: directed, weighted by statements, outlets quoting people."""
    graph = networkx.read_gexf(io.BytesIO((folder / "who-quotes-whom.gexf").read_bytes()))
    assert graph.is_directed()
    kinds = networkx.get_node_attributes(graph, "kind")
    assert {"outlet", "person", "anonymous"} <= set(kinds.values())
    assert all(data["weight"] >= 1 for *_, data in graph.edges(data=True))
    assert not list(networkx.selfloop_edges(graph)), "who tells of their own words quotes nobody"
    unnamed = [node for node, kind in kinds.items() if kind == "anonymous"]
    assert all(graph.in_degree(node) <= 1 for node in unnamed)


def test_one_node_for_an_outlet_however_it_signs(tmp_path: Path) -> None:
    """ "The Packet" and "Packet" are one outlet, which has the name that more of its pages have."""
    pile = tmp_path / "pile"
    pile.mkdir()
    for n, outlet in enumerate(("The Packet", "Packet", "The Packet")):
        page = {"id": str(n), "outlet": outlet, "text": f"“I sold {n} boats,” said Ada Quill."}
        (pile / f"{n}.jsonl").write_text(json.dumps(page), "utf-8")
    build([pile], tmp_path / "c.chronicle", workers=0)
    with Chronicle.open(tmp_path / "c.chronicle") as opened:
        export(opened, tmp_path, "gexf")
        assert {article.outlet for article in gather(opened).articles.values()} == {"The Packet"}
    graph = networkx.read_gexf(io.BytesIO((tmp_path / "who-quotes-whom.gexf").read_bytes()))
    assert sorted(networkx.get_node_attributes(graph, "label").values()) == [
        "Ada Quill",
        "The Packet",
    ]


def test_follow_the_money(folder: Path, sample_chronicle: Path) -> None:
    """The followthemoney package finds every entity valid and keeps every value."""
    followthemoney = pytest.importorskip(
        "followthemoney", reason="needs ICU's headers; pip install followthemoney"
    )
    kept = set()
    for line in (folder / "entities.ftm.json").read_text("utf-8").splitlines():
        given = json.loads(line)
        proxy = followthemoney.model.get_proxy(given, cleaned=False)
        proxy.schema.validate(given)
        assert {k: set(v) for k, v in proxy.properties.items()} == {
            k: set(v) for k, v in given["properties"].items()
        }
        kept.add((given["schema"], given["id"]))
    assert {i for schema, i in kept if schema == "Note"} == {
        s.statement_id for s in rows(sample_chronicle, Statement)
    }


def test_follow_the_money_holds_together(folder: Path) -> None:
    """What an entity refers to is in the file."""
    lines = (folder / "entities.ftm.json").read_text("utf-8").splitlines()
    there = {json.loads(line)["id"] for line in lines}
    for line in lines:
        properties = json.loads(line)["properties"]
        for key in ("entity", "proof", "involved"):
            assert set(properties.get(key, ())) <= there
        assert all(isinstance(v, str) for values in properties.values() for v in values)


def test_citron(folder: Path, sample_chronicle: Path) -> None:
    """Spans hold in Citron's own text, blanked or whole, and every quote has a cue."""
    texts = {a.article_id: a.text for a in rows(sample_chronicle, Article)}
    for kind in ("citron", "citron-full"):
        for path in sorted((folder / kind).glob("*.json")):
            document = read(path)
            spans = [span for group in document["coreference_groups"] for span in group]
            for quote in document["quotes"]:
                assert {"cue", "sources", "contents"} <= set(quote)
                spans += [quote["cue"], *quote["sources"], *quote["contents"]]
            for span in spans:
                assert document["text"][span["start"] : span["end"]] == span["text"]
                assert texts[path.stem][span["start"] : span["end"]] == span["text"]


def test_without_full_text_an_article_is_not_given_away(folder: Path) -> None:
    """Words that no span covers are blank in Citron's text, and absent elsewhere."""
    for path in sorted((folder / "citron").glob("*.json")):
        shown, whole = read(path)["text"], read(folder / "citron-full" / path.name)["text"]
        assert len(shown) == len(whole)
        assert shown.count(" ") > whole.count(" ")
        longest = max(whole.split("\n"), key=len)
        for name in ("entities.ftm.json", "quotations.jsonld", "annotations.jsonld"):
            assert longest not in (folder / name).read_text("utf-8")


def test_narrowed_to_a_person(sample_chronicle: Path, tmp_path: Path) -> None:
    """Only statements by, to and about them, and an unknown name is said to be unknown."""
    with Chronicle.open(sample_chronicle) as opened:
        export(opened, tmp_path, "quotation", about="Corvin Dalgarth")
        with pytest.raises(ReportedlyError, match="no person or story"):
            export(opened, tmp_path, "quotation", about="Nobody at All")
        with pytest.raises(ReportedlyError, match="whole tables"):
            export(opened, tmp_path, "csv", about="Corvin Dalgarth")
    names = re.findall(r'"name": "(Corvin Dalgarth)"', (tmp_path / "quotations.jsonld").read_text())
    graph = read(tmp_path / "quotations.jsonld")["@graph"]
    assert 0 < len(names) <= len(graph)
    assert len(graph) < sum(s.mode != "indirect" for s in rows(sample_chronicle, Statement))
