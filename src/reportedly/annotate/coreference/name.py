"""`Name`: a name where it stands in the text."""

from dataclasses import dataclass

from reportedly.annotate.coreference.candidate import Kind
from reportedly.annotate.parse.model import Parse, Token
from reportedly.offsets import Span


@dataclass(frozen=True, slots=True)
class Name:
    """A name in the text: tokens `first` to `last` inclusive, without title and possessive.

    `cut` is the number of characters at the end of the last token that are no part of the name
    (the s of a lost apostrophe).
    """

    first: int
    last: int
    words: tuple[str, ...]
    kind: Kind
    title: str = ""
    cut: int = 0

    @property
    def text(self) -> str:
        """The words with single spaces."""
        return " ".join(self.words)

    def head(self, parse: Parse) -> Token:
        """The token of the name that hangs on something outside of it."""
        for i in range(self.last, self.first - 1, -1):
            above = parse.tokens[i].head
            if above == i or not self.first <= above <= self.last:
                return parse.tokens[i]
        return parse.tokens[self.last]

    def core(self, parse: Parse) -> Span:
        """Offsets of the name."""
        return parse.tokens[self.first].start, parse.tokens[self.last].end - self.cut


def printed_words(parse: Parse, first: int, last: int) -> tuple[str, ...]:
    """The printed words: tokens that touch ("Ki", "-", "moon") are one."""
    words: list[str] = []
    for i in range(first, last + 1):
        token = parse.tokens[i]
        if words and parse.tokens[i - 1].end == token.start:
            words[-1] += token.text
        else:
            words.append(token.text)
    return tuple(words)
