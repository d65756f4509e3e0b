"""Two parts that mean one time are one expression, with the value of both."""

from datetime import date

import pytest

from reportedly.annotate.dates.recognise import find_expressions

#: A Friday.
DAY = date(1998, 2, 27)


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("The mill shut ten years ago today.", "ten years ago today", "1988-02-27"),
        ("The mill shut a year ago this month.", "a year ago this month", "1997-02"),
        ("The mill shut a year ago this week.", "a year ago this week", "1997-W09"),
        ("She leaves two weeks from today.", "two weeks from today", "1998-03-13"),
        ("It took two years and three months.", "two years and three months", "P2Y3M"),
        ("It took five hours and ten minutes.", "five hours and ten minutes", "PT5H10M"),
        ("He fled on the night of Feb. 23.", "the night of Feb. 23", "1998-02-23TNI"),
        ("He fled on February twenty-third.", "February twenty-third", "1998-02-23"),
        ("He fled on the thirtieth of January.", "the thirtieth of January", "1998-01-30"),
        ("Songs of the nineteen eighties were slow.", "the nineteen eighties", "198"),
        ("It will be done by the year two thousand.", "the year two thousand", "2000"),
        ("They wed in '97.", "'97", "1997"),
        ("They wed the weekend before last.", "the weekend before last", "1998-W07-WE"),
        ("He met her on Tuesday, and left that Friday.", "that Friday", "1998-02-27"),
        ("She left the day after Monday's vote.", "the day after Monday", "1998-02-24"),
        ("A day before last Tuesday's vote he left.", "A day before last Tuesday", "1998-02-23"),
        ("Polls will open the day before Sunday's fair.", "the day before Sunday", "1998-02-28"),
        ("He left the day after Feb. 3, 1998.", "the day after Feb. 3, 1998", "1998-02-04"),
        (
            "The day before the February 3 vote he left.",
            "The day before the February 3",
            "1998-02-02",
        ),
        ("It came day after day, Monday to Friday.", "Monday", "1998-02-23"),
        ("Any day after Sunday is free.", "Sunday", "1998-02-22"),
        ("He left before Christmas.", "Christmas", "1997-12-25"),
        ("He served another year.", "another year", "P1Y"),
    ],
)
def test_both_parts_count(text: str, words: str, value: str) -> None:
    """The whole is found, and its value is that of the more precise part."""
    found = {text[e.start : e.end]: e.value for e in find_expressions(text, DAY)}
    assert found.get(words) == value, found


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("She drove at ninety miles an hour.", "an hour"),
        ("He wrote to her now and then.", "now"),
        ("It took three months and two years.", "three months and two years"),
    ],
)
def test_speeds_and_idioms_are_no_times(text: str, words: str) -> None:
    """Nor is a longer length after a shorter one part of it."""
    assert words not in {text[e.start : e.end] for e in find_expressions(text, DAY)}


def test_the_day_beside_one_without_a_year_or_week_is_no_other() -> None:
    """Without the article's day, the weekday beside is known, and that beside a date is not."""
    weekday = find_expressions("She left the day after Sunday's vote.", None)
    assert [e.value for e in weekday] == ["XXXX-WXX-1"]
    written = find_expressions("She left the day after May 3.", None)
    assert [e.value for e in written] == ["XXXX-XX-XX"]
