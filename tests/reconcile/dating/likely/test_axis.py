"""The axis turns days into steps and spreads counts over their neighbours."""

from datetime import date

import numpy as np

from reportedly.calendar import Interval
from reportedly.reconcile.dating.likely.axis import MARGIN_DAYS, MOST_STEPS, Axis

FIRST, LAST = date(2016, 1, 1), date(2016, 3, 1)


def test_every_day_has_its_step() -> None:
    """Days and steps go into one another; days outside go to the ends."""
    axis = Axis.over([LAST, FIRST])
    assert axis.steps == 61 + 2 * MARGIN_DAYS
    step = axis.step_of(FIRST)
    assert axis.interval(step, step) == Interval.of_day(FIRST)
    assert axis.step_of(date(1999, 1, 1)) == 0
    assert axis.step_of(date(2099, 1, 1)) == axis.steps - 1


def test_long_piles_have_longer_steps() -> None:
    """Decades are told in weeks, so that the work does not grow with them."""
    axis = Axis.over([date(1990, 1, 1), LAST])
    assert axis.steps <= MOST_STEPS
    step = axis.step_of(LAST)
    assert axis.interval(step, step).holds(LAST)


def test_counts_spread_evenly_to_both_sides() -> None:
    """The day itself keeps most; what is `days` away has a share of 1/e."""
    axis = Axis.over([FIRST, LAST])
    counts = np.zeros(axis.steps, np.float32)
    counts[40] = 1
    spread = axis.smoothed(counts, 5.0)
    assert spread[40] == 1
    assert np.allclose([spread[35], spread[45]], np.exp(-1))


def test_steps_that_hold_some_days() -> None:
    """Open intervals hold all steps on their side."""
    axis = Axis.over([FIRST, LAST])
    held = axis.held(Interval(FIRST, None))
    assert held.sum() == axis.steps - MARGIN_DAYS and not held[0]
    assert axis.held(Interval()).all()
