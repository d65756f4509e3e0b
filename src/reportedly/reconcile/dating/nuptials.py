"""Weddings as evidence: who "will marry her in June" did so after the page, newlyweds before it.

In: undated articles that name both of one couple, and the weddings of the pile.  Out: the days on
which articles with such words can have appeared.
"""

import re
from collections.abc import Iterator

from reportedly.annotate.facts.lexicon import COUNT, count_or_one
from reportedly.calendar import Interval
from reportedly.model import DayEvidence
from reportedly.offsets import Span
from reportedly.reconcile.dating.birthdays import YEAR, find_near_in
from reportedly.reconcile.dating.nearness import Near, counted
from reportedly.reconcile.dating.pile import Dated
from reportedly.reconcile.dating.weddings import Wedding, Weddings, weddings_of
from reportedly.sentences import sentence_around

_MARRY = r"(?:marry|wed|tie\s+the\s+knot|say\s+[“\"']?I\s+do|get\s+(?:married|hitched))\b"
_PLAN = re.compile(
    rf"\b(?:will|to|going\s+to)\s+{_MARRY}|\bare\s+(?:getting|to\s+be)\s+married\b"
    r"|\b(?:their|the\s+couple['’]s|the)\s+(?:forthcoming|upcoming|planned|coming)\s+(?:wedding|nuptials)\b"
    r"|\b(?:his|her)\s+(?:fianc[ée]e?|bride-to-be|husband-to-be|wife-to-be|intended)\b"
    r"|\bengaged\s+to\b|\bbride-to-be\b",
    re.IGNORECASE,
)
_DONE = re.compile(
    r"\b(?:who\s+|they\s+|couple\s+|pair\s+|and\s+)?(?:were\s+|got\s+|have\s+)?"
    r"(?:married|wed|tied\s+the\s+knot|exchanged\s+vows|said\s+[“\"']?I\s+do)\b",
    re.IGNORECASE,
)
_NEWLY = re.compile(r"\b(?:newly-?\s?weds?|newly\s+married|honeymoon(?:ing)?)\b", re.IGNORECASE)
_SINCE = re.compile(
    rf"\b(?P<count>an?|{COUNT})\s+(?P<unit>week|month|year)s?\s+after\s+"
    r"(?:(?:they|the\s+(?:couple|pair|two))\s+(?:were\s+|got\s+)?(?:married|wed|tied\s+the\s+knot)"
    r"|(?:their|the)\s+wedding)\b",
    re.IGNORECASE,
)
_SPOUSE = re.compile(
    r"\b(?i:his|her)\s+(?:new\s+)?(?:wife|husband),?\s+(?:the\s+)?(?:[a-z-]+\s+){0,3}"
    r"(?P<name>[A-Z][\w'’-]+(?:\s[A-Z][\w'’-]+)*)"
)
#: Plans of others, past plans and what did not come to be.
_UNREAL = re.compile(
    r"\b(?:if|would|had|was\s+(?:going|due|to)|were\s+(?:going|due|to)|once|former(?:ly)?|never"
    r"|not|before|been|when|n['’]t)\b",
    re.IGNORECASE,
)
#: So long are two "newlyweds".
_NEW_DAYS = 365
_YEAR_DAYS, _ROUNDED_DAYS = 365, 92
#: The two stand so close to what is told of them.
_NEAR_CHARS = 160


def nuptial_evidence(dated: Dated) -> Iterator[DayEvidence]:
    """Intervals from what undated articles tell of a couple's wedding as done or to come."""
    known: Weddings | None = None
    for article in dated.undated():
        told = list(_told(article.text))
        if not told:
            continue
        known = known or weddings_of(dated)
        for span, before, after in told:
            wedding = _find_wedding(known, article.text, span)
            if wedding is not None and _is_theirs(article.text[slice(*span)], wedding):
                days = _days(wedding.days, before, after)
                yield wedding.evidence(article, "nuptials", span, days)


_Bounds = tuple[Span, int | None, int | None]


def _told(text: str) -> Iterator[_Bounds]:
    """Each telling with from how many days after the wedding to how many an article is of it."""
    for matched in _PLAN.finditer(text):
        if _is_real(text, matched):
            near = _near(text, matched, "ahead")
            first = near.reach.first - _ROUNDED_DAYS if near and near.weekday is None else None
            yield _span(matched, near), first, 0
    for matched in _DONE.finditer(text):
        near = _near(text, matched, "back") if _is_real(text, matched) else None
        if near and near.reach.last < _ROUNDED_DAYS:
            yield _span(matched, near), near.reach.first, near.reach.last
    for matched in _NEWLY.finditer(text):
        if _is_real(text, matched):
            yield matched.span(), 0, _NEW_DAYS
    for matched in _SINCE.finditer(text):
        yield matched.span(), _least(matched), None
    for matched in _SPOUSE.finditer(text):
        if _is_real(text, matched):
            yield matched.span(), 0, None


def _least(matched: re.Match[str]) -> int:
    count, unit = count_or_one(matched["count"]) or 0, matched["unit"].lower()
    if unit == "year":
        return max(0, count * _YEAR_DAYS - _ROUNDED_DAYS)
    return counted(count, unit).first


def _near(text: str, matched: re.Match[str], side: str) -> Near | None:
    return find_near_in(text, matched.span(), "ahead" if side == "ahead" else "back")


def _span(matched: re.Match[str], near: Near | None) -> Span:
    return matched.start(), matched.end() + (near.end if near else 0)


def _is_real(text: str, matched: re.Match[str]) -> bool:
    start, end = sentence_around(text, matched.span())
    return not _UNREAL.search(text[start : matched.end()]) and not YEAR.search(text[start:end])


def _find_wedding(known: Weddings, text: str, span: Span) -> Wedding | None:
    """The wedding of the one couple of the article, both of whom are named near the words."""
    wedding = known.find_named(text)
    if wedding is None:
        return None
    start, end = sentence_around(text, span)
    near = text[max(0, start - _NEAR_CHARS) : end].replace("\u00a0", " ")
    return wedding if all(name.split()[-1] in near for name in wedding.names) else None


def _is_theirs(words: str, wedding: Wedding) -> bool:
    """False for "his wife, Ann Doe," who is neither of the two."""
    spouse = _SPOUSE.fullmatch(words)
    if spouse is None:
        return True
    named = set(spouse["name"].split())
    return any(named <= set(name.split()) for name in wedding.names)


def _days(wedding: Interval, first: int | None, last: int | None) -> Interval:
    """The days of the article, counted from those of the wedding."""
    begins, ends = Interval(wedding.earliest, None), Interval(None, wedding.latest)
    return Interval(
        None if first is None else begins.widened(before_days=-first).earliest,
        None if last is None else ends.widened(after_days=last).latest,
    )
