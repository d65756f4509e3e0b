"""Expressions of time are found to the character and get the TIMEX3 value that they mean."""

import re
from datetime import date

import pytest

from reportedly.annotate.dates.recognise import find_expressions
from reportedly.annotate.dates.vocabulary import SPACE

#: A Thursday.
ANCHOR = date(2018, 6, 21)

CASES = [
    # days, months, years
    ("Ann Doe left on 3 May 2016.", "3 May 2016", "DATE", "2016-05-03"),
    ("It began on Tuesday, May 3, 2016, in rain.", "Tuesday, May 3, 2016", "DATE", "2016-05-03"),
    ("The deed of the 3rd of May 2016 was lost.", "the 3rd of May 2016", "DATE", "2016-05-03"),
    ("She arrived on Sept. 4 with a trunk.", "Sept. 4", "DATE", "2017-09-04"),
    ("The hall will open on July 9.", "July 9", "DATE", "2018-07-09"),
    ("Filed 2016-05-03 by the clerk.", "2016-05-03", "DATE", "2016-05-03"),
    ("They met in March 2015 at a fair.", "March 2015", "DATE", "2015-03"),
    ("They met in October at a fair.", "October", "DATE", "2017-10"),
    ("It shut in October of last year.", "October of last year", "DATE", "2017-10"),
    ("He was born in 1971 in a lighthouse.", "1971", "DATE", "1971"),
    ("Songs of the late 1990s were slower.", "the late 1990s", "DATE", "199"),
    ("A chapel of the 17th century burned.", "the 17th century", "DATE", "16"),
    ("Profit fell in the third quarter of 2017.", "the third quarter of 2017", "DATE", "2017-Q3"),
    ("He left in the summer of 2012.", "the summer of 2012", "DATE", "2012-SU"),
    ("It was shut on Christmas Eve.", "Christmas Eve", "DATE", "2017-12-24"),
    # weekdays
    ("She said on Wednesday that it leaked.", "Wednesday", "DATE", "2018-06-20"),
    ("She said Thursday that it leaked.", "Thursday", "DATE", "2018-06-21"),
    ("The jury will meet on Monday.", "Monday", "DATE", "2018-06-25"),
    ("It sank last Thursday off the cape.", "last Thursday", "DATE", "2018-06-14"),
    ("It sank on Tuesday night off the cape.", "Tuesday night", "TIME", "2018-06-19TNI"),
    # relative to the article
    ("It sank yesterday.", "yesterday", "DATE", "2018-06-20"),
    ("He was seen last week.", "last week", "DATE", "2018-W24"),
    ("It rained earlier this month.", "earlier this month", "DATE", "2018-06"),
    ("They wed three weeks ago.", "three weeks ago", "DATE", "2018-W22"),
    ("They wed 12 years ago.", "12 years ago", "DATE", "2006"),
    ("They wed several years ago.", "several years ago", "DATE", "PAST_REF"),
    ("The roof goes next year.", "next year", "DATE", "2019"),
    ("She is now a judge.", "now", "DATE", "PRESENT_REF"),
    # lengths, sets, times
    ("It took nearly two years to mend.", "nearly two years", "DURATION", "P2Y"),
    ("It took two and a half years.", "two and a half years", "DURATION", "P2Y6M"),
    ("For the past six weeks he slept.", "the past six weeks", "DURATION", "P6W"),
    ("A three-day feast followed.", "three-day", "DURATION", "P3D"),
    ("He was gone for a few hours.", "a few hours", "DURATION", "PTXH"),
    ("The choir meets every Monday.", "every Monday", "SET", "XXXX-WXX-1"),
    ("It sails twice a week.", "twice a week", "SET", "P1W"),
    ("It sank at 10:15 p.m. Wednesday.", "10:15 p.m. Wednesday", "TIME", "2018-06-20T22:15"),
    ("She sang this morning.", "this morning", "TIME", "2018-06-21TMO"),
    ("They sail at 4 in the morning.", "4 in the morning", "TIME", "2018-06-21T04:00"),
    (
        "It sank at 9:05 p.m. (2105 GMT) Monday.",
        "9:05 p.m. (2105 GMT) Monday",
        "TIME",
        "2018-06-18T21:05",
    ),
    ("An hour and a half later she was back.", "An hour and a half", "DURATION", "PT1H30M"),
    # what the clause says of the direction
    ("He was stopped by the watch in August for speeding.", "August", "DATE", "2017-08"),
    ("The fee would be paid in January.", "January", "DATE", "2019-01"),
    (
        "Songs of the last half of the 1990s were slower.",
        "the last half of the 1990s",
        "DATE",
        "199",
    ),
    ("All had paid by Wednesday.", "Wednesday", "DATE", "2018-06-20"),
    ("The keeper warned of fog in July.", "July", "DATE", "2018-07"),
    ("They are expected to wed this spring.", "this spring", "DATE", "2019-SP"),
    ("They met in the second half of May.", "the second half of May", "DATE", "2018-05"),
    ("They met in the second half of 2015.", "the second half of 2015", "DATE", "2015-H2"),
    # named otherwise
    ("It opened in March nineteen ninety-six.", "March nineteen ninety-six", "DATE", "1996-03"),
    ("For the year, catches rose.", "the year", "DATE", "2018"),
    ("She left sometime last year.", "sometime last year", "DATE", "2017"),
    ("The current keeper is her son.", "current", "DATE", "PRESENT_REF"),
    ("The fleet waits for the Fourth of July.", "the Fourth of July", "DATE", "2018-07-04"),
    ("The boat will leave in Easter week.", "Easter week", "DATE", "2019-W16"),
    ("They wed on Labor Day weekend.", "Labor Day weekend", "DATE", "2017-W36-WE"),
    ("She called in mid-afternoon yesterday.", "mid-afternoon yesterday", "TIME", "2018-06-20TAF"),
    ("It will one day be hers.", "one day", "DATE", "FUTURE_REF"),
    ("It lasted one day.", "one day", "DURATION", "P1D"),
    ("Months earlier they had met.", "Months earlier", "DATE", "PAST_REF"),
]


