"""`Document`: one article as the annotating stages see it — text, regions, encoded and parsed once.

A stage of `annotate` is a function `(Document, Rows) -> Rows`: it reads the tables that stages
before it have written and returns the tables that it writes itself.  It touches no file, clock,
store or engine.
"""

import functools
from typing import TYPE_CHECKING

from reportedly.annotate.parse.model import Parse
from reportedly.model import Article, Region, RegionKind
from reportedly.offsets import Span, contains

if TYPE_CHECKING:
    from reportedly.annotate.encoding.model import Encoding


class Document:
    """One article with its regions; `encoding` and `parse` are made when first asked for.

    Args:
        token_vectors: whether the encoding keeps them; the stages do without.
    """

    def __init__(
        self, article: Article, regions: tuple[Region, ...] = (), *, token_vectors: bool = False
    ) -> None:
        self.article = article
        self.regions = regions
        self._token_vectors = token_vectors

    @property
    def text(self) -> str:
        """The article's text; all offsets point into it."""
        return self.article.text

    @functools.cached_property
    def encoding(self) -> "Encoding":
        """What the encoder says of everything but boilerplate, read once for all stages."""
        from reportedly.annotate.encoding.encoder import encode

        blanked = self.spans_of("boilerplate")
        return encode(self.text, blanked, token_vectors=self._token_vectors)

    @functools.cached_property
    def parse(self) -> Parse:
        """Tokens and sentences of everything but boilerplate, with offsets into `text`."""
        from reportedly.annotate.parse.text import parse_of

        return parse_of(self.text, self.encoding)

    def spans_of(self, kind: RegionKind) -> tuple[Span, ...]:
        """The spans of all regions of one kind, in order of the text."""
        return tuple(sorted(region.span for region in self.regions if region.kind == kind))

    def kind_at(self, span: Span) -> RegionKind:
        """The kind of the smallest region that contains `span`; `body` where none does."""
        around = [region for region in self.regions if contains(region.span, span)]
        if not around:
            return "body"
        return min(around, key=lambda r: (r.span[1] - r.span[0], r.span, r.kind)).kind
