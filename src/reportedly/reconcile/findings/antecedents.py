"""What "it" and "the bridge" stand for where something is to open, was sold or came out.

In: their place in an article.  Out: of "it" the first phrase of the sentence before that names or
describes a thing: "the council will build a covered hall.  It will open in May"; of "the bridge"
the name that the article has for it elsewhere: "the new bridge over the Lea".  A reader's guess,
good enough to look for what became of the thing, never one that makes a mention.
"""

import re

from reportedly.offsets import Span, overlaps, trim
from reportedly.reconcile.findings.pile import Pile
from reportedly.reconcile.findings.sentences import sentence_at

_IT = re.compile("It")
_OPENS_WITH_IT = re.compile(r"[“\"‘'„«(\s]*It\b")
#: Sentences before that can begin with "it", too.
MOST_STEPS = 3
_PHRASE = re.compile(
    r"\b(?:the|a|an|this|his|her|its|their|our|my)\s+(?:(?!of\b|in\b|on\b|at\b|to\b|for\b|and\b)"
    r"[a-z][\w-]*\s+){0,3}?[a-z][\w-]*(?=[.,;:!?)”\"’]"
    r"|\s+(?:of|in|on|at|to|for|from|with|by|and|across|over|beside|near|that|which|where|who|will"
    r"|would|is|was|has|had|are|were|[a-z]+ed|[a-z]+s)\b)",
    re.IGNORECASE,
)
#: Days, sums and sayings are not opened or sold.
_NO_THING = re.compile(
    r"(?:day|week|month|year|morning|evening|night|weekend|spring|summer|autumn|winter|end|start"
    r"|beginning|time|first|last|cost|price|sum|statement|interview|report|article|newspaper|paper"
    r"|plan|idea|truth|rest|best|worst|way|question|answer|vote|meeting|job|version|said)s?\Z",
    re.IGNORECASE,
)
_DESCRIPTION = re.compile(
    r"\s*(?:the|this|that|his|her|its|their|our|my)\s+(?:[a-z][\w-]*\s+){0,2}?([a-z][\w-]{2,})\s*"
    r"(?=$|[,;(]|(?:of|in|on|at|over|for|which|that|by|with|near|across)\b)",
    re.IGNORECASE,
)
#: "The Lea bridge", "the new bridge over the Lea".
_NAMED = (
    r"\b[Tt]he\s+(?:[a-z][\w-]*\s+)?([A-Z][\w-]+)(?:[’']s)?\s+HEAD\b"
    r"|\b(?:[Tt]he|[Aa]|[Ii]ts|[Tt]heir|[Hh]is|[Hh]er)\s+(?:[a-z][\w-]*\s+){0,2}HEAD"
    r"\s+(?:over|across|of|on|at)\s+(?:the\s+)?([A-Z][\w-]+)(?![\w-]|\s+[A-Z])"
)
#: Who does these is no thing, named or not.
_DOER = re.compile(
    r"(?:council|government|company|firm|team|board|committee|family|couple|mayor|minister|owner"
    r"|chair(?:man|woman)?|chief|president|director|manager|spokes(?:man|woman|person)|leader|editor"
    r"|author|singer|actor|actress|king|queen|man|woman|boy|girl|crowd|public|police|trust)\Z",
    re.IGNORECASE,
)


def names_elsewhere(article_id: str, span: Span, pile: Pile) -> frozenset[str]:
    """Names, in lower case, that the article gives a thing which a phrase only describes.

    None where it has none, or several such things: "the Lea bridge", "the bridge at Orr".
    """
    text = pile.articles[article_id].text
    head = _head(text[slice(*span)])
    if head is None:
        return frozenset()
    pattern = re.compile(_NAMED.replace("HEAD", re.escape(head)))
    found = {name for match in pattern.finditer(text) for name in match.groups() if name}
    return frozenset(name.lower() for name in found) if len(found) == 1 else frozenset()


def _head(phrase: str) -> str | None:
    """The last word of a description, before what tells where or whose it is."""
    found = _DESCRIPTION.match(phrase)
    return found[1] if found and found[1].islower() else None


def find_antecedent(article_id: str, span: Span, pile: Pile) -> Span | None:
    """The phrase that an "It" that opens a sentence stands for; None where nothing fits.

    Args:
        article_id: the article.
        span: where the thing stands, as far as its clause goes; other words than "It" give None.
        pile: mentions and texts.
    """
    text = pile.articles[article_id].text
    start, end = trim(text, span)
    if not _IT.fullmatch(text, start, end):
        return None
    first = sentence_at(text, start)[0]
    if not _OPENS_WITH_IT.match(text, first):
        return None
    for _ in range(MOST_STEPS):
        before = text[:first].rstrip()
        if not before or "\n" in text[len(before) : first]:
            return None
        sentence = sentence_at(text, len(before) - 1)
        if found := _first_thing(article_id, sentence, pile):
            return found
        if not _OPENS_WITH_IT.match(text, sentence[0]):
            return None
        first = sentence[0]
    return None


def sentence_before_it(text: str, span: Span) -> Span | None:
    """The sentence before one that "It" opens, in its paragraph; None for other words in `span`."""
    start, end = trim(text, span)
    first = sentence_at(text, start)[0]
    if not _IT.fullmatch(text, start, end) or not _OPENS_WITH_IT.match(text, first):
        return None
    before = text[:first].rstrip()
    if not before or "\n" in text[len(before) : first]:
        return None
    return sentence_at(text, len(before) - 1)


def _first_thing(article_id: str, within: Span, pile: Pile) -> Span | None:
    """The first phrase of a sentence that is a thing's."""
    text = pile.articles[article_id].text
    listed = [m for m in pile.mentions.listed(article_id) if overlaps(m[0], within)]
    named = [
        span for span, e in listed if pile.is_of(e, ("place", "work")) and _is_free(text, span)
    ]
    doers = [s for s, e in listed if pile.is_of(e, ("person", "group", "organisation"))]
    described = [
        match.span()
        for match in _PHRASE.finditer(text, *within)
        if not any(overlaps(match.span(), span) for span in doers)
        and not _NO_THING.search(match.group())
        and not _DOER.search(match.group())
    ]
    return min((*named, *described), default=None)


def _is_free(text: str, span: Span) -> bool:
    """False for where something is: "in Skelby"."""
    before = text[max(0, span[0] - 8) : span[0]].split()
    return not before or before[-1].lower() not in ("in", "at", "near", "from", "to", "of", "on")
