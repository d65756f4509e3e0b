"""Days whose month stands with another day: "April 24 and 25", "the 3rd to the 5th of May"."""

from reportedly.annotate.dates.rule import Context, Match, Meaning, Rule, needed
from reportedly.annotate.dates.rules.absolute import find_written_day
from reportedly.annotate.dates.vocabulary import compiled
from reportedly.calendar.names import MONTH, SHORT_MONTH, month_of

_AND = r"(?:,| and| or| to| through| until|, and)"
#: The day before, with its month: "April 24 and ".
_BEFORE = compiled(
    rf"(?P<month><ANY_MONTH>) <DAY>{_AND} (?:the )?\Z",
    whole_words=False,
)
#: No such day is longer.
_BEFORE_CHARS = 36
#: "April 24 and 25 others" counts people.
_NO_COUNT = (
    r"(?=[.,;:!?)\"']|\Z| (?:in|at|for|when|as|the|with|on|to|by|from|is|are|was|were|will)\b)"
)


def _second(match: Match, context: Context) -> Meaning | None:
    start = match.start()
    before = _BEFORE.search(match.string, max(0, start - _BEFORE_CHARS), start)
    if before is None:
        return None
    value = find_written_day(before["month"], match["day"], None, context)
    told = context.reference
    if told is not None and told.month == month_of(before["month"]) and value[:4].isdigit():
        # Of the year of the day before it.
        value = f"{told.year:04d}{value[4:]}"
    return Meaning("DATE", value)


def _first(match: Match, context: Context) -> Meaning:
    value = find_written_day(match["month"], match["day"], match["year"], context)
    return Meaning("DATE", value)


_MONTHS = needed(f"{MONTH}|{SHORT_MONTH}")

RULES = (
    Rule(
        "day after a day of its month",
        compiled(rf"(?P<day><DAY>){_NO_COUNT}"),
        _second,
        needs=_MONTHS,
    ),
    Rule(
        "day before a day of its month",
        compiled(
            r"(?:the )?(?P<day><DAY>)(?=(?: and| or| to| until|-) (?:the )?<DAY> (?:of )?"
            r"(?P<month><ANY_MONTH>)(?:,? (?P<year><YEAR>))?)"
        ),
        _first,
        needs=_MONTHS,
    ),
)
