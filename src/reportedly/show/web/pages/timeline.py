"""What happened when: a picture and a table in one, and years to choose from."""

from dataclasses import dataclass
from typing import Annotated

from fastapi import APIRouter, Depends, Query, Request, Response

from reportedly.model import Event
from reportedly.offsets import Span
from reportedly.show.web import urls
from reportedly.show.web.paging import PageNumber, Paging, paging
from reportedly.show.web.pictures import points, strips
from reportedly.show.web.pictures.drawing import Axis, Strip
from reportedly.show.web.pictures.points import Moments
from reportedly.show.web.reading import Reading
from reportedly.show.web.rendering import respond
from reportedly.show.web.zooming import Zoom, zoom_of
from reportedly.store import pages, pages_timeline
from reportedly.store.days import DayTold, Told
from reportedly.store.pages import ArticleLine, Named
from reportedly.store.pages_timeline import EVENTS_SHOWN, EventLine

router = APIRouter()

#: What a place tells of a day by, the weightiest first.
_TELLING = ("event", "said", "headline", "named")

#: A day, a month or a year; anything else in the address is refused with a message.
_Day = Annotated[str, Query(pattern=r"^(\d{4}(-\d{2}(-\d{2})?)?)?$")]


@dataclass(frozen=True, slots=True)
class Between:
    """The period that is asked for; empty strings leave it open."""

    earliest: str
    latest: str

    @property
    def is_open(self) -> bool:
        """True when no period is asked for."""
        return not self.earliest and not self.latest

    def holds(self, event: Event) -> bool:
        """True when the event cannot lie outside of it."""
        first, last = event.earliest or "", event.latest or event.earliest or ""
        return self.earliest <= first and last <= (self.latest or "9999") + "~"


def _between(
    earliest: Annotated[_Day, Query(alias="from")] = "",
    latest: Annotated[_Day, Query(alias="to")] = "",
) -> Between:
    return Between(earliest, latest)


AskedPeriod = Annotated[Between, Depends(_between)]


@dataclass(frozen=True, slots=True)
class Row:
    """An event, its strip, and whether it cannot lie outside of the period asked for."""

    line: EventLine
    strip: Strip | None
    is_within: bool


@dataclass(frozen=True, slots=True)
class Place:
    """One article that tells of a day, and its words."""

    article: ArticleLine
    kind: str
    span: Span


@dataclass(frozen=True, slots=True)
class Day:
    """A day of which many tell, and a place in each of their articles."""

    date: str
    n_outlets: int
    n_articles: int
    places: list[Place]


@dataclass(frozen=True, slots=True)
class TimelinePage:
    """Context of `timeline.html`."""

    earliest: str
    latest: str
    about: Named | None
    story: str
    zoom: Zoom
    days: list[Day]
    rows: list[Row]
    axis: Axis | None
    moments: Moments
    is_choice: bool
    paging: Paging


def _days(reading: Reading, about: str) -> list[Day]:
    found = pages_timeline.days_told(reading, about)
    names = {told.article_id for day in found for told in day.told}
    articles = pages.articles_named(reading, names)
    return [Day(day.date, day.n_outlets, day.n_articles, _places(day, articles)) for day in found]


def _places(day: DayTold, articles: dict[str, ArticleLine]) -> list[Place]:
    """One place of each article, what happened before what was only named."""
    best: dict[str, Told] = {}
    for told in sorted(day.told, key=lambda each: (_TELLING.index(each.kind), each.span)):
        best.setdefault(told.article_id, told)
    return [
        Place(article, best[name].kind, best[name].span)
        for name, article in articles.items()
        if name in best
    ]


def _about(about: str = "", story: str = "") -> tuple[str, str]:
    return about, story


@router.get("/timeline")
def timeline(
    request: Request,
    reading: Reading,
    between: AskedPeriod,
    of: Annotated[tuple[str, str], Depends(_about)],
    number: PageNumber = 0,
    everything: Annotated[bool, Query(alias="all")] = False,
) -> Response:
    """Events that can lie between two days, about an entity or in a story.

    Of more than one page those that most articles report, unless a period or all are asked for.
    """
    period = {"earliest": between.earliest, "latest": between.latest}
    (about, story), offset = of, number * EVENTS_SHOWN
    chosen = between.is_open and not everything and not number
    total, lines = pages_timeline.events(
        reading, **period, about=about, story=story, offset=offset, most_reported=chosen
    )
    axis = strips.events_axis(lines, **period) if lines else None

    def way(first: str, last: str, page: int = 0) -> str:
        is_all = page > 0 or everything
        return urls.timeline(
            from_=first, to=last, about=about, story=story, page=page, everything=is_all
        )

    def periods(within: str) -> dict[str, int]:
        return pages_timeline.periods(reading, within, about=about, story=story)

    context = TimelinePage(
        **period,
        about=pages.named(reading, [about]).get(about),
        story=story,
        zoom=zoom_of(**period, way=way, periods=periods),
        days=_days(reading, about) if between.is_open and about else [],
        rows=[
            Row(line, strips.event(axis, line) if axis else None, between.holds(line.event))
            for line in lines
        ],
        axis=axis,
        moments=points.moments(lines, between.earliest, between.latest),
        is_choice=chosen and total > len(lines),
        paging=paging(
            number, total, lambda page: way(between.earliest, between.latest, page), EVENTS_SHOWN
        ),
    )
    return respond(request, "timeline.html", context)
