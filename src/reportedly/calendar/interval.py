"""`Interval`: the days from `earliest` to `latest`, both inclusive, either open."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta


@dataclass(frozen=True, slots=True)
class Interval:
    """Days from `earliest` to `latest`, both inclusive; None at an end means no bound there."""

    earliest: date | None = None
    latest: date | None = None

    def __post_init__(self) -> None:
        """Raises ValueError when the interval would hold no day."""
        if self.earliest and self.latest and self.earliest > self.latest:
            raise ValueError(f"the interval from {self.earliest} to {self.latest} holds no day")

    @classmethod
    def of_day(cls, day: date) -> "Interval":
        """The interval of one day."""
        return cls(day, day)

    @property
    def exact_day(self) -> date | None:
        """The day, when the interval holds exactly one; else None."""
        return self.earliest if self.earliest == self.latest else None

    @property
    def width_days(self) -> int | None:
        """Number of days it holds; None when an end is open."""
        if self.earliest is None or self.latest is None:
            return None
        return (self.latest - self.earliest).days + 1

    def holds(self, day: date) -> bool:
        """True when `day` lies in the interval."""
        return (self.earliest is None or self.earliest <= day) and (
            self.latest is None or day <= self.latest
        )

    def within(self, other: "Interval") -> bool:
        """True when every day of this interval lies in `other`."""
        return find_intersection(self, other) == self

    def widened(self, *, before_days: int = 0, after_days: int = 0) -> "Interval":
        """This interval with its closed ends moved outwards; ends that leave the calendar open."""
        return Interval(
            None if self.earliest is None else _shifted(self.earliest, -before_days),
            None if self.latest is None else _shifted(self.latest, after_days),
        )

    def iso(self) -> tuple[str | None, str | None]:
        """Both ends as ISO days, None where open."""
        return (
            None if self.earliest is None else self.earliest.isoformat(),
            None if self.latest is None else self.latest.isoformat(),
        )


#: No bound at either end.
ANY_DAY = Interval()


def _shifted(day: date, days: int) -> date | None:
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return None


def find_intersection(*intervals: Interval) -> Interval | None:
    """The days that all intervals hold; None when there is no such day."""
    earliest = max((i.earliest for i in intervals if i.earliest), default=None)
    latest = min((i.latest for i in intervals if i.latest), default=None)
    if earliest and latest and earliest > latest:
        return None
    return Interval(earliest, latest)


def hull(intervals: Iterable[Interval]) -> Interval:
    """The smallest interval that holds all of `intervals`; raises ValueError when there is none."""
    listed = list(intervals)
    if not listed:
        raise ValueError("the hull of no intervals is not defined")
    starts = [i.earliest for i in listed]
    ends = [i.latest for i in listed]
    return Interval(
        None if None in starts else min(s for s in starts if s),
        None if None in ends else max(e for e in ends if e),
    )
