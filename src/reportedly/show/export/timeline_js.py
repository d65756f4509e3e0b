"""TimelineJS 3 JSON: dated events with the articles that report them.

The tool shows texts as HTML, so all words are escaped here; it knows no uncertain days, so those
are said in the words shown beside the date.
"""

from collections.abc import Iterator
from datetime import date
from html import escape
from typing import Any

from reportedly.calendar.partial import interval_from_iso
from reportedly.model import Article, Event
from reportedly.show.export.json_text import pretty
from reportedly.show.export.material import Material, reports
from reportedly.show.web import urls, wording
from reportedly.show.web.visible import visible

#: Articles named under one event; more would not be read on a slide.
_SOURCES = 8


def documents(material: Material) -> Iterator[tuple[str, str]]:
    """One file with all events that have a first day."""
    events = [_slide(material, event) for event in material.events if event.earliest]
    title = {"text": {"headline": _html(material.name), "text": "What happened, as reported"}}
    yield "timeline.json", pretty({"title": title, "events": events})


def _slide(material: Material, event: Event) -> dict[str, Any]:
    days = interval_from_iso(event.earliest, event.latest)
    slide: dict[str, Any] = {
        "unique_id": event.event_id,
        "start_date": _day(days.earliest),
        "display_date": _html(wording.period(event.earliest, event.latest)),
        "text": {"headline": _html(event.what), "text": _sources(material, event)},
        "autolink": False,
    }
    if days.latest and days.latest != days.earliest:
        slide["end_date"] = _day(days.latest)
    return slide


def _day(value: date | None) -> dict[str, int]:
    assert value is not None
    return {"year": value.year, "month": value.month, "day": value.day}


def _sources(material: Material, event: Event) -> str:
    items = [_source(*report) for report in reports(material, event)[:_SOURCES]]
    return f"<p>Reported by {'; '.join(items)}</p>" if items else ""


def _source(article: Article, says: str) -> str:
    words = _html(article.outlet or article.title or "an article without a name")
    href = urls.outside(article.url)
    linked = f'<a href="{_html(href)}" rel="noopener noreferrer">{words}</a>' if href else words
    told = f", says {_html(says)}" if says else ""
    return f"{linked}, {_html(wording.day(article.published))}{told}"


def _html(text: str) -> str:
    return escape(visible(text), quote=True)
