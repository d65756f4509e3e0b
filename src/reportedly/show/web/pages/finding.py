"""Findings with their evidence side by side; claims and who makes them."""

from dataclasses import dataclass, replace
from typing import Annotated

from fastapi import APIRouter, Depends, Request, Response

from reportedly.decisions.model import Decision
from reportedly.model import Claim, Finding
from reportedly.show.web import urls
from reportedly.show.web.desk import DecidedNow, Desk, desk_of
from reportedly.show.web.failing import not_found
from reportedly.show.web.paging import PageNumber, Paging, paging
from reportedly.show.web.reading import Reading
from reportedly.show.web.rendering import respond
from reportedly.store import pages, pages_articles, pages_findings, pages_quotes
from reportedly.store.pages import PAGE_ROWS, Count, Named
from reportedly.store.pages_findings import FindingCard, Neighbours, Wanted
from reportedly.store.pages_quotes import ClaimParts

router = APIRouter()

#: Each stands with both its sides, so fewer than rows of a list.
_CARDS = 20


@dataclass(frozen=True, slots=True)
class FindingsPage:
    """Context of `findings.html`."""

    wanted: Wanted
    about: Named | None
    outlets: list[Count]
    kinds: list[Count]
    findings: list[FindingCard]
    verdicts: dict[str, Decision]
    dismissed: bool
    n_dismissed: int
    paging: Paging


@dataclass(frozen=True, slots=True)
class FindingPage:
    """Context of `finding.html`."""

    card: FindingCard
    place: Neighbours
    reasons: dict[str, str]
    """why the articles without a date are put where they are, by article"""
    beside: list[Finding]
    """what else is found on the same words or the same matter"""
    desk: Desk


def _asked_for(kind: str = "", about: str = "", q: str = "", outlet: str = "") -> Wanted:
    return Wanted(kind, about, q, outlet)


AskedFor = Annotated[Wanted, Depends(_asked_for)]


@router.get("/findings")
def findings(
    request: Request,
    reading: Reading,
    decided: DecidedNow,
    asked: AskedFor,
    number: PageNumber = 0,
    dismissed: bool = False,
) -> Response:
    """Findings, those that matter most first; dismissed ones only when asked for."""
    gone = decided.dismissed()
    wanted = asked if dismissed else replace(asked, without=gone)
    total, found = pages_findings.findings(reading, wanted, limit=_CARDS, offset=number * _CARDS)

    def link(page: int) -> str:
        return urls.findings(wanted, page=page, dismissed=dismissed)

    context = FindingsPage(
        wanted=asked,
        about=pages.named(reading, [asked.about]).get(asked.about),
        outlets=pages_articles.outlets(reading),
        kinds=pages_findings.kinds(reading, wanted),
        findings=found,
        verdicts=decided.verdicts(),
        dismissed=dismissed,
        n_dismissed=len(gone),
        paging=paging(number, total, link, _CARDS),
    )
    return respond(request, "findings.html", context)


@router.get("/finding/{finding_id}")
def finding(request: Request, reading: Reading, decided: DecidedNow, finding_id: str) -> Response:
    """One finding with all it rests on, why that stands where it does in time, and what is next."""
    card = pages_findings.find_finding(reading, finding_id)
    if card is None:
        raise not_found("finding", finding_id)
    gone = decided.dismissed()
    context = FindingPage(
        card=card,
        place=pages_findings.neighbours(reading, card.finding, gone),
        reasons=pages_articles.reasons(reading, (side.article.article_id for side in card.sides)),
        beside=pages_findings.beside(reading, card.finding, gone),
        desk=desk_of(request, decided, "finding", finding_id),
    )
    return respond(request, "finding.html", context)


@dataclass(frozen=True, slots=True)
class ClaimsPage:
    """Context of `claims.html`."""

    claims: list[Claim]
    makers: dict[str, list[str]]
    paging: Paging


@router.get("/claims")
def claims(request: Request, reading: Reading, number: PageNumber = 0) -> Response:
    """Claims that more than one statement makes, most independent sources first."""
    total, found = pages_quotes.claims(reading, offset=number * PAGE_ROWS)
    makers = pages_quotes.makers(reading, [each.claim_id for each in found])
    context = ClaimsPage(found, makers, paging(number, total, lambda n: urls.claims(page=n)))
    return respond(request, "claims.html", context)


@router.get("/claim/{claim_id}")
def claim(request: Request, reading: Reading, claim_id: str) -> Response:
    """One claim and all statements that make it."""
    parts: ClaimParts | None = pages_quotes.find_claim(reading, claim_id)
    if parts is None:
        raise not_found("claim", claim_id)
    return respond(request, "claim.html", parts)
