"""What the pages of a statement, an utterance and a claim show: all reports of one thing said."""

import json
import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass

from reportedly.model import Claim, Statement, Utterance, Variant
from reportedly.store import naming, pages, rows
from reportedly.store.descriptions import find_description
from reportedly.store.pages import Named, StatementLine

#: Reports of one utterance or claim on its page; more than any reader compares by eye.
SHOWN = 100

#: No report may stand before one that can be older only because its own day is not known.
_REPORT_ORDER = """coalesce(case when a.published_from <> 'inferred' then a.published end,
    a.published_latest, a.published, '9999'), a.article_id, s.statement_id"""


@dataclass(frozen=True, slots=True)
class Report:
    """One report of an utterance, and how it differs from the one it comes from."""

    statement: StatementLine
    variant: Variant | None


@dataclass(frozen=True, slots=True)
class StatementParts:
    """One statement with the words that lead to and from it."""

    statement: Statement
    line: StatementLine
    text: str
    parent: StatementLine | None
    children: list[StatementLine]
    claim: str | None


def find_statement(connection: sqlite3.Connection, statement_id: str) -> StatementParts | None:
    """One statement and its surroundings."""
    own = (statement_id,)
    statement = next(rows.select(connection, Statement, "statement_id = ?", own), None)
    lines = pages.statements_named(connection, own)
    if statement is None or statement_id not in lines:
        return None
    parent = pages.statements_named(connection, [statement.parent_id or ""])
    claim = connection.execute(
        "select text from claims where claim_id = ?", (statement.claim_id,)
    ).fetchone()
    return StatementParts(
        statement=statement,
        line=lines[statement_id],
        text=pages.texts(connection, [statement.article_id])[statement.article_id],
        parent=parent.get(statement.parent_id or ""),
        children=pages.statements(connection, "s.parent_id = ?", own),
        claim=None if claim is None else claim[0],
    )


def find_utterance(connection: sqlite3.Connection, utterance_id: str) -> Utterance | None:
    """An utterance by its identifier or a former one."""
    name = naming.current(connection, utterance_id)
    return next(rows.select(connection, Utterance, "utterance_id = ?", (name,)), None)


def reports(connection: sqlite3.Connection, utterance_id: str) -> list[Report]:
    """The reports of an utterance, earliest first; an open day counts as its last possible one."""
    lines = pages.statements(
        connection, "s.utterance_id = ?", (utterance_id,), order=_REPORT_ORDER, limit=SHOWN
    )
    variants = {
        variant.statement_id: variant
        for variant in rows.select(connection, Variant, "utterance_id = ?", (utterance_id,))
    }
    return _origins_first([Report(line, variants.get(line.statement_id)) for line in lines])


def _origins_first(reports: list[Report]) -> list[Report]:
    """`reports` in their order, but none before the one that it comes from."""
    waiting = list(reports)
    there = {report.statement.statement_id for report in reports}
    found: list[Report] = []
    while waiting:
        ready = (
            r for r in waiting if r.variant is None or r.variant.from_statement_id not in there
        )
        following = next(ready, waiting[0])
        waiting.remove(following)
        there.discard(following.statement.statement_id)
        found.append(following)
    return found


def travelled(
    connection: sqlite3.Connection, *, limit: int = pages.PAGE_ROWS, offset: int = 0
) -> tuple[int, list[Utterance]]:
    """(how many in all, one page) of utterances reported more than once, most outlets first."""
    query = """select * from utterances where n_statements > 1
               order by n_outlets desc, n_statements desc, utterance_id limit ? offset ?"""
    found = connection.execute(query, (limit, offset))
    total = pages.count(connection, "select count(*) from utterances where n_statements > 1")
    return total, [rows.read(Utterance, row) for row in found]


@dataclass(frozen=True, slots=True)
class ClaimParts:
    """A claim, those it is about, and the statements that make it."""

    claim: Claim
    about: list[Named]
    statements: list[StatementLine]


def claims(connection: sqlite3.Connection, *, offset: int) -> tuple[int, list[Claim]]:
    """(how many in all, one page) of claims that more than one statement makes."""
    query = """select * from claims where n_statements > 1
               order by n_independent desc, n_outlets desc, claim_id limit ? offset ?"""
    found = connection.execute(query, (pages.PAGE_ROWS, offset))
    total = pages.count(connection, "select count(*) from claims where n_statements > 1")
    return total, [rows.read(Claim, row) for row in found]


def makers(connection: sqlite3.Connection, claim_ids: Iterable[str]) -> dict[str, list[str]]:
    """claim → those who make it, by name or as articles describe them, the most frequent first."""
    query = """select claim_id, coalesce(speaker, source_text) as who from statements
               where claim_id in (select value from json_each(?)) and who is not null
               group by 1, 2 order by 1, count(*) desc, 2"""
    found: dict[str, list[str]] = {}
    for claim_id, who in connection.execute(query, (json.dumps(sorted(claim_ids)),)):
        if described := find_description(who):
            found.setdefault(claim_id, []).append(described)
    return found


def find_claim(connection: sqlite3.Connection, claim_id: str) -> ClaimParts | None:
    """A claim by its identifier or a former one."""
    name = naming.current(connection, claim_id)
    claim = next(rows.select(connection, Claim, "claim_id = ?", (name,)), None)
    if claim is None:
        return None
    people = pages.named(connection, claim.about)
    return ClaimParts(
        claim=claim,
        about=[people[each] for each in claim.about if each in people],
        statements=pages.statements(connection, "s.claim_id = ?", (name,), limit=SHOWN),
    )
