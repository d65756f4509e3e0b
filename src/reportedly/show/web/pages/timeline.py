"""What happened when: a picture and a table in one, and years to choose from."""

from dataclasses import dataclass
from typing import Annotated

from fastapi import APIRouter, Depends, Query, Request, Response

from reportedly.show.web import urls
from reportedly.show.web.paging import PageNumber, Paging, paging
from reportedly.show.web.pictures import points, strips
from reportedly.show.web.pictures.drawing import Axis, Strip
from reportedly.show.web.pictures.points import Moments
from reportedly.show.web.reading import Reading
from reportedly.show.web.rendering import respond
from reportedly.show.web.zooming import Zoom, zoom_of
from reportedly.store import pages, pages_timeline
from reportedly.store.pages import Named
from reportedly.store.pages_timeline import EVENTS_SHOWN, EventLine

router = APIRouter()

#: A day, a month or a year; anything else in the address is refused with a message.
_Day = Annotated[str, Query(pattern=r"^(\d{4}(-\d{2}(-\d{2})?)?)?$")]


@dataclass(frozen=True, slots=True)
class Between:
    """The period that is asked for; empty strings leave it open."""

    earliest: str
    latest: str


def _between(
    earliest: Annotated[_Day, Query(alias="from")] = "",
    latest: Annotated[_Day, Query(alias="to")] = "",
) -> Between:
    return Between(earliest, latest)


AskedPeriod = Annotated[Between, Depends(_between)]


@dataclass(frozen=True, slots=True)
class Row:
    """An event and its strip."""

    line: EventLine
    strip: Strip | None


@dataclass(frozen=True, slots=True)
class TimelinePage:
    """Context of `timeline.html`."""

    earliest: str
    latest: str
    about: Named | None
    story: str
    zoom: Zoom
    rows: list[Row]
    axis: Axis | None
    moments: Moments
    paging: Paging


@router.get("/timeline")
def timeline(
    request: Request,
    reading: Reading,
    between: AskedPeriod,
    number: PageNumber = 0,
    about: str = "",
    story: str = "",
) -> Response:
    """Events that can lie between two days, about an entity or in a story."""
    earliest, latest = between.earliest, between.latest
    total, lines = pages_timeline.events(
        reading,
        earliest=earliest,
        latest=latest,
        about=about,
        story=story,
        offset=number * EVENTS_SHOWN,
    )
    axis = strips.events_axis(lines, earliest, latest) if lines else None

    def link(n: int) -> str:
        return urls.timeline(from_=earliest, to=latest, about=about, story=story, page=n)

    def way(first: str, last: str) -> str:
        return urls.timeline(from_=first, to=last, about=about, story=story)

    context = TimelinePage(
        earliest=earliest,
        latest=latest,
        about=pages.named(reading, [about]).get(about),
        story=story,
        zoom=zoom_of(earliest, latest, way, lambda within: pages_timeline.periods(reading, within)),
        rows=[Row(line, strips.event(axis, line) if axis else None) for line in lines],
        axis=axis,
        moments=points.moments(lines),
        paging=paging(number, total, link, EVENTS_SHOWN),
    )
    return respond(request, "timeline.html", context)
