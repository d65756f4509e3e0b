"""Denials of a report as a whole: "her spokesman rejected the claim", whatever the claim was.

In: articles with what they say.  Out: findings `conflict`: what was reported shortly before, and
the sentence that denies it, with the words of whoever denies it where they follow.
"""

import re
from collections.abc import Iterator

from reportedly.content_words import content_stems
from reportedly.model import Evidence, Finding, Statement
from reportedly.offsets import Span, contains, hull, overlaps
from reportedly.reconcile.findings.cited import as_first_reported
from reportedly.reconcile.findings.making import make_finding
from reportedly.reconcile.findings.pile import Pile, evidence_of
from reportedly.reconcile.findings.sentences import sentence_at
from reportedly.reconcile.findings.wording import quoted, report, sentence, who

_REBUTTAL = re.compile(
    r"\b(?:den(?:ied|ies)|reject(?:ed|s)|dismiss(?:ed|es)|disput(?:ed|es)|rubbish(?:ed|es)"
    r"|refut(?:ed|es)|rebut(?:ted|s))\s+(?:(?:the|these|those|this|that|such|all|her|his|its|their"
    r"|both)\s+)?(?:[\w-]+[’']s?\s+)?(?:reports?|claims?|story|stories|allegations?|rumou?rs?"
    r"|suggestions?|accusations?|account|speculation)\b(?!\s+(?:that|of|about|for)\b)"
)
#: Those who decide of claims, and do not deny them.
_DECIDING = re.compile(r"\b(?:court|judge|jury|tribunal|magistrates?|insurers?|regulator)\b", re.I)
#: Whose claim it was, where the sentence names them.
_OWNER = re.compile(
    r"(?P<name>[A-Z][\w-]+(?: [A-Z][\w-]+)*)[’']s?\s+"
    r"(?:claims?|allegations?|story|account|accusations?)\b"
)
#: A finite verb, by its commonest forms: words without one name something and say nothing.
_SAYS = re.compile(
    r"\b(?:is|are|was|were|has|have|had|will|would|can|could|should|did|does|do|[a-z]{3,}ed)\b"
    r"|n[’']t\b",
    re.IGNORECASE,
)
FEWEST_STEMS = 3
#: A report is denied within so many characters of being told, two paragraphs or three.
REACH_CHARS = 600
#: Whoever denies something is quoted right after it.
NEXT_CHARS = 120
MOST_DENIED = 3
PRIOR = 0.65


def rebuttals(text: str) -> list[Span]:
    """The sentences of `text` in which somebody denies a report, claim or story as a whole."""
    found = [sentence_at(text, match.start()) for match in _REBUTTAL.finditer(text)]
    return [span for span in dict.fromkeys(found) if not _DECIDING.search(text, *span)]


def find_rebuttals(pile: Pile) -> Iterator[Finding]:
    """One finding for each such sentence that stands below what it denies."""
    told: dict[str, list[Statement]] = {}
    for statement in pile.rows(Statement):
        told.setdefault(statement.article_id, []).append(statement)
    for article_id in sorted(pile.articles):
        said = sorted(told.get(article_id, []), key=lambda s: (hull(s.content), s.statement_id))
        for span in rebuttals(pile.articles[article_id].text):
            if _is_told_by_nobody(article_id, span, said, pile):
                yield from _finding(article_id, span, said, pile)


def _is_told_by_nobody(article_id: str, span: Span, said: list[Statement], pile: Pile) -> bool:
    """False in menus, and where somebody tells of the denial: that is their word for it."""
    if any(overlaps(span, menu) for menu in pile.boilerplate.get(article_id, [])):
        return False
    return not any(contains(content, span) for s in said for content in s.content)


def _finding(article_id: str, span: Span, said: list[Statement], pile: Pile) -> Iterator[Finding]:
    denied = _denied(article_id, span, said, pile)
    if not denied:
        return
    article = pile.articles[article_id]
    deniers = pile.mentions.within(article_id, [span])
    words = [quoted(article.text[slice(*span)])]
    after = _first_words_after(span, said)
    if after is not None:
        words.append(quoted(after.content_text))
    place = report(article, pile.published(article_id))
    told = "; ".join(f"{who(s)} is reported to say {quoted(s.content_text)}" for s in denied)
    yield make_finding(
        "conflict",
        sentence(f"{told}. The same article tells of a denial: {' '.join(words)} ({place})"),
        (
            *(evidence_of(s) for s in denied),
            Evidence(article_id, span),
            *((evidence_of(after),) if after is not None else ()),
            *(evidence_of(s) for s in as_first_reported(denied[0], denied, pile)),
        ),
        PRIOR * denied[0].confidence,
        about=sorted({e for s in denied for e in pile.about(s)}),
        naming=(_topic(denied, deniers, pile), None),
    )


def _denied(article_id: str, span: Span, said: list[Statement], pile: Pile) -> list[Statement]:
    """What was told last, if it says something of somebody else's; with it what came the same way.

    Where a name stands before "claim", the last to speak must be of that name.
    """
    told = [s for s in said if hull(s.content)[1] <= span[0] and s.parent_id is None]
    last = told[-1] if told else None
    deniers = set(pile.mentions.within(article_id, [span]))
    if last is None or span[0] - hull(last.content)[0] > REACH_CHARS or not _claims(last):
        return []
    text = pile.articles[article_id].text
    owner = _OWNER.search(text, *span)
    if owner and owner["name"].split()[-1] not in (last.speaker or "").split():
        return []
    if last.speaker_id and last.speaker_id in deniers and not owner:
        return []
    if not owner and last.source_kind == "person" and not _is_relayed(last, pile):
        return []  # of several who spoke, whose claim is meant is not said
    ways = {hop.name for hop in pile.hops.get(last.statement_id, [])[1:] if hop.name}
    near = [s for s in told[:-1] if span[0] - hull(s.content)[0] <= REACH_CHARS and _claims(s)]
    return [*(s for s in near if s.speaker and s.speaker in ways), last][:MOST_DENIED]


def _is_relayed(statement: Statement, pile: Pile) -> bool:
    hops = pile.hops.get(statement.statement_id, [])[1:]
    return any(hop.kind == "outlet" for hop in hops)


def _claims(statement: Statement) -> bool:
    """True for words of somebody that say something: not "to extend its reach"."""
    sourced = bool(statement.source) and statement.source_kind != "unknown"
    says = _SAYS.search(statement.content_text) is not None
    enough = len(content_stems(statement.content_text)) >= FEWEST_STEMS
    return sourced and says and enough and statement.polarity == "asserts"


def _first_words_after(span: Span, said: list[Statement]) -> Statement | None:
    near = (s for s in said if 0 <= hull(s.content)[0] - span[1] <= NEXT_CHARS)
    return next((s for s in near if s.mode != "indirect"), None)


def _topic(denied: list[Statement], deniers: tuple[str, ...], pile: Pile) -> str | None:
    """The first whom what is denied names, else who denies it."""
    entities = [*(e for s in denied for e in pile.about(s)), *deniers]
    return next((name for e in entities if (name := pile.name(e))), None)
