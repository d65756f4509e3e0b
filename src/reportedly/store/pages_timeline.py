"""Events and the articles that report them, in the order of time."""

import sqlite3
from dataclasses import dataclass

from reportedly.model import ChainHop, Entity, Event
from reportedly.store import called, days, pages, rows
from reportedly.store.days import DayTold
from reportedly.store.pages import ArticleLine, Named
from reportedly.store.pages_findings import Excerpt, excerpt

#: Events on one page: as many as one picture holds in a line each.
EVENTS_SHOWN = 60

#: What stands for a pile when there is no room for all: reported by most, on a known day, since
#: the articles begin, with somebody named.
_MOST_REPORTED = """n_independent desc, n_articles desc, length(earliest) >= 10 and
    earliest = coalesce(latest, earliest) desc,
    earliest >= (select coalesce(min(substr(published, 1, 4)), '') from articles) desc,
    json_array_length(who) desc, earliest, event_id"""

#: Days of which most outlets tell: a glance.
DAYS_SHOWN = 5

#: Articles about somebody that are read through while a reader waits: a tenth of a second's work.
_MOST_ARTICLES = 300

_DAY_CHARS = len("2016-05-03")

_BY_TIME = "earliest, latest, event_id"


@dataclass(frozen=True, slots=True)
class Reported:
    """One article that reports an event, and its words."""

    article: ArticleLine
    span: tuple[int, int]
    excerpt: Excerpt
    statement_id: str | None
    """the statement that tells of it, where the article does not tell of it itself"""
    chain: tuple[ChainHop, ...]
    """how that statement reached the reader"""


@dataclass(frozen=True, slots=True)
class EventLine:
    """An event, those who took part, and who reports it."""

    event: Event
    who: list[Named]
    reports: list[Reported]


def events(
    connection: sqlite3.Connection,
    *,
    earliest: str = "",
    latest: str = "",
    about: str = "",
    story: str = "",
    offset: int = 0,
    most_reported: bool = False,
) -> tuple[int, list[EventLine]]:
    """(how many in all, one page) of dated events that can lie in a period, about an entity.

    They stand in the order of time, those that may lie outside of the period after those that
    cannot; `most_reported` chooses those that most articles report.
    """
    condition, values = _fitting(earliest, latest, about, story)
    by_time = f"(earliest >= ? and coalesce(latest, earliest) <= ?) desc, {_BY_TIME}"
    order = _MOST_REPORTED if most_reported else by_time
    period = (earliest, (latest or "9999") + "~")
    query = f"""select * from (select * from events where {condition} order by {order}
                               limit ? offset ?) order by {by_time}"""
    asked = (*values, *(() if most_reported else period), EVENTS_SHOWN, offset, *period)
    found = [rows.read(Event, row) for row in connection.execute(query, asked)]
    total = pages.count(connection, f"select count(*) from events where {condition}", values)
    return total, lines(connection, found)


def _fitting(earliest: str, latest: str, about: str, story: str) -> tuple[str, list[str]]:
    """A condition on events, and the values in it."""
    where = ["earliest is not null"]
    values: list[str] = []
    for given, condition in (
        (earliest, "coalesce(latest, earliest) >= ?"),
        # A month or a year as the end means all of its days.
        (latest, "earliest <= ? || '~'"),
        (pages.holding(about) if about else "", "who like ? escape '\\'"),
        (story, "story_id = ?"),
    ):
        if given:
            where.append(condition)
            values.append(given)
    return " and ".join(where), values


def lines(connection: sqlite3.Connection, found: list[Event]) -> list[EventLine]:
    """Events with the names and articles that their identifiers mean."""
    people = pages.named(connection, (name for event in found for name in event.who))
    pieces = [piece for event in found for piece in event.evidence]
    names = sorted({piece.article_id for piece in pieces})
    articles = pages.articles_named(connection, names)
    texts = pages.texts(connection, names)
    chains = pages.chains(connection, (e.statement_id for e in pieces if e.statement_id))
    return [
        EventLine(
            event,
            [people[name] for name in event.who if name in people],
            [
                Reported(
                    line,
                    e.span,
                    excerpt(texts[e.article_id], e.span, 60),
                    e.statement_id,
                    chains.get(e.statement_id or "", ()),
                )
                for e in event.evidence
                if (line := articles.get(e.article_id)) is not None
            ],
        )
        for event in found
    ]


def periods(
    connection: sqlite3.Connection, within: str = "", *, about: str = "", story: str = ""
) -> dict[str, int]:
    """Year (or month of the year, or day of the month `within`) → events that can begin in it."""
    length = {0: 4, 4: 7, 7: 10}[len(within)]
    condition, values = _fitting("", "", about, story)
    query = f"""select substr(earliest, 1, ?), count(*) from events
               where earliest >= ? and earliest < ? || '~' and length(earliest) >= ?
               and {condition} group by 1 order by 1"""
    found = connection.execute(query, (length, within, within or "9999", length, *values))
    return {row[0]: row[1] for row in found}


def days_told(connection: sqlite3.Connection, entity_id: str) -> list[DayTold]:
    """The days of which most outlets tell about an entity; none for those whom the pile is full
    of, where reading everything about them would keep the page waiting."""
    entity = next(rows.select(connection, Entity, "entity_id = ?", (entity_id,)), None)
    if entity is None or entity.n_articles > _MOST_ARTICLES:
        return []
    found = days.days(connection, called.entity(connection, entity_id))
    return [day for day in found if day.n_outlets > 1 and len(day.date) == _DAY_CHARS][:DAYS_SHOWN]
