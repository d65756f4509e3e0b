"""Which of two copies is the earlier is said only where both have a day."""

import pytest

from reportedly.model import Article
from reportedly.show.web.copied import Order, order
from reportedly.store.pages import ArticleLine


@pytest.mark.parametrize(
    ("here", "there", "expected"),
    [
        ("2014-05-02", "2014-05-01", "earlier"),
        ("2014-05-02T09:00:00Z", "2014-05-02T11:00:00Z", "later"),
        ("2014-05-02T09:00:00Z", "2014-05-02", "same day"),
        (None, "2014-05-02", "unknown"),
        ("2014-05-02", None, "unknown"),
    ],
)
def test_order(here: str | None, there: str | None, expected: Order) -> None:
    """Moments are compared where both have one, days otherwise."""
    article = Article(article_id="a", path="a", text="", sha256="", published=here)
    line = ArticleLine("b", None, None, None, "b", there, None, None, None, None, None, None)
    assert order(article, line) == expected
