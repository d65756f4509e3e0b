"""A view of a text for machines that know plain marks and spaces only; every offset is kept.

In: a text.  Out: a text of the same length: curly marks straight, odd spaces plain, what is to be
left alone and words without end blank.  A place in the view is the same place in the text.
"""

import re
from collections.abc import Iterable

from reportedly.offsets import Span

#: A longer run without white space is no word of a language, and would cost quadratic time.
WORD_CHARS = 200

_NOT_BREAKS = re.compile(r"[^\n]")
_OVERLONG = re.compile(rf"(?<!\S)\S{{{WORD_CHARS + 1},}}")
_MARKS_AND_SPACES = {
    **dict.fromkeys(map(ord, "“”„‟«»"), '"'),
    **dict.fromkeys(map(ord, "‘’‚‛`´"), "'"),
    **dict.fromkeys(
        map(ord, "\u00a0\u202f\u2007\u2009\u200a\u3000\t\r\x0b\x0c\u200b\u200c\u200d\ufeff"), " "
    ),
    **dict.fromkeys(map(ord, "–—―"), "-"),
    **dict.fromkeys([*range(9), *range(14, 32), 127], " "),
}


def blank(text: str, spans: Iterable[Span]) -> str:
    """`text` with spaces for everything in `spans` but line breaks."""
    pieces, at = [], 0
    for start, end in sorted(spans):
        pieces += [text[at:start], _NOT_BREAKS.sub(" ", text[max(start, at) : end])]
        at = max(at, end)
    return "".join([*pieces, text[at:]])


def view_of(text: str, blanked: Iterable[Span] = ()) -> str:
    """`text` with marks and spaces made plain and the `blanked` spans replaced; same length."""
    view = blank(text, blanked).translate(_MARKS_AND_SPACES)
    return _OVERLONG.sub(lambda word: " " * len(word.group()), view)
