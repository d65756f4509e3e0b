"""What the pile says about one article's day: ages of people, near copies, weekdays of dates."""

import functools
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from reportedly.annotate.dates.publication import Publication, published_days
from reportedly.arrays import Flags
from reportedly.calendar import Interval
from reportedly.model import Article, DayEvidence, Fact, Row, Statement, Timex
from reportedly.reconcile.dating.stored import Stored
from reportedly.schema import rows_of, table_of
from reportedly.stage import Joins

Days = npt.NDArray[np.int64]

PUBLISHED = pa.schema(
    [
        ("article_id", pa.string()),
        ("first", pa.int64()),
        ("last", pa.int64()),
        ("reason", pa.string()),
    ]
)
"""Days as numbers (`date.toordinal`), 0 where open, and the explanation."""


class Dated:
    """All articles with the evidence collected so far, their facts, times and statements.

    Evidence is added by one source after the other; each sees what those before it gave.  Rows are
    objects only while somebody asks for those of their article.
    """

    def __init__(
        self,
        articles: pa.Table | Iterable[Article],
        facts: pa.Table | Iterable[Fact] = (),
        timexes: pa.Table | Iterable[Timex] = (),
        statements: pa.Table | Iterable[Statement] = (),
    ) -> None:
        table = _table(Article, articles)
        self.ids = table["article_id"].take(pc.sort_indices(table["article_id"])).combine_chunks()
        """of all articles, sorted; an article's number is its place here"""
        self._numbers: dict[str, int] = {}
        self._articles = Stored(Article, table, self.ids)
        self.facts = Stored(Fact, _table(Fact, facts), self.ids)
        self._timexes = Stored(Timex, _table(Timex, timexes), self.ids)
        self.statements = _table(Statement, statements)
        self._evidence = Stored(DayEvidence, _table(DayEvidence, ()), self.ids)
        self.first: Days = np.zeros(len(self.ids), dtype=np.int64)
        """of each article the first day that it can be of, 0 where open"""
        self.last: Days = np.zeros(len(self.ids), dtype=np.int64)
        self.reasons: pa.Array = pa.nulls(len(self.ids), pa.string())
        """why, by what was taken in with `take_in`"""
        self._added: dict[int, list[DayEvidence]] = {}
        self.known: dict[int, Publication] = {}
        """by number the articles to which the pile added evidence"""

    def take_in(self, evidence: pa.Table, joins: Joins) -> None:
        """Takes in what articles say of their own day."""
        found = joins.by_article({DayEvidence.table: evidence}, published_rows)
        at = pc.index_in(self.ids, found["article_id"].combine_chunks())
        for days, name in ((self.first, "first"), (self.last, "last")):
            days[:] = pc.fill_null(found[name].take(at), 0).to_numpy()
        self.reasons = found["reason"].take(at).combine_chunks()
        self._evidence = Stored(DayEvidence, evidence, self.ids)

    def number(self, article_id: str) -> int:
        """The number of an article; raises KeyError for one that is not there."""
        if not self._numbers:
            self._numbers = {name: at for at, name in enumerate(self.ids.to_pylist())}
        return self._numbers[article_id]

    @property
    def articles(self) -> Iterator[Article]:
        """All articles, some at a time as objects."""
        return (article for at in range(len(self.ids)) for article in self._articles.of(at))

    def some(self, numbers: Iterable[int]) -> Iterator[Article]:
        """Articles by their numbers."""
        return (article for at in numbers for article in self._articles.of(at))

    def column(self, name: str) -> pa.ChunkedArray:
        """A column of the articles, in the order of their numbers."""
        order = np.argsort(self._articles.numbers, kind="stable")
        return self._articles.column(name).take(pa.array(order))

    def title(self, article_id: str) -> str:
        """What to call an article in a reason."""
        (article,) = self._articles.of(self.number(article_id))
        return f"“{article.title}”" if article.title else f"article {article_id}"

    def copy_group(self, article_id: str) -> str | None:
        """The group of near copies that an article belongs to."""
        return self._copy_groups[self.number(article_id)]

    @functools.cached_property
    def _copy_groups(self) -> list[str | None]:
        found: list[str | None] = self.column("copy_group").to_pylist()
        return found

    def facts_of(self, article_id: str) -> Sequence[Fact]:
        """The facts of one article, in order of identifier."""
        return sorted(self.facts.of(self.number(article_id)), key=lambda row: row.fact_id)

    def facts_about(self, *attributes: str) -> list[Fact]:
        """All facts of some attributes, in order of article and identifier."""
        wanted = pc.is_in(self.facts.column("attribute"), pa.array(attributes, pa.string()))
        return sorted(self.facts.where(wanted), key=lambda row: (row.article_id, row.fact_id))

    def timexes_of(self, article_id: str) -> Sequence[Timex]:
        """The expressions of time of one article, in order of the text."""
        return sorted(self._timexes.of(self.number(article_id)), key=lambda row: row.span)

    def days(self, article_id: str) -> Interval:
        """The days that the evidence collected so far allows."""
        at = self.number(article_id)
        ends = (int(self.first[at]), int(self.last[at]))
        return Interval(*(date.fromordinal(day) if day else None for day in ends))

    def publication(self, article_id: str) -> Publication:
        """What the evidence collected so far says of one article."""
        at = self.number(article_id)
        return self.known[at] if at in self.known else self._published(at)

    def _published(self, at: int) -> Publication:
        return published_days([*self._evidence.of(at), *self._added.get(at, ())])

    def add(self, rows: Iterable[DayEvidence]) -> None:
        """Takes in more evidence, of some articles."""
        changed = set()
        for row in rows:
            at = self.number(row.article_id)
            self._added.setdefault(at, []).append(row)
            changed.add(at)
        for at in sorted(changed):
            self.known[at] = self._published(at)
            self.first[at], self.last[at] = _ordinals(self.known[at].days)

    def is_exact(self) -> Flags:
        """Of which articles one single day is known."""
        return np.asarray((self.first == self.last) & (self.first > 0))

    def exact_days(self) -> list[tuple[date, str]]:
        """Those days, with the articles, in the order of their identifiers."""
        at = np.flatnonzero(self.is_exact())
        names = self.ids.take(pa.array(at)).to_pylist()
        return list(zip(map(date.fromordinal, self.first[at].tolist()), names, strict=True))

    def undated(self) -> Iterator[Article]:
        """The articles that no single day is known of, in order of identifier."""
        return self.some(np.flatnonzero(~self.is_exact()).tolist())


def _table(kind: type[Row], given: pa.Table | Iterable[Row]) -> pa.Table:
    return given if isinstance(given, pa.Table) else table_of(kind, given)


def published_rows(tables: Mapping[str, pa.Table]) -> pa.Table:
    """The days that articles' own evidence allows, as `PUBLISHED`."""
    by_article: dict[str, list[DayEvidence]] = {}
    for row in rows_of(DayEvidence, tables[DayEvidence.table]):
        by_article.setdefault(row.article_id, []).append(row)
    found = {name: published_days(rows) for name, rows in sorted(by_article.items())}
    ends = [_ordinals(each.days) for each in found.values()]
    columns = (
        *(list(found), [first for first, _ in ends], [last for _, last in ends]),
        [each.explanation() for each in found.values()],
    )
    arrays = [pa.array(c, f.type) for c, f in zip(columns, PUBLISHED, strict=True)]
    return pa.table(arrays, schema=PUBLISHED)


def _ordinals(days: Interval) -> tuple[int, int]:
    first, last = (0 if day is None else day.toordinal() for day in (days.earliest, days.latest))
    return first, last
