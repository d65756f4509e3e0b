"""Where a sentence of an article ends, for rules that read one sentence and no more."""

import re

#: An end mark with what closes after it, before a capital; or the end of a line.
SENTENCE_END = re.compile(r"[.!?][\"'”’)]*\s+(?=[\"'“‘(]*[A-Z])|\n")
