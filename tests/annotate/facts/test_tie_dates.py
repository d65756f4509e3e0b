"""When two met, became engaged, married and were divorced is dated for both of them."""

import pytest

PAIR = {"Ann Doe": ("Ann", "she", "her"), "Tom Roe": ("Tom", "he", "his")}
TIED = "Ann Doe and her husband, Tom Roe, sang. "


def _told(facts, attribute):
    return sorted((f.subject, f.value) for f in facts if f.attribute == attribute)


@pytest.mark.parametrize(
    ("text", "attribute", "value"),
    [
        (TIED + "They met in 2012.", "meeting_date", "2012"),
        (TIED + "The couple first met at a fair in May 2012.", "meeting_date", "2012-05"),
        (TIED + "Ann Doe met Tom Roe on 3 May 2011.", "meeting_date", "2011-05-03"),
        (TIED + "The couple got engaged in 2014.", "engagement_date", "2014"),
        (TIED + "They have been married since 2009.", "marriage_date", "2009"),
        ("Ann Doe got engaged to Tom Roe in March 2014.", "engagement_date", "2014-03"),
        ("Ann Doe married Tom Roe in a chapel in 2015.", "marriage_date", "2015"),
        ("Ann Doe has been married to Tom Roe since 2009.", "marriage_date", "2009"),
        ("Ann Doe, who has been married to Tom Roe since 2009, sang.", "marriage_date", "2009"),
        ("Ann Doe and her husband, Tom Roe, met in 2012 at a fair.", "meeting_date", "2012"),
        ("Ann Doe and Tom Roe wed in 2015.", "marriage_date", "2015"),
        ("In 1990 Ann Doe married Tom Roe, who rowed.", "marriage_date", "1990"),
        ("Ann sang, and she married the poet Tom Roe in 1971.", "marriage_date", "1971"),
        (
            "Ann Doe and Tom Roe, who met in 2009 and wed in a barn in 2012, row.",
            "marriage_date",
            "2012",
        ),
        (
            "Ann Doe, MP for Quill, and her partner of ten years, the surgeon Tom Roe, tied the "
            "knot in a barn on 9 June 2018.",
            "marriage_date",
            "2018-06-09",
        ),
        ("Ann Doe, 41, the judge, wed glazier Tom Roe, 40, in 2015.", "marriage_date", "2015"),
        ("Ann Doe divorced Tom Roe in 2016.", "divorce_date", "2016"),
    ],
)
def test_dates_of_a_tie(text, attribute, value, facts_of):
    assert _told(facts_of(text, PAIR), attribute) == [("Ann Doe", value), ("Tom Roe", value)]


@pytest.mark.parametrize(
    "text",
    [
        # A meeting of two who are no couple, of a couple with others, and one that only ends.
        "Ann Doe met Tom Roe in 2012.",
        "Ann Doe and her brother, Tom Roe, sang. They met in 2012.",
        TIED + "They met with the mayor in 2012.",
        TIED + "They met again after she had left in 2012.",
        TIED + "They had not met since 2012.",
    ],
)
def test_other_meetings_date_no_tie(text, facts_of):
    assert _told(facts_of(text, PAIR), "meeting_date") == []


@pytest.mark.parametrize(
    ("text", "earliest"),
    [
        ("Ann Doe got engaged to Tom Roe in 2004.", "2004-01-01"),
        ("Ann Doe is engaged to Tom Roe.", "2018-06-21"),
    ],
)
def test_an_engagement_begun_then_is_of_then(text, earliest, facts_of):
    """Who got engaged in 2004 is not told to be engaged still."""
    (state,) = [
        f for f in facts_of(text, PAIR) if f.attribute == "relationship" and f.subject == "Ann Doe"
    ]
    assert (state.value, state.as_of_earliest) == ("engaged to Tom Roe", earliest)


def test_one_who_wed_in_a_year_wed_somebody(facts_of):
    """Whom, other articles may tell."""
    assert _told(facts_of("Ann Doe, 41, wed in 2009.", PAIR), "marriage_date") == [
        ("Ann Doe", "2009")
    ]


def test_whom_he_married(facts_of):
    """Behind her name: the wedding of both, and that she became his wife."""
    text = "Tom Roe lives with Ann Doe, whom he married in 2013, and their son."
    facts = facts_of(text, {"Tom Roe": ("he",), "Ann Doe": ()})
    told = {(f.subject, f.attribute, f.value) for f in facts}
    assert {
        ("Tom Roe", "marriage_date", "2013"),
        ("Ann Doe", "marriage_date", "2013"),
        ("Tom Roe", "spouse", "Ann Doe"),
    } <= told
