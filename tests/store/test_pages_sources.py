"""What unnamed sources are called, and by whom."""

from pathlib import Path

from reportedly.model import Article, Statement
from reportedly.store import connection as store
from reportedly.store import pages_sources, rows


def test_descriptions_are_joined_without_their_articles(tmp_path: Path) -> None:
    """Those of several outlets first; capitals and articles do not part them; "he" is no name."""
    opened = store.create(tmp_path / "a.chronicle")
    outlets = ("Packet", "Beacon")
    articles = [
        Article(article_id=f"a{n}", path="p", text="x", sha256="0", outlet=outlet)
        for n, outlet in enumerate(outlets)
    ]
    said = (
        ("a0", "An insider"), ("a0", "the insider,"), ("a1", "insider"), ("a1", "he"),
        ("a0", "who"),
        ("a0", "one of the guests"), ("a0", "One guest"), ("a0", "a friend of Tarn"),
    )  # fmt: skip
    statements = [
        Statement(
            statement_id=f"s{n}", article_id=article, content=((0, 1),), cue=(), source=((0, 1),),
            content_text="x", source_text=words, mode="direct", source_kind="anonymous",
            confidence=0.9, reason="",
        )
        for n, (article, words) in enumerate(said)
    ]  # fmt: skip
    rows.insert(opened, Article, articles)
    rows.insert(opened, Statement, statements)
    found = pages_sources.sources(opened).unnamed
    opened.close()
    assert [(each.words, each.outlets) for each in found] == [
        ("insider", {"Packet": 2, "Beacon": 1}),
        ("friend of Tarn", {"Packet": 1}),
        ("guest", {"Packet": 1}),
        ("one of the guests", {"Packet": 1}),
    ]
