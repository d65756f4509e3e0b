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


def test_an_outlet_is_shown_as_most_of_its_articles_spell_it(tmp_path: Path) -> None:
    """Of two spellings as frequent the longer; capitals beyond ASCII are one as well."""
    opened = store.create(tmp_path / "a.chronicle")
    names = ("Packet", "The Packet", "The Packet", "Beacon", "The Beacon", "ÉCHO", "Écho", "Écho")
    articles = [
        Article(article_id=f"a{n}", path="p", text="x", sha256="0", outlet=name)
        for n, name in enumerate(names)
    ]
    rows.insert(opened, Article, articles)
    assert counting.outlet_names(opened) == {
        "Packet": "The Packet", "The Packet": "The Packet", "Beacon": "The Beacon",
        "The Beacon": "The Beacon", "ÉCHO": "Écho", "Écho": "Écho",
    }  # fmt: skip
    assert counting.outlets(opened) == 3
    opened.close()
