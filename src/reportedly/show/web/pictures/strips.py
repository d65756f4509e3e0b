"""Strips of marks over years: articles by outlet, statements, events; bars of kinds of sources."""

from collections.abc import Sequence
from itertools import groupby

from reportedly.model import Event
from reportedly.outlets import name_over_address, outlet_key
from reportedly.show.outlets import UNKNOWN
from reportedly.show.web import urls, wording
from reportedly.show.web.pictures.drawing import (
    WIDTH,
    Axis,
    Mark,
    Strip,
    Strips,
    find_axis,
    moment,
    place,
    zoomed_axis,
)
from reportedly.store.pages import ArticleLine
from reportedly.store.pages_overview import OUTLETS_DRAWN, OutletMonth
from reportedly.store.pages_sources import OutletSources
from reportedly.store.pages_timeline import EventLine, Reported
from reportedly.store.said_by import Group, Said

#: Height of a strip, in the units of its drawing.
_HEIGHT = 20.0

#: Fewer articles are seen at a glance in their list.
_FEWEST = 3

#: Kinds of sources in the order in which a bar shows them, openest first.
SOURCE_ORDER = (
    "person",
    "organisation",
    "document",
    "work",
    "outlet",
    "collective",
    "anonymous",
    "unknown",
)


def articles_by_outlet(months: Sequence[OutletMonth]) -> Strips | None:
    """A strip for each outlet, most articles first; the higher a mark, the more in that month."""
    axis = find_axis(m.month for m in months)
    if axis is None:
        return None
    most = max(m.n for m in months)
    strips = [
        _outlet(axis, outlet, list(group), most)
        for outlet, group in groupby(months, key=lambda m: m.outlet)
    ]
    strips.sort(key=lambda s: (-s.n, s.name))
    return Strips(axis, tuple(strips[:OUTLETS_DRAWN]), "Articles by month and outlet")


def _outlet(axis: Axis, outlet: str, months: list[OutletMonth], most: int) -> Strip:
    marks = []
    for month in months:
        x, width = place(axis, month.month)
        height = 6 + (_HEIGHT - 6) * month.n / most
        label = f"{wording.day(month.month)}: {wording.counted(month.n, 'article')}"
        marks.append(
            Mark(x, width, _HEIGHT - height, height, "month", label, urls.articles(outlet=outlet))
        )
    n = sum(month.n for month in months)
    return Strip(outlet or UNKNOWN, tuple(marks), n, urls.articles(outlet=outlet))


def statements(axis: Axis, name: str, said: Sequence[Said]) -> Strip:
    """A strip with a mark for each statement on its article's day; those of a day are stacked."""
    marks = []
    for day, group in groupby(said, key=lambda each: each.day[:10]):
        same = sorted(group, key=lambda each: each.mode)
        x, width = place(axis, day)
        height = round((_HEIGHT - 4) / len(same), 2)
        for level, each in enumerate(same):
            label = f"{wording.day(day)}, {each.outlet or UNKNOWN}"
            href = urls.statement(each.statement_id)
            marks.append(Mark(x, width, 2 + level * height, height, each.mode, label, href))
    return Strip(name, tuple(marks), len(said))


def counted(axis: Axis, name: str, group: Group, href: str) -> Strip:
    """A strip with a pile for each day or month; the higher, the more statements it has."""
    periods = {
        period: list(same) for period, same in groupby(group.counts, key=lambda each: each.period)
    }
    most = max((sum(c.n for c in same) for same in periods.values()), default=1)
    marks = []
    for period, same in periods.items():
        x, width = place(axis, period)
        y = _HEIGHT
        for each in same:
            height = round(_HEIGHT * each.n / most, 2)
            y -= height
            label = f"{wording.day(period)}: {wording.number(each.n)} {wording.MODES[each.mode]}"
            marks.append(Mark(x, width, round(y, 2), height, each.mode, label, href))
    return Strip(name, tuple(marks), group.n, href)


