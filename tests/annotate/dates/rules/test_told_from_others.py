"""Times that lean on another: on the day told just before, on last year, on a period's end."""

from datetime import date

import pytest

from reportedly.annotate.dates.recognise import find_expressions

#: A Friday.
DAY = date(2013, 3, 22)


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        # hours and parts of the day
        ("On Thursday at around 8 p.m. the lock gave way.", "around 8 p.m.", "2013-03-21T20:00"),
        ("The lock gave way at nine o'clock.", "nine o'clock", "2013-03-22T09:00"),
        ("The lock gave way at 1030 GMT.", "1030 GMT", "2013-03-22T10:30"),
        ("It broke at 4:15 this morning.", "4:15 this morning", "2013-03-22T04:15"),
        (
            "It broke in the early hours of Thursday.",
            "the early hours of Thursday",
            "2013-03-21TMO",
        ),
        ("It was mended by late afternoon.", "late afternoon", "2013-03-22TAF"),
        ("On Tuesday he packed. The following morning he left.", "The following morning",
         "2013-03-20TMO"),
        ("She wrote on Tuesday. The night before, she had called.", "The night before",
         "2013-03-18TNI"),
        ("Earlier in the day he had packed.", "Earlier in the day", "2013-03-22"),
        # beside a unit
        ("Sales were $9 million last year, up from $8 million the year before.",
         "the year before", "2011"),
        ("The month before last was dry.", "The month before last", "2013-01"),
        ("The prior year was dry.", "The prior year", "2012"),
        ("It rained more than in the same month last year.", "the same month last year",
         "2012-03"),
        ("It rained in the spring of last year.", "the spring of last year", "2012-SP"),
        # halves and fractions
        ("The pier shut a year and a half ago.", "a year and a half ago", "2011-09"),
        ("The pier shut two and a half years ago.", "two and a half years ago", "2010-09"),
        ("The pier shut a quarter century ago.", "a quarter century ago", "1988"),
        ("The decades-long feud is over.", "decades-long", "PXE"),
        ("Weeks later the pier shut.", "Weeks later", "PXW"),
        ("They talked all day.", "all day", "P1D"),
        ("After a half-hour talk he left.", "half-hour", "PT30M"),
        ("A month-long trip ended.", "month-long", "P1M"),
        ("The pier shut just weeks before he came.", "just weeks", "PXW"),
        ("Hours after the vote he left.", "Hours", "PTXH"),
        # a zone in brackets, and an hour that stands in brackets with its zone
        ("It hit at 2:46 p.m. local time (0546 GMT).", "0546 GMT", "2013-03-22T05:46"),
        ("It hit at 2:46 p.m. (EST).", "2:46 p.m. (EST)", "2013-03-22T14:46"),
        # quarters
        ("It fell from last year's third quarter.", "last year's third quarter", "2012-Q3"),
        ("It fell from the year-earlier fourth quarter.", "the year-earlier fourth quarter",
         "2012-Q4"),
        ("It lost $2 million in the quarter ended Jan. 31.", "the quarter", "2012-Q4"),
        ("It should close in the quarter ending June 30.", "the quarter", "2013-Q2"),
        ("In the third quarter of 2012 it lost $2 million. It had a gain in the 2011 period.",
         "the 2011 period", "2011-Q3"),
        ("It gained in Q4 2012.", "Q4 2012", "2012-Q4"),
        ("In the first half of the year it gained.", "the first half of the year", "2013-H1"),
        ("In the final quarter of 2011 it gained.", "the final quarter of 2011", "2011-Q4"),
        # spans, rates and what comes back
        ("It was shut from May to January.", "January", "2013-01"),
        ("It is shut from Dec. 20 to Jan. 5.", "Jan. 5", "2013-01-05"),
        ("The mill burns 3 tons a year.", "a year", "P1Y"),
        ("They meet on the first Monday of each month.", "the first Monday of each month",
         "XXXX-WXX-1"),
        ("It flooded on the weekend of March 16.", "the weekend of March 16", "2013-W11-WE"),
        ("The pier was sold. Five years later it burned.", "Five years later", "P5Y"),
        # weekdays that are no certain ones
        ("She proposed to him on a Friday.", "a Friday", "XXXX-WXX-5"),
        ("They fought back then, in those years.", "those years", "PAST_REF"),
        ("A while ago she sold it.", "A while ago", "PAST_REF"),
        ("It ran from 2001-2005.", "2001", "2001"),
    ],
)  # fmt: skip
def test_what_leans_on_another_time_has_its_value(text: str, words: str, value: str) -> None:
    """Each expression is found whole, with the value that its neighbour gives it."""
    found = {text[e.start : e.end]: e.value for e in find_expressions(text, DAY)}
    assert found.get(words) == value, found


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('He talks to "60 Minutes" about the pier.', "60 Minutes"),
        ("The film is called High Noon.", "Noon"),
        ("It sank in the days before the vote.", "days"),
        ("The ferries left only minutes apart.", "minutes"),
        ("A day and a half ago is no year: 1990-221.", "1990"),
    ],
)
def test_what_is_no_time_of_its_own_is_left_alone(text: str, words: str) -> None:
    """Titles in quotation marks, names and mere distances are none."""
    assert words not in {text[e.start : e.end] for e in find_expressions(text, DAY)}


def test_a_quarter_that_is_long_over_is_meant_of_next_year_where_the_text_looks_ahead() -> None:
    """Who says in October that a sale will close in the second quarter means the next one."""
    text = "The port will sell the pier in the second quarter, and report on the third quarter."
    values = [e.value for e in find_expressions(text, date(2016, 10, 27))]
    assert values == ["2017-Q2", "2016-Q3"]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        # The hours of a live report stand alone, whatever day was named last.
        (
            "The vote is on March 30.\n\n4:30 p.m.\n\nThe polls close.",
            ["2013-03-30", "2013-03-22T16:30"],
        ),
        ("They vote on Tuesday. ___. 9:18 p.m. Ann Doe spoke.", ["2013-03-19", "2013-03-22T21:18"]),
        # In the next sentence an hour is of a day that is past.
        (
            "On Saturday she wrote a word. By noon he had read it.",
            ["2013-03-16", "2013-03-16T12:00"],
        ),
    ],
)
def test_an_hour_is_of_the_day_beside_it_and_of_no_other(text: str, values: list[str]) -> None:
    """Of the same sentence, or of the one before where words lead on from it."""
    assert [e.value for e in find_expressions(text, DAY)] == values


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("He stated that Thursday's debate was dull.", ["Thursday"]),
        ("He said that Friday, too, was dull.", ["Friday"]),
        ("He walked through most of the rest of the 2016 entrants.", ["2016"]),
        ("We have until Monday, between now and then we wait.", ["Monday", "now"]),
        ("It is just another day at the pier.", []),
        ('<post date="March 4, 2012">A heron!', ["March 4, 2012"]),
    ],
)
def test_words_of_other_phrases_are_no_part(text: str, found: list[str]) -> None:
    """ "That" after a verb of saying opens a clause, and "the rest" may be of people."""
    assert [text[e.start : e.end] for e in find_expressions(text, DAY)] == found
