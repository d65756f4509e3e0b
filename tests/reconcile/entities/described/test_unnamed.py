"""Whom one article describes and does not name, by its words alone."""

from typing import Any

import pytest

from reportedly.model import Article, Cluster, Form, Mention, Region, Statement
from reportedly.reconcile.entities.described.unnamed import GUESSED, unnamed_in
from reportedly.schema import table_of

TEXT = "Ada Quill left. The 52-year-old investor smiled. He hopes to become the harbour master."


def mention(text: str, cluster: int, form: Form, confidence: float = 0.9) -> Mention:
    """Where the text has these words."""
    start = TEXT.index(text)
    return Mention(
        article_id="a1", cluster=cluster, span=(start, start + len(text)), text=text,
        form=form, confidence=confidence,
    )  # fmt: skip


INVESTOR = mention("The 52-year-old investor", 2, "nominal")
HE = mention("He", 2, "pronoun")


def unnamed(
    *mentions: Mention, statements: tuple[Statement, ...] = (), nominals: tuple[str, ...] = ()
) -> list[dict[str, Any]]:
    """The rows of the article with some mentions."""
    described = nominals or tuple(each.text for each in mentions if each.form == "nominal")
    clusters = [
        Cluster(
            article_id="a1", cluster=1, name="Ada Quill", names=("Ada Quill",), kind="person",
            n_mentions=1,
        ),
        Cluster(article_id="a1", cluster=2, kind="person", n_mentions=2, nominals=described),
    ]  # fmt: skip
    tables = {
        Article.table: table_of(
            Article, [Article(article_id="a1", path="a.txt", text=TEXT, sha256="")]
        ),
        Region.table: table_of(Region, []),
        Cluster.table: table_of(Cluster, clusters),
        Mention.table: table_of(Mention, list(mentions)),
        Statement.table: table_of(Statement, list(statements)),
    }
    return list(unnamed_in(tables).to_pylist())


def said_by(kind: Any) -> Statement:
    """Something that the described person says, as a source of some kind."""
    return Statement(
        statement_id="s1", article_id="a1", content=((0, 3),), content_text="Ada",
        mode="indirect", speaker_cluster=2, source_kind=kind, confidence=0.9, reason="",
    )  # fmt: skip


def test_somebody_described_and_spoken_of_again() -> None:
    """With the words, their place, the sex that a pronoun tells, and that somebody is meant."""
    (row,) = unnamed(INVESTOR, HE)
    assert row["phrases"] == ["The 52-year-old investor"]
    assert tuple(row["spans"]) == INVESTOR.span
    assert (row["cluster"], row["sex"], row["meant"], row["guessed"]) == (2, "m", True, False)
    (alone,) = unnamed(INVESTOR)
    assert (alone["sex"], alone["meant"]) == ("", False)


@pytest.mark.parametrize(("kind", "rows"), [("anonymous", 0), ("person", 1)])
def test_whom_an_article_keeps_back_is_nobody(kind: str, rows: int) -> None:
    """An anonymous source is left out; another that speaks is meant."""
    found = unnamed(INVESTOR, statements=(said_by(kind),))
    assert [row["meant"] for row in found] == [True] * rows


def test_what_somebody_may_become_describes_nobody() -> None:
    """ "To become the harbour master" says what he is not, and "a man" brings somebody in."""
    assert not unnamed(mention("the harbour master", 2, "nominal"))
    assert not unnamed(INVESTOR, nominals=("a man", "The 52-year-old investor"))


def test_guesses_are_rows_of_their_own() -> None:
    """A description that the article gives to whoever was named before, as unsure as it is."""
    guess = mention("The 52-year-old investor", 1, "nominal", GUESSED)
    (row,) = unnamed(guess)
    assert (row["cluster"], row["guessed"], row["meant"]) == (1, True, False)
    assert not unnamed(mention("The 52-year-old investor", 1, "nominal", 0.9))
