"""Times without a date: now, recently, soon, the past, the future."""

import re

from reportedly.annotate.dates.rule import Context, Match, Meaning, Rule
from reportedly.annotate.dates.vocabulary import compiled


def _present(match: Match, context: Context) -> Meaning:
    return Meaning("DATE", "PRESENT_REF")


def _past(match: Match, context: Context) -> Meaning:
    return Meaning("DATE", "PAST_REF")


def _some_day(match: Match, context: Context) -> Meaning | None:
    """ "It will one day be hers": a day to come; otherwise a length, which has its own rule."""
    return Meaning("DATE", "FUTURE_REF") if context.ahead else None


def _future(match: Match, context: Context) -> Meaning:
    return Meaning("DATE", "FUTURE_REF")


#: What went fast in the past is no time: "was soon released", "soon became".
_WENT_FAST = re.compile(
    r"\s+(?:was|were|had|did|became|came|went|fell|rose|got|grew|found|lost|won|took|left|began"
    r"|turned|[a-z]{2,}ed)\b"
)
_WAS_FAST = re.compile(r"\b(?:was|were|had|as)\s+\Z")


def _soon(match: Match, context: Context) -> Meaning | None:
    before = match.string[max(0, match.start() - 12) : match.start()]
    if _WENT_FAST.match(match.string, match.end()) or _WAS_FAST.search(before):
        return None
    return Meaning("DATE", "FUTURE_REF")


_UNITS = r"(?:hours|days|weeks|months|years|decades|quarters|times|centuries)"

RULES = (
    Rule(
        "present",
        compiled(
            r"(?<=between\s)now|(?:right )?now(?! and (?:then|again)\b)|currently"
            r"|(?<!-)current(?! (?:affairs|account))|at present"
            r"|at the moment|nowadays|the present(?: day)?|these days|at this (?:time|point)"
            r"|(?:at )?this (?:moment|point)"
        ),
        _present,
    ),
    Rule(
        "past",
        compiled(
            rf"recently|recent {_UNITS}(?: and {_UNITS})?"
            r"|the (?:recent |distant )?past(?! <COUNT>\b)"
            r"|(?:(?<=\bat\s)the time|(?<=\bat\s)that time)(?! of\b)"
            rf"|the (?:last|past) (?:few|several) {_UNITS}|(?<=\bin\s)those (?:days|years|times)"
        ),
        _past,
    ),
    Rule(
        "one day",
        compiled(
            r"(?<!by\s)(?:one day|some ?day)(?! (?:of|in|old|before|after|earlier|later|ago|at)\b)"
        ),
        _some_day,
    ),
    Rule(
        "future",
        compiled(
            rf"the (?:near |immediate |foreseeable |distant )?(?:future|short term|near term)"
            rf"|(?:the )?coming {_UNITS}|(?:the )?{_UNITS} ahead|as soon as possible"
        ),
        _future,
    ),
    Rule("soon", compiled(r"soon(?! after| as| enough| thereafter)"), _soon),
)
