"""Days and numbers in words say no more than they know."""

import pytest

from reportedly.show.web import wording


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
    assert wording.day(value) == words


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
    assert wording.period(earliest, latest) == words


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        ("2015-05-11", "2019-04-05", "11 May 2015 to 5 April 2019"),
        ("2015-05-11", "2015-05-11", "11 May 2015"),
        (None, "2015", "2015"),
        (None, None, "no date"),
    ],
)
def test_stretch(first: str | None, last: str | None, words: str) -> None:
    """A story lasts from a day to a day, which is another thing than an open day."""
    assert wording.stretch(first, last) == words


def test_facts_in_words() -> None:
    """Dates among the values are written as dates, and an open day is not called a day."""
    assert wording.value("birth_date", "1974-02-03") == "3 February 1974"
    assert wording.value("children", "2003") == "2003"
    assert wording.as_of("2018", "2018") == "as of 2018"
    assert wording.as_of("2018-06-07", "2018-06-29") == "between 7 and 29 June 2018"


def test_counted() -> None:
    """One is singular, thousands are set apart."""
    assert wording.counted(1, "story", "stories") == "1 story"
    assert wording.counted(12_345, "article") == "12\u202f345 articles"


def test_other_names_are_told_once() -> None:
    """Neither the name itself nor a headline's capitals are another name."""
    aliases = ("QUILL", "Ada Quill", "Quill", "ADA QUILL", "Lady Quill")
    assert wording.other_names("Ada Quill", aliases) == ["Quill", "Lady Quill"]


def test_messages_become_sentences() -> None:
    """What the program says of an error begins and ends as a sentence does."""
    assert wording.sentence("no person 'x' here") == "No person 'x' here."
    assert wording.sentence("Is it open?") == "Is it open?"
