"""How a quotation travelled: a dot for each report by day and outlet, a line to where it is from."""

from collections.abc import Sequence
from dataclasses import dataclass

from reportedly.show.web import urls, wording
from reportedly.show.web.pictures.drawing import Drawing
from reportedly.store.pages_quotes import Report

#: Room for the outlets' names, the dots and their lines, in pixels of the drawing.
_NAMES, _FIELD, _ROW, _TOP = 210.0, 470.0, 36.0, 34.0


@dataclass(frozen=True, slots=True)
class Dot(Drawing):
    """One report."""

    x: float
    y: float
    change: str
    label: str
    href: str


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
    first: str
    last: str


def journey(reports: Sequence[Report]) -> Journey | None:
    """The diagram of at least two reports; reports without a day stand at the right edge."""
    if len(reports) < 2:
        return None
    outlets = list(dict.fromkeys(_outlet(report) for report in reports))
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
    days = sorted(r.statement.article.day for r in reports if r.statement.article.day)
    return Journey(
        width=_NAMES + _FIELD + 40,
        height=_TOP + _ROW * len(outlets) + 4,
        left=_NAMES,
        lanes=tuple(Lane(_TOP + _ROW * (i + 0.5), name) for i, name in enumerate(outlets)),
        dots=tuple(dots.values()),
        lines=tuple(lines),
        first=wording.day(days[0]) if days else "no date",
        last=wording.day(days[-1]) if days else "no date",
    )


def _outlet(report: Report) -> str:
    return report.statement.article.outlet or "outlet unknown"


def _dots(reports: Sequence[Report], outlets: list[str]) -> list[Dot]:
    """Reports stand in the order of their days, evenly: the way matters, not the years between."""
    step = _FIELD / max(1, len(reports) - 1)
    found = []
    for index, report in enumerate(reports):
        change = report.variant.change if report.variant else "identical"
        day = wording.day(report.statement.article.day)
        found.append(
            Dot(
                x=round(_NAMES + 14 + step * index, 1),
                y=_TOP + _ROW * (outlets.index(_outlet(report)) + 0.5),
                change=change,
                label=f"{day}, {_outlet(report)}: {wording.CHANGES[change]}",
                href=urls.statement_words(
                    report.statement.article.article_id, report.statement.statement_id
                ),
            )
        )
    return found


def _curve(start: Dot, end: Dot) -> str:
    middle = round((start.x + end.x) / 2, 1)
    return f"M{start.x},{start.y} C{middle},{start.y} {middle},{end.y} {end.x},{end.y}"
