""" "The 41-year-old" is somebody, whatever the parser makes of the words."""

import pytest

from reportedly.annotate import attribution, coreference
from reportedly.annotate.document import Document
from reportedly.model import Article, Cluster, Mention
from reportedly.rows import Rows


def _rows(text: str) -> Rows:
    document = Document(Article(article_id="a1", path="x", text=text, sha256=""))
    rows = attribution.annotate(document, Rows())
    return coreference.annotate(document, rows)


@pytest.mark.parametrize(
    "text",
    [
        "The winner of the Marle marathon was cheered. The 41-year-old had led for an hour.",
        "Bo Tarn and Cleo Marsh watched the race. The 41-year-old fell at the bridge.",
    ],
)
def test_an_age_alone_is_a_mention(text: str) -> None:
    """As subject, and where the verb was taken for a noun that the age describes."""
    assert any("41-year-old" in mention.text for mention in _rows(text).of(Mention))


def test_of_several_named_together_none_is_described() -> None:
    """ "Doe, Poe and Roe …. The mother of two": the first is no more meant than the others."""
    rows = _rows("Mira Dole, Iris Maddern and Cleo Marsh shared the prize. The mother of two wept.")
    named = [c for c in rows.of(Cluster) if c.name is not None]
    assert not any("The mother of two" in cluster.nominals for cluster in named)
