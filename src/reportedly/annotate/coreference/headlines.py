"""Sentences set like headlines, where capitals say nothing, and names in them."""

from dataclasses import replace

from reportedly.annotate.coreference.name import Name, printed_words
from reportedly.annotate.parse.model import Parse, Token

#: A sentence with more than this share of its longer words capitalised is set like a headline.
_HEADLINE_CAPITALS = 0.7
#: With a full stop at its end it must be longer, and all of them capitalised.
_ENDED_WORDS = 5


def headline_sentences(parse: Parse) -> set[int]:
    """Indices of the sentences that are set like headlines."""
    return {s.index for s in parse.sentences if _is_headline(parse.sentence_tokens(s))}


def _is_headline(tokens: tuple[Token, ...]) -> bool:
    words = [t for t in tokens if len(t.text) > 3 and t.text.isalpha()]
    capitals = sum(t.text[0].isupper() for t in words)
    ends = tokens[-1].text in ".!?" if tokens else True
    if ends:
        return len(words) >= _ENDED_WORDS and capitals == len(words)
    return len(words) >= 3 and capitals > _HEADLINE_CAPITALS * len(words)


def settled_in_headlines(names: list[Name], parse: Parse, headlines: set[int]) -> list[Name]:
    """Names in headlines and capitals cut, or left out, by what the text below says."""
    cut = _without_headline_tails(names, parse, headlines)
    return _without_shouts(_without_common_words(cut, parse, headlines), parse, headlines)


def _without_headline_tails(names: list[Name], parse: Parse, headlines: set[int]) -> list[Name]:
    """In headlines what follows a name is capitalised too: cut where the text below cuts."""
    below = {n.words for n in names if parse.tokens[n.first].sentence not in headlines}
    below |= {words[-1:] for words in below}
    return [
        name
        if name.words in below or parse.tokens[name.first].sentence not in headlines
        else _cut_to_known(name, below, parse)
        for name in names
    ]


def _cut_to_known(name: Name, known: set[tuple[str, ...]], parse: Parse) -> Name:
    for last in range(name.last - 1, name.first - 1, -1):
        words = printed_words(parse, name.first, last)
        if words in known:
            return replace(name, last=last, words=words)
    return name


def _without_common_words(names: list[Name], parse: Parse, headlines: set[int]) -> list[Name]:
    """In headlines and in capitals a word is a name only when the text never has it as a word."""
    common = {token.text for token in parse.tokens if token.text.islower()}
    return [
        name
        for name in names
        if len(name.words) > 1
        or name.words[0].lower() not in common
        or not (name.words[0].isupper() or parse.tokens[name.first].sentence in headlines)
    ]


def _without_shouts(names: list[Name], parse: Parse, headlines: set[int]) -> list[Name]:
    """ "BIN AND GONE? Ada and her man": words in capitals over an article that names nobody so."""
    shouted = {s.index for s in parse.sentences if _is_shouted(parse.sentence_tokens(s))}
    below = {
        word.lower()
        for name in names
        if parse.tokens[name.first].sentence not in headlines | shouted
        for word in name.words
    }
    return [
        name
        for name in names
        if len(name.words) > 1
        or parse.tokens[name.first].sentence not in shouted
        or name.words[0].lower() in below
    ]


def _is_shouted(tokens: tuple[Token, ...]) -> bool:
    """True for a sentence of several words, all in capitals."""
    words = [t for t in tokens if t.text.isalpha()]
    return len(words) > 1 and all(t.text.isupper() for t in words)
