"""Dates as newsrooms write them: as precise as written, never guessed."""

import pytest

from reportedly.reading.dates import find_date, iso_date


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("2018-06-21T09:30:00+01:00", "2018-06-21T09:30:00+01:00"),
        ("2018-06-21T09:30:00.000Z", "2018-06-21T09:30:00+00:00"),
        ("2018-06-21 09:30", "2018-06-21T09:30:00"),
        ("Thu, 21 Jun 2018 09:30:00 +0100", "2018-06-21T09:30:00+01:00"),
        ("Thu, 21 Jun 2018 10:01:41 EDT", "2018-06-21T10:01:41-04:00"),
        ("Thu, Jun 21 2018 10:01:41 EDT", "2018-06-21T10:01:41-04:00"),
        ("June 21, 2018 at 12:05 a.m.", "2018-06-21T00:05:00"),
        ("21st of June 2018, 9.30pm GMT", "2018-06-21T21:30:00+00:00"),
        ("21 Jun 2018, 22:11 GMT+10", "2018-06-21T22:11:00+10:00"),
        ("21. Juni 2018 um 21:30", "2018-06-21T21:30:00"),
        ("21 de junio de 2018", "2018-06-21"),
        ("21.6.2018", "2018-06-21"),
        ("21/06/2018", "2018-06-21"),
        ("06/21/2018", "2018-06-21"),
        ("20180621", "2018-06-21"),
        ("June 2018", "2018-06"),
        ("2018-06", "2018-06"),
        ("2018", "2018"),
        ("1529573400", "2018-06-21T09:30:00+00:00"),
        ("03/04/2018", None),
        ("31 June 2018", None),
        ("21 June", None),
        ("yesterday", None),
        ("", None),
        (None, None),
    ],
)
def test_one_expression(written, expected):
    """Each form becomes ISO 8601 with what it says, or nothing when it is open or impossible."""
    assert iso_date(written) == expected


def test_the_first_date_of_a_line_is_taken():
    """A line with two dates gives the one that stands first."""
    assert find_date("Posted 4 June 2018, updated 5 June 2018") == "2018-06-04"
