"""Full-text search over statements and articles, with filters, facets and counts.

A reader's words become an FTS5 query in which all is quoted, so that no input is an error: words
must all occur, a phrase in quotation marks must occur as it stands, a last `*` means "begins".
"""

import re
import sqlite3
from dataclasses import dataclass

from reportedly.store import pages
from reportedly.store.pages import ArticleLine, Count, StatementLine

#: Words and phrases of a query that count; a longer one is a pasted paragraph.
MOST_TERMS = 24

#: Characters of a query that are read.
MOST_CHARS = 400

#: Values of each facet that are counted out.
FACET_VALUES = 12

#: A phrase in any pair of double quotation marks, or a word.
_TERM = re.compile(r'["“”„«»]([^"“”„«»]*)["“”„«»]|([^\s"“”„«»]+)')


@dataclass(frozen=True, slots=True)
class Query:
    """What a reader asks for; empty strings mean "any"."""

    words: str = ""
    speaker: str = ""
    outlet: str = ""
    kind: str = ""
    mode: str = ""
    channel: str = ""
    earliest: str = ""
    latest: str = ""


@dataclass(frozen=True, slots=True)
class Facet:
    """One way to narrow a search: its field and how many hits each value has."""

    field: str
    counts: list[Count]


@dataclass(frozen=True, slots=True)
class Hits:
    """One page of what was found, and counts over all of it."""

    total: int
    statements: list[StatementLine]
    facets: list[Facet]


def match(words: str) -> str:
    """An FTS5 query that cannot be wrong; empty when `words` has no letter or digit."""
    terms = []
    for phrase, word in _TERM.findall(words[:MOST_CHARS].replace("\0", " "))[:MOST_TERMS]:
        term = (phrase or word).strip()
        if not re.search(r"\w", term):
            continue
        begins = "*" if word.endswith("*") and len(word) > 1 else ""
        term = term.rstrip("*") if begins else term
        terms.append('"' + term.replace('"', '""') + '"' + begins)
    return " ".join(terms)


def _conditions(query: Query) -> tuple[str, list[str]]:
    """The `where` of a query over `statements s join articles a`, and its values."""
    where: list[str] = []
    values: list[str] = []
    wanted = match(query.words)
    for given, condition in (
        (wanted, "s.rowid in (select rowid from statement_words where statement_words match ?)"),
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
    if query.words.strip() and not wanted:
        where.append("0")
    return " and ".join(where) or "1", values


def search(
    connection: sqlite3.Connection, query: Query, *, limit: int, offset: int, facets: bool = True
) -> Hits:
    """Statements that fit, by day, with how many there are for each outlet, kind and so on."""
    where, values = _conditions(query)
    joined = f"from statements s join articles a using (article_id) where {where}"
    total = pages.count(connection, f"select count(*) {joined}", values)
    found = pages.statements(connection, where, values, limit=limit, offset=offset)
    return Hits(total, found, _facets(connection, joined, values) if facets else [])


def _facets(connection: sqlite3.Connection, joined: str, values: list[str]) -> list[Facet]:
    columns = {
        "outlet": "a.outlet",
        "speaker": "s.speaker_id",
        "kind": "s.source_kind",
        "mode": "s.mode",
        "channel": "s.channel",
    }
    found = []
    for field, column in columns.items():
        query = f"""select {column}, count(*) {joined} and {column} is not null
                    group by 1 order by 2 desc, 1 limit {FACET_VALUES}"""
        found.append(Facet(field, pages.counts(connection, query, values)))
    return [facet for facet in found if facet.counts]


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
