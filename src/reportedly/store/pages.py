"""Lines that every page shows: articles, statements, hops, entities, with what is read beside
them; no text unless a page asks for it, and in pages of a fixed length.
"""

import json
import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from reportedly.model import ChainHop, Span, Spans
from reportedly.store import rows
from reportedly.store.connection import open_existing

#: Rows on one page: a screen or three to read, and far below any limit of time.
PAGE_ROWS = 50

#: The day by which articles without a stated date are sorted and drawn.
DAY = "coalesce(a.published, a.published_earliest, a.published_latest)"

#: The day on which pictures and counts by year put an article: none where nothing puts it within a
#: year, since "1996 or later" is no sign of 1996.
DRAWN_DAY = f"""case when a.published is not null
    or julianday(a.published_latest) - julianday(a.published_earliest) <= 366 then {DAY} end"""

#: `DAY` as a sort key, which an index of the schema holds; undated articles come last.
SORT_DAY = "coalesce(a.published, a.published_earliest, a.published_latest, '9999')"

#: Bytes of the file that a reader maps into memory: pages already read by another request cost
#: nothing then.
_MAPPED_BYTES = 1 << 30

_ARTICLE = f"""a.article_id, a.title, a.outlet, a.byline, a.path, a.published, a.published_from,
    a.published_earliest, a.published_latest, a.story_id, a.copy_group, {DAY} as day,
    {DRAWN_DAY} as drawn_day, a.url"""


@dataclass(frozen=True, slots=True)
class ArticleLine:
    """One article as lists show it."""

    article_id: str
    title: str | None
    outlet: str | None
    byline: str | None
    path: str
    published: str | None
    published_from: str | None
    published_earliest: str | None
    published_latest: str | None
    story_id: str | None
    copy_group: str | None
    day: str | None
    """by which lists are sorted"""
    url: str | None = None
    drawn_day: str | None = None
    """on which pictures put it"""


@dataclass(frozen=True, slots=True)
class StatementLine:
    """One statement as lists show it, with its article and the way it came."""

    statement_id: str
    content: Spans
    content_text: str
    source_text: str | None
    mode: str
    speaker_id: str | None
    speaker: str | None
    source_kind: str
    channel: str | None
    addressee_id: str | None
    addressee: str | None
    said_earliest: str | None
    said_latest: str | None
    utterance_id: str | None
    claim_id: str | None
    polarity: str
    confidence: float
    article: ArticleLine
    chain: tuple[ChainHop, ...]


@dataclass(frozen=True, slots=True)
class Count:
    """A value and how many rows have it."""

    value: str
    n: int


@dataclass(frozen=True, slots=True)
class Named:
    """An entity as a link."""

    entity_id: str
    name: str
    kind: str


def open_for_reading(path: Path) -> sqlite3.Connection:
    """The chronicle for one request, in a transaction: what it reads belongs together.

    Raises ChronicleError as `open_existing` does.
    """
    connection = open_existing(path)
    connection.execute(f"pragma mmap_size = {_MAPPED_BYTES}")
    connection.execute("begin")
    return connection


def article_line(found: sqlite3.Row) -> ArticleLine:
    """The article's part of a result row that holds `_ARTICLE`."""
    return ArticleLine(**{name: found[name] for name in ArticleLine.__slots__})


def articles(
    connection: sqlite3.Connection,
    where: str = "1",
    values: Sequence[Any] = (),
    *,
    limit: int = PAGE_ROWS,
    offset: int = 0,
) -> list[ArticleLine]:
    """Articles for which `where` holds (on alias `a`), in the order of their days."""
    # Which ones is found in the indexes; only those that are shown are read.
    query = f"""
        with shown as materialized (
            select a.article_id from articles a where {where}
            order by {SORT_DAY}, a.article_id limit ? offset ?)
        select {_ARTICLE} from shown join articles a using (article_id)
        order by {SORT_DAY}, a.article_id"""
    return [article_line(row) for row in connection.execute(query, (*values, limit, offset))]


def find_article(connection: sqlite3.Connection, article_id: str) -> ArticleLine | None:
    """One article's line."""
    return next(iter(articles(connection, "a.article_id = ?", (article_id,))), None)


def articles_named(
    connection: sqlite3.Connection, article_ids: Iterable[str]
) -> dict[str, ArticleLine]:
    """identifier → article, for those that exist."""
    wanted = sorted(set(article_ids))
    found = articles(
        connection,
        "a.article_id in (select value from json_each(?))",
        (json.dumps(wanted),),
        limit=len(wanted),
    )
    return {line.article_id: line for line in found}


