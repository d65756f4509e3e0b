"""Text and the article's day in, expressions of time with their TIMEX3 type and value out."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from reportedly.annotate.dates.rule import Context, Match, Meaning, Rule
from reportedly.annotate.dates.rules import RULES
from reportedly.annotate.dates.tense import speaks_ahead
from reportedly.annotate.parse.view import view_of
from reportedly.calendar.timex import find_timex_interval
from reportedly.model import TimexType
from reportedly.offsets import Span

#: A day of writing outside these years is a fault of the metadata ("0001-01-01").
FIRST_YEAR, LAST_YEAR = 1500, 2500
#: Figures of a quarter are compared with those of a year before within about two paragraphs.
QUARTER_CHARS = 600
_QUARTER = re.compile(r"\d{4}-Q[1-4]")


@dataclass(frozen=True, slots=True)
class Expression:
    """One expression of time: offsets into the text, TIMEX3 type and value, the rule behind it."""

    start: int
    end: int
    type: TimexType
    value: str
    rule: str


@dataclass(frozen=True, slots=True)
class _Candidate:
    span: Span
    rule: Rule
    match: Match


def _candidates(view: str, rules: Sequence[Rule]) -> list[_Candidate]:
    """Everything that any rule matches, the leftmost first, of those the longest."""
    found = [
        (match.start(), -match.end(), order, rule, match)
        for order, rule in enumerate(rules)
        for match in rule.matches(view)
    ]
    found.sort(key=lambda item: item[:3])
    return [_Candidate((start, -end), rule, match) for start, end, _, rule, match in found]


def _moved_reference(meaning: Meaning, reference: date | None) -> date | None:
    """The day that the text now speaks of, when `meaning` names one."""
    days = find_timex_interval(meaning.value) if meaning.type in ("DATE", "TIME") else None
    return days.earliest if days else reference


def find_expressions(
    text: str, anchor: date | None, blanked: Iterable[Span] = ()
) -> list[Expression]:
    """All expressions of time of `text`, in order, none overlapping.

    Args:
        text: the article's text.
        anchor: the day it was written; None, or a day when nobody wrote news, leaves what hangs
            on it unresolved ("XXXX-WXX-3").
        blanked: spans to leave alone.
    """
    if anchor and not FIRST_YEAR <= anchor.year <= LAST_YEAR:
        anchor = None
    view = view_of(text, blanked)
    found: list[Expression] = []
    reference, done = anchor, 0
    quarter: Expression | None = None
    for candidate in _candidates(view, RULES):
        start, end = candidate.span
        if start < done or start == end:
            continue
        near = quarter is not None and start - quarter.end < QUARTER_CHARS
        spoken_of = quarter.value if quarter is not None and near else None
        context = Context(anchor, reference, speaks_ahead(view, candidate.span), spoken_of)
        meaning = candidate.rule.meaning(candidate.match, context)
        if meaning is None:
            continue
        found.append(Expression(start, end, meaning.type, meaning.value, candidate.rule.name))
        if _QUARTER.fullmatch(meaning.value):
            quarter = found[-1]
        reference, done = _moved_reference(meaning, reference), end
    return found
