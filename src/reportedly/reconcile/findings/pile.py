"""All tables that findings are made from, indexed once for every kind of finding."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property

import pyarrow as pa

from reportedly import schema
from reportedly.calendar import ANY_DAY, Interval, find_interval, interval_from_iso
from reportedly.model import (
    Article,
    ChainHop,
    Claim,
    DayEvidence,
    Entity,
    EntityKind,
    Event,
    Evidence,
    Fact,
    Mention,
    Region,
    Row,
    RowT,
    Statement,
    Timex,
    Variant,
)
from reportedly.offsets import Span, hull, overlaps
from reportedly.reconcile.claims.propositions import MentionIndex
from reportedly.reconcile.days import day_of, is_certain
from reportedly.reconcile.findings.wording import report
from reportedly.reconcile.groups import UNDATED
from reportedly.reconcile.independence import SourceIndex
from reportedly.reconcile.utterances.wording import Said, said
from reportedly.schema import rows_of


@dataclass(frozen=True)
class Pile:
    """The rows of all tables, each in its own order."""

    tables: Mapping[type[Row], list[Row]] = field(default_factory=dict)
    #: the mentions, where they are no rows
    named: MentionIndex | None = None
    #: the entities, where they are no rows
    known: Mapping[str, Entity] | None = None

    @classmethod
    def of(cls, tables: Mapping[str, pa.Table]) -> "Pile":
        """The pile of some Arrow tables; one that is missing counts as empty."""
        kinds: tuple[type[Row], ...] = (
            Article,
            Region,
            Entity,
            Statement,
            ChainHop,
            Variant,
            Fact,
            Event,
            DayEvidence,
            Claim,
            Timex,
        )
        rows = {k: list(rows_of(k, tables[k.table])) for k in kinds if k.table in tables}
        mentions = tables.get(Mention.table, schema.arrow_schema(Mention).empty_table())
        return cls(rows, MentionIndex.of_table(mentions))

    @classmethod
    def of_rows(cls, rows: Iterable[Row]) -> "Pile":
        """The pile of rows of any tables."""
        found: dict[type[Row], list[Row]] = {}
        for row in rows:
            found.setdefault(type(row), []).append(row)
        return cls(found)

    def rows(self, kind: type[RowT]) -> list[RowT]:
        """The rows of one table."""
        return [row for row in self.tables.get(kind, []) if isinstance(row, kind)]

    @cached_property
    def articles(self) -> dict[str, Article]:
        """Articles by identifier."""
        return {row.article_id: row for row in self.rows(Article)}

    @cached_property
    def statements(self) -> dict[str, Statement]:
        """Statements by identifier."""
        return {row.statement_id: row for row in self.rows(Statement)}

    @cached_property
    def entities(self) -> Mapping[str, Entity]:
        """Entities by identifier."""
        return (
            self.known
            if self.known is not None
            else {row.entity_id: row for row in self.rows(Entity)}
        )

    @cached_property
    def hops(self) -> dict[str, list[ChainHop]]:
        """Chains by statement, outermost hop first."""
        found: dict[str, list[ChainHop]] = {}
        for row in sorted(self.rows(ChainHop), key=lambda hop: (hop.statement_id, hop.hop)):
            found.setdefault(row.statement_id, []).append(row)
        return found

    @cached_property
    def mentions(self) -> MentionIndex:
        """Entities by passage."""
        return MentionIndex(self.rows(Mention)) if self.named is None else self.named

    @cached_property
    def sources(self) -> SourceIndex:
        """What ties articles together."""
        standing = {s.statement_id: s.article_id for s in self.rows(Statement)}
        return SourceIndex.of(self.rows(Article), self.rows(ChainHop), standing)

    @cached_property
    def timexes(self) -> dict[str, list[Timex]]:
        """Expressions of days by article, in order."""
        found: dict[str, list[Timex]] = {}
        for row in sorted(self.rows(Timex), key=lambda timex: (timex.article_id, timex.span)):
            if row.type == "DATE":
                found.setdefault(row.article_id, []).append(row)
        return found

    @cached_property
    def boilerplate(self) -> dict[str, list[tuple[int, int]]]:
        """Spans of menus and notices by article."""
        found: dict[str, list[tuple[int, int]]] = {}
        for region in self.rows(Region):
            if region.kind == "boilerplate":
                found.setdefault(region.article_id, []).append(region.span)
        return found

    def in_menu(self, article_id: str, span: Span) -> bool:
        """True for words of a menu or a notice."""
        return any(overlaps(span, menu) for menu in self.boilerplate.get(article_id, ()))

    def in_title(self, article_id: str, span: Span) -> bool:
        """True for words of a headline."""
        return any(overlaps(span, other) for other in self._titles.get(article_id, ()))

    @cached_property
    def _titles(self) -> dict[str, list[Span]]:
        found: dict[str, list[Span]] = {}
        for region in self.rows(Region):
            if region.kind == "title":
                found.setdefault(region.article_id, []).append(region.span)
        return found

    def published(self, article_id: str) -> Interval:
        """The days on which an article can have been published."""
        article = self.articles[article_id]
        if is_certain(article) and (article.published_earliest or article.published_latest):
            return interval_from_iso(article.published_earliest, article.published_latest)
        return find_interval(article.published) or ANY_DAY

    def place(self, article_id: str) -> str:
        """Outlet and day of an article, in words."""
        return report(self.articles[article_id], self.published(article_id))

    def day(self, article_id: str) -> str:
        """The day by which an article is put in order; undated ones come last."""
        return day_of(self.articles[article_id]) or UNDATED

    @cached_property
    def _reports(self) -> dict[str, list[Statement]]:
        found: dict[str, list[Statement]] = {}
        for statement in sorted(self.rows(Statement), key=lambda s: s.statement_id):
            if statement.utterance_id:
                found.setdefault(statement.utterance_id, []).append(statement)
        return found

    def reports_of(self, utterance_id: str | None) -> list[Statement]:
        """All statements that report an utterance."""
        return self._reports.get(utterance_id or "", [])

    @cached_property
    def _said(self) -> dict[str, Said]:
        return {}

    def said(self, statement: Statement) -> Said:
        """The words of a statement; read once, however many it is compared with."""
        found = self._said.get(statement.statement_id)
        if found is None:
            found = said(statement, self.articles[statement.article_id].text)
            self._said[statement.statement_id] = found
        return found

    def is_of(self, entity_id: str, kinds: Iterable[EntityKind]) -> bool:
        """True for an entity of one of some kinds."""
        entity = self.entities.get(entity_id)
        return entity is not None and entity.kind in kinds

    def can_act(self, entity_id: str) -> bool:
        """True for a person or a body."""
        return self.is_of(entity_id, ("person", "organisation"))

    def name(self, entity_id: str | None) -> str | None:
        """The canonical name of an entity."""
        entity = self.entities.get(entity_id or "")
        return entity.name if entity else None

    @cached_property
    def _told_together(self) -> dict[tuple[str, Span, str], list[Fact]]:
        found: dict[tuple[str, Span, str], list[Fact]] = {}
        for fact in sorted(self.rows(Fact), key=lambda f: f.fact_id):
            found.setdefault((fact.article_id, fact.span, fact.attribute), []).append(fact)
        return found

    def told_with(self, fact: Fact) -> list[Fact]:
        """`fact` and those of its attribute that the same words tell of others: of both who wed."""
        return self._told_together.get((fact.article_id, fact.span, fact.attribute), [fact])

    @cached_property
    def _facts(self) -> dict[str, list[Fact]]:
        found: dict[str, list[Fact]] = {}
        for fact in sorted(self.rows(Fact), key=lambda f: f.fact_id):
            found.setdefault(fact.article_id, []).append(fact)
        return found

    def facts_in(self, article_id: str) -> list[Fact]:
        """The facts that an article gives."""
        return self._facts.get(article_id, [])

    @cached_property
    def _said_by(self) -> dict[str, list[Statement]]:
        found: dict[str, list[Statement]] = {}
        for statement in sorted(self.rows(Statement), key=lambda s: s.statement_id):
            if statement.speaker_id:
                found.setdefault(statement.speaker_id, []).append(statement)
        return found

    def said_by(self, entity_id: str) -> list[Statement]:
        """All statements of one speaker."""
        return self._said_by.get(entity_id, [])

    @cached_property
    def _contents(self) -> dict[str, list[tuple[Span, Statement]]]:
        found: dict[str, list[tuple[Span, Statement]]] = {}
        for statement in sorted(self.rows(Statement), key=lambda s: s.statement_id):
            listed = found.setdefault(statement.article_id, [])
            listed += [(span, statement) for span in statement.content]
        return found

    def statement_over(self, article_id: str, span: Span) -> Statement | None:
        """The statement whose content takes up most of `span`, half of it at least."""
        best: tuple[int, str] | None = None
        chosen = None
        for own, statement in self._contents.get(article_id, ()):
            common = min(own[1], span[1]) - max(own[0], span[0])
            rank = (common, statement.statement_id)
            if 2 * common >= span[1] - span[0] and (best is None or rank > best):
                best, chosen = rank, statement
        return chosen

    def evidence_at(self, article_id: str, span: Span) -> Evidence:
        """Words as evidence, with the statement that they lie in."""
        said = self.statement_over(article_id, span)
        return Evidence(article_id, span, said.statement_id if said else None)

    @cached_property
    def _by_article(self) -> dict[str, list[Statement]]:
        found: dict[str, list[Statement]] = {}
        for statement in self.rows(Statement):
            found.setdefault(statement.article_id, []).append(statement)
        return found

    def said_in(self, article_id: str) -> list[Statement]:
        """The statements of an article, in the order of their words."""
        listed = self._by_article.get(article_id, [])
        return sorted(listed, key=lambda s: (hull(s.content), s.statement_id))

    @cached_property
    def _by_story(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        for article in self.rows(Article):
            if article.story_id:
                found.setdefault(article.story_id, []).append(article.article_id)
        return found

    def with_story_of(self, article_id: str) -> list[str]:
        """The articles of the story of an article; none where that has no story."""
        return self._by_story.get(self.articles[article_id].story_id or "", [])

    def about(self, statement: Statement) -> tuple[str, ...]:
        """Entities mentioned in what a statement says."""
        return self.mentions.within(statement.article_id, statement.content)


def evidence_of(statement: Statement) -> Evidence:
    """The words of a statement as evidence."""
    return Evidence(statement.article_id, hull(statement.content), statement.statement_id)


def fact_evidence(fact: Fact) -> Evidence:
    """The words of a fact as evidence."""
    return Evidence(fact.article_id, fact.span, fact.statement_id)
