"""Rows of coreference made by hand, so that a test of facts hangs on facts alone."""

import re
from collections.abc import Callable, Mapping

import pytest

from reportedly.annotate.dates import annotate as annotate_dates
from reportedly.annotate.document import Document
from reportedly.annotate.facts import annotate
from reportedly.model import Article, Cluster, Fact, Form, Mention, Statement
from reportedly.rows import Rows

#: Full name → the words by which the text means that person.
People = Mapping[str, tuple[str, ...]]
FactsOf = Callable[..., list[Fact]]
PRONOUNS = frozenset({"he", "she", "his", "her", "him", "i", "they", "their"})


def _form(words: str) -> Form:
    if words.lower() in PRONOUNS:
        return "pronoun"
    return "name" if words[0].isupper() and not words.startswith("The ") else "nominal"


def _mentions(text: str, number: int, words: tuple[str, ...]) -> list[Mention]:
    found = []
    for said in words:
        for match in re.finditer(rf"(?<!\w){re.escape(said)}(?!\w)", text):
            taken = any(m.span[0] <= match.start() < m.span[1] for m in found)
            if not taken:
                found.append(
                    Mention(
                        article_id="a1",
                        span=match.span(),
                        text=said,
                        form=_form(said),
                        confidence=0.95,
                        cluster=number,
                    )
                )
    return found


@pytest.fixture(scope="session")
def facts_of() -> FactsOf:
    """`facts_of(text, people, published=…, statements=…)` gives the facts of a text."""

    def run(
        text: str,
        people: People,
        published: str | None = "2018-06-21",
        statements: tuple[Statement, ...] = (),
    ) -> list[Fact]:
        article = Article(article_id="a1", path="p", text=text, published=published, sha256="")
        document = Document(article)
        mentions: list[Mention] = []
        clusters: list[Cluster] = []
        for number, (name, words) in enumerate(people.items()):
            known = (name, *sorted(words, key=len, reverse=True))
            mentions += _mentions(text, number, known)
            clusters.append(
                Cluster(
                    article_id="a1",
                    cluster=number,
                    name=name,
                    names=tuple(w for w in known if _form(w) == "name"),
                    kind="person",
                    pronouns=tuple(w.lower() for w in known if _form(w) == "pronoun"),
                    n_mentions=1,
                )
            )
        rows = Rows({Mention: mentions, Cluster: clusters, Statement: statements})
        rows = rows.merged(annotate_dates(document, rows))
        return list(annotate(document, rows).of(Fact))

    return run
