"""What the first page shows: how much there is, who speaks, what came when, what was left."""

import json
import sqlite3
from collections import Counter
from dataclasses import dataclass
from typing import Any

from reportedly.model import Reject, Story
from reportedly.store import counting, naming, pages, rows
from reportedly.store.columns import columns, outlet_names, remembered
from reportedly.store.pages import ArticleLine, Count, Named

#: Outlets that get a row of their own in the picture; the rest are one row.
OUTLETS_DRAWN = 12


@dataclass(frozen=True, slots=True)
class OutletMonth:
    """Articles that an outlet published in one month."""

    outlet: str
    month: str
    n: int


@dataclass(frozen=True, slots=True)
class Quoted:
    """Somebody who is quoted, how often, and in how many outlets."""

    entity: Named
    n_statements: int
    n_outlets: int


@dataclass(frozen=True, slots=True)
class Totals:
    """How much a chronicle holds."""

    articles: int
    outlets: int
    statements: int
    speakers: int
    travelled: int
    findings: int
    events: int
    stories: int
    rejects: int
    undated: int
    first: str | None
    last: str | None


def totals(connection: sqlite3.Connection) -> Totals:
    """The numbers at the top of the first page."""
    one = remembered(connection, "articles", _of_articles)
    first, last = remembered(connection, "period", counting.period)
    outlets = set(outlet_names(connection).values())
    number, known = pages.count, columns(connection)
    return Totals(
        articles=one[0],
        outlets=len(outlets),
        statements=len(known.rows),
        speakers=len(known.facets["speaker"].values),
        travelled=number(connection, "select count(*) from utterances where n_statements > 1"),
        findings=number(connection, "select count(*) from findings"),
        events=number(connection, "select count(*) from events"),
        stories=number(connection, "select count(*) from stories"),
        rejects=number(connection, "select count(*) from rejects"),
        undated=one[1] or 0,
        first=first,
        last=last,
    )


def _of_articles(connection: sqlite3.Connection) -> tuple[Any, ...]:
    found = connection.execute(
        """select count(*),
                  sum(published is null or published_from in ('inferred', 'likely'))
           from articles"""
    )
    return tuple(found.fetchone())


def months(connection: sqlite3.Connection) -> list[OutletMonth]:
    """Articles by outlet and month; those that no evidence puts within a year are left out, and
    those whose days are likely only: the first of these says little."""
    return remembered(connection, "months", _months)


def _months(connection: sqlite3.Connection) -> list[OutletMonth]:
    query = f"""select a.outlet, substr({pages.DRAWN_DAY}, 1, 7) as month, count(*) from articles a
                where month is not null
                  and (a.published is not null or a.published_from is not 'likely')
                group by 1, 2"""
    shown, found = outlet_names(connection), Counter[tuple[str, str]]()
    for outlet, month, n in connection.execute(query):
        found[shown.get(outlet, ""), month] += n
    return [OutletMonth(*key, found[key]) for key in sorted(found)]


def most_quoted(connection: sqlite3.Connection, limit: int) -> list[Quoted]:
    """Those who are quoted most."""
    known = columns(connection)
    speaker, outlet = known.facets["speaker"], known.facets["outlet"]
    most = speaker.counts(slice(None))[:limit]
    names = pages.named(connection, (count.value for count in most))
    return [
        Quoted(names[c.value], c.n, outlet.n_values(speaker.having(c.value)))
        for c in most
        if c.value in names
    ]


def stories(
    connection: sqlite3.Connection, *, limit: int = pages.PAGE_ROWS, offset: int = 0
) -> tuple[int, list[Story]]:
    """(how many in all, one page) of stories, the largest first."""
    query = """select * from stories order by n_articles desc, n_outlets desc, story_id
               limit ? offset ?"""
    found = [rows.read(Story, row) for row in connection.execute(query, (limit, offset))]
    return pages.count(connection, "select count(*) from stories"), found


def find_story(connection: sqlite3.Connection, story_id: str) -> Story | None:
    """A story by its identifier or a former one."""
    name = naming.current(connection, story_id)
    return next(rows.select(connection, Story, "story_id = ?", (name,)), None)


def story_articles(
    connection: sqlite3.Connection,
    story_id: str,
    *,
    limit: int = pages.PAGE_ROWS,
    offset: int = 0,
) -> list[ArticleLine]:
    """The articles of a story, by day."""
    return pages.articles(connection, "a.story_id = ?", (story_id,), limit=limit, offset=offset)


def story_speakers(connection: sqlite3.Connection, story_id: str) -> list[Quoted]:
    """Those who are quoted most in a story."""
    query = """
        select e.entity_id, e.name, e.kind, count(*) as n, json_group_array(distinct a.outlet)
        from articles a join statements s using (article_id)
        join entities e on e.entity_id = s.speaker_id
        where a.story_id = ? group by e.entity_id order by n desc, e.entity_id limit 15"""
    shown = outlet_names(connection)
    return [
        Quoted(Named(*row[:3]), row[3], len({shown[name] for name in json.loads(row[4]) if name}))
        for row in connection.execute(query, (story_id,))
    ]


def rejects(connection: sqlite3.Connection, *, offset: int) -> tuple[int, list[Reject]]:
    """(how many in all, one page) of inputs that could not be used."""
    query = "select * from rejects order by path, record, reason limit ? offset ?"
    found = connection.execute(query, (pages.PAGE_ROWS, offset))
    total = pages.count(connection, "select count(*) from rejects")
    return total, [rows.read(Reject, row) for row in found]


def reject_reasons(connection: sqlite3.Connection) -> list[Count]:
    """Reasons and how often each was given."""
    query = "select reason, count(*) from rejects group by 1 order by 2 desc, 1"
    return pages.counts(connection, query)
