"""What happened as evidence: who "resigned yesterday", as dated articles tell, dates the page.

In: happenings with the words and names around them.  Out: for undated articles that tell something
by a word for its day ("on Sunday", "last month"), the days around that on which dated articles
tell that the same happened to the same.  What happens more than once needs more in common.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from reportedly.calendar import ANY_DAY, Interval, find_intersection, interval_from_iso
from reportedly.content_words import content_stems, stem
from reportedly.model import Article, Cluster, DayEvidence, Happening, Timex
from reportedly.offsets import Span
from reportedly.reconcile.dating.birthdays import YEAR, find_near_in
from reportedly.reconcile.dating.making import by_its_words, on
from reportedly.reconcile.dating.named_days import NamedDay, full_names_in, named_days
from reportedly.reconcile.dating.nearness import Reach
from reportedly.reconcile.dating.pile import Dated
from reportedly.reconcile.events.families import ONCE, VAGUE, family
from reportedly.schema import rows_of
from reportedly.sentences import sentence_around
from reportedly.stage import Joins

#: One row for each full name beside what happened.
_TOLD = pa.schema(
    [
        ("article_id", pa.string()),
        ("start", pa.int64()),
        ("end", pa.int64()),
        ("key", pa.string()),
        ("stems", pa.string()),
        ("earliest", pa.string()),
        ("latest", pa.string()),
        ("first", pa.int64()),
        ("last", pa.int64()),
        ("weekday", pa.string()),
    ]
)
#: What is told of a longer time dates nothing well.
WIDEST_DAYS = 7
#: Words shared besides two names or one, where the same can happen again.
_BESIDE_NAMES, _BESIDE_ONE = 1, 3


def tellings_of(tables: Mapping[str, pa.Table]) -> pa.Table:
    """What articles tell as happened, with its names, its days and the words for its day."""
    texts = dict(
        zip(*(tables[Article.table][name].to_pylist() for name in ("article_id", "text")),
            strict=True)
    )  # fmt: skip
    names: dict[tuple[str, int], str] = {}
    for cluster in rows_of(Cluster, tables[Cluster.table]):
        if cluster.name and " " in cluster.name:
            names[cluster.article_id, cluster.cluster] = cluster.name
    rows: list[dict[str, Any]] = []
    for happening in rows_of(Happening, tables[Happening.table]):
        if family(happening.lemma) not in VAGUE and not happening.statement_id:
            of_clusters = {names.get((happening.article_id, n), "") for n in happening.clusters}
            rows.extend(_rows(happening, texts.get(happening.article_id, ""), of_clusters - {""}))
    for timex in rows_of(Timex, tables[Timex.table]):
        for named in named_days(timex, texts.get(timex.article_id, "")):
            rows.extend(_day_rows(timex, named))
    return pa.Table.from_pylist(rows, schema=_TOLD)


def _day_rows(timex: Timex, named: NamedDay) -> Iterator[dict[str, Any]]:
    for name in sorted(named.names):
        yield {
            "article_id": timex.article_id,
            "start": named.span[0],
            "end": named.span[1],
            "key": f"{named.day}|{name}",
            "stems": " ".join(sorted(named.stems - _stems_of(named.names))),
            "earliest": timex.earliest,
            "latest": timex.latest,
            "first": None if named.year_known else named.reach.first,
            "last": None if named.year_known else named.reach.last,
            "weekday": None,
        }


def _rows(happening: Happening, text: str, names: set[str]) -> Iterator[dict[str, Any]]:
    start, end = sentence_around(text, happening.trigger)
    words = text[start:end]
    days = interval_from_iso(happening.earliest, happening.latest)
    near = None
    if days == ANY_DAY:
        near = None if YEAR.search(words) else find_near_in(text, happening.trigger, "back")
        if near is None:
            return
    elif days.width_days is None or days.width_days > WIDEST_DAYS:
        return
    found = _shortest({" ".join(n.split()).lower() for n in names} | set(full_names_in(words)))
    plain = content_stems(words) - _stems_of(found) - {stem(happening.lemma)}
    for name in sorted(found):
        yield {
            "article_id": happening.article_id,
            "start": happening.trigger[0],
            "end": happening.trigger[1] + (near.end if near else 0),
            "key": f"{family(happening.lemma)}|{name}",
            "stems": " ".join(sorted(plain)),
            "earliest": happening.earliest,
            "latest": happening.latest,
            "first": near.reach.first if near else None,
            "last": near.reach.last if near else None,
            "weekday": near.weekday if near else None,
        }


def _shortest(names: set[str]) -> set[str]:
    """Without "mayor ann doe", where "ann doe" is there."""
    words = {name: set(name.split()) for name in names}
    return {name for name in names if not any(words[other] < words[name] for other in names)}


def _stems_of(names: Iterable[str]) -> frozenset[str]:
    return frozenset(stem(word) for name in names for word in name.split())


@dataclass(frozen=True, slots=True)
class _Telling:
    """What one article tells, under one name."""

    key: str
    stems: frozenset[str]
    days: Interval


def happened_evidence(
    dated: Dated, tables: Mapping[str, pa.Table], joins: Joins
) -> Iterator[DayEvidence]:
    """Intervals from what undated articles tell as having happened on days that others give."""
    asked = {
        Article.table: tables[Article.table].select(["article_id", "text"]),
        Happening.table: tables[Happening.table],
        Cluster.table: tables[Cluster.table],
        Timex.table: tables[Timex.table],
    }
    told = joins.by_article(asked, tellings_of)
    exact = pa.array(dated.is_exact()).take(pc.index_in(told["article_id"], dated.ids))
    is_wanted = pc.and_(pc.is_valid(told["first"]), pc.invert(exact))
    wanted: dict[tuple[str, int, int], list[dict[str, Any]]] = {}
    for row in told.filter(is_wanted).to_pylist():
        wanted.setdefault((row["article_id"], row["start"], row["end"]), []).append(row)
    keys = pc.unique(told["key"].filter(is_wanted))
    is_known = pc.and_(pc.and_(pc.is_null(told["first"]), exact), pc.is_in(told["key"], keys))
    known = _known(told.filter(is_known).to_pylist())
    for (article_id, start, end), rows in sorted(wanted.items()):
        if days := _find_days(rows, known):
            (article,) = dated.some([dated.number(article_id)])
            yield _row(article, (start, end), Reach(rows[0]["first"], rows[0]["last"]), days)


def _known(rows: Iterable[dict[str, Any]]) -> dict[str, list[_Telling]]:
    """What dated articles tell on days of their own, by key."""
    known: dict[str, list[_Telling]] = {}
    for row in rows:
        days = interval_from_iso(row["earliest"], row["latest"])
        stems = frozenset(row["stems"].split())
        known.setdefault(row["key"], []).append(_Telling(row["key"], stems, days))
    return known


def _find_days(rows: list[dict[str, Any]], known: Mapping[str, list[_Telling]]) -> Interval | None:
    """The days on which, by all that is told of it, it happened."""
    same = [telling for row in rows for telling in known.get(row["key"], ())]
    days = find_intersection(ANY_DAY, *(telling.days for telling in same)) if same else None
    if days is None or not _is_same(rows, same):
        return None
    weekday = rows[0]["weekday"]
    return days if weekday is None or _has(days, weekday) else None


def _is_same(rows: list[dict[str, Any]], same: list[_Telling]) -> bool:
    """True where enough is shared beside the name: less of a day and of what happens once."""
    keys = {telling.key for telling in same}
    what = {key.partition("|")[0] for key in keys}
    if what & ONCE or (len(keys) > 1 and any(one[:1].isdigit() for one in what)):
        return True
    stems = [frozenset(row["stems"].split()) for row in rows]
    shared = max(len(telling.stems & own) for telling in same for own in stems)
    return shared >= (_BESIDE_NAMES if len(keys) > 1 else _BESIDE_ONE)


def _has(days: Interval, weekday: str) -> bool:
    """True where one of the days is a day of the week of that name."""
    first, last = days.earliest, days.latest
    if first is None or last is None:
        return True
    ordinals = range(first.toordinal(), last.toordinal() + 1)
    return any(f"{date.fromordinal(day):%A}" == weekday for day in ordinals)


def _row(article: Article, span: Span, reach: Reach, days: Interval) -> DayEvidence:
    why = f"by dated articles that was {on(days)}"
    return by_its_words("happened", article, span, reach.around(days), why)
