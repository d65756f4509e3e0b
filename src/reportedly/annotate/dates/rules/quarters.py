"""Quarters and halves of years: "the third quarter", "fiscal 2019", "the first half of 2010"."""

from datetime import date

from reportedly.annotate.dates.granularity import shifted, value_of
from reportedly.annotate.dates.numbers import ordinal_of
from reportedly.annotate.dates.rule import Context, Match, Meaning, Rule, needed
from reportedly.annotate.dates.vocabulary import compiled
from reportedly.calendar.names import month_of

_YEARS = {
    "last": -1, "previous": -1, "prior": -1, "year-earlier": -1, "year-ago": -1, "this": 0,
    "the": 0, "next": 1,
}  # fmt: skip
#: Who will close a sale in "the second quarter" means the next one when that of this year is over
#: for longer; the one just over is still to be reported on.
_REPORTED_QUARTERS = 2


def _beside(match: Match) -> str | None:
    parts = match.groupdict()
    return parts.get("whose") or parts.get("compared")


def _year(match: Match, context: Context) -> str | None:
    """The year written beside it, or told from the article's: "of last year"."""
    if match["year"] or match["before"]:
        return str(match["year"] or match["before"])
    which = (match["which"] or _beside(match) or "").lower()
    step = _YEARS.get(which)
    return None if step is None else value_of(shifted(context.anchor, step, "Y"), "Y")


def _quarter(match: Match, context: Context) -> Meaning | None:
    parts = match.groupdict()
    ordinal = (parts["ordinal"] or parts["first"]).lower()
    number = 4 if ordinal in ("final", "last") else ordinal_of(ordinal)
    if number > 4:
        return None
    year, anchor = _year(match, context), context.anchor
    if year is None and anchor is not None:
        # The last one that has begun, or the next when the text looks ahead.
        begun = 3 * number - 2 <= anchor.month
        over = (anchor.month + 2) // 3 - number >= _REPORTED_QUARTERS
        step = int(over) if context.ahead else int(begun) - 1
        year = str(anchor.year + step)
    return Meaning("DATE", f"{year or 'XXXX'}-Q{number}")


def _half(match: Match, context: Context) -> Meaning:
    number = {"first": 1, "second": 2, "last": 2, "latter": 2}[match["ordinal"].lower()]
    year = _year(match, context) or value_of(context.anchor, "Y")
    return Meaning("DATE", f"{year}-H{number}")


def _latest(match: Match, context: Context) -> Meaning:
    """The quarter that companies report on is the one that has just ended."""
    now = (match["which"] or "").lower() == "current"
    return Meaning("DATE", value_of(shifted(context.anchor, 0 if now else -1, "Q"), "Q"))


def _ended(match: Match, context: Context) -> Meaning | None:
    """ "The quarter ended July 31": the one that most of these three months lie in."""
    month, anchor = month_of(match["month"]), context.anchor
    if match["year"]:
        end = date(int(match["year"]), month, 1)
    elif anchor is None:
        return None
    else:
        years = -1 if month > anchor.month and match["side"].lower() == "ended" else 0
        years += month < anchor.month and match["side"].lower() == "ending"
        end = date(anchor.year + years, month, 1)
    return Meaning("DATE", value_of(shifted(end, -1, "M"), "Q"))


def _quarter_of_year(match: Match, context: Context) -> Meaning:
    """ "The 2015 quarter": of that year, the one that was spoken of."""
    quarter = context.quarter
    return Meaning("DATE", match["year"] + (f"-{quarter[-2:]}" if quarter else ""))


def _year_ago_quarter(match: Match, context: Context) -> Meaning:
    return Meaning("DATE", value_of(shifted(context.anchor, -5, "Q"), "Q"))


def _quarter_a_year_ago(match: Match, context: Context) -> Meaning:
    """The quarter spoken of, a year before; else that of the one that has just ended."""
    told = context.quarter is not None
    return _year_ago(match, context) if told else _year_ago_quarter(match, context)


def _year_ago(match: Match, context: Context) -> Meaning:
    """ "Year-earlier profit": of the same quarter when one was spoken of, else of the year."""
    if context.quarter is not None:
        year, quarter = context.quarter.split("-")
        return Meaning("DATE", f"{int(year) - 1:04d}-{quarter}")
    return Meaning("DATE", value_of(shifted(context.anchor, -1, "Y"), "Y"))


_PART = r"(?:(?:the )?(?:beginning|start|middle|end|close|rest|course) of )?"
_BEFORE = (
    rf"{_PART}(?:the )?(?:(?P<before><YEAR>)(?:'s)? "
    r"|(?P<whose>last|this|next|(?<=the\s)(?:previous|prior)) year's "
    r"|(?<=the\s)(?P<compared>year-(?:earlier|ago)) )?(?:fiscal[ -])?"
)
_AFTER = (
    r"(?:,? (?:of |in )?(?:the )?(?:fiscal )?"
    r"(?:(?P<year><YEAR>)|(?P<which>last|previous|this|next) year))?"
)
#: "The second half of July" and of a game are no half years.
_HALF_OF = r"(?= of (?:the |its |last |this |next |previous |fiscal |calendar )*(?:year|<YEAR>))"
_ORDINAL = (
    r"(?P<ordinal>first|second|third|fourth|[1-4](?:st|nd|rd|th)"
    r"|(?:final|last)(?= quarter of (?:(?:the|this|last|fiscal) )*(?:year|<YEAR>)))"
)

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
        "quarter in short",
        compiled(
            r"(?-i:(?P<before>)(?:Q(?P<ordinal>[1-4])|(?P<first>[1-4])Q))"
            r"(?:,? (?:of )?(?:fiscal )?(?P<year><YEAR>)|(?P<which>)(?!\w))"
        ),
        _quarter,
        needs=needed(r"Q[1-4]|[1-4]Q"),
    ),
    Rule(
        "half",
        compiled(
            rf"{_BEFORE}(?P<ordinal>first|second|last|latter)[ -]half{_HALF_OF}"
            rf"(?: of the (?:fiscal |calendar )?year(?! <YEAR>)|{_AFTER})"
        ),
        _half,
        needs=needed(r"half"),
    ),
    Rule(
        "quarter that ended",
        compiled(
            r"(?:the )?quarter(?= (?P<side>ended|ending) (?P<month><ANY_MONTH>)"
            r"(?: <DAY>)?(?:,? (?P<year><YEAR>))?)"
        ),
        _ended,
        needs=needed(r"quarter\s+end"),
    ),
    Rule(
        "quarter of a year told",
        compiled(r"the (?P<year><YEAR>) (?:quarter|period)"),
        _quarter_of_year,
        needs=needed(r"quarter|period"),
        compares=True,
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
        "quarter a year ago",
        compiled(r"the (?:same |comparable )?quarter (?:a|one) year (?:ago|earlier)"),
        _quarter_a_year_ago,
        needs=needed(r"quarter\s"),
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
