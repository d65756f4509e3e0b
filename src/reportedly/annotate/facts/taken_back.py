"""What an outlet says that it had wrong: "An earlier version said that they married in 2003."

In: a text.  Out: the spans of such sentences, of which nothing is a fact or a happening; what the
outlet says instead is.
"""

import re
from collections.abc import Iterator

from reportedly.offsets import Span

_PIECES = r"(?:article|story|report|post|piece|page|column|obituary|interview)"
_SAID = (
    r"(?:said|says|stated|reported|gave|described|named|identified|called|misstated|misspell?ed"
    r"|misidentified|referred|quoted|listed)"
)
_SENTENCE = re.compile(r"(?:[^.\n]|\.(?=\S)|(?<=\b(?:Mr|Ms|Dr|St))\.|(?<=\bMrs)\.|(?<=\b[A-Z])\.)+")
_SIGN = re.compile(
    # "An earlier version of this article …", "an earlier version said"
    rf"\b(?:earlier|previous|original|initial|first|prior)\s+version"
    rf"(?:\s+of\s+(?:this|the|our)\s+{_PIECES}|,?\s+(?:had\s+)?(?:\w+ly\s+)?{_SAID})\b"
    # "This article originally said …", "the article previously misstated …"
    rf"|\b(?:this|our)\s+{_PIECES}\s+(?:had\s+)?(?:originally|previously|initially|earlier|wrongly|incorrectly"
    rf"|mistakenly|erroneously)\s+{_SAID}\b"
    rf"|\b(?:this|the|our)\s+{_PIECES}\s+misstated\b"
    # "Correction: A report on 30 April said that …"
    rf"|^\W*(?:corrections?|clarifications?)\b[^.\n]{{0,40}}?:\s+(?:an?|the|our|this)\s+(?:\w+\s+)?{_PIECES}"
    rf"\b[^.\n]*?\b{_SAID}\b"
    # "We said on Tuesday that …" is said where a correction is announced only.
    r"|^\W*(?:corrections?|clarifications?)\b[^.\n]{0,40}?:[^.\n]*?\b(?:we|which)\s+"
    r"(?:\w+ly\s+)?(?:said|stated|reported|wrote)\b",
    re.IGNORECASE | re.MULTILINE,
)


def taken_back(text: str) -> Iterator[Span]:
    """The sentences of `text` that tell what an earlier version of it said, in order."""
    for sentence in _SENTENCE.finditer(text):
        if _SIGN.search(sentence.group()):
            yield sentence.span()
