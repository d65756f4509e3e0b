"""A day whose month stands with another day is of that month, and a count beside a day is none."""

from datetime import date

import pytest

from reportedly.annotate.dates.recognise import find_expressions

#: A Friday.
DAY = date(2013, 3, 22)


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("The fair will be held on April 24 and 25.", ["2013-04-24", "2013-04-25"]),
        ("It rained from Dec. 3 to 5, and then no more.", ["2012-12-03", "2012-12-05"]),
        ("The talks on 25 and 26 March will be short.", ["2013-03-25", "2013-03-26"]),
        ("They met on the 3rd and 4th of May 2011.", ["2011-05-03", "2011-05-04"]),
    ],
)
def test_both_days_are_of_the_month(text: str, values: list[str]) -> None:
    """Whichever of the two stands beside the month."""
    assert [e.value for e in find_expressions(text, DAY)] == values


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("On March 3 and 25 others had left the pier.", ["2013-03-03"]),
        ("On March 3, 2012, 25 people left.", ["2012-03-03"]),
    ],
)
def test_a_count_is_no_day(text: str, values: list[str]) -> None:
    """What is counted stands after the number."""
    assert [e.value for e in find_expressions(text, DAY)] == values


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("Sales fell in the latest fiscal year.", "the latest fiscal year", "2012"),
        ("Sales should rise over the fiscal year.", "the fiscal year", "2013"),
    ],
)
def test_a_business_year_without_a_number(text: str, words: str, value: str) -> None:
    """The latest is over, the other runs."""
    assert {text[e.start : e.end]: e.value for e in find_expressions(text, DAY)}[words] == value
