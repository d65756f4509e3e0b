"""Denials of what a report said: "has denied a report that he left", "there had been no such meal".

In: articles with what they say, and the articles of outlets that they cite.  Out: findings
`conflict`: what was reported, there or in the cited article, beside the denial.
"""

import re
from collections.abc import Iterator

from reportedly.model import Finding, Statement
from reportedly.offsets import hull
from reportedly.reconcile.findings.cited import as_first_reported
from reportedly.reconcile.findings.making import make_finding
from reportedly.reconcile.findings.passages import sentence_at
from reportedly.reconcile.findings.pile import Pile, evidence_of
from reportedly.reconcile.findings.wording import listed, quoted, report, sentence, who

_DENIED_REPORT = re.compile(
    r"\b(?:den(?:y|ies|ied|ying)|reject(?:s|ed|ing)?|dismiss(?:es|ed|ing)?|disput(?:es|ed|ing))\s+"
    r"(?:(?:an?|the|all|any|\w+)\s+){0,3}"
    r"(?:reports?|claims?|story|stories|allegations?|rumou?rs?|suggestions?)\s+(?:that|of)\b",
    re.IGNORECASE,
)
_NO_SUCH = re.compile(r"\b(?:no\s+such|nothing\s+of\s+the\s+(?:sort|kind))\b", re.IGNORECASE)
#: What is denied, and what is said of the denial, stand within so many characters.
REACH_CHARS = 800
MOST_SHOWN = 3
PRIOR = 0.65


def denies_a_report(text: str) -> bool:
    """May somebody deny in `text` what a report says?"""
    return _DENIED_REPORT.search(text) is not None or _NO_SUCH.search(text) is not None


def find_denied_reports(pile: Pile) -> Iterator[Finding]:
    """One finding for each article in which somebody denies what an outlet that it cites, or
    somebody whom that outlet quotes, is reported to have said."""
    told: dict[str, list[Statement]] = {}
    for statement in pile.rows(Statement):
        told.setdefault(statement.article_id, []).append(statement)
    for article_id in sorted(told):
        if denies_a_report(pile.articles[article_id].text):
            said = sorted(told[article_id], key=lambda s: (hull(s.content), s.statement_id))
            yield from _finding(said, pile)


def _finding(said: list[Statement], pile: Pile) -> Iterator[Finding]:
    denials = [s for s in said if _denies(s, pile)]
    if not denials:
        return
    first, own = denials[0], [s for s in denials if s.speaker_id]
    relayed = [
        s
        for s in said
        if s not in denials
        and pile.sources.relays.get(s.statement_id)
        and not (s.speaker_id and s.speaker_id in {d.speaker_id for d in own})
        and abs(hull(s.content)[0] - hull(first.content)[0]) <= REACH_CHARS
    ]
    if not relayed:
        return
    reported = as_first_reported(first, relayed, pile) or relayed
    denied = listed(quoted(d.content_text) for d in denials[:MOST_SHOWN])
    explanation = (
        f"{who(reported[0])} is reported to say {quoted(reported[0].content_text)} "
        f"({_place(reported[0], pile)}); {who((own or denials)[0])} denies what was reported: "
        f"{denied} ({_place(first, pile)})"
    )
    yield make_finding(
        "conflict",
        sentence(explanation),
        (
            evidence_of(s)
            for s in (reported[0], first, *reported[1:], *denials[1:], *relayed[:MOST_SHOWN])
        ),
        PRIOR * (reported[0].confidence * first.confidence) ** 0.5,
        about=sorted({e for s in (first, *relayed) for e in pile.about(s)}),
        naming=((own or denials)[0].speaker or _first_named(first, relayed, pile), None),
    )


def _denies(statement: Statement, pile: Pile) -> bool:
    """Is this what is denied of a report, or the denial in the denier's words?"""
    text, span = pile.articles[statement.article_id].text, hull(statement.content)
    if statement.parent_id or statement.polarity == "asks":
        return False
    if statement.polarity == "denies":
        return _DENIED_REPORT.search(text, *sentence_at(text, span[0])) is not None
    return _NO_SUCH.search(statement.content_text) is not None and statement.mode != "direct"


def _first_named(first: Statement, relayed: list[Statement], pile: Pile) -> str | None:
    named = (pile.name(e) for s in (first, *relayed) for e in pile.about(s))
    return next((name for name in named if name), None)


def _place(statement: Statement, pile: Pile) -> str:
    return report(pile.articles[statement.article_id], pile.published(statement.article_id))
