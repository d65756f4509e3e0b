"""Text and the article's day in, expressions of time with their TIMEX3 type and value out."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from reportedly.annotate.dates.direction import Direction, find_direction
from reportedly.annotate.dates.rule import Context, Match, Rule
from reportedly.annotate.dates.rules import RULES
from reportedly.annotate.parse.view import view_of
from reportedly.calendar.timex import find_timex_interval
from reportedly.model import TimexType
from reportedly.offsets import Span

#: A day of writing outside these years is a fault of the metadata ("0001-01-01").
FIRST_YEAR, LAST_YEAR = 1500, 2500
#: Figures of a period are compared with those of a year before within about four paragraphs.
PERIOD_CHARS = 1_200
#: An hour is of the day named so close before it: "on Tuesday … at about 8 p.m."
NEAR_DAY_CHARS = 100
_SENTENCE_END = re.compile(r"[.!?:][\"')]*\s+(?=[\"'(]*[A-Z\d_])|\n\s*\n")
_AT = re.compile(r"\b(?:at|by|until|before|after|around|about|since|from)\s+\Z", re.IGNORECASE)
_BREAK = re.compile(r"\n|__")
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
#: A quarter, or the months or the year that figures are told of.
_PERIOD = re.compile(r"\d{4}-Q[1-4]|P(?:6M|9M|1Y)")


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


@dataclass(slots=True)
class _Narrative:
    """What the text has spoken of so far, against which the next expression is read."""

    anchor: date | None
    reference: date | None
    day_told: date | None
    period: Expression | None = None
    day_ends: int | None = None

    def context(self, view: str, start: int, direction: Direction | None) -> Context:
        """What an expression at `start` of `view` is read against."""
        near = self.period is not None and start - self.period.end < PERIOD_CHARS
        period = self.period.value if self.period is not None and near else None
        day_near = self.day_told if self._is_near(view, start) else None
        return Context(self.anchor, self.reference, self.day_told, direction, day_near, period)

    def _is_near(self, view: str, start: int) -> bool:
        """True where the day told last stands in the sentence, or is past and in the one before."""
        if self.day_ends is None or start - self.day_ends >= NEAR_DAY_CHARS:
            return False
        between = view[self.day_ends : start]
        if not _SENTENCE_END.search(between):
            return True
        past = self.anchor and self.day_told and self.day_told <= self.anchor
        # The hours of a live report stand alone, each for the day of the report.
        return bool(past and _AT.search(between) and not _BREAK.search(between))

    def tells(self, expression: Expression) -> None:
        """The text goes on from `expression`."""
        if _PERIOD.fullmatch(expression.value):
            self.period = expression
        if expression.type not in ("DATE", "TIME"):
            return
        if (days := find_timex_interval(expression.value)) is None:
            return
        self.reference = days.earliest or self.reference
        if _DAY.match(expression.value):
            self.day_told, self.day_ends = self.reference, expression.end


#: Marks of quotation at the end of what they enclose: "60 Minutes," he said.
_QUOTE_ENDS = re.compile(r"[,.]?(?:\"|'')")


def _is_title(view: str, span: Span) -> bool:
    """True for a whole name in quotation marks, as of a programme: "60 Minutes", "This Week"."""
    words = view[slice(*span)].split()
    begins = words[0][0].isupper() or words[0].isdigit()
    # The date in quotation marks of a line of markup has figures in it: "March 4, 2016".
    if len(words) < 2 or not begins or not all(word[0].isupper() for word in words[1:]):
        return False
    opened = view.endswith(('"', "''"), 0, span[0])
    return opened and bool(_QUOTE_ENDS.match(view, span[1]))


#: What has a number that looks like a year: "House Bill 1523", "Flight 1978", "No. 1984".
_NUMBERED = re.compile(
    r"\b(?:Bill|Boeing|Case|Docket|Flight|Gate|Highway|Number|No\.|Proposition|Resolution|Room|Route"
    r"|Section|Suite|Unit|HB|SB|HR|H\.\s?R\.)\s\Z"
)
_NUMBERED_CHARS = 14
#: A house's: "at 1969 Harbour Road".
_AT_NUMBER = re.compile(r"\bat\s\Z")
_STREET = re.compile(
    r"(?:\s[A-Z][\w'-]+){1,2}\s(?:Road|Rd|Street|St|Avenue|Ave|Lane|Drive|Boulevard|Blvd|Parkway)\b"
)


def _is_number(view: str, span: Span) -> bool:
    """True for four figures that number a bill, a flight, a house, and name no year."""
    if not view[slice(*span)].isdigit():
        return False
    before = view[max(0, span[0] - _NUMBERED_CHARS) : span[0]]
    if _NUMBERED.search(before):
        return True
    return bool(_AT_NUMBER.search(before) and _STREET.match(view, span[1]))


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
    told, done = _Narrative(anchor, anchor, anchor), 0
    for candidate in _candidates(view, RULES):
        start, end = candidate.span
        if start < done or start == end or _is_title(view, candidate.span):
            continue
        if _is_number(view, candidate.span):
            continue
        context = told.context(view, start, find_direction(view, candidate.span))
        meaning = candidate.rule.meaning(candidate.match, context)
        if meaning is None:
            continue
        found.append(Expression(start, end, meaning.type, meaning.value, candidate.rule.name))
        done = end
        # Figures set beside those of a year before leave the text where it was.
        if not (candidate.rule.compares and context.period):
            told.tells(found[-1])
    return found
