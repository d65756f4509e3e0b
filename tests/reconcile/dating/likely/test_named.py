"""Days that an article names without a year say when it was published."""

from datetime import date, timedelta

from reportedly.model import Article, Timex
from reportedly.reconcile.dating.likely.axis import Axis
from reportedly.reconcile.dating.likely.named import DATELINE, Distances, Naming, namings_of


def _namings(text: str, words: str, value: str) -> list[Naming]:
    start = text.index(words)
    span = (start, start + len(words))
    timex = Timex(article_id="a", span=span, text=words, type="DATE", value=value)
    return namings_of(Article(article_id="a", path="a", text=text, sha256=""), [timex])


def test_days_announced_and_reported_are_told_apart() -> None:
    """The verb says which; a month stands for its middle."""
    ahead = _namings("The hall will open on May 3.", "May 3", "XXXX-05-03")
    assert ahead == [Naming("ahead", 5, 3)]
    back = _namings("The hall was opened on May 3.", "May 3", "2016-05-03")
    assert back == [Naming("back", 5, 3)]
    assert _namings("The hall was sold in March.", "March", "XXXX-03") == [
        Naming("month back", 3, 15)
    ]


def test_a_dateline_is_no_event() -> None:
    """The day of a wire report stands behind its place."""
    text = "A bridge fell.\n\nLUDDEN, Dec. 11 (Wire) — The bridge fell."
    assert _namings(text, "Dec. 11", "XXXX-12-11") == [Naming(DATELINE, 12, 11)]


def test_days_with_a_year_and_weekdays_are_left_to_others() -> None:
    """They are hard evidence or none."""
    assert _namings("It fell on May 3, 2012.", "May 3, 2012", "2012-05-03") == []
    assert _namings("It fell on Tuesday.", "Tuesday", "2016-05-03") == []


def test_distances_are_those_of_the_dated_articles() -> None:
    """Where announced days lie a week ahead, so does the article's."""
    days = [date(2016, 1, 1) + timedelta(days=number) for number in range(120)]
    told = []
    for day in days:
        named = day + timedelta(days=7)
        told.append((day, [Naming("ahead", named.month, named.day)]))
    axis = Axis.over(days)
    scores = Distances(told, axis).scores([[Naming("ahead", 3, 10)]]).sum(1)[0]
    best = axis.interval(int(scores.argmax()), int(scores.argmax())).exact_day
    assert best is not None and abs((best - date(2016, 3, 3)).days) <= 2
