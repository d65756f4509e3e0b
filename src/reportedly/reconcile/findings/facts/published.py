"""A day of publication that the article's own words rule out: it tells of a later day as past."""

import re
from collections.abc import Iterator

import pyarrow as pa
import pyarrow.compute as pc

from reportedly.calendar import find_interval
from reportedly.model import Article, DayEvidence, Evidence, Finding
from reportedly.offsets import Span
from reportedly.reconcile.findings.making import make_finding
from reportedly.reconcile.findings.pile import Pile
from reportedly.reconcile.findings.wording import day, outlet, quoted

#: Zones, and pages that are made on the evening before.
SLACK_DAYS = 2
#: Kinds that an article gives by words of its own.  What is only years ("in 2016", a fiscal year)
#: rules out no day: of 840 real articles none was left that contradicted its own day.
_BY_ITS_WORDS = frozenset(("after_event", "visible_date", "dateline", "captured", "updated"))
_NAMES_A_MONTH = re.compile(
    r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\b|\d[./-]\d", re.IGNORECASE
)
PRIOR = 0.7


def find_impossible_publication(pile: Pile) -> Iterator[Finding]:
    """At most one conflict an article: what it was published on by its metadata, and its words."""
    against: dict[str, list[DayEvidence]] = {}
    for row in pile.rows(DayEvidence):
        if row.article_id in pile.articles and _rules_out(pile.articles[row.article_id], row):
            against.setdefault(row.article_id, []).append(row)
    for article_id, rows in sorted(against.items()):
        row = min(rows, key=lambda r: (r.kind, r.span or (0, 0), r.reason))
        if row.span:
            yield from _finding(pile.articles[article_id], row, row.span)


def worth_reading(evidence: pa.Table, articles: pa.Table) -> pa.ChunkedArray:
    """The articles whose words name days of which the one of the metadata is none."""
    kinds = pa.array(sorted(_BY_ITS_WORDS), pa.string())
    named = evidence.filter(
        pc.and_(pc.is_in(evidence["kind"], kinds), pc.is_valid(evidence["span"]))
    )
    places = pc.index_in(named["article_id"], articles["article_id"].combine_chunks())
    published = articles["published"].take(places)
    late, early = (
        pc.fill_null(compare(named[column], published), False)
        for column, compare in (("earliest", pc.greater), ("latest", pc.less))
    )
    return named.filter(pc.or_(late, early))["article_id"]


def _rules_out(article: Article, row: DayEvidence) -> bool:
    """True when the words name days all after, or all before, the one that metadata give."""
    published = find_interval(article.published)
    if row.kind not in _BY_ITS_WORDS or row.span is None or published is None:
        return False
    if article.published_from == "inferred" or published.exact_day is None:
        return False
    if not _NAMES_A_MONTH.search(article.text[slice(*row.span)]):
        return False
    first, last = published.widened(before_days=SLACK_DAYS, after_days=SLACK_DAYS).iso()
    late = bool(row.earliest and last and row.earliest > last)
    return late or bool(row.latest and first and row.latest < first)


def _finding(article: Article, row: DayEvidence, span: Span) -> Iterator[Finding]:
    published = find_interval(article.published)
    first_line = (0, max(1, len(article.text.split("\n", 1)[0])))
    if published is None or published.exact_day is None or first_line == span:
        return
    yield make_finding(
        "conflict",
        f"{outlet(article)}: by its metadata the article was published on "
        f"{day(published.exact_day)}, but {row.reason} ({quoted(article.text[slice(*span)])}). "
        "Both cannot be right, unless the page was changed after it was published.",
        (Evidence(article.article_id, span), Evidence(article.article_id, first_line)),
        PRIOR,
        naming=(article.title or outlet(article), "published"),
    )
