"""Events and the articles that report them, in the order of time."""

import sqlite3
from dataclasses import dataclass

from reportedly.model import Event
from reportedly.store import pages, rows
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

_BY_TIME = "earliest, latest, event_id"


@dataclass(frozen=True, slots=True)
class Reported:
    """One article that reports an event, and its words."""

    article: ArticleLine
    span: tuple[int, int]
    excerpt: Excerpt


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

    They stand in the order of time; `most_reported` chooses those that most articles report.
    """
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
    condition = " and ".join(where)
    order = _MOST_REPORTED if most_reported else _BY_TIME
    query = f"""select * from (select * from events where {condition} order by {order}
                               limit ? offset ?) order by {_BY_TIME}"""
    found = [
        rows.read(Event, row) for row in connection.execute(query, (*values, EVENTS_SHOWN, offset))
    ]
    total = pages.count(connection, f"select count(*) from events where {condition}", values)
    return total, lines(connection, found)


def lines(connection: sqlite3.Connection, found: list[Event]) -> list[EventLine]:
    """Events with the names and articles that their identifiers mean."""
    people = pages.named(connection, (name for event in found for name in event.who))
    pieces = [piece for event in found for piece in event.evidence]
    names = sorted({piece.article_id for piece in pieces})
    articles = pages.articles_named(connection, names)
    texts = pages.texts(connection, names)
    return [
        EventLine(
            event,
            [people[name] for name in event.who if name in people],
            [
                Reported(line, e.span, excerpt(texts[e.article_id], e.span, 60))
                for e in event.evidence
                if (line := articles.get(e.article_id)) is not None
            ],
        )
        for event in found
    ]


def periods(connection: sqlite3.Connection, within: str = "") -> dict[str, int]:
    """Year (or month of the year, or day of the month `within`) → events that can begin in it."""
    length = {0: 4, 4: 7, 7: 10}[len(within)]
    query = """select substr(earliest, 1, ?), count(*) from events
               where earliest >= ? and earliest < ? || '~' and length(earliest) >= ?
               group by 1 order by 1"""
    found = connection.execute(query, (length, within, within or "9999", length))
    return {row[0]: row[1] for row in found}
