"""The shortest span that holds enough, and the level that keeps its word."""

import numpy as np

from reportedly.reconcile.dating.likely.weighing import level_that_holds, needed_level, shortest

PEAK = np.array([0.05, 0.05, 0.6, 0.2, 0.05, 0.05])


def test_the_shortest_span_is_around_the_peak() -> None:
    """Fewer steps do not hold as much."""
    assert shortest(PEAK, 0.5) == (2, 2)
    assert shortest(PEAK, 0.75) == (2, 3)
    assert shortest(PEAK, 1.0) == (0, 5)


def test_far_steps_need_a_higher_level() -> None:
    """The peak is held at the lowest level, the ends at a high one."""
    assert needed_level(PEAK, 2) == 0.5
    assert needed_level(PEAK, 3) < needed_level(PEAK, 0) <= 1.0


def test_a_level_is_enough_for_its_share() -> None:
    """Of 99 articles 95 need no more than the level for 0.95; few articles show nothing."""
    needed = [number / 100 for number in range(1, 100)]
    assert level_that_holds(needed, 0.95) == 0.95
    assert level_that_holds([0.5] * 5, 0.95) == 1.0
