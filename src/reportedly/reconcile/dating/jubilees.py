"""Wedding anniversaries told without a date: "marked their tenth anniversary on Friday".

In: undated articles, and the weddings of the pile.  Out: the days around the anniversary of the one
couple whom an article names on which such words are written.
"""

import dataclasses
import re
from collections.abc import Iterator

from reportedly.annotate.dates import numbers
from reportedly.annotate.facts.lexicon import COUNT, count_of
from reportedly.model import Article, DayEvidence
from reportedly.reconcile.dating.birthdays import PARTY_DAYS, days_of_birthday, find_near_in
from reportedly.reconcile.dating.nearness import Near, Reach, Side
from reportedly.reconcile.dating.pile import Dated
from reportedly.reconcile.dating.weddings import Wedding, weddings_of
from reportedly.sentences import sentence_around

_NTH = rf"(?P<nth>{numbers.ORDINAL_WORD}|\d{{1,3}}(?:st|nd|rd|th))"
_NAMED_AFTER = (
    ("paper", 1), ("cotton", 2), ("tin", 10), ("crystal", 15), ("china", 20), ("silver", 25),
    ("pearl", 30), ("coral", 35), ("ruby", 40), ("sapphire", 45), ("golden", 50), ("diamond", 60),
)  # fmt: skip
_METAL = rf"(?P<metal>{'|'.join(name for name, _ in _NAMED_AFTER)})"
_TOLD = re.compile(
    rf"\b(?:(?P<verb>celebrat\w+|mark\w*|toast\w*|observ\w+)\s+)?(?:their|the\s+couple['’]s|an?|his|her)\s+"
    rf"(?:{_NTH}\s+(?:wedding\s+)?anniversary\b(?!\s+(?:of|as|in|at|with|show|tour))"
    rf"|{_METAL}\s+wedding(?:\s+anniversary)?\b)"
    rf"|\b(?P<verb2>celebrat\w+|mark\w*|toast\w*)\s+(?P<count>{COUNT})\s+years\s+"
    r"(?:of\s+marriage|married|as\s+(?:man|husband)\s+and\s+wife)\b"
    rf"|\b(?P<verb3>will\s+have)\s+been\s+married\s+(?:for\s+)?(?P<count3>{COUNT})\s+years\b",
    re.IGNORECASE,
)
_AHEAD = re.compile(
    r"\b(?:will|is\s+to|are\s+to|due\s+to|plans?\s+to|planning|about\s+to|before)\b(?:\s+\w+){0,2}\s*\Z",
    re.IGNORECASE,
)
#: A sentence with a year is no news of the day.
_YEAR = re.compile(r"\b(?:1[5-9]|20)\d\d\b|\bwould\s+have\b")
#: Without a word for the day: an anniversary "celebrated" or "marked" is so much about news.
_NEWS = Near(Reach(-14, 31))


def jubilee_evidence(dated: Dated) -> Iterator[DayEvidence]:
    """Intervals around the wedding anniversaries that undated articles speak of."""
    known = None
    for article in dated.undated():
        for matched in _TOLD.finditer(article.text):
            years, near = _years(matched), _find_near(article.text, matched)
            if years is None or near is None:
                continue
            known = known or weddings_of(dated)
            wedding = known.find_named(article.text)
            if wedding and (row := _find_row(article, matched, wedding, (years, near))):
                yield row


def _years(matched: re.Match[str]) -> int | None:
    if matched["metal"]:
        return dict(_NAMED_AFTER)[matched["metal"].lower()]
    if count := matched["count"] or matched["count3"]:
        return count_of(count)
    return numbers.ordinal_of(matched["nth"])


def _find_near(text: str, matched: re.Match[str]) -> Near | None:
    start, end = sentence_around(text, matched.span())
    # "Celebrates ten years of marriage on Saturday: she wed him on 5 September 2010."
    if _YEAR.search(
        text[start : matched.end()] + re.split(r"[:;(\u2013\u2014]", text[matched.end() : end])[0]
    ):
        return None
    side = _side(text[start : matched.start()], matched)
    if near := find_near_in(text, matched.span(), side):
        reach = Reach(near.reach.first - PARTY_DAYS, near.reach.last + PARTY_DAYS)
        return dataclasses.replace(near, reach=reach)
    return _NEWS if matched["verb"] or matched["verb2"] else None


def _side(before: str, matched: re.Match[str]) -> Side:
    if _AHEAD.search(before) or matched["verb3"]:
        return "ahead"
    verb = (matched["verb"] or matched["verb2"] or "").lower()
    return "back" if verb.endswith("ed") else "either"


def _find_row(
    article: Article, matched: re.Match[str], wedding: Wedding, told: tuple[int, Near]
) -> DayEvidence | None:
    days = days_of_birthday(wedding.days, told[0])
    if days is None:
        return None
    around = told[1].reach.around(told[1].find_named(days) or days)
    span = (matched.start(), matched.end() + told[1].end)
    return wedding.evidence(article, "anniversary", span, around)
