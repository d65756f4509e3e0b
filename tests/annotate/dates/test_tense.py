"""Verbs around a day say whether it is told or announced."""

from reportedly.annotate.dates.tense import reports_the_past, speaks_of_the_future


def _span(text: str) -> tuple[int, int]:
    start = text.index("3 May 2016")
    return start, start + len("3 May 2016")


def test_strict_past_and_future() -> None:
    """What could be either is neither."""
    past = "The hall opened on 3 May 2016."
    future = "The hall will open on 3 May 2016."
    neither = "The hall would have opened on 3 May 2016 if it had a roof."
    assert reports_the_past(past, _span(past)) and not speaks_of_the_future(past, _span(past))
    assert speaks_of_the_future(future, _span(future)) and not reports_the_past(
        future, _span(future)
    )
    assert not reports_the_past(neither, _span(neither))
    assert not speaks_of_the_future(neither, _span(neither))


def test_what_was_said_years_ago_was_to_come_then() -> None:
    """A plan that is quoted from an old statement is no plan of the article's own time."""
    text = "The ground will be ready by August 2020, he said in the statement of two years ago."
    at = text.index("August 2020")
    assert not speaks_of_the_future(text, (at, at + len("August 2020")))
    text = text.replace(" of two years ago", "")
    assert speaks_of_the_future(text, (at, at + len("August 2020")))
