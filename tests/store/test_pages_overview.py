"""Articles by month, as the overview draws them."""

from pathlib import Path

from reportedly.model import Article
from reportedly.store import connection as store
from reportedly.store import pages_overview, rows


def test_months_hold_what_is_dated_well_enough(tmp_path: Path) -> None:
    """A day counts, and days worked out within a year; likely and open ones do not."""
    opened = store.create(tmp_path / "a.chronicle")
    told = (
        ("2016-05-03", "metadata", "2016-05-03", "2016-05-03"),
        (None, None, "2016-06-01", "2016-08-01"),
        (None, "likely", "2016-07-01", "2016-09-01"),
        (None, None, "2016-09-01", None),
    )
    articles = [
        Article(
            article_id=f"a{number}", path="p", text="x", sha256="0", outlet="Packet",
            published=day, published_from=origin, published_earliest=first, published_latest=last,
        )
        for number, (day, origin, first, last) in enumerate(told)
    ]  # fmt: skip
    rows.insert(opened, Article, articles)
    found = [(month.month, month.n) for month in pages_overview.months(opened)]
    totals = pages_overview.totals(opened)
    opened.close()
    assert found == [("2016-05", 1), ("2016-06", 1)]
    assert (totals.first, totals.last) == ("2016-05-03", "2016-05-03")
