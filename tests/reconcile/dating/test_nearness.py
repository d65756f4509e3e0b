"""Words for a day say how far from it an article can be, on the side to which its verb looks."""

import pytest

from reportedly.calendar import Interval, find_interval
from reportedly.reconcile.dating.nearness import Reach, Side, counted, find_near


@pytest.mark.parametrize(
    ("words", "side", "reach"),
    [
        ("today", "back", (0, 0)),
        ("on Saturday at home", "back", (0, 7)),
        ("on Saturday", "ahead", (-7, 0)),
        ("on Saturday", "either", (-7, 7)),
        ("next Saturday", "ahead", (-13, 0)),
        ("last Saturday", "back", (0, 13)),
        ("at the weekend", "back", (0, 8)),
        ("with friends earlier this month", "back", (0, 30)),
        ("on 8 June", "back", (0, 183)),
        ("in May", "ahead", (-183, 0)),
        ("a week ago", "back", (2, 15)),
        ("in two weeks' time", "ahead", (-22, -9)),
        # The first words count.
        ("yesterday after a fight last month", "back", (1, 1)),
    ],
)
def test_words_for_a_day_have_their_reach(words: str, side: Side, reach: tuple[int, int]) -> None:
    near = find_near(words, side)
    assert near and near.reach == Reach(*reach)


@pytest.mark.parametrize(
    ("words", "side"),
    [
        ("", "back"),
        ("in the rain", "back"),
        ("next week", "back"),
        ("yesterday", "ahead"),
        ("in a hall. Yesterday it rained", "back"),
        ("in a hall that nobody in town had ever used yesterday", "back"),
        ("before the vote on Monday", "back"),
    ],
)
def test_words_of_another_clause_or_side_say_nothing(words: str, side: Side) -> None:
    assert find_near(words, side) is None


def test_a_longer_count_is_rounded_more() -> None:
    """Eight weeks can be nine; two months three, and eleven any of three."""
    widths = [
        counted(n, unit) for n, unit in ((3, "day"), (8, "week"), (2, "month"), (11, "month"))
    ]
    assert [reach.last - reach.first for reach in widths] == sorted(
        reach.last - reach.first for reach in widths
    )


def test_a_reach_widens_the_days() -> None:
    day = find_interval("2019-06-08")
    assert day and Reach(1, 3).around(day) == Interval(
        *(found.exact_day for d in ("2019-06-09", "2019-06-11") if (found := find_interval(d)))
    )
