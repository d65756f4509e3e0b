"""A small invented world for tests of findings: articles, people, statements and facts."""

import re
from typing import Any

import pytest

from reportedly.engine.joins import LaptopJoins
from reportedly.model import (
    TABLES,
    Article,
    ChainHop,
    Claim,
    Edit,
    Entity,
    EntityKind,
    Fact,
    Finding,
    Mention,
    Row,
    Statement,
    Utterance,
    Variant,
)
from reportedly.reconcile.findings import FINDERS
from reportedly.reconcile.findings.told_and_denied import not_told_by_others
from reportedly.reconcile.findings.whole import Whole
from reportedly.schema import table_of


class World:
    """Collects rows; every method returns the row that it added."""

    def __init__(self) -> None:
        self.rows: list[Row] = []
        self.people: dict[str, str] = {}

    def entity(self, name: str, kind: EntityKind = "person") -> str:
        """An entity that every article mentions by `name`; its identifier."""
        entity_id = "e" + re.sub(r"\W", "", name).lower()
        self.people[name] = entity_id
        self.rows.append(Entity(entity_id=entity_id, name=name, kind=kind, n_articles=1))
        return entity_id

    def article(self, outlet: str | None, day: str | None, text: str, **more: Any) -> Article:
        """An article published on `day` (None: undated), with mentions of all entities by name."""
        article = Article(
            article_id=f"a{sum(isinstance(r, Article) for r in self.rows)}",
            path="x",
            text=text,
            sha256="",
            outlet=outlet,
            published=day,
            **{"published_earliest": day, "published_latest": day, **more},
        )
        self.rows.append(article)
        for name, entity_id in self.people.items():
            for match in re.finditer(re.escape(name), text):
                self.rows.append(
                    Mention(
                        article_id=article.article_id,
                        span=match.span(),
                        text=name,
                        form="name",
                        entity_id=entity_id,
                        confidence=0.95,
                        cluster=0,
                    )
                )
        return article

    def says(self, article: Article, speaker: str | None, content: str, **more: Any) -> Statement:
        """A statement whose content is in the article's text."""
        start = article.text.index(content)
        values: dict[str, Any] = {
            "mode": "direct",
            "source_kind": "person" if speaker else "anonymous",
            "confidence": 0.9,
            "reason": "",
            **more,
        }
        statement = Statement(
            statement_id=f"s{sum(isinstance(r, Statement) for r in self.rows)}",
            article_id=article.article_id,
            content=((start, start + len(content)),),
            content_text=content,
            speaker=speaker,
            speaker_id=self.people.get(speaker or ""),
            **values,
        )
        self.rows.append(statement)
        return statement

    def utterance(self, *statements: Statement) -> None:
        """Marks statements as reports of one utterance; give them `utterance_id="u"` as well."""
        self.rows.append(
            Utterance(
                utterance_id="u",
                text=statements[0].content_text,
                first_article_id=statements[0].article_id,
                n_statements=len(statements),
                n_outlets=len(statements),
                n_independent=len(statements),
            )
        )

    def variant(self, source: Statement, report: Statement, *edits: Edit) -> None:
        """`report` comes from `source` by `edits`."""
        self.rows.append(
            Variant(
                utterance_id="u",
                statement_id=report.statement_id,
                from_statement_id=source.statement_id,
                change="altered",
                edits=edits,
            )
        )

    def claim(self, text: str, independent: int, *about: str) -> Claim:
        """A claim named `c` in the statements that make it."""
        claim = Claim(
            claim_id="c",
            text=text,
            about=about,
            n_statements=independent,
            n_outlets=independent,
            n_independent=independent,
        )
        self.rows.append(claim)
        return claim

    def hop(self, statement: Statement, hop: int, kind: str, name: str) -> None:
        """One hop of a statement's chain."""
        self.rows.append(
            ChainHop(
                statement_id=statement.statement_id,
                hop=hop,
                kind=kind,  # type: ignore[arg-type]
                name=name,
                entity_id=self.people.get(name),
            )
        )

    def fact(self, article: Article, subject: str, attribute: str, value: str, words: str) -> Fact:
        """A fact that the article gives for the day of its publication."""
        start = article.text.index(words)
        fact = Fact(
            fact_id=f"f{sum(isinstance(r, Fact) for r in self.rows)}",
            subject_id=self.people[subject],
            subject=subject,
            attribute=attribute,
            value=value,
            as_of_earliest=article.published_earliest,
            as_of_latest=article.published_latest,
            article_id=article.article_id,
            span=(start, start + len(words)),
            confidence=0.95,
        )
        self.rows.append(fact)
        return fact

    def whole(self) -> Whole:
        """The tables of all rows."""
        rows: dict[type[Row], list[Row]] = {kind: [] for kind in TABLES.values()}
        for row in self.rows:
            rows[type(row)].append(row)
        return Whole({kind.table: table_of(kind, listed) for kind, listed in rows.items()})

    def findings(self) -> list[Finding]:
        """What all finders find, a denial once."""
        whole, joins = self.whole(), LaptopJoins()
        return not_told_by_others(finding for find in FINDERS for finding in find(whole, joins))


@pytest.fixture
def world() -> World:
    """An empty world."""
    return World()
