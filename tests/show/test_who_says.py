"""What an article only passes on is never shown without who says so: in no list, page or export."""

import html
import json
import re
from pathlib import Path

import icalendar
import pytest
from click.testing import CliRunner
from starlette.testclient import TestClient

from reportedly.chronicle import Chronicle
from reportedly.model import ChainHop, Event
from reportedly.show.cli import main
from reportedly.show.export import export
from reportedly.show.web import wording
from reportedly.show.web.app import make_app
from reportedly.store import pages


@pytest.fixture(scope="module")
def passed_on(sample_chronicle: Path) -> dict[str, tuple[Event, set[str]]]:
    """Dated events of the sample that articles only pass on, with who says so in each."""
    with Chronicle.open(sample_chronicle) as opened:
        events = [event for event in opened.rows(Event) if event.earliest]
        names = (e.statement_id for event in events for e in event.evidence if e.statement_id)
        chains = pages.chains(opened.connection, names)
    found = {
        event.event_id: (event, {wording.says(chains[e.statement_id]) for e in event.evidence})
        for event in events
        if all(e.statement_id for e in event.evidence)
    }
    assert len(found) >= 3
    return found


def _origin(says: str) -> str:
    return says.split(", by way of ")[0]


def test_the_terminal(sample_chronicle: Path, passed_on: dict[str, tuple[Event, set[str]]]) -> None:
    """Behind the place of each report."""
    shown = CliRunner().invoke(main, ["timeline", str(sample_chronicle)]).output
    blocks = re.split(r"\n(?=\S)", shown)
    for event, who in passed_on.values():
        block = next(b for b in blocks if " ".join(event.what.split()) in " ".join(b.split()))
        assert all(f", says {each}" in block for each in who)


def test_the_pages(sample_chronicle: Path, passed_on: dict[str, tuple[Event, set[str]]]) -> None:
    """On the timeline, with a link to the statement, and on the signs of what is drawn."""
    with TestClient(make_app(sample_chronicle), base_url="http://127.0.0.1:1") as client:
        page = client.get("/timeline?all=1").text
    rows = {name: page.split(f'<tr id="{name}">', 1)[1].split("</tr>", 1)[0] for name in passed_on}
    (data,) = re.findall(r'<script type="application/json">(.*?)</script>', page, re.DOTALL)
    signs = {each["anchor"]: each["label"] for each in json.loads(data)["moments"]}
    for name, (event, who) in passed_on.items():
        assert any(signs[name].startswith(_origin(each) + ": ") for each in who)
        shown = html.unescape(rows[name])
        assert all(f"/statement/{e.statement_id}" in shown for e in event.evidence)
        assert all(f">{each}</a>" in shown for each in who)


def test_the_exports(
    sample_chronicle: Path, passed_on: dict[str, tuple[Event, set[str]]], tmp_path: Path
) -> None:
    """TimelineJS, calendars and Follow the Money."""
    with Chronicle.open(sample_chronicle) as opened:
        for form in ("timelinejs", "ical", "ftm"):
            export(opened, tmp_path, form)  # type: ignore[arg-type]
    slides = json.loads((tmp_path / "timeline.json").read_text("utf-8"))["events"]
    told = {slide["unique_id"]: html.unescape(slide["text"]["text"]) for slide in slides}
    calendar = icalendar.Calendar.from_ical((tmp_path / "events.ics").read_bytes())
    days = {str(e["uid"]).split("@")[0]: str(e["description"]) for e in calendar.walk("VEVENT")}
    lines = (tmp_path / "entities.ftm.json").read_text("utf-8").splitlines()
    proxies = {row["id"]: row["properties"] for row in map(json.loads, lines)}
    for name, (_, who) in passed_on.items():
        for each in who:
            assert f"says {each}" in told[name]
            assert name not in days or f"says {each}" in days[name]
            assert any(note.endswith(_origin(each)) for note in proxies[name]["notes"])


def test_who_says_in_words() -> None:
    """The origin first, then who stands between it and the article; the outlet itself is shown
    beside it."""
    hops = [
        ChainHop(statement_id="s1", hop=n, kind=kind, name=name)
        for n, (kind, name) in enumerate(
            [("outlet", "Post"), ("outlet", "Packet"), ("anonymous", "an insider")]
        )
    ]
    assert wording.says(hops) == "an insider, by way of Packet"
    assert wording.says(hops[:2]) == "Packet"
    assert wording.says(hops[:1]) == "somebody"
