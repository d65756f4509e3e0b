"""Strips of marks from rows."""

from reportedly.model import Event
from reportedly.show.web.pictures import strips
from reportedly.show.web.pictures.drawing import WIDTH, year_axis
from reportedly.store.pages import ArticleLine
from reportedly.store.pages_overview import OutletMonth
from reportedly.store.pages_sources import OutletSources
from reportedly.store.pages_timeline import EventLine


def _event(earliest: str, latest: str | None) -> EventLine:
    event = Event(
        event_id="v1",
        earliest=earliest,
        latest=latest,
        what="a bell fell",
        n_articles=1,
        n_independent=1,
        evidence=(),
    )
    return EventLine(event, [], [])


def test_outlets_with_most_articles_come_first() -> None:
    """Rows are ordered by number, the fullest month is the highest mark; no day, no picture."""
    months = [
        OutletMonth("", "2016-01", 1),
        OutletMonth("Beacon", "2016-01", 1),
        OutletMonth("Trumpet", "2016-01", 4),
    ]
    drawn = strips.articles_by_outlet(months)
    assert drawn is not None
    assert [(s.name, s.n) for s in drawn.strips] == [
        ("Trumpet", 4),
        ("Beacon", 1),
        ("outlet not known", 1),
    ]
    assert drawn.strips[0].marks[0].height > drawn.strips[1].marks[0].height
    assert strips.articles_by_outlet([]) is None


def test_uncertain_days_are_drawn_as_such() -> None:
    """A known day is a sure mark, a year an unsure one as long as the year."""
    axis = year_axis(2016, 2017)
    sure = strips.event(axis, _event("2016-03-07", "2016-03-07")).marks[0]
    unsure = strips.event(axis, _event("2017-01-01", "2017-12-31")).marks[0]
    assert (sure.kind, unsure.kind) == ("sure", "unsure")
    assert unsure.width == WIDTH / 2


def test_an_event_before_the_axis_is_not_put_on_its_edge() -> None:
    """It would seem to have happened there; a word says that it was earlier."""
    drawn = strips.event(year_axis(2001, 2019), _event("1716-01-01", "1716-12-31"))
    assert drawn.marks == ()
    assert drawn.note == "← before 2001"


def test_kinds_of_sources_fill_the_bar() -> None:
    """The parts of a bar are in proportion and leave no gap."""
    outlet = OutletSources("Beacon", 4, {"anonymous": 1, "person": 3}, 2)
    first, second = strips.source_kinds(outlet).marks
    assert (first.kind, first.width) == ("k-person", 750.0)
    assert (second.kind, second.x, second.width) == ("k-anonymous", 750.0, 250.0)


def _article(name: str, outlet: str | None, day: str) -> ArticleLine:
    return ArticleLine(
        name, None, outlet, None, "p", day, None, None, None, None, None, day, None, day
    )


def test_an_outlet_that_signs_without_its_article_is_one() -> None:
    """As it is where outlets are counted; its row has the longest of its names."""
    days = ["2016-03-07", "2016-03-09", "2016-03-11", "2016-03-12"]
    signed = ["Packet", "Beacon", "The Packet", None]
    lines = [_article(day, outlet, day) for day, outlet in zip(days, signed, strict=True)]
    drawn = strips.articles_by_day(lines, "2016-03-01", "2016-04-30")
    assert drawn is not None
    rows = [(strip.name, strip.n) for strip in drawn.strips]
    assert rows == [("The Packet", 2), ("Beacon", 1), ("outlet not known", 1)]
