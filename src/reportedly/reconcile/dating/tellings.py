"""Quotations that an undated article and dated ones share, as last days of the undated one.

Who relays words as said to Ember comes after Ember's own report; and words that were said
"yesterday" had been said when a dated article reported them, so that this "yesterday" is no later.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import timedelta

from reportedly.calendar import Interval, weekday_until
from reportedly.calendar.names import WEEKDAY, weekday_of
from reportedly.model import Article, DayEvidence, Statement
from reportedly.offsets import hull
from reportedly.outlets import is_same_outlet
from reportedly.reconcile.dating.making import evidence
from reportedly.reconcile.dating.pile import Dated
from reportedly.sentences import sentence_around

#: Characters around a quotation in which stands to whom its words were said, and when.
NEAR_CHARS = 160
#: Days from a saying to its report, by the words for its day.
_DAYS_AFTER = (
    (r"\b(?:today|tonight|this\s+(?:morning|afternoon|evening))\b", 0),
    (r"\b(?:yesterday|last\s+night)\b", 1),
    # Not "last Friday", and not "next Friday" of what is still to come.
    (rf"(?<!next )(?<!last )\b{WEEKDAY}\b(?!['’])", 7),
    (r"\b(?:earlier\s+)?this\s+week\b(?!['’])", 7),
    (r"\b(?:earlier\s+)?this\s+month\b(?!['’])", 31),
)
_SAYING = (
    r"\b(?:said|told|wrote|raged|announced|tweeted|posted|joked|blasted|fumed|insisted|vowed|declared"
    r"|admitted|confessed|revealed|warned|claimed|stormed|letter|email|speech|statement|interview)\b"
)
#: What a sentence before the words calls them: "Quill hit back on Friday.  “…”".
_ANSWERED = (
    r"\b(?:(?:hit|fired|shot|clapped) back|responded|replied|answered|reacted|spoke out"
    r"|(?:broke|ended) (?:his|her|their) silence|had (?:his|her|their) say)\b"
)
#: What stands between the saying and its day, in either order: no other clause.
_BETWEEN = r"(?:\s+(?!said\b|told\b)[\w'’-]+){0,8}?\s+"
#: "Ember magazine reported", "Ember, which quoted", "Ember has claimed".
_REPORTED = (
    r"(?:\s+(?:magazine|newspaper|website))?(?:,\s+which|,\s+citing)?\s+(?:has\s+|had\s+|first\s+)?"
    r"(?:reported|reports|claimed|claims|quoted|quotes|published|said|says|wrote|carried)\b"
)
#: Zones, and pages made on the evening before.
SLACK_DAYS = 1


def last_days(
    mine: Statement, others: Sequence[Statement], dated: Dated, articles: Mapping[str, Article]
) -> Iterator[DayEvidence]:
    """What dated reports of the words of `mine` say of the last day of its article.

    Args:
        mine: of an undated article.
        others: of dated articles, with the same words.
        articles: those of all of them, by identifier.
    """
    own = articles[mine.article_id]
    bounds = [
        (day, why)
        for other in others
        if (day := dated.days(other.article_id).exact_day)
        for why in (find_relay(own, other, articles[other.article_id]), _said(own, mine))
        if why is not None
    ]
    rows = [(day + timedelta(days=after + SLACK_DAYS), why) for day, (after, why) in bounds]
    if rows:
        last, why = min(rows)
        yield _row(mine, Interval(None, last), why)
    yield from _reported_on(mine, own, others, dated, articles)


def _reported_on(
    mine: Statement, own: Article, others: Sequence[Statement], dated: Dated,
    articles: Mapping[str, Article],
) -> Iterator[DayEvidence]:  # fmt: skip
    """The day on which, by a dated article, the undated one reported the words."""
    name = _name(own)
    for other in others:
        article, day = articles[other.article_id], dated.days(other.article_id).exact_day
        told = rf"\b{name}{_REPORTED}\s+(?:on\s+)?(?P<day>{WEEKDAY}|this week)\b"
        matched = re.search(told, _near(article, other)) if name else None
        if matched is None or day is None or is_same_outlet(own.outlet, article.outlet):
            continue
        if matched["day"] == "this week":
            first, last, on = day - timedelta(days=7), day, "in the week before"
        else:
            first = last = weekday_until(day, weekday_of(matched["day"]))
            on = f"on {matched['day']}"
        bound = timedelta(days=SLACK_DAYS)
        why = f"by “{article.title or article.outlet}” it reported this {on}"
        yield _row(mine, Interval(first - bound, last + bound), why)
        return


def find_relay(own: Article, other: Statement, article: Article) -> tuple[int, str] | None:
    """Days and reason where a dated article gives the words as told to the undated one's outlet."""
    name = _name(own)
    if not name or not article.outlet or is_same_outlet(own.outlet, article.outlet):
        return None
    told = r"\b(?:told|tells?|telling|to|in|by|with)\s+(?:the\s+)?(?:\w+\s+){0,2}?"
    near = _near(article, other)
    if re.search(rf"{told}{name}\b|\b{name}{_REPORTED}", near) is None:
        return None
    return 0, f"“{article.title or article.outlet}” relays its words"


def _name(article: Article) -> str:
    """The name of its outlet as a pattern, without "the"; empty where it is not known."""
    return re.escape(re.sub(r"^the\s+", "", article.outlet or "", flags=re.IGNORECASE))


def _near(article: Article, told: Statement) -> str:
    """The words of an article around a quotation."""
    start, end = hull(told.content)
    return article.text[max(0, start - NEAR_CHARS) : end + NEAR_CHARS]


def _said(own: Article, mine: Statement) -> tuple[int, str] | None:
    """Within how many days of the saying the undated article has its words."""
    start, end = sentence_around(own.text, hull(mine.content), NEAR_CHARS)
    quoted = [(a, b) for a, b in mine.content]
    words = "".join(
        " " if any(a <= at < b for a, b in quoted) else own.text[at] for at in range(start, end)
    )
    before = own.text[max(0, start - NEAR_CHARS) : start]
    for day, days in _DAYS_AFTER:
        for told, where in (
            (f"{_SAYING}{_BETWEEN}(?P<day>{day})", words),
            (f"(?P<day>{day}){_BETWEEN}{_SAYING}", words),
            (f"{_ANSWERED}{_BETWEEN}(?P<day>{day})[^.!?\n]{{0,40}}[.:!]\\s*$", before),
        ):
            if matched := re.search(told, where):
                return days, f"it has as said {matched['day']} what a dated article has"
    return None


def _row(mine: Statement, days: Interval, why: str) -> DayEvidence:
    reason = f"{why}, by {days.iso()[1]} at the latest"
    return evidence("telling", mine.article_id, days, hull(mine.content), reason)
