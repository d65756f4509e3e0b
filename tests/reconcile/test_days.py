"""Days for ordering are late rather than early; days for showing are known or absent."""

from reportedly.model import Article
from reportedly.reconcile.days import day_of, days_between, known_day, order_of


def article(**given: str) -> Article:
    return Article(article_id="a", path="x", text="", sha256="", **given)


def test_published_day_goes_first() -> None:
    """A day stated is the day, whatever the interval."""
    dated = article(published="2019-03-04T09:30:00+01:00", published_latest="2019-12-31")
    assert day_of(dated) == known_day(dated) == "2019-03-04"


def test_interval_orders_by_its_end_and_is_not_shown() -> None:
    """Of an interval the last day orders; a day is shown only where the interval is one day."""
    wide = article(published_earliest="2019-03-01", published_latest="2019-03-20")
    assert (day_of(wide), known_day(wide)) == ("2019-03-20", None)
    narrow = article(published_earliest="2019-03-01", published_latest="2019-03-01")
    assert known_day(narrow) == "2019-03-01"


def test_undated_comes_last() -> None:
    """Nothing known, or one side only: after all that have a day."""
    open_ended = article(published_earliest="2001-01-01")
    assert day_of(open_ended) is None
    assert order_of(open_ended) > order_of(article(published="2035-01-01"))


def test_days_between_need_full_days() -> None:
    """Between a day and a month there is no number of days."""
    assert days_between("2020-02-28", "2020-03-01") == days_between("2020-03-01", "2020-02-28") == 2
    assert days_between("2020-02", "2020-03-01") is None
    assert days_between(None, "2020-03-01") is None
