"""Full-text search over statements and articles, with filters, facets and counts.

A reader's words become an FTS5 query in which all is quoted, so that no input is an error: words
must all occur, a phrase in quotation marks must occur as it stands, a last `*` means "begins".
"""

import json
import re
import sqlite3
from dataclasses import dataclass

import numpy as np

from reportedly.arrays import Numbers
from reportedly.store import pages, talked_about
from reportedly.store.columns import Chosen, Columns, columns, outlet_names, spellings
from reportedly.store.pages import ArticleLine, Count, StatementLine

#: Words and phrases of a query that count; a longer one is a pasted paragraph.
MOST_TERMS = 24

#: Characters of a query that are read.
MOST_CHARS = 400

#: Values of each facet that are counted out.
FACET_VALUES = 12

#: Numbers of the rows with some words, in one text: many times faster than a row for each.
_ROWS_WITH = "select group_concat(rowid) from statement_words where statement_words match ?"

#: A phrase in any pair of double quotation marks, or a word.
_TERM = re.compile(r'["“”„«»]([^"“”„«»]*)["“”„«»]|([^\s"“”„«»]+)')


@dataclass(frozen=True, slots=True)
class Query:
    """What a reader asks for; empty strings mean "any".

    `speaker`, `told` and `about` are entities: who said it, to whom, and who is mentioned in what
    somebody else said; `by` are words of the name or of what the source is called.
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
    told: str = ""
    about: str = ""


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


@dataclass(frozen=True, slots=True)
class Found:
    """How many statements fit, a page of them by day, and what to narrow the search by."""

    total: int
    statements: list[StatementLine]
    facets: list[Facet]
    n_without_day: int = 0
    """how many fit but for the days asked for, and nothing puts their articles within a year"""


def search(connection: sqlite3.Connection, query: Query, *, limit: int, offset: int) -> Found:
    """Statements that fit, by day, and how many of all that fit have each value of each facet."""
    known = columns(connection)
    places, n_without_day = _of_days(known, query, _fitting(connection, known, query))
    shown = known.page(places, limit, offset)
    facets = [
        Facet(field, column.counts(places)[:FACET_VALUES]) for field, column in known.facets.items()
    ]
    return Found(
        total=len(places),
        statements=pages.statements(
            connection,
            "s.rowid in (select value from json_each(?))",
            (json.dumps(shown),),
            limit=limit,
        ),
        facets=[facet for facet in facets if facet.counts],
        n_without_day=n_without_day,
    )


def _of_days(known: Columns, query: Query, places: Numbers) -> tuple[Numbers, int]:
    """Those of the days asked for, and how many more there are whose day nobody knows."""
    if not query.earliest and not query.latest:
        return places, 0
    fitting = known.day.between(query.earliest, (query.latest or "9999") + "~")
    return places[fitting[places]], int((known.day.codes[places] < 0).sum())


def _fitting(connection: sqlite3.Connection, known: Columns, query: Query) -> Numbers:
    """Where in the columns the statements stand that fit, whatever their day."""
    wanted, by = match(query.words), match(query.by)
    if (query.words.strip() and not wanted) or (query.by.strip() and not by):
        return np.empty(0, dtype=np.int64)
    asked = [f"({wanted})"] if wanted else []
    asked += [f"{{speaker source_text}} : ({by})"] if by else []
    chosen = _chosen(connection, known, query)
    if not asked:
        return np.arange(len(known.rows)) if chosen is None else np.flatnonzero(chosen)
    numbers = connection.execute(_ROWS_WITH, (" AND ".join(asked),)).fetchone()[0]
    if numbers is None:
        return np.empty(0, dtype=np.int64)
    places = known.at(np.fromstring(numbers, dtype=np.int64, sep=","))
    return places if chosen is None else places[chosen[places]]


def _chosen(connection: sqlite3.Connection, known: Columns, query: Query) -> Chosen | None:
    """Which statements the query's fields leave; None when it has none."""
    given = {
        field: value
        for field in known.facets
        if field != "year" and (value := getattr(query, field))
    }
    if query.outlet:
        given["outlet"] = outlet_names(connection).get(query.outlet, query.outlet)
    chosen = [known.facets[field].having(value) for field, value in sorted(given.items())]
    if query.told:
        chosen.append(_only(known, told(connection, query.told)))
    if query.about:
        chosen.append(_only(known, talked_about.about(connection, query.about)))
    return np.logical_and.reduce(chosen) if chosen else None


def _only(known: Columns, places: Numbers) -> Chosen:
    chosen = np.zeros(len(known.rows), dtype=np.bool_)
    chosen[places] = True
    return chosen


def told(connection: sqlite3.Connection, entity_id: str) -> Numbers:
    """Where the statements stand in the columns that somebody was told."""
    query = "select rowid from statements where addressee_id = ? order by rowid"
    found = [row[0] for row in connection.execute(query, (entity_id,))]
    return columns(connection).at(np.array(found, dtype=np.int64))


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
        where += " and a.outlet in (select value from json_each(?))"
        values.append(spellings(connection, query.outlet))
    total = pages.count(connection, f"select count(*) from articles a where {where}", values)
    return total, pages.articles(connection, where, values, limit=limit)
