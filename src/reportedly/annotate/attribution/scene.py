"""`Scene`: what all attribution rules look at: the text, its parse and its quotations, indexed."""

import bisect
import functools
from collections.abc import Iterable

from reportedly.annotate.attribution.quotations import Quotation, find_quotations
from reportedly.annotate.document import Document
from reportedly.annotate.encoding.encoder import encode
from reportedly.annotate.encoding.model import Encoding
from reportedly.annotate.parse.model import Parse, Token
from reportedly.model import RegionKind
from reportedly.offsets import Span

#: Nobody reads further back in a line for the speaker of a quotation.
NEAR_CHARS = 2_000
#: Regions that stand above an article and say nothing in its sentences.
_HEADS: tuple[RegionKind, ...] = ("title", "byline", "dateline")


class Scene:
    """One document prepared for the rules; everything is computed once, when first asked for."""

    def __init__(
        self,
        text: str,
        parse: Parse,
        left_alone: tuple[Span, ...] = (),
        posts: tuple[Span, ...] = (),
        encoding: Encoding | None = None,
        heads: tuple[Span, ...] = (),
    ) -> None:
        self._encoding = encoding
        self.text = text
        self.parse = parse
        self.left_alone = left_alone
        self.posts = posts
        self.heads = heads
        self._limits: dict[int, Span] = {}

    @classmethod
    def of(cls, document: Document) -> "Scene":
        """The scene of one document, without its boilerplate."""
        left_alone, posts = document.spans_of("boilerplate"), document.spans_of("embedded_post")
        heads = tuple(span for kind in _HEADS for span in document.spans_of(kind))
        return cls(document.text, document.parse, left_alone, posts, document.encoding, heads)

    @functools.cached_property
    def encoding(self) -> Encoding:
        """The document's encoding; made here for a scene without a document."""
        return self._encoding or encode(self.text, self.left_alone)

    @functools.cached_property
    def quotations(self) -> tuple[Quotation, ...]:
        """The outer quotations, in order."""
        return tuple(q for q in self._all_quotations if q.depth == 0)

    @property
    def inner_quotations(self) -> tuple[Quotation, ...]:
        """The quotations inside others, in order."""
        return tuple(q for q in self._all_quotations if q.depth > 0)

    @functools.cached_property
    def _all_quotations(self) -> tuple[Quotation, ...]:
        return find_quotations(self.text, self.left_alone)

    @functools.cached_property
    def _starts(self) -> list[int]:
        return [quotation.start for quotation in self.quotations]

    @functools.cached_property
    def _token_starts(self) -> list[int]:
        return [token.start for token in self.parse.tokens]

    def quotation_at(self, offset: int) -> Quotation | None:
        """The quotation in which the character at `offset` stands."""
        at = bisect.bisect_right(self._starts, offset)
        if at:
            quotation = self.quotations[at - 1]
            if offset < quotation.end:
                return quotation
        return None

    def is_quoted(self, token: Token) -> bool:
        """True when `token` stands inside quotation marks."""
        return self.quotation_at(token.start) is not None

    def tokens_between(self, start: int, end: int) -> tuple[Token, ...]:
        """The tokens that lie wholly between two offsets."""
        first = bisect.bisect_left(self._token_starts, start)
        last = bisect.bisect_left(self._token_starts, end)
        tokens = self.parse.tokens[first:last]
        return tokens[:-1] if tokens and tokens[-1].end > end else tokens

    @functools.cached_property
    def _lines(self) -> list[Span]:
        spans, at = [], 0
        for line in self.text.splitlines(keepends=True):
            spans.append((at, at + len(line.rstrip("\r\n"))))
            at += len(line)
        return spans

    @functools.cached_property
    def _line_starts(self) -> list[int]:
        return [start for start, _ in self._lines]

    @functools.cached_property
    def headline_end(self) -> int:
        """End of the first line with words, when others follow; else 0."""
        start = len(self.text) - len(self.text.lstrip())
        end = self.text.find("\n", start)
        return end if end >= 0 and self.text[end:].strip() else 0

    def line_of(self, offset: int) -> Span:
        """The line in which the character at `offset` stands, without its break."""
        return self._lines[bisect.bisect_right(self._line_starts, offset) - 1]

    @property
    def lines(self) -> list[Span]:
        """All lines outside what is left alone, without their breaks."""
        return [
            s for s in self._lines if not any(a <= s[0] and s[1] <= b for a, b in self.left_alone)
        ]

    def sentence_span(self, token: Token) -> Span:
        """The sentence of `token`."""
        sentence = self.parse.sentences[token.sentence]
        return sentence.start, sentence.end

    def whole_quotations(self, span: Span, apart: Token | None = None) -> Span:
        """`span` made longer so that it cuts no quotation, except the one `apart` stands in."""
        start, end = span
        line = self.line_of(start)
        around = self.quotation_at(apart.start) if apart is not None else None
        first, last = self.quotation_at(start), self.quotation_at(end - 1)
        if first is not None and first is not around:
            start = first.start
        if last is not None and last is not around:
            end = min(last.end, line[1])
        return start, end

    def quotations_before(self, quotation: Quotation, start: int) -> tuple[Quotation, ...]:
        """The quotations that begin at or after `start` and before `quotation`."""
        first = bisect.bisect_left(self._starts, start)
        return self.quotations[first : bisect.bisect_left(self._starts, quotation.start)]

    def limits_of(self, token: Token) -> Span:
        """What words about `token` stay within: its quotation's inside, else its line."""
        limits = self._limits.get(token.i)
        if limits is None:
            quotation = self.quotation_at(token.start)
            limits = quotation.inner if quotation is not None else self.line_of(token.start)
            self._limits[token.i] = limits
        return limits

    def has_quotation_in(self, spans: Iterable[Span]) -> bool:
        """True when a quotation begins in one of `spans`."""
        for start, end in spans:
            at = bisect.bisect_left(self._starts, start)
            if at < len(self._starts) and self._starts[at] < end:
                return True
        return False

    def line_start_near(self, offset: int) -> int:
        """Where the line of `offset` begins, or `NEAR_CHARS` back where the line is longer."""
        return max(self.line_of(offset)[0], offset - NEAR_CHARS)

    def quotation_from(self, offset: int) -> Quotation | None:
        """The first quotation, inside another or not, that begins at or after `offset`."""
        at = bisect.bisect_left(self._all_starts, offset)
        return self._all_quotations[at] if at < len(self._all_quotations) else None

    @functools.cached_property
    def _all_starts(self) -> list[int]:
        return [quotation.start for quotation in self._all_quotations]

    def next_quotation(self, offset: int) -> Quotation | None:
        """The first quotation that begins at or after `offset`."""
        at = bisect.bisect_left(self._starts, offset)
        return self.quotations[at] if at < len(self.quotations) else None
