"""What is told of somebody behind a clause, or with a second verb, is told of them all the same."""

import pytest

from reportedly.annotate.document import Document
from reportedly.model import Article, Fact
from reportedly.pipeline import ARTICLE_STAGES
from reportedly.rows import Rows

PEOPLE = {"Ann Doe": ("Doe", "she"), "Tom Roe": ("Roe",), "Eve Poe": ("Poe",)}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Doe, whose play at the mill won three awards, is married to the actor Tom Roe.",
            ("Ann Doe", "spouse", "Tom Roe"),
        ),
        (
            "The first is the poet's mother, Ann Doe, who taught at Quill for years and died in"
            " March 2015.",
            ("Ann Doe", "death_date", "2015-03"),
        ),
        ("Ann Doe sang at the fair and is now 43.", ("Ann Doe", "age", "43")),
        (
            "Doe, who won the race in May, has three children.",
            ("Ann Doe", "children", "3"),
        ),
        ("Tom Roe and bossy wife Ann Doe sang.", ("Tom Roe", "spouse", "Ann Doe")),
        (
            "There is a chapter on the birth of their daughter, Ann Doe, on 3 May 2008.",
            ("Ann Doe", "birth_date", "2008-05-03"),
        ),
        ("They have a son, Tom Roe, who is two.", ("Tom Roe", "age", "2")),
        ("Tom Roe has left, just after wife Ann Doe did.", ("Tom Roe", "spouse", "Ann Doe")),
    ],
)
def test_told_of_the_one_named_before(text, told, facts_of):
    people = {**PEOPLE, "Tom Roe": ("Roe", "Tom")}
    assert told in [(f.subject, f.attribute, f.value) for f in facts_of(text, people)]


@pytest.mark.parametrize(
    "text",
    [
        "Doe, whose brother won three awards, said that Eve Poe is married to Tom Roe.",
        "Tom Roe spoke to Eve Poe after wife Ann Doe had left.",
        "A friend of Ann Doe's who taught for years and died in 2004 sang.",
    ],
)
def test_told_of_others(text, facts_of):
    """Another has a subject of its own, who died is the friend, and the wife may be either's."""
    assert "Ann Doe" not in [f.subject for f in facts_of(text, PEOPLE)]


def test_an_apostrophe_may_be_lost() -> None:
    """ "Lamberts wife" is Lambert's."""
    text = "Ida Quill’s son Lambert read a letter.\n\nLamberts wife, Ada Lorne, played."
    document = Document(Article(article_id="a1", path="x", text=text, sha256=""))
    rows = Rows()
    for stage in ARTICLE_STAGES:
        rows = rows.merged(stage.load()(document, rows))
    told = [(f.subject, f.attribute, f.value) for f in rows.of(Fact)]
    assert ("Lambert", "spouse", "Ada Lorne") in told
