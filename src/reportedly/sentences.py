"""Where a sentence of an article ends, from punctuation alone: for rules that read one sentence and
no more, and for what is shown of one.  No parse is needed for it.
"""

import re

from reportedly.offsets import Span

#: An end mark with what closes after it, before a capital, but not after an initial or a title
#: ("George W. Roe", "Gen. Doe"); or the end of a line.
SENTENCE_END = re.compile(
    r"(?<!\b[A-Z])(?<!\b(?:Mr|Ms|Dr|St|Jr|Sr))(?<!\b(?:Mrs|Gen|Sen|Rep|Gov|Col|Sgt|Rev|Lt\.))"
    r"[.!?][\"'”’)]*\s+(?=[\"'“‘(]*[A-Z])|\n"
)

#: Longer sentences have another clause between what is asked for and their ends.
REACH_CHARS = 300


def sentence_around(text: str, span: Span, reach: int = REACH_CHARS) -> Span:
    """The sentence that holds `span`, at most `reach` characters to either side."""
    first, last = max(0, span[0] - reach), min(len(text), span[1] + reach)
    # A sentence that begins with the span is known by the span's own mark and capital.
    ends = (match.end() for match in SENTENCE_END.finditer(text, first, span[0] + 2))
    stop = SENTENCE_END.search(text, max(span[0], span[1] - 1), last)
    return max([first, *(at for at in ends if at <= span[0])]), stop.start() if stop else last
