"""A person (or an organisation, a place, a work), and the list of all."""

from dataclasses import dataclass, replace

from fastapi import APIRouter, Request, Response

from reportedly.model import DatedName, Entity, Identifier
from reportedly.show.web import urls
from reportedly.show.web.desk import DecidedNow, Desk, desk_of
from reportedly.show.web.failing import not_found
from reportedly.show.web.paging import PageNumber, Paging, paging
from reportedly.show.web.pictures import intervals, points, strips
from reportedly.show.web.pictures.drawing import Strips, find_axis
from reportedly.show.web.pictures.points import Points
from reportedly.show.web.reading import Reading
from reportedly.show.web.rendering import respond
from reportedly.store import pages_findings, pages_identity, pages_people, pages_timeline
from reportedly.store.close_names import close_names
from reportedly.store.known import TOLD, Known, known
from reportedly.store.pages import PAGE_ROWS, ArticleLine, StatementLine
from reportedly.store.pages_findings import FindingCard, Wanted
from reportedly.store.pages_people import EntityEntry, FactLine, MentionCount, PersonParts
from reportedly.store.pages_timeline import EventLine
from reportedly.store.said_by import Counted, Group

router = APIRouter()

#: Findings on the page of one person; their own page has all.
_FINDINGS = 8

#: More values of facts than these are not read one by one.
_MANY_VALUES = 20

#: A name, the statements under it, and what the search asks for to find all of them.
Lane = tuple[str, Group, dict[str, str]]


@dataclass(frozen=True, slots=True)
class FactValue:
    """A value of an attribute, who gives it, and the findings that it conflicts with another.

    Of many values those that are given once and in free words are not among the main ones.
    """

    attribute: str
    value: str
    sources: list[FactLine]
    conflicts: list[str]
    is_main: bool = True


@dataclass(frozen=True, slots=True)
class KnownDay:
    """What agreeing rows together leave for a day of a life, and the rows that give its ends."""

    told: str
    days: Known
    sources: list[FactLine]


@dataclass(frozen=True, slots=True)
class PersonPage:
    """Context of `person.html`."""

    entity: Entity
    by: list[StatementLine]
    n_by: int
    to: list[StatementLine]
    n_to: int
    about: list[StatementLine]
    n_about: int
    unnamed: list[StatementLine]
    n_unnamed: int
    over_time: dict[str, list[Counted]]
    facts: list[FactValue]
    known: list[KnownDay]
    intervals: Strips | None
    events: list[EventLine]
    n_events: int
    called: list[MentionCount]
    findings: list[FindingCard]
    n_findings: int
    picture: Strips | None
    points: Points | None
    n_undrawn: int
    """statements of articles that nothing puts within a year, which the picture leaves out"""
    dated_names: list[DatedName]
    identifiers: list[Identifier]
    named_in: list[ArticleLine]
    desk: Desk


@router.get("/person/{entity_id}")
def person(request: Request, reading: Reading, decided: DecidedNow, entity_id: str) -> Response:
    """What the pile has by, to and about one entity."""
    entity = pages_people.find_entity(reading, entity_id)
    if entity is None:
        raise not_found("person", entity_id)
    parts = pages_people.person(reading, entity)
    total, findings = pages_findings.findings(
        reading, Wanted(about=entity.entity_id, without=decided.dismissed()), limit=_FINDINGS
    )
    facts = _facts(parts.facts, findings)
    alike = pages_identity.names_alike(reading, entity)
    lanes = _lanes(parts)
    context = PersonPage(
        entity=entity,
        by=parts.by.lines,
        n_by=parts.by.n,
        to=parts.to.lines,
        n_to=parts.to.n,
        about=parts.about.lines,
        n_about=parts.about.n,
        unnamed=parts.unnamed.lines,
        n_unnamed=parts.unnamed.n,
        over_time={name: group.counts for name, group, _ in lanes},
        facts=facts,
        known=_known(parts.facts),
        intervals=intervals.facts(
            (each.attribute, each.value, each.sources, bool(each.conflicts))
            for each in facts
            if each.is_main
        ),
        events=pages_timeline.lines(reading, parts.events),
        n_events=parts.n_events,
        called=parts.called,
        findings=findings,
        n_findings=total,
        picture=_picture(lanes),
        points=_points(lanes),
        n_undrawn=sum(group.n - sum(c.n for c in group.counts) for _, group, _ in lanes),
        dated_names=pages_identity.dated_names(reading, entity.entity_id),
        identifiers=pages_identity.identifiers(reading, entity.entity_id),
        named_in=pages_identity.named_in(reading, entity.entity_id),
        desk=desk_of(request, decided, "person", entity.entity_id, alike),
    )
    return respond(request, "person.html", context)


