"""Likely days are shown as likely and give nothing else."""

from datetime import date

from reportedly.annotate.dates.publication import Publication
from reportedly.calendar import Interval
from reportedly.model import Article
from reportedly.reconcile.dating.completion import dated_article
from reportedly.reconcile.dating.likely import Likely
from reportedly.reconcile.days import is_certain, known_day

ARTICLE = Article(article_id="u", path="u", text="", sha256="")
HARD = Publication(Interval(date(2016, 3, 1), None), "it tells of 1 March 2016 as past")
DAY = Interval.of_day(date(2016, 4, 2))


def test_likely_days_are_told_from_certain_ones() -> None:
    """Even a single likely day is no day of publication; both reasons are given."""
    article = dated_article(ARTICLE, HARD, Likely(DAY, "by its words"))
    assert (article.published, article.published_from) == (None, "likely")
    assert (article.published_earliest, article.published_latest) == ("2016-04-02", "2016-04-02")
    assert article.published_reason == "it tells of 1 March 2016 as past; by its words"
    assert not is_certain(article) and known_day(article) is None


def test_one_certain_day_is_the_day() -> None:
    """Hard evidence that leaves one day gives it."""
    article = dated_article(ARTICLE, Publication(DAY, "it says so"), None)
    assert (article.published, article.published_from) == ("2016-04-02", "inferred")
    assert is_certain(article) and known_day(article) == "2016-04-02"
