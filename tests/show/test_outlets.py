"""An article without a known outlet can be told from another."""

from reportedly.model import Article
from reportedly.show.outlets import outlet_of


def test_outlet_or_file() -> None:
    """The outlet where it is known, else the name of the file without its folders."""
    known = Article(article_id="a1", path="x/y.html", text="", sha256="", outlet="The Post")
    unknown = Article(article_id="a2", path="pile/inkwell/last.md", text="", sha256="")
    assert outlet_of(known) == "The Post"
    assert outlet_of(unknown) == "outlet not known (last.md)"
