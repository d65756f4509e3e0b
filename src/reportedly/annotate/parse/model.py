"""The parse of a text in our own terms, so that no stage depends on the library that made it."""

import bisect
import functools
import itertools
from dataclasses import dataclass

from reportedly.offsets import Span


# Not frozen: a text has thousands, and a frozen one takes eight times as long to make.
@dataclass(slots=True, unsafe_hash=True)
class Token:
    """One token, which nobody changes.  `start` and `end` are offsets into the article's text;
    `head` and `i` are indices into `Parse.tokens` (the root's head is itself)."""

    i: int
    start: int
    end: int
    text: str
    lower: str
    """`text` in lower case"""
    lemma: str
    pos: str
    """universal part of speech: VERB, NOUN, PROPN, PRON, PUNCT, SPACE is never kept, …"""
    tag: str
    """Penn tag: VBD, NNP, PRP, …"""
    dep: str
    """dependency label: nsubj, ccomp, …"""
    head: int
    sentence: int
    """index into `Parse.sentences`"""
    entity: str
    """OntoNotes type of the named entity it belongs to, or ''"""
    entity_starts: bool

    @property
    def span(self) -> Span:
        """(start, end)."""
        return self.start, self.end


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence: the tokens `first` to `last`, exclusive; `start`, `end` are offsets."""

    index: int
    first: int
    last: int
    start: int
    end: int
    paragraph: int
    """number of the line of the text that it stands in; sentences never cross lines"""


@dataclass(frozen=True)
class Parse:
    """All tokens (white space left out) and sentences of a text, in order."""

    tokens: tuple[Token, ...]
    sentences: tuple[Sentence, ...]

    @functools.cached_property
    def _starts(self) -> list[int]:
        return [token.start for token in self.tokens]

    @functools.cached_property
    def children(self) -> tuple[tuple[int, ...], ...]:
        """For each token the indices of its dependents, in order."""
        found: list[list[int]] = [[] for _ in self.tokens]
        for token in self.tokens:
            if token.head != token.i:
                found[token.head].append(token.i)
        return tuple(tuple(indices) for indices in found)

    def tokens_in(self, span: Span) -> tuple[Token, ...]:
        """The tokens that overlap `span`."""
        return self.tokens[self.places_in(span)]

    def places_in(self, span: Span) -> slice:
        """Where the tokens stand that overlap `span`."""
        first = bisect.bisect_right(self._starts, span[0])
        if first and self.tokens[first - 1].end > span[0]:
            first -= 1
        return slice(first, bisect.bisect_left(self._starts, span[1]))

    @functools.cached_property
    def words_before(self) -> list[int]:
        """For each place among the tokens, how many before it are no punctuation."""
        return [0, *itertools.accumulate(token.pos != "PUNCT" for token in self.tokens)]

    def sentence_tokens(self, sentence: Sentence) -> tuple[Token, ...]:
        """The tokens of one sentence."""
        return self.tokens[sentence.first : sentence.last]

    def sentences_in(self, span: Span) -> tuple[Sentence, ...]:
        """The sentences that overlap `span`."""
        tokens = self.tokens_in(span)
        if not tokens:
            return ()
        return self.sentences[tokens[0].sentence : tokens[-1].sentence + 1]

    def subtree(self, i: int) -> tuple[int, ...]:
        """Indices of token `i` and everything that depends on it, in order."""
        children = self.children
        found = [i]
        for at in found:  # which grows while it is gone through
            found += children[at]
        found.sort()
        return tuple(found)

    def subtree_span(self, i: int) -> Span:
        """The span from the first to the last token of `subtree(i)`."""
        indices = self.subtree(i)
        return self.tokens[indices[0]].start, self.tokens[indices[-1]].end

    def names(self) -> list[tuple[Span, str]]:
        """The named entities: (span, OntoNotes type), in order."""
        found: list[tuple[Span, str]] = []
        for token in self.tokens:
            if not token.entity:
                continue
            if token.entity_starts or not found:
                found.append(((token.start, token.end), token.entity))
            else:
                found[-1] = ((found[-1][0][0], token.end), token.entity)
        return found
