"""Days and intervals in words say no more than they know."""

import pytest

from reportedly.model import Article
from reportedly.show import days


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ("2018-06-21", "21 June 2018"),
        ("2018-06-21T09:30:00+01:00", "21 June 2018"),
        ("2018-06", "June 2018"),
        ("2018", "2018"),
        ("2018-99", "2018"),
        ("soon", "soon"),
        (None, "no date"),
    ],
)
def test_day(value: str | None, words: str) -> None:
    """A date is as precise as it was given."""
    assert days.day(value) == words


@pytest.mark.parametrize(
    ("earliest", "latest", "words"),
    [
        (None, None, "no date"),
        (None, "2018-06-21", "21 June 2018 or earlier"),
        ("2018-06-21", None, "21 June 2018 or later"),
        ("2018-06-21", "2018-06-21", "21 June 2018"),
        ("2018-06-01", "2018-06-30", "June 2018"),
        ("2018-02-01", "2018-02-28", "February 2018"),
        ("2018-01-01", "2018-12-31", "2018"),
        ("2018-06-07", "2018-06-29", "between 7 and 29 June 2018"),
        ("2018-03-01", "2018-06-21", "between 1 March and 21 June 2018"),
        ("2017-12-31", "2018-01-02", "between 31 December 2017 and 2 January 2018"),
    ],
)
def test_period(earliest: str | None, latest: str | None, words: str) -> None:
    """An interval is said as one, and shortened only where nothing is lost."""
    assert days.period(earliest, latest) == words


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        ("2015-05-11", "2019-04-05", "11 May 2015 to 5 April 2019"),
        ("2015-05-11", "2015-05-11", "11 May 2015"),
        ("2015-05", "2015-05-20", "May 2015"),
        (None, "2015", "2015"),
        (None, None, "no date"),
    ],
)
def test_stretch(first: str | None, last: str | None, words: str) -> None:
    """A story lasts from a day to a day, which is another thing than an open day."""
    assert days.stretch(first, last) == words


def _article(**columns: str) -> Article:
    return Article(article_id="a1", path="a1.txt", text="", sha256="", **columns)


@pytest.mark.parametrize(
    ("columns", "words"),
    [
        ({"published": "2019-03-06", "published_from": "metadata"}, "6 March 2019"),
        ({"published": "2019-03-06"}, "6 March 2019"),
        ({"published": "2019-03-06", "published_from": "inferred"}, "6 March 2019 (worked out)"),
        ({"published": "2019-03", "published_from": "inferred"}, "March 2019 (worked out)"),
        (
            {"published_earliest": "2019-03-06", "published_from": "inferred"},
            "6 March 2019 or later",
        ),
        (
            {"published_earliest": "2019-03-06", "published_latest": "2019-03-09"},
            "between 6 and 9 March 2019",
        ),
        (
            {
                "published_earliest": "2019-03-06",
                "published_latest": "2019-03-09",
                "published_from": "likely",
            },
            "likely between 6 and 9 March 2019",
        ),
        ({}, "undated"),
    ],
)
def test_published(columns: dict[str, str], words: str) -> None:
    """What an article says of itself can be told from what the program worked out."""
    assert days.published(_article(**columns)) == words


@pytest.mark.parametrize(
    ("moment", "words"),
    [
        ("2015-05-11T06:00:00+01:00", "11 May 2015, 06:00 +01:00"),
        ("2018-09-14T15:42:00+00:00", "14 September 2018, 15:42 UTC"),
        ("2018-09-14T15:42:00.123Z", "14 September 2018, 15:42 UTC"),
        ("2018-09-14T15:42", "14 September 2018, 15:42"),
    ],
)
def test_moments_in_a_reason(moment: str, words: str) -> None:
    """The metadata of pages give them, for machines."""
    assert days.in_words(f"its metadata say {moment}; so") == f"its metadata say {words}; so"


def test_iso_dates_in_a_reason() -> None:
    """Days become words; the rest, and moments, stay."""
    assert days.in_words(
        "born between 1970-01-24 and 1970-05-18, is 45 in it; at 2020-01-02T10"
    ) == ("born between 24 January 1970 and 18 May 1970, is 45 in it; at 2020-01-02T10")
