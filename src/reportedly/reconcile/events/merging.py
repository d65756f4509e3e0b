"""From pairs of reports to groups, each of which can have happened on one day."""

from collections.abc import Iterable, Mapping

from reportedly.calendar import Interval, find_intersection
from reportedly.reconcile.events.reports import Report


class _Group:
    def __init__(self, report: Report) -> None:
        self.members = [report.report_id]
        self.interval = report.interval


def grouped(
    reports: Mapping[str, Report], edges: Iterable[tuple[float, str, str]]
) -> list[tuple[Interval, tuple[Report, ...]]]:
    """Groups of reports of the same event with the days that all members allow.

    The most alike pairs are joined first.  Two groups are joined only when all their intervals
    have a day in common and at least half of the pairs between them are alike, so that no chain
    leads from one event to another.  Every report is in one group.
    """
    groups = {report_id: _Group(report) for report_id, report in reports.items()}
    listed = sorted(edges, key=lambda edge: (-edge[0], edge[1], edge[2]))
    alike = {(left, right) for _, left, right in listed}
    for _, left, right in listed:
        a, b = groups[left], groups[right]
        if a is b:
            continue
        interval = find_intersection(a.interval, b.interval)
        if interval is None or not _mostly_alike(a.members, b.members, alike):
            continue
        a.members += b.members
        a.interval = interval
        for member in b.members:
            groups[member] = a
    distinct = {id(group): group for group in groups.values()}
    return [
        (g.interval, tuple(sorted((reports[m] for m in g.members), key=lambda r: r.order)))
        for g in distinct.values()
    ]


def _mostly_alike(a: list[str], b: list[str], alike: set[tuple[str, str]]) -> bool:
    hits = sum((min(x, y), max(x, y)) in alike for x in a for y in b)
    return 2 * hits >= len(a) * len(b)
