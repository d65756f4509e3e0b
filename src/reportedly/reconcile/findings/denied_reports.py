"""Denials of what a report said: "has denied a report that he left", "there had been no such meal".

In: articles with what they say, and the articles of outlets that they cite.  Out: findings
`conflict`: what was reported, there or in the cited article, beside the denial.
"""

import re
from collections.abc import Iterator

from reportedly.content_words import content_stems, negations
from reportedly.model import Finding, Statement
from reportedly.offsets import hull
from reportedly.reconcile.findings.cited import NEAR, as_first_reported
from reportedly.reconcile.findings.making import certainty, make_finding
from reportedly.reconcile.findings.pile import Pile, evidence_of
from reportedly.reconcile.findings.sentences import sentence_at
from reportedly.reconcile.findings.wording import listed, quoted, sentence, who
from reportedly.reconcile.pairs.judging import closeness
from reportedly.reconcile.utterances.likeness import sign

_DENIED_REPORT = re.compile(
    r"\b(?:den(?:y|ies|ied|ying)|reject(?:s|ed|ing)?|dismiss(?:es|ed|ing)?|disput(?:es|ed|ing))\s+"
    r"(?:(?:an?|the|all|any|\w+)\s+){0,3}"
    r"(?:reports?|claims?|story|stories|allegations?|rumou?rs?|suggestions?)\s+(?:that|of)\b",
    re.IGNORECASE,
)
#: "Nobody fainted": all that is said was reported to have happened.
_NOBODY = re.compile(r"(?:^|[.!?]\s+)[“\"‘']?((?:Nobody|No one|None of (?:them|us))\b[^.!?]*)")
_NOBODY_AT_ALL = re.compile(r"\b(?:Nobody|No one|None of (?:them|us))\b")
_NO_SUCH = re.compile(r"\b(?:no\s+such|nothing\s+of\s+the\s+(?:sort|kind))\b", re.IGNORECASE)
#: What is denied, and what is said of the denial, stand within so many characters.
REACH_CHARS = 800
MOST_SHOWN = 3
PRIOR = 0.65


def denies_a_report(text: str) -> bool:
    """May somebody deny in `text` what a report says?"""
    return any(p.search(text) for p in (_DENIED_REPORT, _NO_SUCH, _NOBODY_AT_ALL))


def find_denied_reports(article_id: str, pile: Pile) -> Iterator[Finding]:
    """One finding for each denial in an article of what an outlet that it cites, or somebody whom
    that outlet quotes, is reported to have said."""
    if denies_a_report(pile.articles[article_id].text):
        yield from _findings(pile.said_in(article_id), pile)


def _findings(said: list[Statement], pile: Pile) -> Iterator[Finding]:
    denials = [s for s in said if _denies(s, pile)]
    speakers = {s.speaker_id for s in denials if s.speaker_id}
    if len(speakers) > 1:  # whose denial is whose is not said
        denials = [s for s in denials if s.speaker_id == denials[0].speaker_id]
    others = [s for s in said if s not in denials and _says_that_nobody_did(s, said, pile)]
    for own in (denials, *([s] for s in others)):
        if own:
            yield from _finding(own, said, pile)


def _finding(denials: list[Statement], said: list[Statement], pile: Pile) -> Iterator[Finding]:
    first = denials[0]
    named = next((s for s in denials if s.speaker_id), first)
    relayed = _relayed(first, said, pile)
    of_it = [s for s in relayed if _is_near(first, s)]
    told = as_first_reported(first, relayed, pile)
    reported = [s for s in told if _may_be_denied(s, first)] or of_it
    if not reported:
        return
    denied = listed(quoted(d.content_text) for d in denials[:MOST_SHOWN])
    explanation = (
        f"{who(reported[0])} is reported to say {quoted(reported[0].content_text)} "
        f"({pile.place(reported[0].article_id)}); {who(named)} denies what was reported: "
        f"{denied} ({pile.place(first.article_id)})"
    )
    yield make_finding(
        "conflict",
        sentence(explanation),
        (
            evidence_of(s)
            for s in (reported[0], first, *reported[1:], *denials[1:], *of_it[:MOST_SHOWN])
        ),
        PRIOR * certainty(reported[0], first),
        about=sorted({e for s in (first, *relayed) for e in pile.about(s)}),
        naming=(named.speaker or _first_named(first, relayed, pile), None),
    )


def _relayed(denial: Statement, said: list[Statement], pile: Pile) -> list[Statement]:
    """What the article passes on of others near the denial, but questions."""
    return [
        s
        for s in said
        if pile.sources.relays.get(s.statement_id)
        and s.polarity == "asserts"
        and not s.content_text.rstrip("”\"'’ ").endswith("?")
        and not (s.speaker_id and s.speaker_id == denial.speaker_id)
        and abs(hull(s.content)[0] - hull(denial.content)[0]) <= REACH_CHARS
    ]


def _may_be_denied(told: Statement, denial: Statement) -> bool:
    """Not where a report that something is so is denied, and this says of it that it is not."""
    denied, own = denial.content_text, told.content_text
    if negations(denied) > 0:
        return True
    if content_stems(denied).isdisjoint(content_stems(own)):
        return negations(own) == 0
    return sign(own, denied) >= 0


def _is_near(denial: Statement, told: Statement) -> bool:
    """Is it of the same matter?  What nobody did is told in few words, all of which were told."""
    nobody = _what_nobody_did(denial)
    if nobody:
        return any(stems <= content_stems(told.content_text) for stems in nobody)
    return closeness(denial.content_text, told.content_text) >= NEAR


def _denies(statement: Statement, pile: Pile) -> bool:
    """Is this what is denied of a report, or the denial in the denier's words?"""
    text, span = pile.articles[statement.article_id].text, hull(statement.content)
    if statement.parent_id or statement.polarity == "asks":
        return False
    if statement.polarity == "denies":
        return _DENIED_REPORT.search(text, *sentence_at(text, span[0])) is not None
    return _NO_SUCH.search(statement.content_text) is not None and statement.mode != "direct"


def _says_that_nobody_did(statement: Statement, said: list[Statement], pile: Pile) -> bool:
    """Does somebody named say that nobody did what another outlet's words, near them, tell of?"""
    if not statement.speaker_id or statement.parent_id:
        return False
    told = [content_stems(s.content_text) for s in _relayed(statement, said, pile)]
    return any(stems <= own for stems in _what_nobody_did(statement) for own in told)


def _what_nobody_did(statement: Statement) -> list[frozenset[str]]:
    found = _NOBODY.finditer(statement.content_text.strip())
    return [stems for match in found if (stems := content_stems(match[1]))]


def _first_named(first: Statement, relayed: list[Statement], pile: Pile) -> str | None:
    named = (pile.name(e) for s in (first, *relayed) for e in pile.about(s))
    return next((name for name in named if name), None)
