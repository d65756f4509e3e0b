"""Times without a date: now, recently, soon, the past, the future."""

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


_UNITS = r"(?:hours|days|weeks|months|years|decades|quarters|times|centuries)"

RULES = (
    Rule(
        "present",
        compiled(
            r"(?:right )?now|currently|(?<!-)current(?! (?:affairs|account))|at present"
            r"|at the moment|nowadays|the present(?: day)?|these days|at this (?:time|point)"
            r"|(?:at )?this (?:moment|point)"
        ),
        _present,
    ),
    Rule(
        "past",
        compiled(
            rf"recently|recent {_UNITS}(?: and {_UNITS})?|the (?:recent |distant )?past"
            r"|(?:(?<=\bat\s)the time|(?<=\bat\s)that time)(?! of\b)"
            rf"|the (?:last|past) (?:few|several) {_UNITS}"
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
            rf"|soon(?! after| as| enough| thereafter)|(?:the )?coming {_UNITS}"
            rf"|(?:the )?{_UNITS} ahead|as soon as possible"
        ),
        _future,
    ),
)
