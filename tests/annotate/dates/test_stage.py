"""The stage writes rows with days where the values name days, and anchors them in the text."""

from reportedly.annotate.dates import annotate
from reportedly.annotate.document import Document
from reportedly.model import Article, DayEvidence, Timex
from reportedly.rows import Rows


def test_rows_of_an_article() -> None:
    text = "It sank last week and stayed there for two years."
    article = Article(article_id="a1", path="p", text=text, published="2018-06-21", sha256="")
    rows = annotate(Document(article), Rows())
    week, years = rows.of(Timex)
    assert (week.text, week.earliest, week.latest) == ("last week", "2018-06-11", "2018-06-17")
    assert (years.text, years.value, years.earliest) == ("two years", "P2Y", None)
    assert [row.kind for row in rows.of(DayEvidence)] == ["metadata"]
    assert all(text[slice(*t.span)] == t.text for t in rows.of(Timex))
