"""What in a text can tell its time: names, figures and pairs of words.  Text in, terms out."""

import re

from reportedly.content_words import STOP_WORDS

_WORD = re.compile(r"[A-Za-z][A-Za-z’']*[A-Za-z]|\d+(?:[.,]\d+)*|[A-Za-z]")
#: Stands before terms without a capital or a figure: they say less.
PLAIN = "~"


def terms_of(text: str) -> frozenset[str]:
    """Words with a capital or a figure, and pairs of neighbours neither of which is a stop word.

    In lower case; pairs of plain words begin with `PLAIN`.
    """
    words = _WORD.findall(text)
    keys = [word.lower().replace("’", "'") for word in words]
    stops = [key in STOP_WORDS for key in keys]
    marked = [not word[0].islower() for word in words]
    found = {key for key, mark, stop in zip(keys, marked, stops, strict=True) if mark and not stop}
    for at in range(len(words) - 1):
        if not (stops[at] or stops[at + 1]):
            plain = "" if marked[at] or marked[at + 1] else PLAIN
            found.add(f"{plain}{keys[at]} {keys[at + 1]}")
    return frozenset(found)


def as_written(term: str, text: str) -> str:
    """The first place in `text` where `term` stands, with its capitals."""
    words = term.removeprefix(PLAIN).replace("'", "[’']").split(" ")
    matched = re.search(r"\b" + r"[^A-Za-z0-9]+".join(words) + r"\b", text, re.IGNORECASE)
    return " ".join(matched[0].split()) if matched else term.removeprefix(PLAIN)
