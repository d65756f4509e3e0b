"""Does a sentence say beyond doubt that a day is past or still to come?  Its plain verbs say so."""

import re

from reportedly.offsets import Span

#: How far back the verb may stand.  Longer sentences have a nearer verb of their own.
REACH_CHARS = 160

_SENTENCE_END = re.compile(r"[.!?][\"')]*\s+(?=[\"'(]*[A-Z])|\n\s*\n")
_PLAIN_FUTURE = re.compile(
    r"\b(?:will (?:be |not be )?[a-z]+"
    r"|(?:is|are) (?:scheduled|expected|due|set|planned|slated|to be)"
    r"|(?:is|are) (?:going|set|due|scheduled|expected) to)\b",
    re.IGNORECASE,
)
_PLAIN_PAST = re.compile(
    r"\b(?:was|were|had|did|said|told|met|began|came|went|made|took|left|gave|won|lost|held|saw"
    r"|found|got|fell|rose|sent|led|ran|wrote|spoke|became|kept|brought|died|bought|sold|built"
    r"|sang|sank|stood|sat|drove|flew|rang|threw|woke|grew|drew|knew|blew|spent|felt|heard|paid|stole"
    r"|taught|thought|caught|chose|broke|fought|forgot|hung|lent|rode|sought|swore|tore|shook|lay"
    # without an s, after a name: "Ann Doe cut the ribbon"
    r"|[A-Z][\w’'-]+ (?:cut|put|hit|quit|shut|cast)|drank|ate|wore|swam|slept|struck|shot|burned"
    r"|burnt|[a-z]{3,}ed)\b"
)
#: How far the day may stand from "will open": further on it belongs to another part.
_FUTURE_REACH_CHARS = 60
_NOT_PLAIN = re.compile(
    r"\b(?:will|would|could|may|might|should|shall|must|until|scheduled|expected|planned?|plans"
    r"|planning|due|set|to be|if|deadline|forecast|projected|projects?|estimates?"
    r"|next(?! door)|upcoming|hopes?|aims?|vow(?:s|ed)?|promised?|pledged?|fiscal|election"
    r"|campaign|race|candidate|bid|budget|season|goal|target|expir\w+|beyond|before|ahead|effect"
    r"|delay(?:ed)?)\b",
    re.IGNORECASE,
)


_UP_TO = re.compile(r"\b(?:by|through|to|for)\s+(?:the\s+end\s+of\s+)?\Z", re.IGNORECASE)


def _sentence(text: str, span: Span) -> tuple[str, str]:
    """The words of the sentence before and after `span`, at most `REACH_CHARS` of each."""
    before = text[max(0, span[0] - REACH_CHARS) : span[0]]
    after = text[span[1] : span[1] + REACH_CHARS]
    starts = [m.end() for m in _SENTENCE_END.finditer(before)]
    stop = _SENTENCE_END.search(after)
    newline = after.find("\n")
    ends = [end for end in (stop.start() if stop else -1, newline) if end >= 0]
    return (before[max([0, before.rfind("\n") + 1, *starts]) :], after[: min(ends, default=None)])


def reports_the_past(text: str, span: Span) -> bool:
    """True when the sentence around `span` has a verb in the past and nothing that looks ahead.

    Stricter than `not speaks_ahead`: it must hold even where a wrong answer moves an article.
    """
    before, after = _sentence(text, span)
    if _UP_TO.search(before) or _NOT_PLAIN.search(before) or _NOT_PLAIN.search(after):
        return False
    return bool(_PLAIN_PAST.search(before) or _PLAIN_PAST.search(after))


def speaks_of_the_future(text: str, span: Span) -> bool:
    """True when the sentence says plainly that something will be at `span`."""
    before, after = _sentence(text, span)
    last = list(_PLAIN_FUTURE.finditer(before))
    if not last or not re.search(r"\b(?:in|on|by|until|from)\s+\Z", before):
        return False
    between = before[last[-1].end() :]
    if len(between) > _FUTURE_REACH_CHARS:
        return False
    if _PLAIN_PAST.search(between) or re.search(r"\b(?:since|after|from)\b", between):
        return False
    # What was said "two years ago" was to come then.
    return not re.search(r"\b(?:if|would|unless|ago)\b", before + after, re.IGNORECASE)
