"""What the drawings in the browser are made of; without script, strips and tables say the same."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from reportedly.show.outlets import UNKNOWN
from reportedly.show.web import urls, wording
from reportedly.show.web.pictures import strips
from reportedly.show.web.pictures.drawing import Drawing
from reportedly.store.pages_overview import OutletMonth
from reportedly.store.pages_timeline import EventLine
from reportedly.store.said_by import Group, Said

#: Words of a statement or event on the sign that opens beside its mark.
_MOST_CHARS = 160


@dataclass(frozen=True, slots=True)
class Point(Drawing):
    """Something on a day: in which row, of which kind, what its sign says, where it leads."""

    day: str
    row: str
    kind: str
    label: str
    href: str
    n: int = 1


@dataclass(frozen=True, slots=True)
class Moment(Drawing):
    """An event between two days, and the points on which it was reported."""

    earliest: str
    latest: str
    sure: bool
    label: str
    anchor: str
    reports: tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class Points(Drawing):
    """All points of a drawing; each is one thing, or a number of things in a period."""

    caption: str
    points: tuple[Point, ...]
    is_counted: bool = False


@dataclass(frozen=True, slots=True)
class Moments(Drawing):
    """All events of a drawing, and the period that is asked for, if any."""

    moments: tuple[Moment, ...]
    earliest: str = ""
    latest: str = ""


def _cut(text: str) -> str:
    return text if len(text) <= _MOST_CHARS else text[:_MOST_CHARS].rsplit(" ", 1)[0] + " …"


def articles(months: Iterable[OutletMonth]) -> Points:
    """Articles by month and outlet."""
    found = [
        Point(
            each.month,
            each.outlet or UNKNOWN,
            "",
            f"{wording.counted(each.n, 'article')} in {wording.day(each.month)}",
            urls.articles(outlet=each.outlet),
            each.n,
        )
        for each in months
    ]
    return Points("Articles over time, by outlet", tuple(found))


def statements(rows: Iterable[tuple[str, Sequence[Said]]]) -> Points | None:
    """Statements on the days of their articles, by row; None when fewer than two have a day."""
    found = [
        Point(
            each.day[:10],
            name,
            each.mode,
            f"{wording.day(each.day)}, {each.outlet or UNKNOWN}\n" + _cut(each.content_text),
            urls.statement(each.statement_id),
        )
        for name, said in rows
        for each in said
    ]
    return Points("Statements over time", tuple(found)) if len(found) > 1 else None


def counted(rows: Iterable[tuple[str, Group, dict[str, str]]]) -> Points | None:
    """The same where there are too many: numbers by period, each leading to a search for them."""
    found = [
        Point(
            each.period,
            name,
            each.mode,
            f"{wording.day(each.period)}: {wording.number(each.n)} {wording.MODES[each.mode]}",
            urls.search(**asked, from_=each.period, to=each.period),
            each.n,
        )
        for name, group, asked in rows
        for each in group.counts
    ]
    return Points("Statements over time", tuple(found), is_counted=True) if found else None


def moments(lines: Iterable[EventLine], earliest: str = "", latest: str = "") -> Moments:
    """Events with their reports; the anchor is that of the event's row in the table."""
    found = (
        Moment(
            earliest=line.event.earliest[:10],
            latest=(line.event.latest or line.event.earliest)[:10],
            sure=strips.is_sure(line.event),
            label=_cut(strips.told(line)),
            anchor=line.event.event_id,
            reports=tuple(
                Point(
                    report.article.drawn_day[:10],
                    "",
                    "",
                    f"{wording.outlet_of(report.article)}, "
                    + wording.day(report.article.drawn_day),
                    urls.words(report.article.article_id, report.span),
                )
                for report in line.reports
                if report.article.drawn_day
            ),
        )
        for line in lines
        if line.event.earliest
    )
    return Moments(tuple(found), earliest, latest)
