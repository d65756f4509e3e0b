"""Newborns as evidence: a child born on 8 March who is eight weeks old dates the page to May.

In: undated articles, and when the people whom they name were born.  Out: the days on which a child
was so many days, weeks or months old, as such ages are rounded.
"""

import re
from collections.abc import Iterator

from reportedly.annotate.facts.lexicon import COUNT, count_or_one
from reportedly.model import DayEvidence
from reportedly.offsets import Span
from reportedly.reconcile.dating.birthdays import NAME, born, find_near_in
from reportedly.reconcile.dating.births import Births
from reportedly.reconcile.dating.making import by_its_words
from reportedly.reconcile.dating.nearness import Reach, counted
from reportedly.reconcile.dating.pile import Dated
from reportedly.sentences import sentence_around

_COUNTED = rf"(?P<count>an?|{COUNT})[\s-]+(?P<unit>day|week|month)s?"
_NOW = r"(?:(?:now|just|only|barely|already|still|about|almost|nearly)\s+){0,2}"
_IS_OLD = re.compile(
    rf"{NAME}(?:,\s+(?:who\s+is\s+)?|,?\s+who\s+is\s+|\s+is\s+|\s+\(){_NOW}{_COUNTED}"
    r"(?:\s+old\b|(?=[,).]))"
)
_OLD_ONE = re.compile(
    rf"{_COUNTED}[\s-]+old(?:\s+(?:(?:baby|infant|newborn|little|twin|youngest|first)\s+)?"
    rf"(?:daughter|son|baby|girl|boy|child|twin)?)?,?\s+(?:called\s+|named\s+)?{NAME}"
)
_BORN = re.compile(
    rf"{NAME}(?:,\s+(?:who\s+was\s+)?|,?\s+who\s+was\s+|,?\s+was\s+)born\b(?!\s+(?:on|in)\s+\d)"
)
#: An age is given in months up to two years, and told of the day of the article.
_MOST_MONTHS = 24
_THEN = re.compile(r"\b(?:was|were|when|then|had|at\s+the\s+time|(?:1[5-9]|20)\d\d)\b")


def newborn_evidence(dated: Dated, births: Births) -> Iterator[DayEvidence]:
    """Intervals from the ages in days, weeks and months that undated articles give."""
    for article in dated.undated() if births.by_key else ():
        for name, span, reach in _told(article.text):
            found = births.find_named(name, article.text)
            if found:
                why = f"{found[0]} was {born(found[1])}"
                yield by_its_words("newborn", article, span, reach.around(found[1].days), why)


def _told(text: str) -> Iterator[tuple[str, Span, Reach]]:
    for pattern in (_IS_OLD, _OLD_ONE):
        for matched in pattern.finditer(text):
            count, unit = count_or_one(matched["count"]), matched["unit"].lower()
            too_old = unit == "month" and (count or 0) > _MOST_MONTHS
            # "Was shot at when eight weeks old" is of another day.
            told = text[slice(sentence_around(text, matched.span())[0], matched.end())]
            if count and not too_old and not _THEN.search(told):
                yield matched["name"], matched.span(), counted(count, unit)
    for matched in _BORN.finditer(text):
        if near := find_near_in(text, matched.span(), "back"):
            yield matched["name"], (matched.start(), matched.end() + near.end), near.reach
