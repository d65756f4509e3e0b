"""Weddings, separations and divorces are dated; a year that the article leaves open stays open."""

import pytest

PAIR = {"Ann Doe": ("Ann", "she"), "Tom Roe": ("Tom", "he")}


def _told(facts, attribute):
    return sorted((f.subject, f.value) for f in facts if f.attribute == attribute)


@pytest.mark.parametrize(
    ("text", "attribute", "value"),
    [
        ("Ann Doe and Tom Roe were married in 2003.", "marriage_date", "2003"),
        ("Ann Doe and Tom Roe sang. They married on 3 May 2011.", "marriage_date", "2011-05-03"),
        ("Ann Doe and Tom Roe lived apart since March 2016.", "separation_date", "2016-03"),
        ("Ann Doe and Tom Roe sang. They divorced in 2012.", "divorce_date", "2012"),
        (
            "The marriage of Ann Doe, the judge, and Tom Roe was dissolved on 4 June 2018.",
            "divorce_date",
            "2018-06-04",
        ),
        (
            "Ann Doe and Tom Roe sang. They were granted a decree absolute on 4 June 2018.",
            "divorce_date",
            "2018-06-04",
        ),
        (
            "Ann Doe and Tom Roe sang. The couple, both 30, wed on a lake in 2010.",
            "marriage_date",
            "2010",
        ),
        (
            "Ann Doe and Tom Roe sang. On 3 June 2018 they celebrated their tenth wedding "
            "anniversary.",
            "marriage_date",
            "2008-06-03",
        ),
    ],
)
def test_dates_of_a_couple(text, attribute, value, facts_of):
    assert _told(facts_of(text, PAIR), attribute) == [("Ann Doe", value), ("Tom Roe", value)]


def test_years_counted_to_a_day_without_a_year_stay_open(facts_of):
    text = "Ann Doe and Tom Roe danced. On 3 May the couple will have been married for nine years."
    told = _told(facts_of(text, PAIR, published=None), "marriage_date")
    assert told == [("Ann Doe", "P9Y/XXXX-05-03"), ("Tom Roe", "P9Y/XXXX-05-03")]


def test_years_counted_to_a_weekday_stay_open(facts_of):
    text = "Ann Doe and Tom Roe danced. On Tuesday the couple will have been married for 9 years."
    told = _told(facts_of(text, PAIR, published=None), "marriage_date")
    assert told == [("Ann Doe", "P9Y/XXXX-WXX-2"), ("Tom Roe", "P9Y/XXXX-WXX-2")]


def test_how_long_without_a_day_dates_nothing(facts_of):
    text = "Ann Doe and Tom Roe danced. They have been married for nine years."
    assert _told(facts_of(text, PAIR), "marriage_date") == []


def test_a_trade_may_stand_before_the_second_name(facts_of):
    """ "Ann Doe and goalie Tom Roe" are joined as the two of a couple are."""
    text = "Ann Doe and goalie Tom Roe sang. They married in May 2004."
    assert _told(facts_of(text, PAIR), "marriage_date") == [
        ("Ann Doe", "2004-05"), ("Tom Roe", "2004-05")
    ]  # fmt: skip


def test_two_children_are_no_couple(facts_of):
    """ "They" of an anniversary are not the two whom "and" joins last."""
    people = {"Odd": (), "Kaj": ()}
    text = (
        "They marked their fourth wedding anniversary on Thursday, with Odd, three, and Kaj, one."
    )
    assert _told(facts_of(text, people, published=None), "marriage_date") == [
        ("the couple", "P4Y/XXXX-WXX-4")
    ]


def test_of_two_marriages_only_one_was_told_so_far(facts_of):
    """ "They" are the two of whom the article has told."""
    people = {**PAIR, "Bob Low": ()}
    text = "Ann Doe married Tom Roe in 1971; they divorced in 1983. In 1990 she married Bob Low."
    assert _told(facts_of(text, people), "divorce_date") == [
        ("Ann Doe", "1983"),
        ("Tom Roe", "1983"),
    ]
