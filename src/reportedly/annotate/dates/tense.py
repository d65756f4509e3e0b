"""Does a sentence speak of the future where it names a day?  The nearest verb before it says so."""

import re

#: How far back the verb may stand.  Longer sentences have a nearer verb of their own.
REACH_CHARS = 160

_AHEAD = re.compile(
    r"\b(?:will|won't|'ll|shall|would|could|may|might|should|must|can|to be|is to|are to|was to|were to"
    r"|scheduled|expect(?:s|ed)?|plan(?:s|ned|ning)?|due|set (?:to|for)|going to|gonna|slated|hopes?"
    r"|hoping|aims?|intends?|until|deadline|upcoming|ahead of|looms?|begins?|starts?|ends?|opens?"
    r"|runs?|tickets|no later than|as early as|as soon as|postponed|delayed|rescheduled"
    r"|by|before|starting|beginning|effective)\b"
    r"|\b(?:to) [a-z]{2,}\b",
    re.IGNORECASE,
)
_BEHIND = re.compile(
    r"\b(?:was|were|had|has|have|did|said|told|met|began|came|went|made|took|left|gave|won|lost"
    r"|held|saw|found|got|fell|rose|sent|led|ran|wrote|spoke|became|kept|brought|shot|struck"
    r"|broke|cut|put|hit|built|bought|sold|died|since|after|following|ago|[a-z]{2,}ed)\b",
    re.IGNORECASE,
)
_SENTENCE_END = re.compile(r"[.!?][\"')]*\s+(?=[\"'(]*[A-Z])|\n\s*\n")
#: Verbs that end in -ed or stand in the past, yet announce.
_ANNOUNCING = re.compile(r"\b(?:scheduled|expected|planned|slated|postponed|delayed|rescheduled)\b")


def speaks_ahead(text: str, start: int) -> bool:
    """True when the words before `text[start]`, in its sentence, announce rather than report."""
    before = text[max(0, start - REACH_CHARS) : start]
    ends = [m.end() for m in _SENTENCE_END.finditer(before)]
    before = before[ends[-1] :] if ends else before
    ahead = max((m.start() for m in _AHEAD.finditer(before)), default=-1)
    behind = max(
        (m.start() for m in _BEHIND.finditer(before) if not _ANNOUNCING.match(before, m.start())),
        default=-1,
    )
    return ahead > behind
