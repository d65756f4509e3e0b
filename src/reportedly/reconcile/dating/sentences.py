"""Where a sentence of an article ends, for rules that read one sentence and no more."""

import re

#: An end mark with what closes after it, before a capital; or the end of a line.
SENTENCE_END = re.compile(r"[.!?][\"'”’)]*\s+(?=[\"'“‘(]*[A-Z])|\n")

#: Longer sentences have another clause between what is asked for and their ends.
REACH_CHARS = 300


def sentence_around(text: str, span: tuple[int, int]) -> tuple[int, int]:
    """The sentence that holds `span`, at most so far to either side."""
    first, last = max(0, span[0] - REACH_CHARS), span[1] + REACH_CHARS
    starts = [match.end() for match in SENTENCE_END.finditer(text, first, span[0])]
    stop = SENTENCE_END.search(text, span[1], last)
    return max([first, *starts]), stop.start() if stop else min(last, len(text))
