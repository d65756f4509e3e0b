"""Rows through bytes and back."""

from reportedly.model import Article, Region
from reportedly.payload import pack, unpack
from reportedly.rows import Rows

ARTICLE = Article(article_id="a1", path="page.txt", text="“Né\u00a0e” \ud83d", sha256="0")
ROWS = Rows({Article: [ARTICLE], Region: [Region(article_id="a1", span=(0, 2), kind="title")]})


def test_nothing_is_lost() -> None:
    """No-break spaces, curly marks and broken surrogates included."""
    found = unpack(pack(ROWS))
    assert found.of(Article) == (ARTICLE,)
    assert found.of(Region) == ROWS.of(Region)


def test_the_same_rows_give_the_same_bytes() -> None:
    """Two workers that do the same work leave no difference behind."""
    assert pack(ROWS) == pack(unpack(pack(ROWS)))


def test_an_empty_table_is_kept_as_empty() -> None:
    """A stage that found nothing has run."""
    assert unpack(pack(Rows({Region: ()}))).kinds() == [Region]
