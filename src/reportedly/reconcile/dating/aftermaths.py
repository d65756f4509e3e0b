"""Times counted from news of a couple: "days after their divorce" dates an article.

In: undated articles, and the dated ones that name the same two and tell of the same in their first
lines.  Out: evidence for the undated ones, from the day on which the first of those appeared, where
all appeared together: a couple of whom it was told again a year later says nothing.
"""

import re
from collections.abc import Iterable, Iterator
from datetime import date, timedelta

import pyarrow as pa
import pyarrow.compute as pc

from reportedly.annotate.facts.lexicon import COUNT, count_or_one
from reportedly.calendar import Interval
from reportedly.model import Article, Cluster, DayEvidence
from reportedly.offsets import Span
from reportedly.reconcile.dating.pile import Dated
from reportedly.schema import rows_of, rows_with

#: What the article counts from → how the news of it reads.
_NEWS = {
    r"divorce|split|separation|break-?up": (
        r"divorc|split|separat|br(?:ea|o)k(?:e|ing|en)?[- ]?up|part(?:ed|ing)\b"
    ),
    r"wedding|marriage|nuptials": r"wed(?:s|ding|dings)?\b|marr|nuptials|tied the knot",
    r"engagement|betrothal": r"engage|betroth|propos(?:ed|al)|to (?:wed|marry)\b",
}
_KINDS = tuple(_NEWS.items())
_AFTER = re.compile(
    rf"\b(?:(?P<count>(?i:an?|{COUNT}))\s+(?P<one>hour|day|week|month)s?|(?i:(?P<some>hours|days|weeks)))"
    r"\s+after\s+(?:(?:[a-z]+\s+){1,2}(?:announced|confirmed|revealed)\s+(?:his|her|their|the)"
    r"|their|the\s+(?:couple|pair|two)['’]s)\s+(?:\w+\s+){0,2}?(?:"
    + "|".join(f"(?P<kind{at}>{noun})" for at, (noun, _) in enumerate(_KINDS))
    + r")(?:\s+(?:bombshell|announcement|news|shock|statement|became\s+public|was\s+announced))?\b"
)
_UNIT_DAYS = {"hour": 0, "day": 1, "week": 7, "month": 31}
#: So long after it "hours", "days", "weeks after" are still said.
_REACH_DAYS = {"hours": 3, "days": 31, "weeks": 120}
#: A count is rounded, and what it counts to is told of within the week.
_SLACK_DAYS = 7
#: News of one thing appears within this; what is told later is told again, or something else.
_TOGETHER_DAYS = 14
#: The two stand this close to what is counted.
_NEAR_CHARS = 250
#: News tells what it is about in its headline or here.
_LEAD_CHARS = 400


def aftermath_evidence(dated: Dated, clusters: pa.Table) -> Iterator[DayEvidence]:
    """Intervals from the days that undated articles count after a divorce, wedding or engagement.

    Args:
        dated: the pile with the evidence collected so far.
        clusters: the persons of its articles (table `clusters`).
    """
    for article in dated.undated():
        if (matched := _AFTER.search(article.text)) is None:
            continue
        names = _couple(article, matched.span(), clusters)
        told = _days_told(dated, names, _kind_of(matched)) if len(names) == 2 else []
        if told and told[-1] - told[0] <= timedelta(days=_TOGETHER_DAYS):
            yield _row(article, matched, names, told[0])


def _kind_of(matched: re.Match[str]) -> str:
    return next(words for at, (_, words) in enumerate(_KINDS) if matched[f"kind{at}"])


def _couple(article: Article, span: Span, clusters: pa.Table) -> list[str]:
    """The full names near the words; two where "their" can mean only them."""
    # Not from before the paragraph, where who wrote it may be named.
    begun = max(article.text.rfind("\n", 0, span[0]) + 1, span[0] - _NEAR_CHARS)
    near = article.text[begun : span[1] + _NEAR_CHARS]
    near = near.replace("\u00a0", " ")
    rows = rows_of(Cluster, rows_with(clusters, "article_id", [article.article_id]))
    return sorted(
        {
            row.name
            for row in rows
            if row.kind == "person" and row.name and " " in row.name and row.name in near
        }
    )


def _days_told(dated: Dated, names: Iterable[str], words: str) -> list[date]:
    """The days of the dated articles whose first lines tell of it and which name both."""
    texts, flags = dated.column("text"), pa.array(dated.is_exact())
    for name in names:
        spelt = re.escape(name).replace("\\ ", "[ \u00a0]")
        flags = pc.and_(flags, pc.match_substring_regex(texts, spelt).combine_chunks())
    news = re.compile(rf"\b(?:{words})", re.IGNORECASE)
    numbers = pc.indices_nonzero(flags).to_pylist()
    return sorted(
        day
        for article in dated.some(numbers)
        if news.search(f"{article.title or ''}\n{article.text[:_LEAD_CHARS]}")
        and (day := dated.days(article.article_id).exact_day)
    )


def _published(day: date, matched: re.Match[str]) -> Interval:
    if matched["some"]:
        return Interval.of_day(day).widened(after_days=_REACH_DAYS[matched["some"].lower()])
    number = count_or_one(matched["count"]) or 0
    days = number * _UNIT_DAYS[matched["one"]]
    around = Interval.of_day(day + timedelta(days=days))
    # A month is as rough a count as a week either way.
    before = _SLACK_DAYS if matched["one"] in ("week", "month") else 1
    return around.widened(before_days=min(before, days), after_days=_SLACK_DAYS)


def _row(article: Article, matched: re.Match[str], names: list[str], day: date) -> DayEvidence:
    earliest, latest = _published(day, matched).iso()
    return DayEvidence(
        article_id=article.article_id,
        kind="aftermath",
        earliest=earliest,
        latest=latest,
        span=matched.span(),
        reason=f"it says “{' '.join(matched[0].split())}”, which dated articles tell of "
        f"{' and '.join(names)} from {day.isoformat()} on",
    )
