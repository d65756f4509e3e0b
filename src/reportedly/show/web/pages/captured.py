"""The page that an article was read from: alone for a frame, and its bytes as a file."""

from fastapi import APIRouter, Response

from reportedly.reading.captures import Capture, opened, unpack
from reportedly.show.web import marking
from reportedly.show.web.asked import Asked
from reportedly.show.web.captured.document import framed
from reportedly.show.web.captured.inert import inert
from reportedly.show.web.captured.standing import Standing
from reportedly.show.web.failing import not_found
from reportedly.show.web.pages.article import numbered
from reportedly.show.web.reading import Reading
from reportedly.store import captures, pages_articles

router = APIRouter()


def _capture(reading: Reading, article_id: str) -> Capture:
    payload = captures.find(reading, article_id)
    if payload is None:
        raise not_found("page of the article", article_id)
    return unpack(payload)


@router.get("/article/{article_id}/captured", response_class=Response)
def captured(reading: Reading, article_id: str, asked: Asked) -> Response:
    """The page with the words of its statements marked, in which nothing runs or loads."""
    capture = _capture(reading, article_id)
    parts = pages_articles.find_article(reading, article_id)
    if parts is None:
        raise not_found("article", article_id)
    numbers = {note.line.statement_id: note.number for note in numbered(parts.lines)}
    shown, flow = opened(capture)
    standing = Standing(parts.article.text, flow.text, capture.runs)
    marks = marking.words(parts, numbers, asked.span, asked.statement_id)
    body = shown.find("body")
    markup = inert(shown if body is None else body, flow, standing.layers(marks))
    return framed(parts.article.title or parts.article.path, markup)


@router.get("/article/{article_id}/source", response_class=Response)
def source(reading: Reading, article_id: str) -> Response:
    """The bytes of the page as they were read, to be saved and not shown."""
    capture = _capture(reading, article_id)
    headers = {
        "content-disposition": f'attachment; filename="{article_id}.html.txt"',
        "content-security-policy": "default-src 'none'; sandbox",
    }
    return Response(capture.content, media_type="application/octet-stream", headers=headers)
