"""Days of which articles tell, the most reported first: of one person or body, or of the pile.

In: a chronicle and whom it is about, if anybody.  Out: days, months and years with the places that
tell of them: events, what was said, headlines of the day, and past days that a sentence names.
Near copies count as one article, and all articles of an outlet as one outlet.
"""

import json
import re
import sqlite3
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from reportedly.calendar import find_precise_date, interval_from_iso
from reportedly.model import Event
from reportedly.offsets import Span
from reportedly.sentences import sentence_around
from reportedly.store import pages, rows
from reportedly.store.called import Called

DayKind = Literal["event", "said", "headline", "named"]

#: Of news "in the week up to" a day it is that day.
NEWS_DAYS = 7
#: Shorter and longer months; what is known less exactly is of its year where it fills most of it.
MONTH_DAYS, YEAR_DAYS = (28, 31), (300, 366)
_DATE = re.compile(r"\d{4}(-\d\d(-\d\d)?)?")


@dataclass(frozen=True, slots=True)
class Told:
    """One place that tells of a day: `date` is a day, a month ("2016-05") or a year."""

    date: str
    kind: DayKind
    article_id: str
    span: Span
    statement_id: str | None = None
    """the statement that tells of an event, where the article only passes it on"""


@dataclass(frozen=True, slots=True)
class DayTold:
    """A day, month or year, how many tell of it, and where."""

    date: str
    n_outlets: int
    n_articles: int
    told: tuple[Told, ...]


def days(connection: sqlite3.Connection, about: Called | None = None) -> list[DayTold]:
    """All days told of, about somebody or something, or of the whole pile.

    Days come before months, and months before years; of each those first that most outlets report,
    then most articles, then most places.
    """
    told: dict[str, list[Told]] = {}
    for parts in (_events, _sayings, _headlines, _named_days):
        for each in parts(connection, about):
            told.setdefault(each.date, []).append(each)
    sources = _sources(connection, {each.article_id for all_ in told.values() for each in all_})
    return sorted((_day(date, places, sources) for date, places in told.items()), key=_rank)


def _rank(day: DayTold) -> tuple[object, ...]:
    return -len(day.date), -day.n_outlets, -day.n_articles, -len(day.told), day.date


def find_date(earliest: str | None, latest: str | None) -> str | None:
    """The one date under which something is listed; None where too little is known of it."""
    known = interval_from_iso(earliest, latest)
    width = known.width_days or 0
    if known.exact_day or MONTH_DAYS[0] <= width <= MONTH_DAYS[1]:
        return find_precise_date(known)
    if 0 < width <= NEWS_DAYS:
        return latest
    return (earliest or "")[:4] if YEAR_DAYS[0] < width <= YEAR_DAYS[1] else None


def _day(date: str, places: Iterable[Told], sources: dict[str, tuple[str, str]]) -> DayTold:
    told = tuple(sorted(places, key=lambda each: (each.article_id, each.span, each.kind)))
    articles = {sources[each.article_id] for each in told}
    outlets = {outlet for _, outlet in articles}
    return DayTold(date, len(outlets), len({group for group, _ in articles}), told)


def _sources(
    connection: sqlite3.Connection, article_ids: Iterable[str]
) -> dict[str, tuple[str, str]]:
    """Article → what counts as one article (near copies together), and as one outlet."""
    found: dict[str, tuple[str, str]] = {}
    first: dict[str, str] = {}
    for line in pages.articles_named(connection, article_ids).values():
        group = line.copy_group or line.article_id
        found[line.article_id] = group, first.setdefault(group, line.outlet or line.article_id)
    return found


def _events(connection: sqlite3.Connection, about: Called | None) -> Iterator[Told]:
    """Events in which it has a part, or whose words name it."""
    for event in rows.select(connection, Event, "earliest is not null"):
        date = find_date(event.earliest, event.latest)
        if date is None or not (about is None or _has_part(event, about)):
            continue
        for piece in event.evidence:
            yield Told(date, "event", piece.article_id, piece.span, piece.statement_id)


def _has_part(event: Event, about: Called) -> bool:
    return any(entity in event.who for entity in about.entities) or any(
        about.is_meant(piece.article_id, piece.span) for piece in event.evidence
    )


def _sayings(connection: sqlite3.Connection, about: Called | None) -> Iterator[Told]:
    """What it said, by the day of the saying or, where none is told, of the report."""
    # "In 2009 or earlier" is told of no day, and what only ends at the report is of its day.
    query = """select article_id, cue, coalesce(said_earliest,
                   iif(said_latest >= substr(published, 1, 10), substr(published, 1, 10), null)),
               said_latest from statements join articles using (article_id)
               where cue != '[]' and said_latest is not null
               and (? or speaker_id in (select value from json_each(?))) order by statement_id"""
    whose = (about is None, json.dumps(about.entities if about else ()))
    for article_id, cue, first, last in connection.execute(query, whose):
        if date := find_date(first, last):
            yield Told(date, "said", article_id, pages.spans(cue)[0])


def _headlines(connection: sqlite3.Connection, about: Called | None) -> Iterator[Told]:
    """Articles whose headline names it: the news of their day."""
    query = """select a.article_id, a.title, substr(a.published, 1, 10), r.span
               from articles a left join regions r on r.article_id = a.article_id
               and r.kind = 'title' where a.published is not null order by a.article_id, r.span"""
    for article_id, title, day, region in connection.execute(query):
        span = pages.span(region) if region else (0, 0)
        if about is None or about.name.search(title or "") or about.is_meant(article_id, span):
            yield Told(day, "headline", article_id, span)


def _named_days(connection: sqlite3.Connection, about: Called | None) -> Iterator[Told]:
    """Past days, months and years that a sentence names, beside it where it is asked for."""
    query = """select t.article_id, t.span, t.value from timexes t join articles a
               using (article_id) where t.type = 'DATE' and a.published is not null
               and t.earliest <= a.published
               and (? or t.article_id in (select value from json_each(?)))
               order by t.article_id, t.span"""
    where = (about is None, json.dumps(sorted(about.texts if about else ())))
    for article_id, span, value in connection.execute(query, where):
        if _DATE.fullmatch(value) is None:
            continue
        place = pages.span(span)
        if about is not None:
            place = sentence_around(about.texts[article_id], place)
        if about is None or about.is_meant(article_id, place):
            yield Told(value, "named", article_id, place)