def _facts(facts: list[FactLine], findings: list[FindingCard]) -> list[FactValue]:
    """Values by attribute and first day; those that a finding of conflict rests on are marked."""
    conflicting: dict[tuple[str, tuple[int, int]], list[str]] = {}
    for card in findings:
        if card.finding.kind == "conflict":
            for side in card.sides:
                key = (side.article.article_id, side.span)
                conflicting.setdefault(key, []).append(card.finding.finding_id)
    values: dict[tuple[str, str], FactValue] = {}
    for line in facts:
        fact = line.fact
        row = values.setdefault(
            (fact.attribute, fact.value.casefold()), FactValue(fact.attribute, fact.value, [], [])
        )
        row.sources.append(line)
        names = conflicting.get((fact.article_id, fact.span), [])
        row.conflicts.extend(name for name in names if name not in row.conflicts)
    found = list(values.values())
    return [_weighed(row) for row in found] if len(found) > _MANY_VALUES else found


def _weighed(row: FactValue) -> FactValue:
    given_once = row.attribute == "role" and len(row.sources) == 1 and not row.conflicts
    return replace(row, is_main=not given_once)


def _known(lines: list[FactLine]) -> list[KnownDay]:
    by_id = {line.fact.fact_id: line for line in lines}
    return [
        KnownDay(TOLD[days.attribute], days, [by_id[f.fact_id] for f in days.evidence])
        for days in known([line.fact for line in lines])
    ]


def _lanes(parts: PersonParts) -> list[Lane]:
    name = parts.entity.entity_id
    lanes: list[Lane] = [
        ("by them", parts.by, {"speaker": name}),
        ("to them", parts.to, {"told": name}),
        ("about them", parts.about, {"about": name}),
        ("about them, unnamed", parts.unnamed, {"about": name, "kind": "anonymous"}),
    ]
    return [lane for lane in lanes if lane[1].n]


def _picture(lanes: list[Lane]) -> Strips | None:
    periods = {count.period for _, group, _ in lanes for count in group.counts}
    axis = find_axis(periods)
    # What was all reported on one day does not lie over time.
    if axis is None or len(periods) < 2:
        return None
    drawn = tuple(
        strips.statements(axis, name, group.said)
        if group.said
        else strips.counted(axis, name, group, urls.search(**asked))
        for name, group, asked in lanes
    )
    return Strips(axis, drawn, "Statements by day of the article")


def _points(lanes: list[Lane]) -> Points | None:
    if any(group.said for _, group, _ in lanes):
        return points.statements((name, group.said) for name, group, _ in lanes)
    return points.counted(lanes)


@dataclass(frozen=True, slots=True)
class PeoplePage:
    """Context of `people.html`."""

    kind: str
    name: str
    entries: list[EntityEntry]
    close: list[str]
    """names like the one asked for, where nobody has it"""
    paging: Paging


@router.get("/people")
def people(
    request: Request, reading: Reading, number: PageNumber = 0, kind: str = "", name: str = ""
) -> Response:
    """Entities, those that are quoted most first."""
    total, entries = pages_people.entity_list(
        reading, kind=kind, name=name, offset=number * PAGE_ROWS
    )
    turned = paging(number, total, lambda n: urls.people(kind=kind, name=name, page=n))
    close = [] if total else close_names(reading, name)
    return respond(request, "people.html", PeoplePage(kind, name, entries, close, turned))
