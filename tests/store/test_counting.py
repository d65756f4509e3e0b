"""Counts for summaries."""

from pathlib import Path

from reportedly.model import Article
from reportedly.store import connection as store
from reportedly.store import counting, rows


def test_an_outlet_with_and_without_its_article_is_one(tmp_path: Path) -> None:
    """ "The Packet" and "packet" are one; "Theatre Weekly" begins with no article."""
    opened = store.create(tmp_path / "a.chronicle")
    names = ("The Packet", "Packet", "packet", "Theatre Weekly", None)
    articles = [
        Article(article_id=f"a{n}", path="p", text="x", sha256="0", outlet=name)
        for n, name in enumerate(names)
    ]
    rows.insert(opened, Article, articles)
    assert counting.outlets(opened) == 2
    opened.close()