def articles_by_day(lines: Sequence[ArticleLine], first: str, last: str) -> Strips | None:
    """A strip for each outlet with its articles on their days, those that came first on top."""
    axis = zoomed_axis(first[:10], last[:10])
    dated = [line for line in lines if line.published and axis and axis.holds(line.published)]
    if axis is None or len(dated) < _FEWEST:
        return None
    by_outlet: dict[str, list[ArticleLine]] = {}
    for line in dated:
        by_outlet.setdefault(outlet_key(line.outlet or ""), []).append(line)
    strips = [
        Strip(_longest(own), tuple(_article(axis, line) for line in own), len(own))
        for own in by_outlet.values()
    ]
    return Strips(axis, tuple(strips[:OUTLETS_DRAWN]), "Articles by day and outlet")


def _longest(lines: Sequence[ArticleLine]) -> str:
    """What an outlet is called that signs with and without its article, or with its address."""
    return max((line.outlet or "" for line in lines), key=name_over_address) or UNKNOWN


def _article(axis: Axis, line: ArticleLine) -> Mark:
    day = (line.published or "")[:10]
    x, width = place(axis, day)
    label = f"{wording.day(day)}: {line.title or line.path}"
    return Mark(x, width, 2, _HEIGHT - 4, "month", label, urls.article(line.article_id))


def event(axis: Axis, line: EventLine) -> Strip:
    """When an event can have happened, and under it the days on which it was reported."""
    happened = line.event
    label = wording.period(happened.earliest, happened.latest)
    marks, note = [], ""
    if (moment(happened.latest or happened.earliest or "", end=True) or 0) <= axis.start:
        note = f"← before {int(axis.start)}"
    else:
        x, width = place(axis, happened.earliest or "", happened.latest)
        marks.append(Mark(x, width, 1, 10, "sure" if is_sure(happened) else "unsure", label))
    reports = [
        _report(axis, report)
        for report in line.reports
        if axis.holds(report.article.drawn_day or "")
    ]
    if marks and reports:
        marks.append(_between(marks[0], reports, label))
    marks += reports
    return Strip(told(line), tuple(marks), happened.n_articles, note=note)


def _report(axis: Axis, report: Reported) -> Mark:
    day = report.article.drawn_day or ""
    x, width = place(axis, day[:10])
    label = f"reported {wording.day(day)}, {wording.outlet_of(report.article)}"
    return Mark(
        x, width, 13, 6, "report", label, urls.words(report.article.article_id, report.span)
    )


def told(line: EventLine) -> str:
    """An event's words; where articles only pass it on, behind whose words they are."""
    if line.reports and all(report.statement_id for report in line.reports):
        return f"{wording.origin(line.reports[0].chain)}: {line.event.what}"
    return line.event.what


def _between(happened: Mark, reports: list[Mark], label: str) -> Mark:
    """A thin line from the event to its last report."""
    first = min(happened.x, *(mark.x for mark in reports))
    last = max(happened.x, *(mark.x for mark in reports))
    return Mark(first, round(last - first, 2), 11.6, 0.8, "lag", label)


def is_sure(happened: Event) -> bool:
    """True when the event's day is known."""
    first, last = happened.earliest or "", happened.latest or happened.earliest or ""
    return len(first) >= 10 and first[:10] == last[:10]


def events_axis(lines: Sequence[EventLine], earliest: str, latest: str) -> Axis | None:
    """The axis of the period asked for, or else of all events and the articles that report them."""
    if earliest and latest:
        return zoomed_axis(earliest, latest)
    days = [day for line in lines for day in (line.event.earliest, line.event.latest)]
    return find_axis([*days, *(r.article.drawn_day for line in lines for r in line.reports)])


def source_kinds(outlet: OutletSources) -> Strip:
    """One bar of an outlet's statements, cut by kind of source."""
    marks, x = [], 0.0
    for kind in SOURCE_ORDER:
        n = outlet.kinds.get(kind, 0)
        if n:
            width = WIDTH * n / outlet.n_statements
            label = f"{wording.KINDS[kind]}: {n} of {outlet.n_statements}"
            href = urls.search(outlet=outlet.outlet, kind=kind)
            marks.append(Mark(round(x, 2), round(width, 2), 0, _HEIGHT, f"k-{kind}", label, href))
            x += width
    return Strip(outlet.outlet or UNKNOWN, tuple(marks), outlet.n_statements)
