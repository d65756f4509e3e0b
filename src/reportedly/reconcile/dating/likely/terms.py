"""What in a text can tell its time: names, figures and pairs of words.  Text in, terms out."""

import itertools
import re
from collections.abc import Iterable

from reportedly.content_words import STOP_WORDS

_WORD = re.compile(r"[A-Za-z][A-Za-z’']*[A-Za-z]|\d+(?:[.,]\d+)*|[A-Za-z]")
#: Stands before terms without a capital or a figure: they say less.
PLAIN = "~"


def terms_of(text: str) -> frozenset[str]:
    """Words with a capital or a figure, and pairs of neighbours neither of which is a stop word.

    In lower case; pairs of plain words begin with `PLAIN`.
    """
    words = _WORD.findall(text)
    keys = [_key(word) for word in words]
    stops = [key in STOP_WORDS for key in keys]
    marked = [not word[0].islower() for word in words]
    found = {key for key, mark, stop in zip(keys, marked, stops, strict=True) if mark and not stop}
    for at in range(len(words) - 1):
        if not (stops[at] or stops[at + 1]):
            plain = "" if marked[at] or marked[at + 1] else PLAIN
            found.add(f"{plain}{keys[at]} {keys[at + 1]}")
    return frozenset(found)


def as_written(terms: Iterable[str], text: str) -> list[str]:
    """The first place in `text` where each of `terms` stands, with its capitals."""
    words = list(_WORD.finditer(text))
    keys = [_key(word[0]) for word in words]
    places = {key: at for at, key in reversed(list(enumerate(keys)))}
    pairs = {
        f"{one} {other}": at
        for at, (one, other) in reversed(list(enumerate(itertools.pairwise(keys))))
    }
    found = []
    for term in terms:
        plain = term.removeprefix(PLAIN)
        first = pairs[plain] if " " in plain else places[plain]
        last = first + plain.count(" ")
        found.append(" ".join(text[words[first].start() : words[last].end()].split()))
    return found


def _key(word: str) -> str:
    return word.lower().replace("’", "'")
