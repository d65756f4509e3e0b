"""Two passages in their articles, side by side: a statement each, or words under a span."""

import re
from dataclasses import dataclass, replace

from fastapi import APIRouter, Request, Response

from reportedly.model import Span
from reportedly.show.web import marking
from reportedly.show.web.differences import Piece, differences
from reportedly.show.web.failing import not_found
from reportedly.show.web.highlighting import Layer, Paragraph, paragraphs
from reportedly.show.web.reading import Reading
from reportedly.show.web.rendering import respond
from reportedly.store import pages, pages_quotes
from reportedly.store.pages import ArticleLine, StatementLine

router = APIRouter()

#: `ARTICLE:START-END`; what has another form is taken for the identifier of a statement.
_PLACE = re.compile(r"^([^:]{1,100}):(\d{1,9})-(\d{1,9})$", re.ASCII)

#: Paragraphs that are shown before and after a passage; the others are there at a click.
_AROUND = 1


@dataclass(frozen=True, slots=True)
class Passage:
    """A passage within its article, all of which is there."""

    reference: str
    article: ArticleLine
    statement: StatementLine | None
    words: str
    before: list[Paragraph]
    shown: list[Paragraph]
    after: list[Paragraph]


@dataclass(frozen=True, slots=True)
class BesidePage:
    """Context of `beside.html`; `words` of the second passage against those of the first, where
    both are statements."""

    passages: list[Passage]
    words: list[Piece]


@router.get("/beside/{one}/{other}")
def beside(request: Request, reading: Reading, one: str, other: str) -> Response:
    """Two passages, each named by a statement or as `ARTICLE:START-END`."""
    left, right = _passage(request, reading, one), _passage(request, reading, other)
    said = left.statement is not None and right.statement is not None
    changed = differences(left.words, right.words) if said else []
    return respond(request, "beside.html", BesidePage([left, right], changed))


def _passage(request: Request, reading: Reading, reference: str) -> Passage:
    place = _PLACE.match(reference)
    if place is not None:
        found_at = _words_at(reading, reference, place[1], (int(place[2]), int(place[3])))
        # Else whoever asks for one span after the other has the whole text.
        return replace(found_at, words="") if request.app.state.is_private else found_at
    found = pages_quotes.find_statement(reading, reference)
    if found is None:
        raise not_found("statement", reference)
    said = found.statement
    span = (said.content[0][0], said.content[-1][1])
    layers = marking.asked_for(said)
    return _cut(reference, found.text, span, layers, found.line.article, found.line)


def _words_at(reading: Reading, reference: str, article_id: str, span: Span) -> Passage:
    article = pages.find_article(reading, article_id)
    text = pages.texts(reading, [article_id]).get(article_id, "")
    if article is None or not 0 <= span[0] < span[1] <= len(text):
        raise not_found("passage", reference)
    return _cut(reference, text, span, [Layer(span, "asked")], article, None)


def _cut(
    reference: str,
    text: str,
    span: Span,
    layers: list[Layer],
    article: ArticleLine,
    statement: StatementLine | None,
) -> Passage:
    """The article's paragraphs, parted where the passage with its surroundings begins and ends."""
    found = paragraphs(text, layers)
    holding = [n for n, p in enumerate(found) if p.span[0] < span[1] and span[0] < p.span[1]]
    first = max(0, min(holding, default=0) - _AROUND)
    last = max(holding, default=len(found)) + 1 + _AROUND
    words = statement.content_text if statement else text[slice(*span)]
    shown = found[first:last]
    return Passage(reference, article, statement, words, found[:first], shown, found[last:])
