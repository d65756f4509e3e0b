"""Days told by their place in a month are exact; weeks of a month are as precise as it."""

from datetime import date

import pytest

from reportedly.annotate.dates.recognise import find_expressions

#: A Friday.
DAY = date(2013, 3, 22)


def _values(text: str, day: date | None = DAY) -> dict[str, str]:
    return {text[e.start : e.end]: e.value for e in find_expressions(text, day)}


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        (
            "The fair opens on the first Sunday in April.",
            "the first Sunday in April",
            "2013-04-07",
        ),
        (
            "It closed on the last Monday of October 2011.",
            "the last Monday of October 2011",
            "2011-10-31",
        ),
        ("Rent is due on the last day of the month.", "the last day of the month", "2013-03-31"),
        ("It began on the first day of May 2012.", "the first day of May 2012", "2012-05-01"),
        ("She left in the second week of May 2012.", "the second week of May 2012", "2012-05"),
    ],
)
def test_a_place_in_a_month_is_a_day(text: str, words: str, value: str) -> None:
    """The whole expression is one, and has the day of the calendar."""
    assert _values(text)[words] == value


def test_a_fifth_weekday_that_the_month_has_not_is_no_day() -> None:
    """February 2013 has four Mondays."""
    assert "the fifth Monday of February 2013" not in _values(
        "It met on the fifth Monday of February 2013."
    )


def test_a_month_without_a_year_names_no_day_where_the_article_has_none() -> None:
    """Which October it is nobody can say."""
    found = _values("It closed on the last Monday of October.", None)
    assert not any(value.startswith("20") for value in found.values())
