"""From a head token to its whole noun phrase, after the conventions of OntoNotes.

Determiners, adjectives, possessive marks, prepositional phrases, relative clauses and appositions
belong to the phrase; what is coordinated with it, and punctuation at its ends, do not.
"""

from reportedly.annotate.parse.model import Parse, Token

#: Dependents after the head that end the phrase: they, and all after them, lie outside.
_ENDS_PHRASE = frozenset(["cc", "conj", "parataxis", "advcl", "ccomp", "dep", "meta", "intj"])
#: Dependents before the head that lie outside of it.
_OUTSIDE_LEFT = frozenset(["preconj", "cc", "punct", "nsubj", "aux", "advmod", "mark", "cop"])
_ASIDES = frozenset(["(", ":", "["])
#: What Markdown puts before a heading or a quoted line.
_SIGNS = frozenset("#>*_")
#: A phrase longer than this is a parser's mistake more often than not (measured on GUM train).
MOST_TOKENS = 45


def phrase_tokens(parse: Parse, head: int) -> tuple[int, int]:
    """First and last token (inclusive) of the phrase headed by token `head`."""
    sentence = parse.sentences[parse.tokens[head].sentence]
    first, last = _left_end(parse, head), head
    for child in parse.children[head]:
        if child < head:
            continue
        ends = parse.tokens[child].dep in _ENDS_PHRASE or _is_news_of(parse, head, child)
        if ends or _is_aside(parse, head, child):
            break
        if parse.tokens[child].dep != "punct":
            last = max(last, parse.subtree(child)[-1])
    last = min(last, sentence.last - 1)
    if last - first >= MOST_TOKENS:
        last = head
    while first < head and set(parse.tokens[first].text) <= _SIGNS:
        first += 1
    return first, _without_end_marks(parse, head, last)


def _is_news_of(parse: Parse, head: int, child: int) -> bool:
    """ "Quill to write memoir": a headline's name, and what its bearer is to do."""
    verb = parse.tokens[child]
    infinitive = parse.tokens[parse.subtree(child)[0]].text == "to" and verb.text.islower()
    return infinitive and verb.dep in ("relcl", "acl") and parse.tokens[head].pos == "PROPN"


def _is_aside(parse: Parse, head: int, child: int) -> bool:
    """What stands in brackets or after a colon; a place or time after a person's name."""
    first = parse.subtree(child)[0]
    if any(parse.tokens[i].text in _ASIDES for i in range(max(head + 1, first - 1), child + 1)):
        return True
    token = parse.tokens[child]
    return token.dep == "prep" and parse.tokens[head].entity == "PERSON" and token.lower != "of"


def _left_end(parse: Parse, head: int) -> int:
    first = head
    for child in reversed(parse.children[head]):
        if child > head:
            continue
        token = parse.tokens[child]
        outside = token.dep in _OUTSIDE_LEFT or token.tag in ("WDT", "WP", "WRB")
        if outside and not _joins(parse, token, first):
            break
        first = min(first, parse.subtree(child)[0])
    return max(first, parse.sentences[parse.tokens[head].sentence].first)


def _joins(parse: Parse, token: Token, first: int) -> bool:
    """Hyphens and adverbs inside the phrase ("co - owner", "nearly two decades") belong to it."""
    return token.i + 1 == first and (token.text == "-" or token.dep == "advmod")


def _without_end_marks(parse: Parse, head: int, last: int) -> int:
    while last > head and parse.tokens[last].pos == "PUNCT" and parse.tokens[last].text not in ")]":
        last -= 1
    return last
