"""Quarters and halves of years: "the third quarter", "fiscal 2019", "the first half of 2010"."""

from reportedly.annotate.dates.granularity import shifted, value_of
from reportedly.annotate.dates.numbers import ordinal_of
from reportedly.annotate.dates.rule import Context, Match, Meaning, Rule, needed
from reportedly.annotate.dates.vocabulary import compiled


def _year(match: Match, context: Context) -> str | None:
    """The year written beside it, or told from the article's: "of last year"."""
    if match["year"] or match["before"]:
        return str(match["year"] or match["before"])
    step = {"last": -1, "previous": -1, "this": 0, "next": 1}.get((match["which"] or "").lower())
    return None if step is None else value_of(shifted(context.anchor, step, "Y"), "Y")


def _quarter(match: Match, context: Context) -> Meaning | None:
    number = ordinal_of(match["ordinal"])
    if number > 4:
        return None
    year, anchor = _year(match, context), context.anchor
    if year is None and anchor is not None:
        # The last one that has begun, or the next when the text looks ahead.
        begun = 3 * number - 2 <= anchor.month
        year = str(anchor.year + (0 if begun or context.ahead else -1))
    return Meaning("DATE", f"{year or 'XXXX'}-Q{number}")


def _half(match: Match, context: Context) -> Meaning:
    number = {"first": 1, "second": 2, "last": 2, "latter": 2}[match["ordinal"].lower()]
    year = _year(match, context) or value_of(context.anchor, "Y")
    return Meaning("DATE", f"{year}-H{number}")


def _latest(match: Match, context: Context) -> Meaning:
    """The quarter that companies report on is the one that has just ended."""
    now = (match["which"] or "").lower() == "current"
    return Meaning("DATE", value_of(shifted(context.anchor, 0 if now else -1, "Q"), "Q"))


def _year_ago_quarter(match: Match, context: Context) -> Meaning:
    return Meaning("DATE", value_of(shifted(context.anchor, -5, "Q"), "Q"))


def _year_ago(match: Match, context: Context) -> Meaning:
    """ "Year-earlier profit": of the same quarter when one was spoken of, else of the year."""
    if context.quarter is not None:
        year, quarter = context.quarter.split("-")
        return Meaning("DATE", f"{int(year) - 1:04d}-{quarter}")
    return Meaning("DATE", value_of(shifted(context.anchor, -1, "Y"), "Y"))


_BEFORE = r"(?:the )?(?:(?P<before><YEAR>)(?:'s)? )?(?:fiscal[ -])?"
_AFTER = (
    r"(?:,? (?:of |in )?(?:the )?(?:fiscal )?"
    r"(?:(?P<year><YEAR>)|(?P<which>last|previous|this|next) year))?"
)
#: "The second half of July" and of a game are no half years.
_HALF_OF = r"(?= of (?:the |its |last |this |next |previous |fiscal |calendar )*(?:year|<YEAR>))"
_ORDINAL = r"(?P<ordinal>first|second|third|fourth|[1-4](?:st|nd|rd|th))"

RULES = (
    Rule(
        "quarter",
        compiled(rf"{_BEFORE}{_ORDINAL} quarter{_AFTER}"),
        _quarter,
        needs=needed(r"quarter"),
    ),
    Rule(
        "quarter as adjective",
        compiled(rf"(?P<before>)(?:fiscal )?{_ORDINAL}-quarter{_AFTER}"),
        _quarter,
    ),
    Rule(
        "half",
        compiled(rf"{_BEFORE}(?P<ordinal>first|second|last|latter)[ -]half{_HALF_OF}{_AFTER}"),
        _half,
        needs=needed(r"half"),
    ),
    Rule(
        "latest quarter",
        compiled(
            r"(?:the (?P<which>latest|current)|(?:(?<=\bin\s)|(?<=\bfor\s)|(?<=during\s))the)"
            r" quarter|the latest period"
        ),
        _latest,
    ),
    Rule(
        "year-ago quarter",
        compiled(r"(?:the )?(?:comparable )?year-(?:ago|earlier) (?:quarter|period)"),
        _year_ago_quarter,
        compares=True,
    ),
    Rule(
        "year-ago figure",
        compiled(
            r"year-(?:ago|earlier)(?= (?:\w+ ){0,2}(?:results?|profits?|loss(?:es)?|net|sales|"
            r"revenues?|income|earnings|figures?|level|total))"
        ),
        _year_ago,
        compares=True,
    ),
    Rule(
        "business year",
        compiled(r"the (?:fiscal |financial |business )?year(?= (?:ended|ending) )"),
        lambda match, context: Meaning("DURATION", "P1Y"),
    ),
)
