"""One statement, and one utterance in all its versions."""

from dataclasses import dataclass

from fastapi import APIRouter, Request, Response

from reportedly.model import Statement, Utterance
from reportedly.show.web import urls
from reportedly.show.web.desk import DecidedNow, Desk, desk_of
from reportedly.show.web.differences import Piece, differences
from reportedly.show.web.failing import not_found
from reportedly.show.web.paging import PageNumber, Paging, paging
from reportedly.show.web.pictures.journey import Journey, journey
from reportedly.show.web.reading import Reading
from reportedly.show.web.rendering import respond
from reportedly.store import pages_findings, pages_identity, pages_quotes
from reportedly.store.pages import PAGE_ROWS, StatementLine
from reportedly.store.pages_findings import Excerpt, FindingCard
from reportedly.store.pages_quotes import Report

router = APIRouter()


@dataclass(frozen=True, slots=True)
class Version:
    """A report, and its words against those of the report that it comes from."""

    report: Report
    words: list[Piece]
    compared_with: StatementLine | None


@dataclass(frozen=True, slots=True)
class StatementPage:
    """Context of `statement.html`."""

    statement: Statement
    line: StatementLine
    excerpt: Excerpt
    parent: StatementLine | None
    children: list[StatementLine]
    claim: str | None
    versions: list[Version]
    picture: Journey | None
    findings: list[FindingCard]
    desk: Desk


@dataclass(frozen=True, slots=True)
class UtterancePage:
    """Context of `utterance.html`."""

    utterance: Utterance
    versions: list[Version]
    picture: Journey | None


@dataclass(frozen=True, slots=True)
class UtterancesPage:
    """Context of `utterances.html`."""

    utterances: list[Utterance]
    paging: Paging


def versions(reports: list[Report]) -> list[Version]:
    """Reports with their differences from where they come from, or from the earliest."""
    lines = {report.statement.statement_id: report.statement for report in reports}
    found = []
    for report in reports:
        origin = report.variant.from_statement_id if report.variant else None
        earlier = lines.get(origin or "")
        later = report.statement.content_text
        words = differences(earlier.content_text, later) if earlier else [Piece("same", later)]
        found.append(Version(report, words, earlier))
    return found


@router.get("/statement/{statement_id}")
def statement(
    request: Request, reading: Reading, decided: DecidedNow, statement_id: str
) -> Response:
    """A statement with its chain and all reports of the same words."""
    parts = pages_quotes.find_statement(reading, statement_id)
    if parts is None:
        raise not_found("statement", statement_id)
    reports = pages_quotes.reports(reading, parts.statement.utterance_id or "")
    said = parts.statement
    span = (said.content[0][0], said.content[-1][1])
    names = pages_identity.names_in_article(reading, said.article_id)
    context = StatementPage(
        statement=said,
        line=parts.line,
        excerpt=pages_findings.excerpt(parts.text, span, 240),
        parent=parts.parent,
        children=parts.children,
        claim=parts.claim,
        versions=versions(reports) if len(reports) > 1 else [],
        picture=journey(reports),
        findings=pages_findings.with_statement(reading, statement_id, decided.dismissed()),
        desk=desk_of(request, decided, "statement", statement_id, names),
    )
    return respond(request, "statement.html", context)


@router.get("/utterance/{utterance_id}")
def utterance(request: Request, reading: Reading, utterance_id: str) -> Response:
    """Versions side by side, and how the words travelled."""
    found = pages_quotes.find_utterance(reading, utterance_id)
    if found is None:
        raise not_found("utterance", utterance_id)
    reports = pages_quotes.reports(reading, found.utterance_id)
    context = UtterancePage(found, versions(reports), journey(reports))
    return respond(request, "utterance.html", context)


@router.get("/utterances")
def utterances(request: Request, reading: Reading, number: PageNumber = 0) -> Response:
    """Quotations that were reported more than once."""
    total, found = pages_quotes.travelled(reading, offset=number * PAGE_ROWS)
    context = UtterancesPage(found, paging(number, total, lambda n: urls.utterances(page=n)))
    return respond(request, "utterances.html", context)
