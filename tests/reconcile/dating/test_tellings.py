"""A dated report of words is the latest that an article which relays or reports them can be of."""

import pytest

from reportedly.model import Article, DayEvidence, Statement
from reportedly.reconcile.dating.pile import Dated
from reportedly.reconcile.dating.tellings import last_days
from tests.reconcile.dating.test_dating import _metadata

WORDS = "“The bell was rung by nobody and it rang all the same”"


def _rows(mine: str, theirs: str, day: str = "2016-05-18") -> list[DayEvidence]:
    """Of an undated article `mine` of Ember and a dated one of the Herald."""
    texts = {"u": (mine, "Ember"), "a": (theirs, "The Herald")}
    articles = {
        name: Article(article_id=name, path=name, text=text, sha256=name, outlet=outlet)
        for name, (text, outlet) in texts.items()
    }
    dated = Dated(list(articles.values()))
    dated.add([_metadata("a", day)])
    said = {
        name: Statement(
            statement_id=name, article_id=name, content_text=WORDS, mode="direct",
            content=((text.index(WORDS), text.index(WORDS) + len(WORDS)),), confidence=0.9,
            reason="",
        )
        for name, (text, _) in texts.items()
    }  # fmt: skip
    return list(last_days(said["u"], [said["a"]], dated, articles))


@pytest.mark.parametrize(
    ("mine", "theirs", "latest"),
    [
        (f"{WORDS}, she told us.", f"A ringer told Ember magazine that {WORDS}.", "2016-05-19"),
        (f"In a letter yesterday she wrote: {WORDS}.", f"She wrote {WORDS}.", "2016-05-20"),
        (f"{WORDS}, she told staff on Wednesday.", f"She said {WORDS}.", "2016-05-26"),
        (f"{WORDS}, she announced this month.", f"She said {WORDS}.", "2016-06-19"),
        (f"{WORDS}, she told us.", f"Ember has claimed that {WORDS}.", "2016-05-19"),
        (f"Quill, 39, hit back on Friday. {WORDS}, she told us.", f"{WORDS}.", "2016-05-26"),
    ],
)
def test_words_known_on_a_day_bound_who_says_when_they_were_said(mine, theirs, latest):
    """A day is left for zones."""
    assert [(row.earliest, row.latest) for row in _rows(mine, theirs)] == [(None, latest)]


@pytest.mark.parametrize(
    ("mine", "theirs"),
    [
        (f"{WORDS}, she told us.", f"She said {WORDS}."),
        (f"The ringers struck back on Friday. {WORDS}, she says.", f"She said {WORDS}."),
        (f"{WORDS}, she says. On Wednesday it rained.", f"She said {WORDS}."),
        (f"{WORDS}, she said next Wednesday's guests know.", f"She said {WORDS}."),
    ],
)
def test_words_without_a_day_bound_nothing(mine, theirs):
    """Old words are quoted for years."""
    assert _rows(mine, theirs) == []


def test_a_report_of_a_report_names_its_day():
    """Of 18 May 2016, a Wednesday, "reported on Monday" is the sixteenth."""
    rows = _rows(f"{WORDS}, she told us.", f"Ember magazine reported on Monday that {WORDS}.")
    assert ("2016-05-15", "2016-05-17") in [(row.earliest, row.latest) for row in rows]


def test_a_report_of_a_report_names_its_week():
    """ "This week" leaves seven days and those of the zones."""
    rows = _rows(f"{WORDS}, she told us.", f"Ember said this week, quoting a friend, that {WORDS}.")
    assert ("2016-05-10", "2016-05-19") in [(row.earliest, row.latest) for row in rows]
