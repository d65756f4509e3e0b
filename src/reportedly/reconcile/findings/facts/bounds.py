"""Bounds on one day of a life, and which of them cannot all hold.

Intervals on a line agree all together as soon as every two of them do, so whatever disagrees can
be shown with two rows: the smallest inconsistent set is always a pair.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reportedly.calendar import Interval, find_intersection
from reportedly.model import Fact
from reportedly.reconcile.independence import SourceIndex, count_sources


@dataclass(frozen=True, slots=True)
class Bound:
    """What one fact says about a day: the interval in which it must lie, and the sum in words."""

    fact: Fact
    interval: Interval
    words: str


@dataclass(frozen=True, slots=True)
class Disagreement:
    """A row out of the agreeing ones and one of the others, the rest of both, and the gap."""

    one: Bound
    other: Bound
    with_one: tuple[Bound, ...]
    with_other: tuple[Bound, ...]
    gap_days: int
    sources_one: int
    sources_other: int


def disagreements(bounds: Sequence[Bound], sources: SourceIndex) -> Iterator[Disagreement]:
    """One disagreement for each group of bounds that agree among themselves but not with the
    group that has most independent sources."""
    groups: list[list[Bound]] = []
    rest = sorted(bounds, key=lambda b: (b.interval.iso()[0] or "", b.fact.fact_id))
    while rest:
        group = largest_agreeing(rest, sources)
        kept = {b.fact.fact_id for b in group}
        groups.append(group)
        rest = [b for b in rest if b.fact.fact_id not in kept]
    for group in groups[1:]:
        pair = _apart(groups[0], group)
        if pair:
            one, other, gap = pair
            yield Disagreement(
                one=one,
                other=other,
                with_one=tuple(b for b in groups[0] if b != one),
                with_other=tuple(b for b in group if b != other),
                gap_days=gap,
                sources_one=_independent(groups[0], sources),
                sources_other=_independent(group, sources),
            )


def largest_agreeing(bounds: Sequence[Bound], sources: SourceIndex) -> list[Bound]:
    """The bounds around one of their first days that come from most independent sources."""
    best: tuple[tuple[int, int, float], list[Bound]] | None = None
    first_with = {b.interval.earliest: b for b in reversed(bounds)}
    starts = [b for b in bounds if first_with[b.interval.earliest] is b]
    for start in starts:
        group = [b for b in bounds if _starts_inside(start, b)]
        confidence = sum(b.fact.confidence for b in group)
        rank = (len({_source(b, sources) for b in group}), len(group), round(confidence, 6))
        if best is None or rank > best[0]:
            best = rank, group
    return best[1] if best else []


def _starts_inside(start: Bound, other: Bound) -> bool:
    """True when the first day of `start` lies in `other` (an open start lies before all days)."""
    first = start.interval.earliest
    return other.interval.earliest is None if first is None else other.interval.holds(first)


def _source(bound: Bound, sources: SourceIndex) -> str:
    """What a report counts as one with, cheaply: its near copies, else its outlet."""
    article_id = bound.fact.article_id
    return sources.copies.get(article_id) or sources.outlets.get(article_id) or article_id


def _independent(group: Sequence[Bound], sources: SourceIndex) -> int:
    return count_sources((b.fact.article_id for b in group), sources).n_independent


def _apart(core: Sequence[Bound], group: Sequence[Bound]) -> tuple[Bound, Bound, int] | None:
    """The most certain pair, one of each, without a day in common, and the days between them."""
    pairs = [
        (one, other)
        for one in core
        for other in group
        if find_intersection(one.interval, other.interval) is None
    ]
    if not pairs:
        return None
    one, other = min(
        pairs,
        key=lambda p: (
            -p[0].fact.confidence * p[1].fact.confidence,
            p[0].fact.fact_id,
            p[1].fact.fact_id,
        ),
    )
    return one, other, gap_days(one.interval, other.interval)


def gap_days(a: Interval, b: Interval) -> int:
    """Days by which the later of two intervals starts after the earlier has ended; 0 if never."""
    for first, then in ((a, b), (b, a)):
        if first.latest and then.earliest and first.latest < then.earliest:
            return (then.earliest - first.latest).days
    return 0
