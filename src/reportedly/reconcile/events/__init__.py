"""Events: happenings that several articles report, put together, each with the days that all allow.

In: articles with their stories and copy groups, happenings with entities, and facts that say whose
wedding or death was told.  Out: one `Event` a group.  Reports whose days contradict each other stay
two events.
"""

from collections.abc import Mapping

import pyarrow as pa

from reportedly.calendar import Interval
from reportedly.content_words import rarity
from reportedly.model import Article, Event, Fact, Happening
from reportedly.reconcile.days import day_of
from reportedly.reconcile.events.actors import with_actors
from reportedly.reconcile.events.merging import grouped
from reportedly.reconcile.events.reports import Report, reports_of, worded, words_in
from reportedly.reconcile.events.same import edges
from reportedly.reconcile.groups import UNDATED
from reportedly.reconcile.independence import SourceIndex, count_sources
from reportedly.schema import rows_of, sorted_rows, table_of, with_column
from reportedly.stage import Joins

#: Words that make a clause readable alone: shorter ones lack the who, longer ones bury it.
SHORTEST_CHARS, LONGEST_CHARS = 30, 220


def reconcile(tables: Mapping[str, pa.Table], joins: Joins) -> dict[str, pa.Table]:
    """The events of all articles."""
    # All but the texts, which are most of it.
    table, happenings = tables[Article.table], tables[Happening.table]
    told = with_actors(happenings, tables[Fact.table])
    rows = rows_of(Article, with_column(table, "text", [""] * table.num_rows))
    published = {row.article_id: day_of(row) or UNDATED for row in rows}
    words = joins.by_article(worded(happenings, table), words_in)
    copies = {row.article_id: row.copy_group for row in rows}
    reports = reports_of(rows_of(Happening, told), words, published, copies)
    rarities = rarity(report.stems for report in reports.values())
    articles = {row.article_id: row for row in rows}
    sources = SourceIndex.of(rows)
    events = [
        _event(interval, members, articles, sources)
        for interval, members in grouped(reports, edges(reports, rarities, joins))
    ]
    return {"events": table_of(Event, sorted_rows(events))}


def _event(
    interval: Interval,
    members: tuple[Report, ...],
    articles: Mapping[str, Article],
    sources: SourceIndex,
) -> Event:
    counts = count_sources((m.happening.article_id for m in members), sources)
    earliest, latest = interval.iso()
    return Event(
        event_id=members[0].report_id,
        earliest=earliest,
        latest=latest,
        what=min(members, key=_unreadiness).words,
        who=tuple(sorted({who for m in members for who in m.happening.entity_ids})),
        story_id=articles[members[0].happening.article_id].story_id,
        n_articles=counts.n_articles,
        n_independent=counts.n_independent,
        evidence=tuple(m.evidence for m in members),
    )


def _unreadiness(report: Report) -> tuple[bool, bool, bool, int, tuple[str, str]]:
    """Best clause first: in the article's own voice, naming who, of a readable length."""
    readable = SHORTEST_CHARS <= len(report.words) <= LONGEST_CHARS
    names = not report.words[:1].isupper() or not report.happening.entity_ids
    reported = report.happening.statement_id is not None
    return not readable, reported, names, -len(report.stems), report.order
