"""Anniversaries date articles once the wedding is known, and their open facts are closed."""

import pytest

from reportedly.calendar import Interval
from reportedly.model import Article, Fact
from reportedly.reconcile.dating.anniversaries import anniversary_evidence
from reportedly.reconcile.dating.children_in_order import Children
from reportedly.reconcile.dating.closing import Closings
from reportedly.reconcile.dating.open_facts import Told, closed_facts
from reportedly.reconcile.dating.partings import Ties
from reportedly.reconcile.dating.pile import Dated
from reportedly.reconcile.dating.weddings import Weddings, weddings_of


def _article(name: str, text: str) -> Article:
    return Article(article_id=name, path=name, text=text, sha256="")


def _wedding(article: str, subject: str, value: str, words: int) -> Fact:
    return Fact(
        fact_id=f"{article}{subject}", subject=subject, attribute="marriage_date", value=value,
        article_id=article, span=(0, words), confidence=0.9,
    )  # fmt: skip


TOLD = (_wedding("a", "Ann Doe", "2003", 9), _wedding("a", "Tom Roe", "2003", 9))


@pytest.mark.parametrize(
    ("text", "value", "days"),
    [
        ("On 3 May they will have been married", "XXXX-05-03", ("2016-11-01", "2017-05-03")),
        ("On 3 May they had been married 14 years", "XXXX-05-03", ("2017-05-03", "2017-11-02")),
        # A Tuesday of 2017, and the week before it.
        ("On Tuesday they will have been married", "XXXX-WXX-2", ("2016-12-27", "2017-12-26")),
        ("Today is their 14th wedding anniversary", "XXXX-XX-XX", ("2017-01-01", "2017-12-31")),
    ],
)  # fmt: skip
def test_an_anniversary_dates_an_article(text, value, days):
    facts = [*TOLD, _wedding("b", "the couple", f"P14Y/{value}", len(text))]
    articles = [_article("a", "Ann Doe, Tom Roe"), _article("b", f"{text}. Ann Doe and Tom Roe")]
    rows = list(anniversary_evidence(Dated(articles, facts)))
    assert [(row.article_id, row.earliest, row.latest) for row in rows] == [("b", *days)]


def test_one_of_the_couple_and_his_wife_are_the_couple():
    """Nobody else in the article has a wedding that the pile knows."""
    facts = [*TOLD, _wedding("b", "the couple", "P14Y/XXXX-XX-XX", 5)]
    articles = [_article("a", "Ann Doe, Tom Roe"), _article("b", "Today Tom Roe and his wife sang")]
    assert [row.article_id for row in anniversary_evidence(Dated(articles, facts))] == ["b"]


def test_a_couple_that_the_article_does_not_name_dates_nothing():
    facts = [*TOLD, _wedding("b", "the couple", "P14Y/XXXX-XX-XX", 5)]
    articles = [_article("a", "Ann Doe, Tom Roe"), _article("b", "Today Ann Doe sang")]
    assert not list(anniversary_evidence(Dated(articles, facts)))


def test_a_day_of_the_year_makes_the_wedding_exact_and_closes_the_facts():
    text = "On 3 May they will have been married 14 years"
    counted = [_wedding("b", name, "P14Y/XXXX-05-03", len(text)) for name in ("Ann Doe", "Tom Roe")]
    article = _article("b", text)
    dated = Dated([_article("a", ""), article], [*TOLD, *counted])
    known = Told(weddings_of(dated), Ties(dated), Children(dated))
    assert [w.days for w in known.weddings.listed] == [
        Interval(*(known.weddings.listed[0].days.earliest,) * 2)
    ]
    closed = list(closed_facts(counted, {"b": article}, known, Closings({}), ()))
    assert [(f.subject, f.value) for f in closed] == [
        ("Ann Doe", "2003-05-03"), ("Tom Roe", "2003-05-03")
    ]  # fmt: skip


def test_what_stays_open_is_left_out():
    fact = _wedding("b", "Ann Doe", "XXXX-05-03", 4)
    nothing = Told(Weddings(()), Ties(Dated([])), Children(Dated([])))
    assert not list(closed_facts([fact], {"b": _article("b", "text")}, nothing, Closings({}), ()))