@pytest.mark.parametrize(("text", "words", "kind", "value"), CASES, ids=[c[1] for c in CASES])
def test_one_expression_is_found_whole(text: str, words: str, kind: str, value: str) -> None:
    found = [(text[e.start : e.end], e.type, e.value) for e in find_expressions(text, ANCHOR)]
    assert found == [(words, kind, value)]


@pytest.mark.parametrize(
    "text",
    [
        "March for the harbour, they cried.",
        "She may sing; he might not.",
        "He'd sooner sell the boat.",
        "The 43-year-old investor and the 136-year-old pier",
        "They counted 2000 people and $1999.",
        "Jan Roe sat down.",
        "It was a second betrayal.",
        "More than a quarter of the town",
        # newspapers, verses, models, names of days, what went fast
        "She told the Daily Gull and the party daily Ebb.",
        "The USA TODAY poll and a Today show",
        "He read from Luke 11:15 aloud.",
        "Her 2003 Toyota was found.",
        "They voted on Super Tuesday.",
        "He was soon released, and it soon became clear.",
        "In the past two races sailors.",
    ],
)
def test_what_is_no_time_is_left_alone(text: str) -> None:
    assert find_expressions(text, ANCHOR) == []


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("She said on Wednesday.", "XXXX-WXX-3"),
        ("He left on 3 May.", "XXXX-05-03"),
        ("He left last year.", "XXXX"),
        ("He left yesterday.", "XXXX-XX-XX"),
        ("He left in May 2016.", "2016-05"),
    ],
)
def test_without_a_day_of_writing_nothing_is_guessed(text: str, value: str) -> None:
    assert [e.value for e in find_expressions(text, None)] == [value]


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("It rained from March to May 2014 in Orland.", "March", "2014-03"),
        ("It rained from November to March 2014 in Orland.", "November", "2013-11"),
        ("Open Jan. 5 through Feb. 2, 2016.", "Jan. 5", "2016-01-05"),
        ("The vote of 1972 was close. She won that November.", "that November", "1972-11"),
        ("She fled. A few days later, he resigned.", "A few days later", "PXD"),
    ],
)
def test_a_year_beside_it_or_told_before_is_taken(text: str, words: str, value: str) -> None:
    found = {text[e.start : e.end]: e.value for e in find_expressions(text, ANCHOR)}
    assert found[words] == value


def test_what_is_about_to_begin_is_meant_where_nothing_looks_back() -> None:
    """A season in the month before it, a holiday in its own week."""
    autumn = find_expressions("With the autumn season at hand, boats are dear.", date(2018, 8, 25))
    easter = find_expressions("As Easter week began, they marched.", date(2018, 3, 26))
    assert [e.value for e in (*autumn, *easter)] == ["2018-FA", "2018-W13"]


