"""Days told by their place in a month: "the first Sunday in April", "the last day of March".

Weeks of a month are read as that month: where a week begins nobody says.
"""

import calendar
import re
from datetime import date, timedelta

from reportedly.annotate.dates.numbers import ordinal_of
from reportedly.annotate.dates.rule import Context, Match, Meaning, Rule, needed
from reportedly.annotate.dates.rules.absolute import month_meaning
from reportedly.annotate.dates.vocabulary import compiled
from reportedly.calendar import weekday_from, weekday_until
from reportedly.calendar.names import weekday_of

_MONTH_VALUE = re.compile(r"(\d{4})-(\d\d)")


def _month(match: Match, context: Context) -> date | None:
    """The first day of the month beside it; None where nothing says its year."""
    value = ""
    if match["month"]:
        value = month_meaning(match["month"], match["year"], context).value
    elif context.anchor is not None:
        value = context.anchor.isoformat()[:7]
    found = _MONTH_VALUE.fullmatch(value)
    return date(int(found[1]), int(found[2]), 1) if found else None


def _last_day(first: date) -> date:
    return first.replace(day=calendar.monthrange(first.year, first.month)[1])


def _weekday(match: Match, context: Context) -> Meaning | None:
    first, weekday = _month(match, context), weekday_of(match["weekday"])
    if first is None:
        return None
    if match["ordinal"].lower() in ("last", "final"):
        return Meaning("DATE", weekday_until(_last_day(first), weekday).isoformat())
    weeks = timedelta(weeks=ordinal_of(match["ordinal"]) - 1)
    day = weekday_from(first, weekday) + weeks
    return Meaning("DATE", day.isoformat()) if day.month == first.month else None


def _day(match: Match, context: Context) -> Meaning | None:
    first = _month(match, context)
    if first is None:
        return None
    day = first if match["ordinal"].lower() == "first" else _last_day(first)
    return Meaning("DATE", day.isoformat())


def _week(match: Match, context: Context) -> Meaning | None:
    return month_meaning(match["month"], match["year"], context)


_OF_MONTH = r"(?:of|in) (?P<month><ANY_MONTH>)(?:,? (?:of )?(?P<year><YEAR>))?"
_MONTH_OR_THIS = rf"(?:{_OF_MONTH}|of (?:the|this) month)"

RULES = (
    Rule(
        "weekday of a month",
        compiled(
            r"the (?P<ordinal>first|second|third|fourth|fifth|last|final) (?P<weekday><WEEKDAY>) "
            + _MONTH_OR_THIS
        ),
        _weekday,
        needs=needed(r"day\s+(?:of|in)\s"),
    ),
    Rule(
        "end of a month",
        compiled(rf"the (?P<ordinal>first|last|final) day {_MONTH_OR_THIS}"),
        _day,
        needs=needed(r"day\s+(?:of|in)\s"),
    ),
    Rule(
        "week of a month",
        compiled(
            rf"(?:the )?(?:first|second|third|fourth|last|final)(?: full)? week(?:end)? {_OF_MONTH}"
        ),
        _week,
        needs=needed(r"week(?:end)?\s+(?:of|in)\s"),
    ),
)
