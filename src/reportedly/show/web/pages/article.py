"""One article as read, with all that was found in it; and the list of articles."""

from dataclasses import dataclass
from typing import Annotated, Literal

from fastapi import APIRouter, Query, Request, Response

from reportedly.model import Article, Span
from reportedly.show.web import urls
from reportedly.show.web.asked import Asked, Words
from reportedly.show.web.captured.there import Captured, find_captured
from reportedly.show.web.copied import Common, Order, common, order
from reportedly.show.web.differences import Piece, changes
from reportedly.show.web.failing import not_found
from reportedly.show.web.highlighting import Paragraph, paragraphs
from reportedly.show.web.marking import layers
from reportedly.show.web.paging import PageNumber, Paging, paging
from reportedly.show.web.reading import Reading
from reportedly.show.web.rendering import respond
from reportedly.store import pages_articles
from reportedly.store.pages import PAGE_ROWS, ArticleLine, Count, StatementLine
from reportedly.store.pages_articles import ArticleEntry, ArticleParts

router = APIRouter()

#: Near copies that are compared with the article word by word: an agency's report may have dozens.
_COMPARED = 8

View = Literal["read", "captured"]


@dataclass(frozen=True, slots=True)
class Note:
    """A statement as it stands beside the text, with its number there."""

    number: int
    line: StatementLine


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, what it is, and the statements that begin in it."""

    paragraph: Paragraph
    region: str
    notes: list[Note]


@dataclass(frozen=True, slots=True)
class Copy:
    """A near copy, what both have, and the words that this article has otherwise; no words of
    either when it was not compared."""

    article: ArticleLine
    order: Order
    shared: Common | None
    changes: list[Piece]


@dataclass(frozen=True, slots=True)
class ArticlePage:
    """Context of `article.html`."""

    article: Article
    story: str | None
    url: str | None
    blocks: list[Block]
    notes: list[Note]
    copies: list[Copy]
    paths: list[str]
    travelled: list[str]
    captured: Captured | None


@router.get("/article/{article_id}")
def article(
    request: Request, reading: Reading, article_id: str, asked: Asked, view: View = "read"
) -> Response:
    """An article; `at=START-END` or `s=STATEMENT` marks the words that are asked for.

    `view=captured` shows the page that it was read from in the place of the text.
    """
    parts = pages_articles.find_article(reading, article_id)
    if parts is None:
        raise not_found("article", article_id)
    if request.app.state.is_private:
        view = "read"
    notes = numbered(parts.lines)
    captured = find_captured(reading, parts.article, asked, view)
    context = ArticlePage(
        article=parts.article,
        story=parts.story,
        url=urls.outside(parts.article.url),
        blocks=[] if captured and captured.shown else _blocks(parts, notes, asked),
        notes=notes,
        copies=_copies(reading, parts, is_private=request.app.state.is_private),
        paths=parts.paths,
        travelled=parts.travelled,
        captured=captured,
    )
    return respond(request, "article.html", context)


def _copies(reading: Reading, parts: ArticleParts, *, is_private: bool) -> list[Copy]:
    compared = [] if is_private else [line.article_id for line in parts.copies[:_COMPARED]]
    texts = pages_articles.wordings(reading, [parts.article.article_id, *compared])
    here = texts[parts.article.article_id]
    found = []
    for line in parts.copies:
        when = order(parts.article, line)
        there = texts.get(line.article_id) if line.article_id in compared else None
        found.append(
            Copy(line, when, common(here, there), changes(there.text, here.text))
            if there
            else Copy(line, when, None, [])
        )
    return found


def numbered(lines: list[StatementLine]) -> list[Note]:
    """Statements in the order of the text, counted from one."""
    ordered = sorted(lines, key=lambda line: (line.content[0][0], -line.content[-1][1]))
    return [Note(number, line) for number, line in enumerate(ordered, start=1)]


def _blocks(parts: ArticleParts, notes: list[Note], asked: Words) -> list[Block]:
    numbers = {note.line.statement_id: note.number for note in notes}
    found = paragraphs(parts.article.text, layers(parts, numbers, asked.span, asked.statement_id))
    blocks = []
    for paragraph in found:
        first, last = paragraph.span
        own = [note for note in notes if first <= note.line.content[0][0] < last]
        blocks.append(Block(paragraph, _region(parts, paragraph.span), own))
    return blocks


def _region(parts: ArticleParts, span: Span) -> str:
    """The kind of the region that holds the paragraph's middle; `body` when none does."""
    middle = (span[0] + span[1]) // 2
    holding = [r for r in parts.regions if r.span[0] <= middle < r.span[1]]
    holding.sort(key=lambda r: r.span[1] - r.span[0])
    return holding[0].kind if holding else "body"


@dataclass(frozen=True, slots=True)
class ArticlesPage:
    """Context of `articles.html`."""

    outlet: str
    undated: bool
    outlets: list[Count]
    entries: list[ArticleEntry]
    paging: Paging


@router.get("/articles")
def articles(
    request: Request,
    reading: Reading,
    number: PageNumber = 0,
    outlet: str = "",
    undated: Annotated[int, Query(ge=0, le=1)] = 0,
) -> Response:
    """Articles by day."""
    found = pages_articles.article_list(
        reading, outlet=outlet, undated=bool(undated), offset=number * PAGE_ROWS
    )
    context = ArticlesPage(
        outlet=outlet,
        undated=bool(undated),
        outlets=found.outlets,
        entries=found.entries,
        paging=paging(
            number,
            found.total,
            lambda n: urls.articles(outlet=outlet, undated=bool(undated), page=n),
        ),
    )
    return respond(request, "articles.html", context)
