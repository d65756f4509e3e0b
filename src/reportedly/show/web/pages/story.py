"""A story and the list of stories."""

from dataclasses import dataclass

from fastapi import APIRouter, Request, Response

from reportedly.model import Story
from reportedly.show.web import urls
from reportedly.show.web.failing import not_found
from reportedly.show.web.paging import PageNumber, Paging, paging
from reportedly.show.web.pictures import strips
from reportedly.show.web.pictures.drawing import Strips
from reportedly.show.web.reading import Reading
from reportedly.show.web.rendering import respond
from reportedly.store import pages_overview, pages_timeline
from reportedly.store.pages import PAGE_ROWS, ArticleLine
from reportedly.store.pages_overview import Quoted
from reportedly.store.pages_timeline import EventLine

router = APIRouter()

#: Articles in the picture: more marks would cover one another.
_DRAWN = 400


@dataclass(frozen=True, slots=True)
class StoryPage:
    """Context of `story.html`."""

    story: Story
    articles: list[ArticleLine]
    people: list[Quoted]
    events: list[EventLine]
    n_events: int
    paging: Paging
    picture: Strips | None
    n_drawn: int


@dataclass(frozen=True, slots=True)
class StoriesPage:
    """Context of `stories.html`."""

    stories: list[Story]
    paging: Paging


@router.get("/story/{story_id}")
def story(request: Request, reading: Reading, story_id: str, number: PageNumber = 0) -> Response:
    """The articles, people and events of a story."""
    found = pages_overview.find_story(reading, story_id)
    if found is None:
        raise not_found("story", story_id)
    name = found.story_id
    drawn = pages_overview.story_articles(reading, name, limit=_DRAWN)
    n_events, events = pages_timeline.events(reading, story=name, most_reported=True)
    picture = strips.articles_by_day(drawn, found.first or "", found.last or "")
    context = StoryPage(
        story=found,
        articles=pages_overview.story_articles(reading, name, offset=number * PAGE_ROWS),
        people=pages_overview.story_speakers(reading, name),
        events=events,
        n_events=n_events,
        paging=paging(number, found.n_articles, lambda n: urls.story(name, page=n)),
        picture=picture,
        n_drawn=sum(strip.n for strip in picture.strips) if picture else 0,
    )
    return respond(request, "story.html", context)


@router.get("/stories")
def stories(request: Request, reading: Reading, number: PageNumber = 0) -> Response:
    """Stories, the largest first."""
    total, found = pages_overview.stories(reading, offset=number * PAGE_ROWS)
    context = StoriesPage(found, paging(number, total, lambda n: urls.stories(page=n)))
    return respond(request, "stories.html", context)
