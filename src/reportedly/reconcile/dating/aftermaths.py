"""Times counted from news of a couple: "days after their divorce" dates an article.

In: undated articles, and the dated ones that name the same two and tell of the same in their first
lines.  Out: evidence for the undated ones, from the day on which the first of those appeared, where
all appeared together: a couple of whom it was told again a year later says nothing.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

import pyarrow as pa
import pyarrow.compute as pc

from reportedly.annotate.facts.lexicon import COUNT, count_or_one
from reportedly.calendar import Interval
from reportedly.model import Article, Cluster, DayEvidence
from reportedly.reconcile.dating.making import evidence
from reportedly.reconcile.dating.pile import Dated
from reportedly.schema import rows_of, rows_with
from reportedly.sentences import sentence_around

_SPLIT = r"split|separat|br(?:ea|o)k(?:e|ing|en)?[- ]?up|part(?:ed|ing)\b|to part\b"
_WED = r"wed(?:s|ding|dings)?\b|marr|nuptials|tied the knot"


@dataclass(frozen=True, slots=True)
class _Kind:
    """What an article counts from, as a noun and as a verb, and how the news of it reads: what is
    looked for first, and what else may tell the same."""

    noun: str
    verb: str
    news: tuple[str, ...]


_KINDS = (
    _Kind(r"divorce", r"divorced|got\s+divorced", ("divorc", rf"divorc|{_SPLIT}")),
    _Kind(
        r"split|separation|break-?up",
        r"split(?:\s+up)?|separated|parted(?:\s+ways)?|broke\s+up|called\s+it\s+quits"
        r"|(?:told\s+the\s+world|announced|revealed|confirmed)\s+(?:that\s+)?"
        r"(?:it\s+was\s+(?:all\s+)?over|they\s+(?:had\s+split|were\s+(?:parting|separating|splitting)))",
        (_SPLIT, rf"divorc|{_SPLIT}"),
    ),
    _Kind(r"wedding|marriage|nuptials", r"(?:got\s+)?married|wed|tied\s+the\s+knot", (_WED,)),
    _Kind(
        r"engagement|betrothal",
        r"got\s+engaged",
        (r"engage|betroth|propos(?:ed|al)|to (?:wed|marry)\b",),
    ),
)
_NAME = r"(?-i:[A-Z][\w'’-]+)"
_AFTER = re.compile(
    rf"\b(?:(?P<count>(?i:an?|{COUNT}))\s+(?P<one>hour|day|week|month)s?|(?i:(?P<some>hours|days|weeks)))"
    r"\s+(?:after|on\s+from|since|following)\s+"
    r"(?:(?:(?:[a-z]+\s+){1,2}(?P<told>announced|confirmed|revealed)\s+(?:his|her|their|the)"
    r"|(?P<telling>announcing|confirming|revealing)\s+(?:his|her|their|the)"
    r"|their|(?P<owns>his|her)|the\s+(?:couple|pair|two)['’]s)\s+(?:\w+\s+){0,2}?(?:"
    + "|".join(f"(?P<noun{at}>{kind.noun})" for at, kind in enumerate(_KINDS))
    + r")(?:\s+(?P<news>bombshell|announcement|news|shock|statement|became\s+public"
    r"|was\s+announced))?\b"
    rf"(?(owns)\s+(?:from|to|with)\s+{_NAME}(?:\s{_NAME}){{0,3}})"
    rf"|(?:they|the\s+(?:couple|pair|two)|{_NAME}(?:\s{_NAME}){{0,2}}\s+and\s+{_NAME}(?:\s{_NAME}){{0,2}})"
    r"\s+(?:" + "|".join(f"(?P<verb{at}>{kind.verb})" for at, kind in enumerate(_KINDS)) + r")\b)"
)
#: How the end of a marriage is told that was announced long before.
_GRANTED = re.compile(
    r"\b(?:granted|finali[sz]ed|decree|(?:divorce|settlement)\s+(?:comes|came|goes|went)\s+through"
    r"|officially\s+divorced|no\s+longer\s+(?:legally\s+)?married)\b",
    re.IGNORECASE,
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
        names = _couple(article, matched, clusters)
        day = _find_day_told(dated, names, matched) if len(names) == 2 else None
        if day:
            yield _row(article, matched, names, day)


def _kind_of(matched: re.Match[str]) -> _Kind:
    told = (matched[f"noun{at}"] or matched[f"verb{at}"] for at in range(len(_KINDS)))
    return next(kind for kind, words in zip(_KINDS, told, strict=True) if words)


def _find_day_told(dated: Dated, names: list[str], matched: re.Match[str]) -> date | None:
    """The first day of the news, where all of it appeared together.

    What a court grants is told once more months after it was announced: counted from is what was
    announced where the words say so, else what was granted.
    """
    announced = matched["told"] or matched["telling"] or matched["news"]
    for words in _kind_of(matched).news:
        told = _days_told(dated, names, words)
        granted = {day for day, is_granted in told if is_granted}
        days = sorted({day for day, _ in told} - granted if announced or not granted else granted)
        if days and days[-1] - days[0] <= timedelta(days=_TOGETHER_DAYS):
            return days[0]
    return None


def _couple(article: Article, matched: re.Match[str], clusters: pa.Table) -> list[str]:
    """The full names in the words, or near them; two where "their" can mean only them.

    Of "her divorce from Tom Roe" the two are he and the only other one named in the sentence.
    """
    span = matched.span()
    # Not from before the paragraph, where who wrote it may be named.
    begun = max(article.text.rfind("\n", 0, span[0]) + 1, span[0] - _NEAR_CHARS)
    rows = rows_of(Cluster, rows_with(clusters, "article_id", [article.article_id]))
    names = {row.name for row in rows if row.kind == "person" and row.name and " " in row.name}
    around = article.text[begun : span[1] + _NEAR_CHARS]
    if matched["owns"]:
        around = article.text[slice(*sentence_around(article.text, span, _NEAR_CHARS))]
    for words in (article.text[slice(*span)], around):
        found = sorted(name for name in names if name in words.replace("\u00a0", " "))
        if len(found) == 2:
            return found
    return []


def _days_told(dated: Dated, names: Iterable[str], words: str) -> list[tuple[date, bool]]:
    """The days of the dated articles whose first lines tell of it and which name both, in order,
    and whether they tell that a court granted it."""
    texts, flags = dated.column("text"), pa.array(dated.is_exact())
    for name in names:
        spelt = re.escape(name).replace("\\ ", "[ \u00a0]")
        flags = pc.and_(flags, pc.match_substring_regex(texts, spelt).combine_chunks())
    news = re.compile(rf"\b(?:{words})", re.IGNORECASE)
    numbers = pc.indices_nonzero(flags).to_pylist()
    leads = (
        (article, f"{article.title or ''}\n{article.text[:_LEAD_CHARS]}")
        for article in dated.some(numbers)
    )
    return sorted(
        (day, _GRANTED.search(lead) is not None)
        for article, lead in leads
        if news.search(lead) and (day := dated.days(article.article_id).exact_day)
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
    return evidence(
        "aftermath",
        article.article_id,
        _published(day, matched),
        matched.span(),
        f"it says “{' '.join(matched[0].split())}”, which dated articles tell of "
        f"{' and '.join(names)} from {day.isoformat()} on",
    )
