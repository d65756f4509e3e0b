"""Full-text search over statements and articles, with filters, facets and counts.

A reader's words become an FTS5 query in which all is quoted, so that no input is an error: words
must all occur, a phrase in quotation marks must occur as it stands, a last `*` means "begins".
"""

import re
import sqlite3
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from reportedly.store import pages
from reportedly.store.pages import ArticleLine, Count, StatementLine

#: Words and phrases of a query that count; a longer one is a pasted paragraph.
MOST_TERMS = 24

#: Characters of a query that are read.
MOST_CHARS = 400

#: Values of each facet that are counted out.
FACET_VALUES = 12

#: What articles give to narrow a search by: the outlet and the year.
_OF_ARTICLES = {"outlet": "a.outlet", "year": f"substr({pages.DAY}, 1, 4)"}

#: Field of a query → the column of statements whose values narrow it.
_FACETS = {
    "speaker": "s.speaker_id",
    "kind": "s.source_kind",
    "mode": "s.mode",
    "channel": "s.channel",
}

_HAS_WORDS = "s.rowid in (select rowid from statement_words where statement_words match ?)"

#: A phrase in any pair of double quotation marks, or a word.
_TERM = re.compile(r'["“”„«»]([^"“”„«»]*)["“”„«»]|([^\s"“”„«»]+)')


@dataclass(frozen=True, slots=True)
class Query:
    """What a reader asks for; empty strings mean "any".

    `speaker` is an entity; `by` are words of the name or of what the source is called.
    """

    words: str = ""
    speaker: str = ""
    outlet: str = ""
    kind: str = ""
    mode: str = ""
    channel: str = ""
    earliest: str = ""
    latest: str = ""
    by: str = ""


@dataclass(frozen=True, slots=True)
class Facet:
    """One way to narrow a search: its field and how many hits each value has."""

    field: str
    counts: list[Count]


def terms(words: str) -> list[tuple[str, bool]]:
    """Words and phrases of a query with a letter or digit, and whether each is but a beginning."""
    found = []
    for phrase, word in _TERM.findall(words[:MOST_CHARS].replace("\0", " "))[:MOST_TERMS]:
        term = (phrase or word).strip()
        begins = word.endswith("*") and len(word) > 1
        if re.search(r"\w", term):
            found.append((term.rstrip("*") if begins else term, begins))
    return found


def match(words: str) -> str:
    """An FTS5 query that cannot be wrong; empty when `words` has no letter or digit."""
    quoted = [
        '"' + term.replace('"', '""') + '"' + ("*" if begins else "")
        for term, begins in terms(words)
    ]
    return " ".join(quoted)


def _conditions(query: Query) -> tuple[str, list[str]]:
    """The `where` of a query over `statements s join articles a`, and its values."""
    where: list[str] = []
    values: list[str] = []
    wanted, by = match(query.words), match(query.by)
    for given, condition in (
        (wanted, _HAS_WORDS),
        (f"{{speaker source_text}} : ({by})" if by else "", _HAS_WORDS),
        (query.speaker, "s.speaker_id = ?"),
        (query.outlet, "a.outlet = ?"),
        (query.kind, "s.source_kind = ?"),
        (query.mode, "s.mode = ?"),
        (query.channel, "s.channel = ?"),
        (query.earliest, f"{pages.DAY} >= ?"),
        (query.latest, f"{pages.DAY} <= ? || '~'"),
    ):
        if given:
            where.append(condition)
            values.append(given)
    if (query.words.strip() and not wanted) or (query.by.strip() and not by):
        where.append("0")
    return " and ".join(where) or "1", values


def search(
    connection: sqlite3.Connection, query: Query, *, limit: int, offset: int
) -> list[StatementLine]:
    """Statements that fit, by day."""
    where, values = _conditions(query)
    return pages.statements(connection, where, values, limit=limit, offset=offset)


def count(connection: sqlite3.Connection, query: Query) -> tuple[int, list[Facet]]:
    """How many statements fit, and how many of them have each value of each facet."""
    where, values = _conditions(query)
    if where == "1":
        return _count_all(connection)
    columns = ", ".join(_OF_ARTICLES.values())
    found = connection.execute(f"select article_id, {columns} from articles a")
    of_articles = {row[0]: tuple(row)[1:] for row in found}
    joined = "join articles a using (article_id)" if "a." in where else ""
    columns = ", ".join(["s.article_id", *_FACETS.values()])
    wanted = f"select {columns} from statements s {joined} where {where}"
    plain = connection.cursor()
    plain.row_factory = None
    hits = plain.execute(wanted, values).fetchall()
    if not hits:
        return 0, []
    # Column by column: counting whole columns is many times faster than going through rows.
    articles, *values_found = zip(*hits, strict=True)
    counters: list[Counter[str | None]] = [Counter() for _ in _OF_ARTICLES]
    for article_id, n in Counter(articles).items():
        for counter, value in zip(counters, of_articles[article_id], strict=True):
            counter[value] += n
    counters += [Counter(column) for column in values_found]
    facets = [
        Facet(field, _first((v, n) for v, n in counter.items() if v is not None))
        for field, counter in zip((*_OF_ARTICLES, *_FACETS), counters, strict=True)
    ]
    return len(hits), [facet for facet in facets if facet.counts]


def _first(found: Iterable[tuple[str, int]]) -> list[Count]:
    ordered = sorted(found, key=lambda pair: (-pair[1], pair[0]))
    return [Count(value, n) for value, n in ordered[:FACET_VALUES]]


def _count_all(connection: sqlite3.Connection) -> tuple[int, list[Facet]]:
    """The same for all statements, from the indexes alone."""
    queries = {
        field: f"""
            with counted as (select article_id, count(*) as n from statements group by 1)
            select {column}, sum(n) from counted join articles a using (article_id)
            where {column} is not null group by 1"""
        for field, column in _OF_ARTICLES.items()
    }
    queries |= {
        field: f"select {column}, count(*) from statements s where {column} is not null group by 1"
        for field, column in _FACETS.items()
    }
    facets = [
        Facet(field, _first((row[0], row[1]) for row in connection.execute(query)))
        for field, query in queries.items()
    ]
    total = pages.count(connection, "select count(*) from statements")
    return total, [facet for facet in facets if facet.counts]


def search_articles(
    connection: sqlite3.Connection, query: Query, *, limit: int
) -> tuple[int, list[ArticleLine]]:
    """(how many in all, the first ones) of articles whose title or text has the words."""
    wanted = match(query.words)
    if not wanted:
        return 0, []
    where = "a.rowid in (select rowid from article_words where article_words match ?)"
    values = [wanted]
    if query.outlet:
        where += " and a.outlet = ?"
        values.append(query.outlet)
    total = pages.count(connection, f"select count(*) from articles a where {where}", values)
    return total, pages.articles(connection, where, values, limit=limit)
