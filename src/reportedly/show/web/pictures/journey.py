"""How a quotation travelled: a dot for each report where its day stands, a line to the report that
it is from."""

from collections.abc import Sequence
from dataclasses import dataclass

from reportedly.outlets import name_over_address, outlet_key
from reportedly.show.outlets import outlet_of
from reportedly.show.web import urls, wording
from reportedly.show.web.pictures.days_apart import Known, ordinal, places
from reportedly.show.web.pictures.drawing import Drawing
from reportedly.show.web.pictures.ladder import DAY_LETTERS, Ladder, Stop, ladder
from reportedly.store.pages_quotes import Report

#: Room for the outlets' names, the dots and their lines, in pixels of the drawing.
_NAMES, _FIELD, _ROW, _TOP = 200.0, 740.0, 36.0, 34.0

#: With half of a circle and of a day on either side of the field.
_WIDTH = _NAMES + _FIELD + 100

#: Pixels of the drawing that a letter of a day takes at most.
_LETTER = 6.6


@dataclass(frozen=True, slots=True)
class Dot(Drawing):
    """One report; its day lies between `first` and `last`."""

    x: float
    first: float
    last: float
    y: float
    change: str
    label: str
    href: str
    day: str
    day_x: float
    """the middle of the day as it is written: not over `x` where it would run out of the picture"""


@dataclass(frozen=True, slots=True)
class Line(Drawing):
    """From the report that another one most likely comes from; `path` as SVG writes it."""

    path: str
    change: str


@dataclass(frozen=True, slots=True)
class Lane(Drawing):
    """An outlet's line."""

    y: float
    name: str


@dataclass(frozen=True, slots=True)
class Journey(Drawing):
    """The whole diagram."""

    width: float
    height: float
    left: float
    lanes: tuple[Lane, ...]
    dots: tuple[Dot, ...]
    lines: tuple[Line, ...]
    narrow: Ladder


def journey(reports: Sequence[Report]) -> Journey | None:
    """The diagram of at least two reports; those without a last day stand at the right edge."""
    if len(reports) < 2:
        return None
    outlets = _outlets(reports)
    dots = {
        r.statement.statement_id: dot
        for r, dot in zip(reports, _dots(reports, outlets), strict=True)
    }
    lines = [
        Line(
            _curve(dots[r.variant.from_statement_id], dots[r.statement.statement_id]),
            r.variant.change,
        )
        for r in reports
        if r.variant and r.variant.from_statement_id in dots
    ]
    return Journey(
        width=_WIDTH,
        height=_TOP + _ROW * len(outlets) + 4,
        left=_NAMES,
        lanes=tuple(Lane(_TOP + _ROW * (i + 0.5), n) for i, n in enumerate(outlets.values())),
        dots=tuple(dots.values()),
        lines=tuple(lines),
        narrow=ladder(_stops(reports, dots)),
    )


def _stops(reports: Sequence[Report], dots: dict[str, Dot]) -> list[Stop]:
    """The reports as rungs, in the order in which their dots stand from left to right."""
    ordered = sorted(reports, key=lambda report: dots[report.statement.statement_id].x)
    places = {report.statement.statement_id: place for place, report in enumerate(ordered)}
    found = []
    for report in ordered:
        dot = dots[report.statement.statement_id]
        origin = places.get(report.variant.from_statement_id or "") if report.variant else None
        period = _period(report)
        day = period if len(period) <= DAY_LETTERS else _short(report)
        found.append(Stop(_outlet(report), day, dot.change, dot.href, origin))
    return found


def _outlet(report: Report) -> str:
    return outlet_of(report.statement.article)


def _outlets(reports: Sequence[Report]) -> dict[str, str]:
    """Each outlet with its longest name, an address last, in the order of its first report."""
    names: dict[str, str] = {}
    for report in reports:
        name = _outlet(report)
        key = outlet_key(name)
        names[key] = max(names.get(key, name), name, key=name_over_address)
    return names


def _dots(reports: Sequence[Report], outlets: dict[str, str]) -> list[Dot]:
    """A dot for each report, where its day stands; a day is written where there is room for it."""
    at = places([_known(report) for report in reports])
    short = [_short(report) for report in reports]
    middles = [_middle(_across(p.at), day) for p, day in zip(at, short, strict=True)]
    labelled = _labelled(middles, short)
    rows = {key: row for row, key in enumerate(outlets)}
    found = []
    for report, place, day, middle in zip(reports, at, labelled, middles, strict=True):
        change = report.variant.change if report.variant else "identical"
        found.append(
            Dot(
                x=_across(place.at),
                first=_across(place.first),
                last=_across(place.last),
                y=_TOP + _ROW * (rows[outlet_key(_outlet(report))] + 0.5),
                change=change,
                label=f"{_period(report)}, {_outlet(report)}: {wording.CHANGES[change]}",
                day=day,
                day_x=middle,
                href=urls.statement_words(
                    report.statement.article.article_id, report.statement.statement_id
                ),
            )
        )
    return found


def _middle(x: float, day: str) -> float:
    """Where the middle of a day stands that is written over `x`, within the picture."""
    return round(min(x, _WIDTH - len(day) * _LETTER / 2), 1)


def _across(share: float) -> float:
    return round(_NAMES + 50 + _FIELD * share, 1)


def _known(report: Report) -> Known:
    a = report.statement.article
    first, last = a.published_earliest or a.published, a.published_latest or a.published
    if wording.is_dated(a):
        first = last = a.published
    origin = report.variant.from_statement_id if report.variant else None
    return Known(report.statement.statement_id, ordinal(first), ordinal(last, is_last=True), origin)


def _labelled(at: Sequence[float], days: Sequence[str]) -> list[str]:
    """`days`, those that would run into one written before left out."""
    found, end = [""] * len(days), 0.0
    for i in sorted(range(len(days)), key=lambda i: (at[i], i)):
        half = len(days[i]) * _LETTER / 2
        if at[i] - half > end:
            found[i], end = days[i], at[i] + half + _LETTER
    return found


def _period(report: Report) -> str:
    """The article's day in words, or the days that the evidence leaves."""
    return wording.published(report.statement.article)


def _short(report: Report) -> str:
    """The same as it fits over a dot."""
    a = report.statement.article
    if wording.is_dated(a):
        return wording.day(a.published)
    first, last = a.published_earliest or a.published, a.published_latest or a.published
    if first is None or last is None:
        known = wording.day((first or last or "")[:7]) if first or last else "undated"
        return known + (" or later" if first else " or earlier" if last else "")
    shared = first[:7] if first[:7] == last[:7] else first[:4] if first[:4] == last[:4] else ""
    return f"about {wording.day(shared)}" if shared else f"{first[:4]} to {last[:4]}"


def _curve(start: Dot, end: Dot) -> str:
    middle = round((start.x + end.x) / 2, 1)
    return f"M{start.x},{start.y} C{middle},{start.y} {middle},{end.y} {end.x},{end.y}"
