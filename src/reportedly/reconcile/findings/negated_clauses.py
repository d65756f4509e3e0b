"""The clause that a statement negates: "I didn't throw a boot" as whom it is about and what was not
done.  In: words and mentions; out: a `NegatedClause`.
"""

import re
from dataclasses import dataclass

from reportedly.content_words import content_stems, stem, words
from reportedly.model import Statement
from reportedly.offsets import Span
from reportedly.reconcile.claims.propositions import MentionIndex
from reportedly.reconcile.findings.frames.verbs import BASES
from reportedly.reconcile.findings.sentences import sentence_at

#: Of what was done or is so; what one will not do, or is not to do, is no denial of a report.
_NEGATION = re.compile(
    r"\bat\s+no\s+(?:time|point|stage)\b"
    r"|\b(?:am|is|are|was|were|has|have|had|did|does|do)\s+(?:not(?!\s+(?:only|just|least|yet|to)\b)"
    r"|never)\b|(?<!do )(?<!did )\bnever(?=\s+[a-z]+(?:ed|t|d|e|n|w)\b)"
    r"|\b(?:is|are|was|were|has|have|had|did|does|do)n[’']?t\b",
    re.IGNORECASE,
)
_PASSIVE = re.compile(
    r"(?:ha(?:s|ve|d)\b.*\bbeen|\b(?:was|were|is|are)(?:n[’']?t|\s+not|\s+never))\s+(?:\w+ly\s+)?"
    r"\w+(?:ed|en|wn|ught|old|ent)\b",
    re.IGNORECASE,
)
_CLAUSE_START = re.compile(
    r"[.;:!?\n–—“\"]|,\s+(?:and|but|or|so)\b|\b(?:but|because|although|though|while|that|which)\b",
    re.IGNORECASE,
)
_CLAUSE_END = re.compile(
    r"[.;:!?\n–—”\"]|,\s+(?:and|but|or|so|which|who)\b|\b(?:but|because|although|though|while"
    r"|unless|until|when|if|and\s+(?:I|we|he|she|it|they))\b",
    re.IGNORECASE,
)
_FIRST_PERSON = re.compile(r"\b(?:I|we|my|our)\b", re.IGNORECASE)
#: What a thing could be, would be or is thought to be is not told as done.
_UNREAL = re.compile(
    r"\b(?:would|could|should|can|may|might|must|if|whether|think|believe|know|sure|care|mind|want"
    r"|wants|wanted|like|likes|expect|remember|recall|understand)\b|\b(?:would|could|should|ca)n[’']?t\b",
    re.IGNORECASE,
)
_LIGHT = frozenset(
    "did do does has have had he she they i we it be been being ever even once also".split()
)
#: Nobody and nothing in particular.
_ANY = frozenset(
    "anybody anyone anything any cent dime penny single slightest bit ever least else".split()
)


@dataclass(frozen=True, slots=True)
class NegatedClause:
    """Whom a negated clause is about, and the stems of what is said not to be so."""

    subject: str
    verb: str
    """the stem of its base form"""
    stems: frozenset[str]
    span: Span
    passive: bool


def find_negated(statement: Statement, text: str, mentions: MentionIndex) -> NegatedClause | None:
    """The first negated clause of a statement; None where what it is about is not known.

    Args:
        statement: with its content.
        text: of its article.
        mentions: of the pile.
    """
    for start, end in statement.content:
        for found in _NEGATION.finditer(text, start, end):
            before = [m.end() for m in _CLAUSE_START.finditer(text, start, found.start())]
            first = before[-1] if before else start
            stop = _CLAUSE_END.search(text, found.end(), end)
            last = stop.start() if stop else end
            if _UNREAL.search(text, min(first, sentence_at(text, first)[0]), last):
                continue
            subject = _subject(statement, text, (first, found.start(), last), mentions)
            behind = text[found.end() : last]
            stems = content_stems(behind) - _ANY
            verb = _verb(behind)
            if subject and verb and stem(verb) in stems:
                passive = _PASSIVE.match(text, found.start(), last) is not None
                return NegatedClause(subject, base_of(verb), stems, (first, last), passive)
    return None


def _verb(behind: str) -> str | None:
    """The first word behind a negation but for adverbs and auxiliaries."""
    own = (word for word in words(behind) if word not in _LIGHT and not word.endswith("ly"))
    return next(own, None)


def base_of(verb: str) -> str:
    """The stem of a verb's base form, by any form of it in small letters."""
    return stem(BASES.get(verb, verb))


def _subject(
    statement: Statement, text: str, clause: tuple[int, int, int], mentions: MentionIndex
) -> str | None:
    """The entity named last before the negation, else behind "at no time did"; of "I" and "we"
    the speaker."""
    first, negation, last = clause
    if _FIRST_PERSON.search(text, first, negation):
        return statement.speaker_id
    listed = mentions.listed(statement.article_id)
    before = [entity for span, entity in listed if first <= span[0] and span[1] <= negation]
    if before:
        return before[-1]
    if text[first:negation].strip():
        return None
    behind = [entity for span, entity in listed if negation <= span[0] and span[1] <= last]
    return behind[0] if behind else statement.speaker_id
