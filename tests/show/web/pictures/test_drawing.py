"""The axis and the places on it."""

import pytest

from reportedly.show.web.pictures.drawing import (
    NARROWEST,
    WIDTH,
    find_axis,
    moment,
    place,
    year_axis,
    zoomed_axis,
)


def test_axis_holds_all_days() -> None:
    """From the first year to the last, and nothing without days."""
    assert find_axis(["2015-05-11", None, "2019"]) == year_axis(2015, 2019)
    assert find_axis([None]) is None


def test_two_years_are_drawn_by_their_months() -> None:
    """From the first month with a day to the last: half an empty year says nothing."""
    axis = find_axis(["2015-11-08", "2016-09-07", None])
    assert axis is not None
    assert (axis.labels[0], axis.labels[-1]) == ("Nov", "Sep")
    assert axis.holds("2015-11-08") and axis.holds("2016-09-30")
    assert not axis.holds("2015-10-31") and not axis.holds("2016-10-01")
    whole = find_axis(["2016", "2016-09-07"])
    assert whole is not None and whole.labels[0] == "Jan" and whole.holds("2016-12-31")


def test_a_lonely_early_day_does_not_press_the_others_together() -> None:
    """A year that lies centuries before the rest is left to the edge."""
    assert find_axis(["1716", "2001", "2019"]) == year_axis(2001, 2019)
    assert find_axis(["1990", "2001", "2019"]).start == 1990  # type: ignore[union-attr]


def test_labels_are_of_equal_length() -> None:
    """However many years, at most ten labels that divide the axis evenly."""
    for last in range(2003, 2300, 7):
        axis = year_axis(2000, last)
        labels = axis.labels
        assert len(labels) <= 10
        step = (axis.end - axis.start) / len(labels)
        assert step == int(step)


@pytest.mark.parametrize(
    ("value", "end", "expected"),
    [
        ("2018", False, 2018.0),
        ("2018", True, 2019.0),
        ("2018-07", False, 2018.5),
        ("x", False, None),
    ],
)
def test_moment(value: str, end: bool, expected: float | None) -> None:
    """A year, a month or a day begins and ends where it does."""
    assert moment(value, end=end) == expected


def test_places_stay_on_the_strip_and_can_be_seen() -> None:
    """Days outside the axis are cut to its edge, and a day is never thinner than can be seen."""
    axis = year_axis(2018, 2018)
    for earliest, latest in (
        ("2018-12-31", None),
        ("1700", "1701"),
        ("2018", "2030"),
        ("2040", None),
    ):
        x, width = place(axis, earliest, latest)
        assert 0 <= x <= x + width <= WIDTH
        assert width >= NARROWEST


@pytest.mark.parametrize(
    ("earliest", "latest", "labels"),
    [
        ("2001", "2019", ("2001", "2003")),
        ("2018", "2018", ("Jan", "Feb")),
        ("2018-06", "2018-08", ("Jun", "Jul")),
        ("2018-11", "2019-02", ("Nov", "Dec", "2019", "Feb")),
        ("2018", "2019", ("2018", "", "", "Apr")),
        ("2018-06", "2018-06", ("1", "", "", "", "", "6")),
        ("2018-06-21", "2018-06-21", ("1", "")),
    ],
)
def test_a_shorter_period_is_drawn_finer(
    earliest: str, latest: str, labels: tuple[str, ...]
) -> None:
    """Years become months become days, and the period asked for lies on the axis."""
    axis = zoomed_axis(earliest, latest)
    assert axis is not None
    assert axis.labels[: len(labels)] == labels
    assert axis.holds(earliest)
    assert not axis.holds("1066-10-14")


def test_a_period_that_ends_before_it_begins_has_no_axis() -> None:
    """The page says that there is nothing instead of failing."""
    assert zoomed_axis("2019", "2018") is None
