"""The first page: what the pile says, within ten seconds."""

from dataclasses import dataclass

from fastapi import APIRouter, Request, Response

from reportedly.model import Reject, Story, Utterance
from reportedly.show.web.desk import DecidedNow
from reportedly.show.web.pictures import points, strips
from reportedly.show.web.pictures.drawing import Strips
from reportedly.show.web.pictures.points import Points
from reportedly.show.web.reading import Reading
from reportedly.show.web.rendering import respond
from reportedly.store import pages_findings, pages_overview, pages_quotes
from reportedly.store.pages import Count
from reportedly.store.pages_findings import FindingCard, NewFinding, Wanted
from reportedly.store.pages_overview import OutletMonth, Quoted, Totals

router = APIRouter()

#: As much of each list as a first look takes in.
_FINDINGS, _NEWEST, _PEOPLE, _QUOTES, _STORIES = 3, 4, 10, 6, 6


@dataclass(frozen=True, slots=True)
class OverviewPage:
    """Context of `overview.html`."""

    totals: Totals
    findings: list[FindingCard]
    finding_kinds: list[Count]
    newest: list[NewFinding]
    people: list[Quoted]
    utterances: list[Utterance]
    stories: list[Story]
    months: list[OutletMonth]
    picture: Strips | None
    points: Points
    reject_reasons: list[Count]
    rejects: list[Reject]


@router.get("/")
def overview(request: Request, reading: Reading, decided: DecidedNow) -> Response:
    """Counts, findings, people, articles over time, stories, rejects."""
    months = pages_overview.months(reading)
    context = OverviewPage(
        totals=pages_overview.totals(reading),
        findings=pages_findings.strongest(reading, _FINDINGS, decided.dismissed()),
        finding_kinds=pages_findings.kinds(reading, Wanted(without=decided.dismissed())),
        newest=pages_findings.newest(reading, _NEWEST, decided.dismissed()),
        people=pages_overview.most_quoted(reading, _PEOPLE),
        utterances=pages_quotes.travelled(reading, limit=_QUOTES)[1],
        stories=pages_overview.stories(reading, limit=_STORIES)[1],
        months=months,
        picture=strips.articles_by_outlet(months),
        points=points.articles(months),
        reject_reasons=pages_overview.reject_reasons(reading),
        rejects=pages_overview.rejects(reading, offset=0)[1][:3],
    )
    return respond(request, "overview.html", context)
