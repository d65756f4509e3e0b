"""`Document`: one article as the annotating stages see it — text, regions, and a parse made once.

A stage of `annotate` is a function `(Document, Rows) -> Rows`: it reads the tables that stages
before it have written and returns the tables that it writes itself.  It touches no file, clock,
store or engine.
"""

import functools

from reportedly.annotate.parse.model import Parse
from reportedly.model import Article, Region, RegionKind
from reportedly.offsets import Span, contains


class Document:
    """One article with its regions; `parse` is computed when first asked for, then kept."""

    def __init__(self, article: Article, regions: tuple[Region, ...] = ()) -> None:
        self.article = article
        self.regions = regions

    @property
    def text(self) -> str:
        """The article's text; all offsets point into it."""
        return self.article.text

    @functools.cached_property
    def parse(self) -> Parse:
        """Tokens and sentences of everything but boilerplate, with offsets into `text`."""
        from reportedly.annotate.parse.spacy import parse_text

        return parse_text(self.text, self.spans_of("boilerplate"))

    def spans_of(self, kind: RegionKind) -> tuple[Span, ...]:
        """The spans of all regions of one kind, in order of the text."""
        return tuple(sorted(region.span for region in self.regions if region.kind == kind))

    def kind_at(self, span: Span) -> RegionKind:
        """The kind of the smallest region that contains `span`; `body` where none does."""
        around = [region for region in self.regions if contains(region.span, span)]
        if not around:
            return "body"
        return min(around, key=lambda r: (r.span[1] - r.span[0], r.span, r.kind)).kind
