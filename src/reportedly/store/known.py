"""What several facts together say of a day of a life, where it is more than each says alone.

In: the facts of one person.  Out: for each day the interval that the agreeing rows leave, and the
two rows that give its ends.  Where rows disagree, the largest agreeing group counts.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from reportedly.calendar import ANY_DAY, Interval, find_intersection, interval_from_iso
from reportedly.calendar.lives import BOUNDED, find_bound
from reportedly.model import Fact

#: How each day is told: "born between 3 and 9 April 1971".
TOLD = {
    "birth_date": "born",
    "meeting_date": "met",
    "engagement_date": "engaged",
    "marriage_date": "married",
    "separation_date": "apart",
    "divorce_date": "divorced",
    "death_date": "died",
}
#: Days that a second tie gives again: where rows disagree they may be of two partners.
_OF_TIES = frozenset(TOLD) - {"birth_date", "death_date"}


@dataclass(frozen=True, slots=True)
class Known:
    """The days that agreeing facts leave for one day of a life."""

    attribute: str
    earliest: str | None
    """ISO day; None where no fact bounds it"""
    latest: str | None
    evidence: tuple[Fact, ...]
    """the facts that give the ends"""
    n_agreeing: int
    n_other: int
    """facts that do not fit"""


def known(facts: Sequence[Fact]) -> list[Known]:
    """The narrowed days, in the order of a life; nothing where one row says all."""
    found = (_narrowed(attribute, _bounds(facts, attribute)) for attribute in TOLD)
    return [each for each in found if each]


Bound = tuple[Interval, Fact]


def _bounds(facts: Iterable[Fact], attribute: str) -> list[Bound]:
    found = []
    for fact in sorted(facts, key=lambda f: f.fact_id):
        if BOUNDED.get(fact.attribute) == attribute:
            as_of = interval_from_iso(fact.as_of_earliest, fact.as_of_latest)
            if days := find_bound(fact.attribute, fact.value, as_of):
                found.append((days, fact))
    return found


def _narrowed(attribute: str, bounds: Sequence[Bound]) -> Known | None:
    group = _largest_agreeing(bounds)
    days = find_intersection(ANY_DAY, *(interval for interval, _ in group))
    if not group or days is None or any(interval == days for interval, _ in group):
        return None
    if len(group) < len(bounds) and attribute in _OF_TIES:
        return None
    first = next((f for i, f in group if i.earliest and i.earliest == days.earliest), None)
    last = next((f for i, f in group if i.latest and i.latest == days.latest), None)
    ends = tuple(dict.fromkeys(fact for fact in (first, last) if fact))
    return Known(attribute, *days.iso(), ends, len(group), len(bounds) - len(group))


def _largest_agreeing(bounds: Sequence[Bound]) -> list[Bound]:
    """The rows around one first day that come from most articles; ties go to the surer rows."""
    best: list[Bound] = []
    rank: tuple[int, float] = (0, 0.0)
    for start, _ in bounds:
        group = [(i, f) for i, f in bounds if _holds_start(i, start)]
        own = len({f.article_id for _, f in group}), round(sum(f.confidence for _, f in group), 6)
        if own > rank:
            best, rank = group, own
    return best


def _holds_start(interval: Interval, start: Interval) -> bool:
    if start.earliest is None:
        return interval.earliest is None
    return interval.holds(start.earliest)
