"""Does an article say that words were said before it: "two years ago", "as she swore in 2013"?

In: a statement and its article's text.  Out: yes or no.
"""

import re

from reportedly.model import Statement
from reportedly.offsets import Span, hull, overlaps

_RECALLING = re.compile(
    r"\b(?:years?|months|decades?)\s+(?:ago|earlier|before|since|later|after|on)\b|\blast\s+(?:year|spring|summer|autumn|winter)\b"
    r"|\bin\s+(?:[A-Z][a-z]+\s+)?(?:19|20)\d\d\b|\b(?:once|famous(?:ly)?|memorably|notoriously)\b"
    # "It was Ada Moll who swore that …"
    r"|\byou\s+(?:will|may|might)\s+(?:remember|recall)\b|\byou[’']ll\s+(?:remember|recall)\b"
    r"|\bback\s+in\b|\bit\s+was\s+(?:[\w’'-]+\s+){1,3}who\b",
    re.IGNORECASE,
)
#: "I said that …": who tells of own words tells of another time.
_OWN_WORDS = re.compile(
    r"\b(?:said|swore|sworn|promised|vowed|told|warned|predicted|insisted|wrote|sang)\b",
    re.IGNORECASE,
)
#: "Ada, who left in 2018, said": what is told beside the speaker, not of the words.
_ASIDE = re.compile(r",\s+(?:who|whose|which|where|when)\b[^,.;\n]*(?=[,.;])")
_SENTENCE_END = re.compile(r"[.!?][”\"’']*\s+(?=[\"“‘'«]?[^\W\d_a-z])")


def recalls(statement: Statement, text: str) -> bool:
    """Does the article say, around the words, that they were said long before?

    Its sentence is read and the one before it, without what is said there itself and what is told
    beside of somebody.  Who quotes their own words recalls them.
    """
    if (statement.source_text or "").lower() in ("i", "we") and statement.parent_id:
        return any(_OWN_WORDS.search(text, *span) for span in statement.cue)
    where = around(statement, text)
    outside = list(text[slice(*where)])
    told = (*statement.content, *statement.cue)
    asides = [match.span() for match in _ASIDE.finditer(text, *where)]
    without = [aside for aside in asides if not any(overlaps(aside, span) for span in told)]
    for start, end in (*statement.content, *without):
        for at in range(max(start, where[0]), min(end, where[1])):
            outside[at - where[0]] = " "
    return _RECALLING.search("".join(outside)) is not None


def around(statement: Statement, text: str) -> Span:
    """The statement's sentence and the one before, within the paragraph."""
    start, end = hull([*statement.content, *statement.cue, *statement.source])
    paragraph = text.rfind("\n", 0, start) + 1
    ends = [match.end() for match in _SENTENCE_END.finditer(text, paragraph, start)]
    line = text.find("\n", end)
    after = _SENTENCE_END.search(text, end, line if line >= 0 else len(text))
    stop = after.start() if after else line if line >= 0 else len(text)
    return (ends[-2] if len(ends) > 1 else paragraph, stop)
