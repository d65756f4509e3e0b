"""Figures of a quarter are compared with the same quarter of the year before."""

from datetime import date

import pytest

from reportedly.annotate.dates.recognise import find_expressions

DAY = date(2016, 11, 3)


def _values(text: str) -> dict[str, str]:
    return {text[e.start : e.end]: e.value for e in find_expressions(text, DAY)}


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        (
            "The ferry line earned $3 million in the third quarter, up from $2 million a year ago.",
            "a year ago",
            "2015-Q3",
        ),
        (
            "The third quarter was good. The line earned 20 cents a share, against 12 cents a "
            "share a year earlier.",
            "a year earlier",
            "2015-Q3",
        ),
        (
            "In the second quarter the line lost $3 million, against a year-earlier profit.",
            "year-earlier",
            "2015-Q2",
        ),
        (
            "In the second quarter the line earned less than in the same quarter a year earlier.",
            "the same quarter a year earlier",
            "2015-Q2",
        ),
        ("For the quarter a year ago it had a loss.", "the quarter a year ago", "2015-Q3"),
        ("The ferry sank a year ago.", "a year ago", "2015"),
        (
            "The third quarter was good. Its captain, who married a year ago, was pleased.",
            "a year ago",
            "2015",
        ),
        ("Sales rose in the year ended June 30.", "the year", "P1Y"),
    ],
)
def test_a_year_ago(text: str, words: str, value: str) -> None:
    """Only beside figures, and only where a quarter was spoken of."""
    assert _values(text)[words] == value
