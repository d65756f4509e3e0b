"""What people ask of a chronicle by name: findings in order, a person's statements, a timeline,
where a statement came from and where it went.  Typed rows come back; who shows them is elsewhere.
"""

import sqlite3
from dataclasses import dataclass

from reportedly.model import (
    FINDING_ORDER,
    TOGETHER,
    Article,
    ChainHop,
    Event,
    Fact,
    Finding,
    Mention,
    Statement,
    Variant,
)
from reportedly.offsets import contains
from reportedly.store import rows

#: Findings less sure than this are more likely wrong than right.
LIKELY = 0.5


def reading_order(finding: Finding) -> tuple[bool, int, float, str]:
    """Sort key: what is likely right first, then the kind that matters most, then the surest."""
    kind = FINDING_ORDER.index(finding.kind)
    return finding.confidence < LIKELY, kind, -finding.confidence, finding.finding_id


def findings(connection: sqlite3.Connection, kind: str | None = None) -> list[Finding]:
    """Findings in the order in which they are to be read."""
    found = (
        rows.select(connection, Finding, "kind = ?", (kind,))
        if kind
        else rows.select(connection, Finding)
    )
    return sorted(found, key=reading_order)


def articles(connection: sqlite3.Connection) -> dict[str, Article]:
    """All articles by identifier."""
    return {article.article_id: article for article in rows.select(connection, Article)}


def chain(connection: sqlite3.Connection, statement_id: str) -> list[ChainHop]:
    """How a statement reached the reader, from the article's outlet to the origin."""
    return list(rows.select(connection, ChainHop, "statement_id = ?", (statement_id,)))


#: Statements of several of whom an entity is one ("Ada Quill & Bo Tarn"); asked with it twice.
JOINT = f"""speaker_id is null
    and article_id in (select article_id from mentions where entity_id = ?)
    and instr(speaker, '{TOGETHER}')
    and instr('{TOGETHER}' || speaker || '{TOGETHER}',
              '{TOGETHER}' || (select name from entities where entity_id = ?) || '{TOGETHER}')"""


@dataclass(frozen=True, slots=True)
class Person:
    """What a chronicle holds on one entity."""

    statements: list[Statement]
    """by them, alone first, then together with others"""
    heard: list[Statement]
    """to them"""
    about: list[Statement]
    """that mention them in what is said, by others"""
    facts: list[Fact]
    findings: list[Finding]


def facts_of(connection: sqlite3.Connection, entity_id: str) -> list[Fact]:
    """The facts of one entity."""
    return list(rows.select(connection, Fact, "subject_id = ?", (entity_id,)))


def person(connection: sqlite3.Connection, entity_id: str) -> Person:
    """Everything on one entity."""
    by = list(rows.select(connection, Statement, "speaker_id = ?", (entity_id,)))
    by += rows.select(connection, Statement, JOINT, (entity_id, entity_id))
    own = {statement.statement_id for statement in by}
    about = [s for s in _statements_about(connection, entity_id) if s.statement_id not in own]
    return Person(
        statements=by,
        heard=list(rows.select(connection, Statement, "addressee_id = ?", (entity_id,))),
        about=about,
        facts=facts_of(connection, entity_id),
        findings=[f for f in findings(connection) if entity_id in f.about],
    )


def _statements_about(connection: sqlite3.Connection, entity_id: str) -> list[Statement]:
    places: dict[str, list[tuple[int, int]]] = {}
    for mention in rows.select(connection, Mention, "entity_id = ?", (entity_id,)):
        places.setdefault(mention.article_id, []).append(mention.span)
    found: list[Statement] = []
    for article_id, spans in sorted(places.items()):
        found += [
            statement
            for statement in rows.select(connection, Statement, "article_id = ?", (article_id,))
            if any(contains(outer, span) for outer in statement.content for span in spans)
        ]
    return found


def events(connection: sqlite3.Connection, entity_id: str | None = None) -> list[Event]:
    """Events in the order of their days, undated ones last; of one entity or of all."""
    found = [
        event
        for event in rows.select(connection, Event)
        if entity_id is None or entity_id in event.who
    ]
    return sorted(found, key=lambda e: (e.earliest or "9999", e.latest or "9999", e.event_id))


@dataclass(frozen=True, slots=True)
class Version:
    """One report of an utterance."""

    statement: Statement
    variant: Variant | None
    article: Article
    chain: list[ChainHop]


def versions(connection: sqlite3.Connection, statement_id: str) -> list[Version]:
    """All reports of the utterance that a statement reports, earliest first; empty when unknown."""
    asked = next(rows.select(connection, Statement, "statement_id = ?", (statement_id,)), None)
    if asked is None:
        return []
    column, value = (
        ("utterance_id", asked.utterance_id)
        if asked.utterance_id
        else ("statement_id", statement_id)
    )
    found = []
    for statement in rows.select(connection, Statement, f"{column} = ?", (value,)):
        variant = next(
            rows.select(connection, Variant, "statement_id = ?", (statement.statement_id,)), None
        )
        article = next(rows.select(connection, Article, "article_id = ?", (statement.article_id,)))
        found.append(
            Version(statement, variant, article, chain(connection, statement.statement_id))
        )
    return sorted(
        found, key=lambda v: (v.article.published_latest or "9999", v.statement.statement_id)
    )
