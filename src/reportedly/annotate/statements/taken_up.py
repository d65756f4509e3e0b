"""Which outlet "the magazine" or "the weekly" takes up: the one that the article named last.

In: a text up to some words for an outlet.  Out: its name and where that stands, or nothing.
"""

import re

from reportedly.annotate.statements import lexicon
from reportedly.annotate.statements.outlets import same_outlet
from reportedly.offsets import Span

_NAME = r"(?:The )?[A-Z][\w’&-]*(?: (?:(?:of|the|and) )?(?:[A-Z][\w’&-]*|\d+(?:\.\d+)?))*!?"
_PRINTED = "magazine mag weekly monthly glossy journal newspaper paper daily tabloid rag bible"
_AIRED = "station broadcaster channel network"
_ONLINE = "website site blog portal"
#: Which words may take up which sort of outlet; a paper has a website, and a station as well.
_SORTS = tuple(frozenset(words.split()) for words in (_PRINTED, _AIRED, _ONLINE))
_ANY = frozenset("outlet publication title".split())
NOUNS = frozenset().union(*_SORTS) | _ANY
_NOUN = "|".join(sorted(NOUNS, key=len, reverse=True))
#: "Glimpse magazine", "the weekly Glimpse", "the Marl Echo".
_BEFORE_NOUN = re.compile(rf"\b(?P<name>{_NAME}) (?P<noun>{_NOUN})\b")
_BEHIND_NOUN = re.compile(rf"\b(?P<noun>{_NOUN}),? [“\"‘*_]{{0,2}}(?P<name>{_NAME})")
_PAPER = re.compile(rf"\b(?P<name>{_NAME})")
_NEXT = re.compile(rf",? [“\"‘]?(?P<name>{_NAME})")
#: So far back an article is remembered to have named an outlet.
REACH_CHARS = 1_500


def is_bare(words: str) -> bool:
    """True for "the magazine", which names nothing."""
    article, _, noun = words.lower().partition(" ")
    return article == "the" and noun in NOUNS


def find_taken_up(text: str, at: int, words: str, own: str | None) -> tuple[str, Span] | None:
    """The outlet that `words` ("the weekly") at `at` mean; None where the article named none of
    their sort before but its own."""
    noun = words.lower().rpartition(" ")[2]
    start = max(0, at - REACH_CHARS)
    found: list[tuple[int, str, Span]] = []
    for pattern in (_BEFORE_NOUN, _BEHIND_NOUN, _PAPER):
        for match in pattern.finditer(text, start, at):
            name, sort = match["name"], match.groupdict().get("noun")
            if sort is None and not lexicon.OUTLET_NAME.search(name):
                continue
            if not same_outlet(name, own) and _agree(noun, sort or _sort_of(name)):
                found.append((match.start("name"), name, match.span("name")))
    if not found:
        return None
    _, name, span = max(found, key=lambda each: (each[0], len(each[1])))
    return name, span


def find_name_behind(text: str, end: int) -> tuple[str, Span] | None:
    """Tide 105 in "told UK station Tide 105", of the words that end with the noun."""
    match = _NEXT.match(text, end)
    return (match["name"], match.span("name")) if match is not None else None


def _sort_of(name: str) -> str:
    aired = re.search(r"\b(?:Radio|TV|FM|Television)\b|\d$", name)
    return "station" if aired else "paper"


def _agree(noun: str, other: str) -> bool:
    one, two = (next((s for s in _SORTS if word in s), _ANY) for word in (noun, other))
    return one is two or _ANY in (one, two) or _SORTS[2] in (one, two)
