"""What the tests of statements share: a text with its attributions and cast, given by hand."""

from collections.abc import Callable, Sequence

import pytest

from reportedly.annotate.document import Document
from reportedly.annotate.statements.rows import statements_of
from reportedly.model import (
    Article,
    Attribution,
    ChainHop,
    Cluster,
    EntityKind,
    Mention,
    Mode,
    Statement,
    Timex,
)
from reportedly.offsets import Span
from reportedly.rows import Rows

Told = tuple[Statement, tuple[ChainHop, ...]]


class World:
    """One article under test: spans are given by the words that fill them."""

    def __init__(self, text: str, outlet: str | None = None, published: str | None = None) -> None:
        self.text = text
        self.article = Article(
            article_id="a1",
            path="a.txt",
            text=text,
            outlet=outlet,
            published=published,
            published_latest=published,
            sha256="",
        )
        self.attributions: list[Attribution] = []
        self.mentions: list[Mention] = []
        self.clusters: list[Cluster] = []
        self.timexes: list[Timex] = []

    def at(self, words: str) -> Span:
        """The first place of some words."""
        start = self.text.index(words)
        return start, start + len(words)

    def said(
        self,
        source: str,
        cue: str,
        content: str,
        mode: Mode = "indirect",
        parent: int | None = None,
    ) -> "World":
        """One attribution; empty words are no span."""
        self.attributions.append(
            Attribution(
                article_id="a1",
                content=(self.at(content),),
                cue=(self.at(cue),) if cue else (),
                source=(self.at(source),) if source else (),
                mode=mode,
                parent=parent,
                confidence=0.9,
                reason="given",
            )
        )
        return self

    def who(self, name: str | None, kind: EntityKind, *mentions: str) -> "World":
        """One cluster with its mentions, by their words."""
        number = len(self.clusters)
        self.clusters.append(
            Cluster(article_id="a1", cluster=number, name=name, kind=kind, n_mentions=len(mentions))
        )
        for words in mentions:
            self.mentions.append(
                Mention(
                    article_id="a1",
                    span=self.at(words),
                    text=words,
                    form="name",
                    confidence=1.0,
                    cluster=number,
                )
            )
        return self

    def dated(self, words: str, earliest: str, latest: str) -> "World":
        """One expression of time and the days it can mean."""
        self.timexes.append(
            Timex(
                article_id="a1",
                span=self.at(words),
                text=words,
                type="DATE",
                value=earliest,
                earliest=earliest,
                latest=latest,
            )
        )
        return self

    def statements(self) -> list[Told]:
        """Each statement with its hops."""
        tables: dict[type, Sequence] = {
            Attribution: self.attributions,
            Mention: self.mentions,
            Cluster: self.clusters,
            Timex: self.timexes,
        }
        statements, hops = statements_of(Document(self.article), Rows(tables))
        return [(s, tuple(h for h in hops if h.statement_id == s.statement_id)) for s in statements]


@pytest.fixture(scope="session")
def world() -> Callable[..., World]:
    """Makes an article under test."""
    return World
