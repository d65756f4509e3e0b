"""Whether the page of an article is there, and what is told of it beside its frame."""

import sqlite3
from dataclasses import dataclass

from reportedly.model import Article, Span
from reportedly.reading.captures import opened, unpack
from reportedly.show.web import urls
from reportedly.show.web.asked import Words
from reportedly.show.web.captured.standing import Standing
from reportedly.store import captures, pages_articles


@dataclass(frozen=True, slots=True)
class Inside:
    """What is in a page: its bytes, the share of the text that stands in it, where the words stand
    that are asked for (in the text of the page's elements, one after another).
    """

    n_bytes: int
    charset: str | None
    mapped: float
    asked: list[Span]


@dataclass(frozen=True, slots=True)
class Captured:
    """The ways to a page, and what is in it when it is shown."""

    shown: bool
    asked: str
    href: str
    read_href: str
    frame: str
    source: str
    inside: Inside | None


def find_captured(
    connection: sqlite3.Connection, article: Article, asked: Words, view: str
) -> Captured | None:
    """The page of `article`; None when it was not read from one, or none is kept."""
    name = article.article_id
    shown = view == "captured"
    payload = captures.find(connection, name) if shown else None
    if payload is None and not captures.is_there(connection, name):
        return None
    wanted = {"statement_id": asked.statement_id, "at": asked.at}
    return Captured(
        shown=shown,
        asked=asked.statement_id or asked.at,
        href=urls.captured(name, **wanted),
        read_href=_read_href(name, asked),
        frame=urls.framed(name, **wanted),
        source=urls.source(name),
        inside=None if payload is None else _inside(connection, payload, article, asked),
    )


def _read_href(article_id: str, asked: Words) -> str:
    if asked.statement_id:
        return urls.statement_words(article_id, asked.statement_id)
    return urls.words(article_id, asked.span) if asked.span else urls.article(article_id)


def _inside(
    connection: sqlite3.Connection, payload: bytes, article: Article, asked: Words
) -> Inside:
    capture = unpack(payload)
    standing = Standing(article.text, opened(capture)[1].text, capture.runs)
    spans = [asked.span] if asked.span else []
    spans += pages_articles.content(connection, article.article_id, asked.statement_id)
    return Inside(
        n_bytes=len(capture.content),
        charset=capture.charset,
        mapped=round(standing.n_mapped / max(1, len(article.text)), 4),
        asked=[place for span in spans for place in standing.places(span)],
    )
