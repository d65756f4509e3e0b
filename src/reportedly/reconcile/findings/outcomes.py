"""What became of a forecast, where an article that repeats it says so at once: "It isn't."

In: utterances with their statements.  Out: findings `overtaken`: the words as they were reported
first, and the sentence behind a later report of them.
"""

import re
from collections.abc import Iterator

from reportedly.model import Evidence, Finding, Statement
from reportedly.offsets import Span, hull
from reportedly.reconcile.findings.making import certainty, make_finding
from reportedly.reconcile.findings.pile import Pile, evidence_of
from reportedly.reconcile.findings.sentences import sentence_at
from reportedly.reconcile.findings.wording import quoted, sentence, who

_AUXILIARY = r"(?:is|are|was|were|did|does|do|has|have|had|will|would)"
_WHO = r"(?:it|he|she|they|that|this|we|nobody|nothing)"
#: "It isn't.", "They have not.", "She has not played a match since."
_DID_NOT = re.compile(
    rf"{_WHO}\s+(?:{_AUXILIARY}(?:n[’']?t|\s+not)|never\s+(?:did|has|was|will))"
    r"(?:\s+[\w’'-]+){0,2}(?:\s+(?:[\w’'-]+\s+){0,4}(?:since|yet))?[.!]",
    re.IGNORECASE,
)
#: "He did.", "They have since."
_DID = re.compile(
    r"(?:it|he|she|they|we)\s+(?:did|has|have|was|were)(?:\s+(?:since|now|all the same))?[.!]",
    re.IGNORECASE,
)
_FORETELLS = re.compile(
    r"\b(?:will|won[’']?t|wont|shall|shan[’']t|going\s+to|would)\b|\w[’'](?:ll|d)\b", re.IGNORECASE
)
_RULES_OUT = re.compile(
    r"\b(?:not|never|no|none|nobody|nothing|without|wont|neither|nor)\b|n[’']t\b", re.IGNORECASE
)
_CONDITION = re.compile(r"\b(?:if|unless|whether)\b", re.IGNORECASE)
_MARKS = "“”\"‘’'„« "
#: The article says it itself, right behind the words; what is not sure is which words it means.
PRIOR = 0.7


def find_outcomes(pile: Pile) -> Iterator[Finding]:
    """One finding for each utterance of which a later report says that it did not come true."""
    done: set[str] = set()
    for later in sorted(pile.statements.values(), key=lambda s: (s.article_id, s.statement_id)):
        name = later.utterance_id or ""
        verdict = _find_verdict(later, pile) if name not in done else None
        if verdict is None:
            continue
        earlier = [s for s in pile.reports_of(name) if _is_before(s, later, pile)]
        if earlier:
            done.add(name)
            first = min(earlier, key=lambda s: (pile.day(s.article_id), s.statement_id))
            yield _finding(first, later, verdict, pile)


def _is_before(early: Statement, later: Statement, pile: Pile) -> bool:
    """True for a report of another article whose days do not make it the later one."""
    if early.article_id == later.article_id or early.speaker_id != later.speaker_id:
        return False
    first, last = pile.published(early.article_id), pile.published(later.article_id)
    if first.latest and last.earliest:
        return first.latest < last.earliest
    return first.latest is not None and not (last.latest and last.latest <= first.latest)


def _find_verdict(statement: Statement, pile: Pile) -> Span | None:
    """The sentence right behind a forecast that says that it did not come true."""
    said = statement.content_text
    if statement.polarity == "asks" or not _FORETELLS.search(said) or _CONDITION.search(said):
        return None
    text = pile.articles[statement.article_id].text
    own = sentence_at(text, hull((*statement.content, *statement.cue, *statement.source))[1] - 1)
    start = own[1]
    while start < len(text) and text[start] in _MARKS:
        start += 1
    pattern = _DID if _RULES_OUT.search(said) else _DID_NOT
    found = pattern.match(text, start)
    return found.span() if found is not None else None


def _finding(early: Statement, later: Statement, verdict: Span, pile: Pile) -> Finding:
    text = pile.articles[later.article_id].text
    explanation = (
        f"{who(early)} is reported to say {quoted(early.content_text)} "
        f"({pile.place(early.article_id)}). {pile.place(later.article_id)}, repeats it and says: "
        f"“{text[slice(*verdict)]}”"
    )
    confidence = PRIOR * certainty(early, later)
    return make_finding(
        "overtaken",
        sentence(explanation),
        (evidence_of(early), Evidence(later.article_id, verdict, None), evidence_of(later)),
        confidence,
        about=(early.speaker_id,),
        naming=(early.speaker, "forecast"),
    )
