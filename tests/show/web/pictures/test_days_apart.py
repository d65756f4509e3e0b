"""Reports stand where their days are, none hides another, and origins come first."""

from reportedly.show.web.pictures.days_apart import Known, ordinal, places


def _on(name: str, first: str | None, last: str | None = "", origin: str | None = None) -> Known:
    latest = first if last == "" else last
    return Known(name, ordinal(first), ordinal(latest, is_last=True), origin)


def test_years_apart_are_wider_than_days_apart() -> None:
    """A gap of three years takes most of the width, one of a day a little."""
    found = places([_on("a", "2015-05-01"), _on("b", "2015-05-02"), _on("c", "2018-05-01")])
    at = [place.at for place in found]
    assert at[0] == 0 and at[2] == 1
    assert 0 < at[1] - at[0] < (at[2] - at[1]) / 2


def test_reports_of_one_day_stand_side_by_side() -> None:
    """Without any days between them the width is divided evenly."""
    found = places([_on(name, "2015-05-01") for name in "abc"])
    assert [place.at for place in found] == [0, 0.5, 1]


def test_an_undated_origin_stands_before_what_comes_from_it() -> None:
    """It may be of a later day by itself, but not if another comes from it."""
    origin = _on("a", "2018-09-07", "2018-09-29")
    found = places([_on("z", "2018-06-21"), origin, _on("b", "2018-09-14", origin="a")])
    assert found[1].at < found[2].at
    assert found[1].first < found[1].at < found[1].last


def test_open_intervals_reach_the_edges() -> None:
    """No last day: as far as the right edge; no first day: as far as the left one."""
    later, earlier = places([_on("a", "2018-05-25", None), _on("b", None, "2018-06-21")])
    assert (later.last, earlier.first) == (1, 0)
    assert later.at > earlier.at


def test_days_as_numbers() -> None:
    """A month is its first day or its last; what is no date is none."""
    assert ordinal("2018-02", is_last=True) == ordinal("2018-02-28")
    assert ordinal("2018", is_last=True) == ordinal("2018-12-31")
    assert ordinal("2018-02") == ordinal("2018-02-01")
    assert ordinal("2018-02-31") is None and ordinal("soon") is None and ordinal(None) is None
