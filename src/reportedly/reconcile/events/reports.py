"""One article's report of a happening, with what is needed to compare it with another's.

In: articles with their happenings, and the facts told there.  Out: a row for each report, which
follows from its article alone; and rows made into `Report`s where they are looked at.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import timedelta

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from reportedly.arrays import Numbers
from reportedly.calendar import Interval, interval_from_iso
from reportedly.content_words import content_stems, names, stem
from reportedly.identifiers import identifier
from reportedly.model import Article, Evidence, Fact, Happening
from reportedly.offsets import Span, words_of
from reportedly.reconcile.days import day_of
from reportedly.reconcile.events.actors import that_happened, with_actors
from reportedly.reconcile.events.families import family
from reportedly.reconcile.groups import UNDATED
from reportedly.reconcile.hashing import hash_of, hashes, state_of
from reportedly.schema import arrow_type, rows_of, with_column
from reportedly.stage import Joins

#: An interval open at one end, or wider than this, dates nothing well enough for a timeline.
WIDEST_DAYS = 366

_STRINGS, _HASHES = pa.list_(pa.string()), pa.list_(pa.uint64())
REPORTS = pa.schema(
    [
        ("article_id", pa.string()),
        ("report_id", pa.string()),
        ("span", arrow_type(Span)),
        ("statement_id", pa.string()),
        #: who took part, sorted
        ("entity_ids", _STRINGS),
        #: its first and its last day, as ISO 8601 dates
        ("earliest", pa.string()),
        ("latest", pa.string()),
        ("family", pa.string()),
        ("words", pa.string()),
        ("stems", _HASHES),
        ("plain", _HASHES),
        #: what one that it may be compared with has in common with it
        ("keys", _HASHES),
        #: a hash of all this
        ("state", pa.uint64()),
    ]
)
"""What the words of a happening say; see `Report`."""


@dataclass(frozen=True, slots=True)
class Report:
    """A happening and its words."""

    report_id: str
    article_id: str
    span: Span
    statement_id: str | None
    entity_ids: tuple[str, ...]
    """who took part"""
    interval: Interval
    family: str
    """of its verb"""
    words: str
    stems: frozenset[int]
    """of the clause without its verb, as hashes"""
    plain: frozenset[int]
    """those that are not names"""
    published: str
    """day of publication, last when unknown: the order of members in a group"""
    copy_group: str | None = None
    """the near copies that its article belongs to"""

    @property
    def order(self) -> tuple[str, str]:
        """The place among the members of a group: earliest publication first."""
        return self.published, self.report_id

    @property
    def evidence(self) -> Evidence:
        """Where it stands."""
        return Evidence(self.article_id, self.span, self.statement_id)


def dated_reports(tables: Mapping[str, pa.Table], joins: Joins) -> pa.Table:
    """The reports of all happenings that have days, sorted by their names; see `REPORTS`."""
    read = {
        Happening.table: tables[Happening.table],
        Fact.table: that_happened(tables[Fact.table]),
        Article.table: tables[Article.table].select(["article_id", "text"]),
    }
    return joins.by_article(read, reports_in, sorted_by="report_id")


def reports_in(tables: Mapping[str, pa.Table]) -> pa.Table:
    """The reports of some articles."""
    columns = (tables[Article.table][name].to_pylist() for name in ("article_id", "text"))
    texts = dict(zip(*columns, strict=True))
    happenings = rows_of(Happening, tables[Happening.table])
    rows: dict[str, dict[str, object]] = {}
    for happening in with_actors(happenings, tables[Fact.table]):
        days = interval_from_iso(happening.earliest, happening.latest)
        width = days.width_days
        if happening.article_id in texts and width is not None and width <= WIDEST_DAYS:
            row = _row(happening, days, texts[happening.article_id])
            rows[str(row["report_id"])] = row
    return pa.Table.from_pylist(list(rows.values()), schema=REPORTS)


def _row(happening: Happening, days: Interval, text: str) -> dict[str, object]:
    article_id, span, trigger = happening.article_id, happening.span, happening.trigger
    # The clause without its verb.
    before = (span[0], max(span[0], trigger[0]))
    around = words_of(text, (before, (min(span[1], trigger[1]), span[1])))
    stems = content_stems(around)
    earliest, latest = days.iso()
    actors, verb = tuple(sorted(set(happening.entity_ids))), family(happening.lemma)
    row: dict[str, object] = {
        "report_id": identifier("v", article_id, span, trigger),
        "article_id": article_id,
        "span": span,
        "statement_id": happening.statement_id,
        "entity_ids": actors,
        "earliest": earliest,
        "latest": latest,
        "family": verb,
        "words": words_of(text, [span]),
        "stems": hashes(stems),
        "plain": hashes(stems - {stem(name) for name in names(around)}),
        # Verb family and month with each actor and each word of the clause.
        "keys": [
            hash_of(f"{verb}|{month}|{part}")
            for month in _months(days)
            for part in (*actors, *sorted(stems))
        ],
    }
    return {**row, "state": state_of(tuple(row.values()))}


def _months(days: Interval) -> Iterator[str]:
    """The months that an interval touches."""
    day, last = days.earliest, days.latest
    while day and last and day <= last:
        yield day.isoformat()[:7]
        day = (day.replace(day=1) + timedelta(days=32)).replace(day=1)


def reports_at(reports: pa.Table, places: Numbers, articles: pa.Table) -> dict[int, Report]:
    """Some reports by their places.

    Args:
        reports: see `REPORTS`.
        places: of those that are wanted.
        articles: all articles, with their copy groups.
    """
    wanted = np.unique(places)
    rows = reports.take(pa.array(wanted))
    told = {article.article_id: article for article in articles_of(rows["article_id"], articles)}
    spans = (tuple(span) for span in rows["span"].to_pylist())
    found = {}
    for place, span, row in zip(wanted.tolist(), spans, rows.to_pylist(), strict=True):
        article = told[row["article_id"]]
        found[place] = Report(
            report_id=row["report_id"],
            article_id=row["article_id"],
            span=(span[0], span[1]),
            statement_id=row["statement_id"],
            entity_ids=tuple(row["entity_ids"]),
            interval=interval_from_iso(row["earliest"], row["latest"]),
            family=row["family"],
            words=row["words"],
            stems=frozenset(row["stems"]),
            plain=frozenset(row["plain"]),
            published=day_of(article) or UNDATED,
            copy_group=article.copy_group,
        )
    return found


def articles_of(names: pa.ChunkedArray, articles: pa.Table) -> list[Article]:
    """The articles of some names, without their texts."""
    rows = articles.filter(pc.is_in(articles["article_id"], pc.unique(names)))
    return rows_of(Article, with_column(rows, "text", [""] * rows.num_rows))
