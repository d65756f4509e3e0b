"""From decades to days and back, by links alone."""

from reportedly.show.web.zooming import zoom_of

YEARS = {str(year): year % 5 + 1 for year in range(1950, 2020, 2)}


def way(first: str, last: str) -> str:
    return f"{first}..{last}"


def periods(within: str) -> dict[str, int]:
    """Years, the months of one, the days of one."""
    return {"": YEARS, "2018": {"2018-06": 3, "2018-07": 1}, "2018-06": {"2018-06-21": 3}}[within]


def test_many_years_are_shown_by_decade() -> None:
    """With the sum of their events."""
    zoom = zoom_of("", "", way, periods)
    assert zoom.outward == []
    assert [step.label for step in zoom.inward] == [f"{decade}0s" for decade in range(195, 202)]
    assert sum(step.n for step in zoom.inward) == sum(YEARS.values())
    assert zoom.inward[-1].href == "2010..2019"


def test_a_decade_leads_to_its_years() -> None:
    """And back to everything."""
    zoom = zoom_of("2010", "2019", way, periods)
    assert [step.label for step in zoom.inward] == ["2010", "2012", "2014", "2016", "2018"]
    assert [step.label for step in zoom.outward] == ["everything"]


def test_a_year_leads_to_its_months_and_a_month_to_its_days() -> None:
    """Each names what lies around it."""
    year = zoom_of("2018", "2018", way, periods)
    assert [step.href for step in year.inward] == ["2018-06..2018-06", "2018-07..2018-07"]
    assert [step.label for step in year.outward] == ["everything", "2010s"]
    month = zoom_of("2018-06", "2018-06", way, periods)
    assert [step.label for step in month.inward] == ["21 June 2018"]
    assert [step.label for step in month.outward] == ["everything", "2010s", "2018"]
    day = zoom_of("2018-06-21", "2018-06-21", way, periods)
    assert [step.label for step in day.outward] == ["everything", "2010s", "2018", "June 2018"]


def test_bars_are_as_tall_as_their_numbers() -> None:
    """The tallest fills its room, the lowest can be seen."""
    year = zoom_of("2018", "2018", way, periods)
    assert [step.height for step in year.inward] == [40.0, 15.3]
    assert zoom_of("", "", way, lambda _: {}).inward == []
