"""From pairs of reports to groups, each of which can have happened on one day."""

from collections import Counter
from collections.abc import Iterable, Mapping

from reportedly.calendar import Interval, find_intersection
from reportedly.reconcile.events.reports import Report
from reportedly.reconcile.events.same import SUPPORT


class _Group:
    """Reports, the days that all allow, and with how many pairs it is alike to which groups."""

    def __init__(self, report: Report) -> None:
        self.name = report.report_id
        self.members = [report.report_id]
        self.interval = report.interval
        self.alike: Counter[str] = Counter()


class _Groups:
    """Groups under the names of some of their members; at first every report is one."""

    def __init__(self, reports: Mapping[str, Report], pairs: Iterable[tuple[str, str]]) -> None:
        self._reports = reports
        self._groups = {report_id: _Group(report) for report_id, report in reports.items()}
        self._name_of = {report_id: report_id for report_id in reports}
        for left, right in pairs:
            self._groups[left].alike[right] += 1
            self._groups[right].alike[left] += 1

    def join(self, left: str, right: str) -> None:
        """Joins the groups of two reports if one day is left and half of all pairs are alike.

        The smaller one goes into the larger, so that no report moves often.
        """
        pair = (self._groups[self._name_of[report]] for report in (left, right))
        small, large = sorted(pair, key=lambda group: (len(group.members), group.name))
        interval = find_intersection(small.interval, large.interval)
        pairs = len(small.members) * len(large.members)
        if small is large or interval is None or 2 * large.alike[small.name] < pairs:
            return
        large.interval = interval
        large.members += small.members
        self._name_of.update(dict.fromkeys(small.members, large.name))
        self._links_moved(small, large)
        del self._groups[small.name]

    def _links_moved(self, small: _Group, large: _Group) -> None:
        for name, count in small.alike.items():
            if name != large.name:
                large.alike[name] += count
                others = self._groups[name].alike
                others[large.name] += others.pop(small.name)
        del large.alike[small.name]

    def listed(self) -> list[tuple[Interval, tuple[Report, ...]]]:
        """The groups, their reports in order."""
        return [
            (
                g.interval,
                tuple(sorted((self._reports[m] for m in g.members), key=lambda r: r.order)),
            )
            for g in self._groups.values()
        ]


def grouped(
    reports: Mapping[str, Report], edges: Iterable[tuple[float, str, str]]
) -> list[tuple[Interval, tuple[Report, ...]]]:
    """Groups of reports of the same event with the days that all members allow.

    The most alike pairs are joined first.  Two groups are joined only when all their intervals
    have a day in common and at least half of the pairs between them are alike, so that no chain
    leads from one event to another.  Every report is in one group.
    """
    listed = sorted(set(edges), key=lambda edge: (-edge[0], edge[1], edge[2]))
    groups = _Groups(reports, ((left, right) for _, left, right in listed))
    for likeness, left, right in listed:
        if likeness > SUPPORT:
            groups.join(left, right)
    return groups.listed()
