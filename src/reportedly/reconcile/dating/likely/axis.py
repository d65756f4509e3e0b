"""Days as numbers: the time that the dated articles of a pile cover, in steps of whole days."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np
import numpy.typing as npt

from reportedly.arrays import Flags
from reportedly.calendar import Interval

Array = npt.NDArray[np.float32]

#: An undated article can be a little older or younger than all that have a date.
MARGIN_DAYS = 10
#: More steps cost time and tell nothing: over decades a week is exact enough.
MOST_STEPS = 600


@dataclass(frozen=True, slots=True)
class Axis:
    """Steps of `step_days` days each, the first beginning on `first`."""

    first: date
    step_days: int
    steps: int

    @classmethod
    def over(cls, days: Iterable[date]) -> "Axis":
        """The axis that holds all of `days` and a margin; raises ValueError when there are none."""
        listed = list(days)
        first = min(listed) - timedelta(days=MARGIN_DAYS)
        span = (max(listed) - first).days + MARGIN_DAYS + 1
        step = -(-span // MOST_STEPS)
        return cls(first, step, -(-span // step))

    def step_of(self, day: date) -> int:
        """The step that holds `day`, the nearest one for a day outside."""
        return min(max((day - self.first).days // self.step_days, 0), self.steps - 1)

    def days(self) -> list[date]:
        """The first day of every step."""
        return [self.first + timedelta(days=self.step_days * at) for at in range(self.steps)]

    def interval(self, first: int, last: int) -> Interval:
        """The days of the steps from `first` to `last`, both inclusive."""
        start = self.first + timedelta(days=first * self.step_days)
        return Interval(start, self.first + timedelta(days=(last + 1) * self.step_days - 1))

    def held(self, days: Interval) -> Flags:
        """Which steps hold one of `days`."""
        starts = self.first.toordinal() + np.arange(self.steps) * self.step_days
        ends = starts + self.step_days - 1
        found = np.ones(self.steps, np.bool_)
        if days.earliest:
            found &= ends >= days.earliest.toordinal()
        if days.latest:
            found &= starts <= days.latest.toordinal()
        return found

    def smoothed(self, counts: Array, days: float) -> Array:
        """`counts` along the last axis, each spread to both sides, falling by e in `days`."""
        decay = np.float32(np.exp(-self.step_days / days))
        # Steps go first: then each addition runs over numbers that lie side by side.
        before = np.ascontiguousarray(np.moveaxis(counts, -1, 0), np.float32).copy()
        after = before.copy()
        spread = -before
        for at in range(1, self.steps):
            before[at] += decay * before[at - 1]
            after[-1 - at] += decay * after[-at]
        spread += before
        spread += after
        return np.ascontiguousarray(np.moveaxis(spread, 0, -1))
