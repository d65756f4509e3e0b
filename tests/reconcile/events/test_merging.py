"""Groups of reports: half of the pairs between two groups must be alike, and one day be left."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from reportedly.calendar import Interval, find_intersection
from reportedly.reconcile.events.merging import grouped
from reportedly.reconcile.events.reports import Report

NAMES = tuple(f"v{number}" for number in range(9))
Edge = tuple[float, str, str]


def _report(name: str, first: int, days: int) -> Report:
    start = date(2018, 6, 1) + timedelta(days=first)
    interval = Interval(start, start + timedelta(days=days))
    nothing = frozenset[int]()
    return Report(
        report_id=name, article_id=name, span=(0, 1), statement_id=None, entity_ids=(),
        interval=interval, family="open", words="", stems=nothing, plain=nothing, published="2018",
    )  # fmt: skip


def _by_counting(reports: dict[str, Report], edges: list[Edge]) -> list[list[str]]:
    """The same, every pair counted anew at each step."""
    groups = [({name}, report.interval) for name, report in reports.items()]
    alike = {frozenset(pair) for _, *pair in edges}
    for _, left, right in sorted(edges, key=lambda edge: (-edge[0], edge[1], edge[2])):
        a, b = (next(g for g in groups if name in g[0]) for name in (left, right))
        days = find_intersection(a[1], b[1])
        hits = sum(frozenset((x, y)) in alike for x in a[0] for y in b[0])
        if a is not b and days and 2 * hits >= len(a[0]) * len(b[0]):
            groups = [g for g in groups if g is not a and g is not b] + [(a[0] | b[0], days)]
    return sorted(sorted(members) for members, _ in groups)


@given(
    st.lists(st.tuples(st.integers(0, 6), st.integers(0, 9)), min_size=9, max_size=9),
    st.dictionaries(
        st.tuples(st.sampled_from(NAMES), st.sampled_from(NAMES)).filter(lambda p: p[0] < p[1]),
        st.sampled_from((0.3, 0.5, 0.9)),
    ),
)
def test_groups_are_those_of_counting_every_pair(
    days: list[tuple[int, int]], pairs: dict[tuple[str, str], float]
) -> None:
    """Links carried along give the same groups as all pairs looked at again."""
    reports = {name: _report(name, *given) for name, given in zip(NAMES, days, strict=True)}
    edges = [(likeness, left, right) for (left, right), likeness in pairs.items()]
    found = sorted(sorted(r.report_id for r in members) for _, members in grouped(reports, edges))
    assert found == _by_counting(reports, edges)


def test_a_chain_does_not_join_its_ends() -> None:
    """Three in a row of four links: the last is alike to one of three only."""
    reports = {name: _report(name, 0, 5) for name in NAMES[:4]}
    edges = [(0.9, "v0", "v1"), (0.8, "v1", "v2"), (0.7, "v2", "v3")]
    groups = sorted(sorted(r.report_id for r in members) for _, members in grouped(reports, edges))
    assert groups == [["v0", "v1", "v2"], ["v3"]]