def test_what_was_to_be_then_is_of_the_nearer_weekday() -> None:
    """On a Thursday "was to speak on Wednesday" is of yesterday, "on Friday" of tomorrow."""
    told = ("He was to speak on Wednesday.", "He was due to speak on Friday.")
    found = [find_expressions(text, ANCHOR)[0].value for text in told]
    assert found == ["2018-06-20", "2018-06-22"]


def test_later_times_count_from_the_time_told() -> None:
    text = "They wed in June 2003. Four years later he sold the boat."
    assert [e.value for e in find_expressions(text, ANCHOR)] == ["2003-06", "2007"]


def test_days_after_a_month_are_no_days() -> None:
    """ "Four days later" after "in May" could be any day."""
    found = find_expressions("The vote was in May. Four days later, he died.", ANCHOR)
    assert [e.value for e in found] == ["2018-05", "XXXX-XX-XX"]


def test_the_day_before_is_before_the_day_told() -> None:
    """An adverbial without a day counts from the one that the text has last spoken of."""
    found = find_expressions("It sank on 3 May 2016. The day before, it had sailed.", ANCHOR)
    assert [e.value for e in found] == ["2016-05-03", "2016-05-02"]


def test_figures_of_a_year_before_are_compared_with_one_period() -> None:
    """Two comparisons in a row mean the same quarter, not one year before the other."""
    text = (
        "Third-quarter sales were $5 million, from $4 million a year earlier. "
        "The year-ago results included a gain, up from $3 million a year earlier."
    )
    assert [e.value for e in find_expressions(text, ANCHOR)] == ["2017-Q3"] + 3 * ["2016-Q3"]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("In the third quarter catches were higher than a year ago.", "2016-Q3"),
        ("Catches rose to 40 percent in 2012 from 30 percent a year earlier.", "2011"),
    ],
)
def test_a_year_earlier_is_told_from_the_period_else_from_the_year_told(
    text: str, value: str
) -> None:
    """The last expression of each text."""
    assert find_expressions(text, ANCHOR)[-1].value == value


def test_the_weekday_decides_the_year() -> None:
    """The 3rd of September was a Monday in 2018 and a Sunday in 2017."""
    found = find_expressions("It opened on Monday, 3 September, in rain.", ANCHOR)
    assert [e.value for e in found] == ["2018-09-03"]


def test_a_line_break_inside_does_no_harm_and_paragraphs_part() -> None:
    text = "He left three\nweeks ago.\n\nMay\n\n3 men stayed."
    words = [text[e.start : e.end] for e in find_expressions(text, ANCHOR)]
    assert words[0] == "three\nweeks ago"
    assert all("\n\n" not in found for found in words)


def test_no_break_spaces_and_curly_marks_keep_their_offsets() -> None:
    text = "“It sank on\u00a03\u00a0May\u00a02016,” she said – in the ’90s"
    found = find_expressions(text, ANCHOR)
    assert [text[e.start : e.end] for e in found] == ["3\u00a0May\u00a02016", "the ’90s"]


def test_boilerplate_is_left_out() -> None:
    text = "Posted 3 May 2016\nIt rained."
    assert find_expressions(text, ANCHOR, [(0, 17)]) == []


def test_a_long_run_of_blanks_costs_as_much_as_it_is_long() -> None:
    """An endless "word" of digits is seen as blanks: no pattern may try each part of them."""
    assert find_expressions("In March " + "1" * 40_000 + " she sang.", None)[0].value == "XXXX-03"
    assert re.fullmatch(SPACE, " " * 40_000)
    assert re.match(SPACE + "x", " " * 40_000) is None


@pytest.mark.parametrize(
    "text",
    [
        "The governor signed House Bill 1523.",
        "Flight 1978 was late.",
        "She backed HB 1523 and H.R. 1927.",
        "Room 1984 was empty, and Section 1983 applies.",
        "He lives at 1969 Harbour Road.",
    ],
)
def test_numbers_of_bills_flights_and_houses_are_no_years(text: str) -> None:
    """Whatever is numbered so; the year of an act, and of a crash in a street, stays one."""
    assert not find_expressions(text, ANCHOR)
    kept = find_expressions(
        "The Mills Act 1976 came long before the 2008 Wall Street crash.", ANCHOR
    )
    assert [each.value for each in kept] == ["1976", "2008"]
