"""Where the reports of a quotation stand from left to right: by their days, with room for each.

In: for each report the first and last day that it can be of, and the report that it comes from.
Out: a place for each between 0 and 1, and for each that has no day of its own how far it may lie.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

_ISO = re.compile(r"^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?")

#: The share of the width that is divided evenly, so that reports of one day do not hide each other;
#: the rest goes by days.
_EVEN = 0.45

#: A report without a last day stands after all others, by this share of the days that they take.
_BEYOND = 0.12


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of a report's day, as ordinals of days; `origin` names another report."""

    name: str
    earliest: int | None
    latest: int | None
    origin: str | None


@dataclass(frozen=True, slots=True)
class Place:
    """Where a report stands, and between which places its day lies; shares of the width."""

    at: float
    first: float
    last: float


def ordinal(day: str | None, *, is_last: bool = False) -> int | None:
    """An ISO date as a number of days; of a month or year the first day, or the last.

    None for anything that is no date.
    """
    found = _ISO.match(day or "")
    if found is None:
        return None
    year, month, number = (int(part) if part else 0 for part in found.groups())
    try:
        if number:
            return date(year, month, number).toordinal()
        if not is_last:
            return date(year, month or 1, 1).toordinal()
        return date(year + (month or 12) // 12, (month or 12) % 12 + 1, 1).toordinal() - 1
    except ValueError:  # such as 31 June: the pages show it as it was given
        return None


def places(reports: Sequence[Known]) -> list[Place]:
    """The place of each report, in their order; origins stand before what comes from them."""
    days = _days(reports)
    known = [day for day in days.values() if day is not None]
    beyond = max(known, default=0) + max(1, round(_BEYOND * (_span(known) or 1)))
    shown = {name: beyond if day is None else day for name, day in days.items()}
    order = sorted(range(len(reports)), key=lambda i: (shown[reports[i].name], i))
    span, most = _span(list(shown.values())), max(1, len(reports) - 1)
    even = _EVEN if span else 1.0
    start = min(shown.values())
    at = {}
    for rank, i in enumerate(order):
        by_day = (shown[reports[i].name] - start) / span if span else 0.0
        at[reports[i].name] = even * rank / most + (1 - even) * by_day
    anchors = sorted((shown[name], x) for name, x in at.items())
    return [_place(report, at[report.name], anchors) for report in reports]


def _days(reports: Sequence[Known]) -> dict[str, int | None]:
    """The day at which each is shown: its last possible one, but none after one that is from it."""
    days = {report.name: report.latest for report in reports}
    for report in reversed(reports):
        day = days[report.name]
        if day is None or report.origin not in days:
            continue
        origin = days[report.origin]
        days[report.origin] = day if origin is None else min(origin, day)
    return {
        report.name: None
        if (day := days[report.name]) is None
        else max(day, report.earliest or day)
        for report in reports
    }


def _place(report: Known, at: float, anchors: Sequence[tuple[int, float]]) -> Place:
    if report.earliest == report.latest and report.earliest is not None:
        return Place(at, at, at)
    first = 0.0 if report.earliest is None else _between(report.earliest, anchors)
    last = 1.0 if report.latest is None else _between(report.latest, anchors)
    return Place(at, min(first, at), max(last, at))


def _between(day: int, anchors: Sequence[tuple[int, float]]) -> float:
    """The place of a day between those of the reports around it."""
    before = [anchor for anchor in anchors if anchor[0] <= day]
    after = [anchor for anchor in anchors if anchor[0] >= day]
    if not before or not after:
        return 0.0 if not before else 1.0
    (low, left), (high, right) = before[-1], after[0]
    return left if high == low else left + (right - left) * (day - low) / (high - low)


def _span(days: Sequence[int]) -> int:
    return max(days) - min(days) if days else 0
