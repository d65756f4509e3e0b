"""One article's report of a happening, with what is needed to compare it with another's."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import timedelta

import pyarrow as pa

from reportedly.calendar import Interval, interval_from_iso
from reportedly.content_words import content_stems, names, numbers, stem
from reportedly.identifiers import identifier
from reportedly.model import Article, Evidence, Happening
from reportedly.offsets import Span, words_of
from reportedly.reconcile.events.families import family

#: An interval open at one end, or wider than this, dates nothing well enough for a timeline.
WIDEST_DAYS = 366
_PLACE, _TEXT = ["article_id", "span", "trigger"], ["article_id", "text"]

WORDS = pa.schema(
    [
        ("article_id", pa.string()),
        ("report_id", pa.string()),
        ("words", pa.string()),
        ("stems", pa.list_(pa.string())),
        ("plain", pa.list_(pa.string())),
        ("numbers", pa.list_(pa.string())),
    ]
)
"""What the words of a happening say; see `Report`."""


@dataclass(frozen=True, slots=True)
class Report:
    """A happening and its words."""

    report_id: str
    happening: Happening
    interval: Interval
    family: str
    words: str
    stems: frozenset[str]
    """of the clause without its verb"""
    plain: frozenset[str]
    """those that are not names"""
    numbers: frozenset[str]
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
        h = self.happening
        return Evidence(h.article_id, h.span, h.statement_id)

    def months(self) -> Iterator[str]:
        """The months that its interval touches."""
        day, last = self.interval.earliest, self.interval.latest
        while day and last and day <= last:
            yield day.isoformat()[:7]
            day = (day.replace(day=1) + timedelta(days=32)).replace(day=1)


def words_in(tables: Mapping[str, pa.Table]) -> pa.Table:
    """The words of all happenings of some articles, by the identifiers of their reports."""
    texts = dict(zip(*(tables[Article.table][n].to_pylist() for n in _TEXT), strict=True))
    columns = (tables[Happening.table][name].to_pylist() for name in _PLACE)
    rows = [
        _words(article, (span[0], span[1]), (verb[0], verb[1]), texts[article])
        for article, span, verb in zip(*columns, strict=True)
        if article in texts
    ]
    return pa.Table.from_pylist(rows, schema=WORDS)


def worded(happenings: pa.Table, articles: pa.Table) -> dict[str, pa.Table]:
    """What the words of happenings follow from."""
    return {
        Happening.table: happenings.select(_PLACE),
        Article.table: articles.select(_TEXT),
    }


def _words(article_id: str, span: Span, trigger: Span, text: str) -> dict[str, object]:
    # The clause without its verb.
    before = (span[0], max(span[0], trigger[0]))
    around = words_of(text, (before, (min(span[1], trigger[1]), span[1])))
    stems, words = content_stems(around), words_of(text, [span])
    return {
        "article_id": article_id,
        "report_id": identifier("v", article_id, span, trigger),
        "words": words,
        "stems": sorted(stems),
        "plain": sorted(stems - {stem(name) for name in names(around)}),
        "numbers": sorted(numbers(words)),
    }


def reports_of(
    happenings: Iterable[Happening],
    words: pa.Table,
    published: Mapping[str, str],
    copies: Mapping[str, str | None],
) -> dict[str, Report]:
    """Reports of all dated happenings, by identifier, in the order of the rows.

    Args:
        happenings: in any order.
        words: as `words_in` gives them.
        published: article → its day, last when unknown.
        copies: article → its group of near copies.
    """
    columns = (words[name].to_pylist() for name in WORDS.names[1:])
    said = {name: values for name, *values in zip(*columns, strict=True)}
    found = {}
    for happening in happenings:
        interval = interval_from_iso(happening.earliest, happening.latest)
        width = interval.width_days
        report_id = identifier("v", happening.article_id, happening.span, happening.trigger)
        if report_id not in said or width is None or width > WIDEST_DAYS:
            continue
        own, *sets = said[report_id]
        stems, plain, counted = map(frozenset, sets)
        found[report_id] = Report(
            report_id=report_id,
            happening=happening,
            interval=interval,
            family=family(happening.lemma),
            words=own,
            stems=stems,
            plain=plain,
            numbers=counted,
            published=published[happening.article_id],
            copy_group=copies.get(happening.article_id),
        )
    return found