def statements(
    connection: sqlite3.Connection,
    where: str,
    values: Sequence[Any] = (),
    *,
    order: str = f"{SORT_DAY}, a.article_id, s.statement_id",
    limit: int = PAGE_ROWS,
    offset: int = 0,
) -> list[StatementLine]:
    """Statements for which `where` holds (aliases `s`, and `a` for the article), by day."""
    # Without a condition the articles are read in their order, so that a page of them is enough.
    joined = (
        "statements s join articles a" if where != "1" else "articles a cross join statements s"
    )
    query = f"""
        with shown as materialized (
            select s.statement_id from {joined} using (article_id)
            where {where} order by {order} limit ? offset ?)
        select s.*, {_ARTICLE} from shown join statements s using (statement_id)
        join articles a using (article_id) order by {order}"""
    found = connection.execute(query, (*values, limit, offset)).fetchall()
    hops = chains(connection, [row["statement_id"] for row in found])
    return [_statement_line(row, hops) for row in found]


def _statement_line(found: sqlite3.Row, hops: dict[str, tuple[ChainHop, ...]]) -> StatementLine:
    own = [name for name in StatementLine.__slots__ if name not in ("content", "article", "chain")]
    return StatementLine(
        **{name: found[name] for name in own},
        content=spans(found["content"]),
        article=article_line(found),
        chain=hops.get(found["statement_id"], ()),
    )


def statements_named(
    connection: sqlite3.Connection, identifiers: Iterable[str]
) -> dict[str, StatementLine]:
    """identifier → statement, for those that exist."""
    wanted = sorted(set(identifiers))
    found = statements(
        connection,
        "s.statement_id in (select value from json_each(?))",
        (json.dumps(wanted),),
        limit=len(wanted),
    )
    return {line.statement_id: line for line in found}


def chains(
    connection: sqlite3.Connection, statement_ids: Iterable[str]
) -> dict[str, tuple[ChainHop, ...]]:
    """statement → its hops in order."""
    found: dict[str, list[ChainHop]] = {}
    wanted = json.dumps(sorted(set(statement_ids)))
    condition = "statement_id in (select value from json_each(?))"
    for hop in rows.select(connection, ChainHop, condition, (wanted,)):
        found.setdefault(hop.statement_id, []).append(hop)
    return {name: tuple(sorted(hops, key=lambda hop: hop.hop)) for name, hops in found.items()}


def named(connection: sqlite3.Connection, entity_ids: Iterable[str]) -> dict[str, Named]:
    """identifier → entity, for those that exist."""
    query = """select entity_id, name, kind from entities
               where entity_id in (select value from json_each(?))"""
    wanted = json.dumps(sorted(set(entity_ids)))
    return {row[0]: Named(row[0], row[1], row[2]) for row in connection.execute(query, (wanted,))}


def texts(connection: sqlite3.Connection, article_ids: Iterable[str]) -> dict[str, str]:
    """article → its text: offsets are cut in Python, because SQL's substr stops at a NUL."""
    query = """select article_id, text from articles
               where article_id in (select value from json_each(?))"""
    wanted = json.dumps(sorted(set(article_ids)))
    return {row[0]: row[1] for row in connection.execute(query, (wanted,))}


def count(connection: sqlite3.Connection, query: str, values: Sequence[Any] = ()) -> int:
    """The single number that a query of this package gives."""
    return int(connection.execute(query, tuple(values)).fetchone()[0])


def counts(connection: sqlite3.Connection, query: str, values: Sequence[Any] = ()) -> list[Count]:
    """The (value, number) pairs that a query of this package gives."""
    return [Count(str(row[0]), row[1]) for row in connection.execute(query, tuple(values))]


def spans(value: str) -> Spans:
    """Spans from the JSON text in which the store keeps them."""
    return tuple((start, end) for start, end in json.loads(value))


def span(value: str) -> Span:
    """One span from its JSON text."""
    start, end = json.loads(value)
    return start, end


def like(text: str) -> str:
    """A pattern for `like … escape '\\'` that matches anything with `text` in it."""
    escaped = text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
    return f"%{escaped}%"


def holding(identifier: str) -> str:
    """A `like` pattern for a JSON list that has `identifier` as a string."""
    return like(json.dumps(identifier, ensure_ascii=False))
