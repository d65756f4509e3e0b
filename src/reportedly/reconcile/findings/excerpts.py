"""What an explanation shows of a passage: whole words from where a sentence or clause begins.

In: an article's text, the passage, and the words in it that matter.  Out: a quotation that holds
them, with "…" for what is left out.
"""

import re

from reportedly.model import Statement
from reportedly.offsets import Span, overlaps
from reportedly.reconcile.findings.sentences import sentence_at
from reportedly.reconcile.findings.wording import QUOTED_CHARS, quoted, shortened

#: A sentence is shown from its beginning up to here; of a longer one the middle is left out.
LONGEST = 2 * QUOTED_CHARS
#: Characters after the words that matter, and of the beginning of a sentence whose middle is not
#: shown.
AFTER, BEGINNING = 40, 60
_WORD_BEFORE = re.compile(r"([^\W_]+)[\s\u00a0]+$")
#: "ROME, May 3 –": where it was written, and no part of the sentence.
_DATELINE = re.compile(r"[A-Z][A-Z.'’ -]+(?:,\s+[A-Z][\w. ]{2,20})?\s+(?:[–—]|-+)\s+(?=\S)")
#: Between these and what follows nothing is broken off.
_LEADING_ON = frozenset("that if whether and but as because when while or so since than".split())
_CLAUSE = re.compile(
    r"[.;:!?–—][”\"’']?\s+(?=\S)"
    r"|,\s+(?:and|but|while|as|because)\s+(?=(?:he|she|it|they|we|I|there)\b)"
    # "The buyer, and the mill, which …" is no clause.
    r"|,\s+(?:but|while|because)\s+(?=\S)"
)


def quoted_around(text: str, span: Span, shown: Span) -> str:
    """The words of `span` between quotation marks, cut so that those of `shown` are among them.

    Args:
        text: an article's text.
        span: a passage.
        shown: words in it, or a part of them.
    """
    start, end = span
    if shown[1] - start <= QUOTED_CHARS:
        return quoted(text[start:end])
    clauses = [m.end() for m in _CLAUSE.finditer(text, start, shown[0])]
    if clauses and shown[1] - clauses[-1] <= LONGEST:
        part = "… " + text[clauses[-1] : end]
        return quoted(part, max(QUOTED_CHARS, shown[1] - clauses[-1] + AFTER))
    if shown[1] - start <= LONGEST:
        return quoted(text[start:end], shown[1] - start + AFTER)
    beginning = shortened(text[start : shown[0]], BEGINNING)
    comma = text.rfind(",", start, shown[0]) + 1
    near = comma if shown[0] - comma <= QUOTED_CHARS else shown[0]
    return quoted(f"{beginning} {text[near:end].strip()}", BEGINNING + shown[1] - near + AFTER)


def whole_clause(text: str, span: Span, statement: Statement | None) -> Span:
    """The span, from the start of its sentence if it begins in the midst of a clause."""
    if statement is None or statement.mode == "direct":
        return span
    before = _WORD_BEFORE.search(text, max(0, span[0] - QUOTED_CHARS), span[0])
    if before is None or before[1].lower() in _LEADING_ON:
        return span
    told = (*statement.cue, *statement.source)
    if any(overlaps(before.span(1), own) for own in told):
        return span
    start = sentence_at(text, span[0])[0]
    dateline = _DATELINE.match(text, start, span[0])
    return dateline.end() if dateline else start, span[1]
