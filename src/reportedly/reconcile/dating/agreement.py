"""Bounds of one day by several sources, and what the most of them that fit together say of it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from reportedly.calendar import ANY_DAY, Interval, find_intersection


@dataclass(frozen=True, slots=True)
class Agreed:
    """The days that the agreeing sources leave, how many these are, and of how many."""

    days: Interval
    agreeing: int
    sources: int


def find_agreed(bounds: Iterable[tuple[Interval, str]]) -> Agreed | None:
    """What most sources agree on; None unless they are more than all others.

    Args:
        bounds: intervals with the names of their sources; one source may give several.
    """
    listed = sorted(set(bounds), key=lambda bound: (*map(str, bound[0].iso()), bound[1]))
    sources = {source for _, source in listed}
    together = find_intersection(ANY_DAY, *(days for days, _ in listed))
    if together is not None:
        return Agreed(together, len(sources), len(sources)) if listed else None
    groups = {_around(days, listed) for days, _ in listed}
    most = max(group.agreeing for group in groups)
    best, *others = [group for group in groups if group.agreeing == most]
    # Two groups of one size share a source and are as likely.
    return best if not others and 2 * most > len(sources) else None


def _around(start: Interval, listed: Sequence[tuple[Interval, str]]) -> Agreed:
    """The bounds that hold the first day of one of them, which every group that fits shares."""
    first = start.earliest
    fit = [
        (days, source)
        for days, source in listed
        if (days.earliest is None if first is None else days.holds(first))
    ]
    agreeing = {source for _, source in fit}
    against = {source for _, source in listed} - agreeing
    days = find_intersection(*(days for days, _ in fit)) or start
    return Agreed(days, len(agreeing), len(agreeing) + len(against))
