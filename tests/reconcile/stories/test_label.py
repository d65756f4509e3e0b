"""A story is called by one of its own headlines."""

import pyarrow as pa

from reportedly.model import Article, Region
from reportedly.reconcile.stories.features import features_of
from reportedly.reconcile.stories.label import Labels
from reportedly.reconcile.stories.vectors import vectors
from reportedly.schema import table_of

HEADLINES = [
    "Harbour gate opens at last",
    "Watch",
    "Gate opens",
    "Harbour gate opens at last",
    "A kettle sings",
]


def labels() -> Labels:
    rows = [
        Article(article_id=f"a{at}", path="x", text=text, title=text, sha256="")
        for at, text in enumerate(HEADLINES)
    ]
    tables: dict[str, pa.Table] = {
        Article.table: table_of(Article, rows),
        Region.table: table_of(Region, []),
    }
    features = features_of(tables)
    return Labels(features, vectors(features))


def test_the_headline_that_says_most() -> None:
    """Of what all articles are about, whichever comes first; one story does not colour the next."""
    found = labels()
    for _ in range(2):
        assert found.label([0, 1, 2, 3], [1, 2, 3, 0]) == "Harbour gate opens at last"
        assert found.label([1, 4], [4, 1]) == "A kettle sings"
        assert found.label([1], [1]) == "Watch"
