"""Where the words of a search stand in what was found, for showing them."""

import re
from dataclasses import dataclass

from reportedly.store.searching import terms

_NOT_WORDS = re.compile(r"[\W_]+")


@dataclass(frozen=True, slots=True)
class Stretch:
    """Words of a text, and whether they are what was searched for."""

    text: str
    hit: bool


def stretches(text: str, query: str) -> list[Stretch]:
    """`text` cut into what the search's words and phrases cover and what they do not."""
    pattern = _pattern(query)
    if pattern is None:
        return [Stretch(text, False)]
    found, at = [], 0
    for hit in pattern.finditer(text):
        if hit.start() > at:
            found.append(Stretch(text[at : hit.start()], False))
        found.append(Stretch(hit[0], True))
        at = hit.end()
    return [*found, Stretch(text[at:], False)] if at < len(text) else found


def _pattern(query: str) -> re.Pattern[str] | None:
    """Whole words, whatever stands between the words of a phrase; None without any word."""
    choices = []
    for term, begins in terms(query):
        words = [re.escape(word) for word in _NOT_WORDS.split(term) if word]
        if words:
            choices.append(r"[\W_]+".join(words) + (r"\w*" if begins else ""))
    if not choices:
        return None
    return re.compile(rf"(?<!\w)(?:{'|'.join(choices)})(?!\w)", re.IGNORECASE)
