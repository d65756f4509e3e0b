"""What an article gives away about its own day, with the words it rests on."""

import time

import pytest

from reportedly.annotate.dates.evidence import find_evidence
from reportedly.annotate.dates.recognise import find_expressions
from reportedly.annotate.document import Document
from reportedly.model import Article, DayEvidence, Region


def _evidence(text: str, **known: str) -> list[DayEvidence]:
    article = Article(article_id="a1", path="p", text=text, sha256="", **known)
    return find_evidence(Document(article), find_expressions(text, None))


@pytest.mark.parametrize(
    ("text", "kind", "earliest", "latest"),
    [
        ("Bell found\n3 May 2016\nIt was in a pond.", "visible_date", "2016-05-03", "2016-05-03"),
        ("Bell found\nThe Orm Review, 3 May 2016\nA pond.", "visible_date", *["2016-05-03"] * 2),
        (
            "Bell found\n*Orm Notes, 3 May 2016. Ada Quill dives*\nA.",
            "visible_date",
            *["2016-05-03"] * 2,
        ),
        ("Transcript of episode 8 (3 May 2016)\nBO: A bell.", "visible_date", *["2016-05-03"] * 2),
        ("Bell found\nUpdated: 3 May 2016\nA pond.", "updated", None, "2016-05-03"),
        ("Saved on 3 May 2016\nBell found.", "captured", None, "2016-05-03"),
        (
            "PORT ROE, 3 May 2016 (Wire) - The bell that was lost in the great storm has been found"
            " by a diver in the pond behind the church of the town.",
            "dateline",
            "2016-05-03",
            "2016-05-10",
        ),
        (
            "The bell of the town, which many in the parish had long given up for lost, was found "
            "in a pond on 3 May 2016 by a diver who was looking for her ring.",
            "after_event",
            "2016-05-03",
            None,
        ),
        (
            "The bell of the town, which many in the parish had long given up for lost, will ring "
            "again on 3 May 2016 at noon and after that on every feast of the year.",
            "before_event",
            None,
            "2016-05-04",
        ),
        (
            "The bell rings.\nThis article was amended on 3 May 2016 to mend a name.",
            "updated",
            None,
            "2016-05-03",
        ),
    ],
)
def test_words_give_bounds(text: str, kind: str, earliest: str | None, latest: str | None) -> None:
    rows = _evidence(text)
    assert [(r.kind, r.earliest, r.latest) for r in rows] == [(kind, earliest, latest)]
    assert rows[0].span is not None
    assert text[slice(*rows[0].span)] == "3 May 2016"


def test_metadata_and_address() -> None:
    rows = _evidence(
        "A bell.", published="2016-05-03T09:00", url="https://x.example/2016/05/03/bell"
    )
    assert [(r.kind, r.earliest, r.latest) for r in rows] == [
        ("metadata", "2016-05-03", "2016-05-03"),
        ("address", "2016-05-03", "2016-05-05"),
    ]


def test_a_headline_with_a_date_is_no_date_line() -> None:
    assert [r.kind for r in _evidence("Bell lost on 3 May 2016 is found\nIt was in a pond.")] == [
        "after_event"
    ]


def test_a_plan_is_no_event() -> None:
    assert _evidence("They hoped that the hall would have been built in 2031, but it rained.") == []


def test_a_part_of_a_year_bounds_the_article_as_the_year_does() -> None:
    """The word "in" may stand inside the expression of time: "late in 2016"."""
    text = "The bell was found late in 2016 by a diver."
    (row,) = _evidence(text)
    assert (row.kind, row.earliest, row.latest) == ("after_event", "2016-01-01", None)
    assert row.span is not None
    assert text[slice(*row.span)] == "late in 2016"


def test_a_correction_has_one_day_of_change_and_no_other() -> None:
    """What it sets right are days of something else."""
    text = (
        "The bell rings.\nThis article was amended on 24 January 2018. An earlier version said "
        "that it was found in 2003. It was found in June 2001."
    )
    rows = [(row.kind, row.latest) for row in _evidence(text)]
    assert rows == [("updated", "2018-01-24")]


@pytest.mark.parametrize(
    ("words", "day"),
    [("yesterday, on 20 May 2016,", "2016-05-21"), ("today (20 May 2016)", "2016-05-20")],
)
def test_a_full_day_told_as_yesterday_gives_the_article_its_own(words: str, day: str) -> None:
    """No other reading is left."""
    told = [row for row in _evidence(f"The pier was opened {words}.") if row.kind == "told_day"]
    assert [(row.earliest, row.latest) for row in told] == [(day, day)]


def test_a_masthead_that_is_left_out_still_gives_its_day() -> None:
    """The outlet's name beside it makes it the day of the article."""
    text = "Bell found\nThe Orm Review, 3 May 2016\nIt was in a pond."
    start = text.index("The Orm")
    span = (start, text.index("\nIt was"))
    article = Article(article_id="a1", path="p", text=text, sha256="")
    document = Document(article, (Region(article_id="a1", span=span, kind="boilerplate"),))
    rows = find_evidence(document, find_expressions(text, None, document.spans_of("boilerplate")))
    assert [(row.kind, row.earliest) for row in rows] == [("visible_date", "2016-05-03")]


@pytest.mark.parametrize(
    "text",
    [
        "On 3 May 2016, Bo Tarn said, the bell of the town will be rung again.",
        "From 3 May 2016, the parish announced, the bell of the town will be rung.",
        "The 3 May 2016 feast of the town will go ahead, the parish announced.",
    ],
)
def test_a_day_after_a_preposition_is_no_dateline(text: str) -> None:
    """ "On" is no place: a forecast that opens an article does not date it."""
    assert "dateline" not in {row.kind for row in _evidence(text)}


def test_a_long_text_on_one_line_is_read_in_proportion_to_its_length() -> None:
    """Not the whole line anew for each of its dates: a book of nonsense took ten minutes."""
    text = "The bell rang in 1994, and Ada Quill heard it. " * 2500
    expressions = find_expressions(text, None, [])
    document = Document(Article(article_id="a1", path="p", text=text, sha256=""))
    started = time.process_time()
    rows = find_evidence(document, expressions)
    assert [(row.kind, row.earliest) for row in rows] == [("after_event", "1994-01-01")]
    assert time.process_time() - started < 3


def test_a_note_at_the_end_of_a_long_line_still_tells_when_the_page_was_changed() -> None:
    """Though the words before its last full stop are not looked at."""
    before = "The bell rang in 1994. " * 20
    note = "This article was amended on 4 May 2019 to give the weight of the bell."
    kinds = {row.kind: row.latest for row in _evidence(before + note)}
    assert kinds["updated"] == "2019-05-04"
