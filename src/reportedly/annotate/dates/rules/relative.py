"""Times told from another: "yesterday", "last week", "three weeks ago", "four years later"."""

import math
import re
from datetime import date
from fractions import Fraction

from reportedly.annotate.dates.granularity import shifted, value_of
from reportedly.annotate.dates.numbers import number_of
from reportedly.annotate.dates.rule import Context, Match, Meaning, Rule, needed
from reportedly.annotate.dates.rules.durations import ABOUT, duration_value
from reportedly.annotate.dates.vocabulary import compiled, season_of, unit_of
from reportedly.calendar import weekday_until

_DAYS = {
    "yesterday": -1, "today": 0, "tomorrow": 1, "the day before yesterday": -2,
    "day before yesterday": -2, "the day after tomorrow": 2, "day after tomorrow": 2,
    "this day": 0,
}  # fmt: skip
_STEPS = {
    "last": -1, "this past": -1, "past": -1, "previous": -1, "this": 0, "current": 0,
    "the": 0, "that": 0, "same": 0, "next": 1, "coming": 1, "following": 1, "upcoming": 1,
    "prior": -1, "preceding": -1,
}  # fmt: skip
#: These count from the day the text speaks of, not from the article's.
_FROM_REFERENCE = {"previous", "prior", "preceding", "that", "same", "following"}
#: "That day", "the next day" are told from the last day, not from a month or a year.
_FROM_TOLD = _FROM_REFERENCE | {"next"}


def _day(match: Match, context: Context) -> Meaning:
    step = _DAYS[" ".join(match["day"].lower().split())]
    return Meaning("DATE", value_of(shifted(context.anchor, step, "D"), "D"))


def _which(match: Match) -> str:
    words = match["which"].lower().replace("very", "").split()
    return "this past" if words == ["this", "past"] else words[-1]


def _start(which: str, context: Context) -> date | None:
    return context.reference if which in _FROM_REFERENCE else context.anchor


def _unit(match: Match, context: Context) -> Meaning | None:
    which, (unit, count) = _which(match), unit_of(match["unit"])
    if unit == "WE":
        return _weekend(which, context)
    if unit.startswith("T"):
        return None
    if which == "past" and unit in ("E", "C"):
        # The past decade has no bounds on the calendar.
        return Meaning("DURATION", duration_value(Fraction(1), match["unit"]))
    step = _STEPS[which] * count
    if which == "next" and match["which"].lower().startswith("the "):
        start = context.reference
    else:
        start = _start(which, context)
    if unit == "D" and which in _FROM_TOLD:
        start = context.day_told
    return Meaning("DATE", value_of(shifted(start, step, unit), unit))


def _weekend(which: str, context: Context) -> Meaning:
    anchor = context.anchor
    if anchor is None:
        return Meaning("DATE", value_of(None, "WE"))
    if which in ("last", "this past", "past", "the") and not context.ahead:
        return Meaning("DATE", value_of(weekday_until(anchor, 5), "WE"))
    return Meaning("DATE", value_of(shifted(anchor, _STEPS[which], "W"), "WE"))


_SEASON_MONTHS = 3


def _season(match: Match, context: Context) -> Meaning | None:
    code, anchor = season_of(match["season"]), context.anchor
    if match["year"]:
        year_told = match["year"]
        if year_told.lower().endswith("year"):
            step = {"last": -1, "this": 0, "next": 1}[year_told.split()[0].lower()]
            year_told = value_of(shifted(anchor, step, "Y"), "Y")
        return Meaning("DATE", f"{year_told}-{code}")
    which = (match["which"] or "").lower().split()
    if anchor is None:
        return Meaning("DATE", f"XXXX-{code}")
    begins = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}[code]
    year = anchor.year
    if which == ["that"]:
        return Meaning("DATE", f"{value_of(context.reference, 'Y')}-{code}")
    if which[:1] == ["last"] or (which[-1:] in (["past"], ["the"], []) and not context.ahead):
        # A season that has not begun, or runs now, cannot be the last one, …
        if which[:1] != ["last"] and context.direction is None and anchor.month == begins - 1:
            # … but where nothing looks back, what is about to begin is meant.
            return Meaning("DATE", f"{year:04d}-{code}")
        year -= begins + (2 if which[:1] == ["last"] else 0) >= anchor.month
    elif which[:1] == ["next"] or (context.ahead and which[:1] != ["this"]):
        year += begins <= anchor.month
    elif context.ahead:
        # "Their child is expected this summer", in December: the next one.
        year += begins + _SEASON_MONTHS <= anchor.month
    return Meaning("DATE", f"{year:04d}-{code}")


def _ago(match: Match, context: Context) -> Meaning:
    number, (unit, count) = number_of(match["number"]), unit_of(match["unit"])
    if number is None:
        return Meaning("DATE", "PAST_REF")
    if unit.startswith("T"):
        return Meaning("TIME", duration_value(number, match["unit"]))
    if _is_one_year(number, unit, count) and (period := _compared(match, context)):
        return Meaning("DATE", period)
    return _counted(context.anchor, -number * count, unit)


#: Figures just before "a year ago" say that a period is compared with the same one then.
_FIGURES = re.compile(
    r"[$£€#%]|\b(?:cents|a share|percent|per cent|million|billion)\b"
    r"|\b(?:than|from|with|versus)\s+\Z"
)
_FIGURES_CHARS = 60


def _is_one_year(number: Fraction, unit: str, count: int) -> bool:
    return unit == "Y" and number * count == 1


def _half_ago(match: Match, context: Context) -> Meaning | None:
    """ "A year and a half ago", "two and a half years ago"."""
    number = number_of(match["number"] or match["numbers"])
    unit, count = unit_of(match["unit"] or match["units"])
    if number is None or unit.startswith("T"):
        return None
    return _counted(context.anchor, -(number + Fraction(1, 2)) * count, unit)


def _compared(match: Match, context: Context) -> str | None:
    """The same quarter, else the year, of the year before, for "from $3 million a year ago"."""
    before = match.string[max(0, match.start() - _FIGURES_CHARS) : match.start()]
    opens = before.rstrip()[-1:] in (".", "") and match[0][:1].isupper()
    figures = _FIGURES.search(before)
    if context.quarter is not None and (opens or figures):
        year, quarter = context.quarter.split("-")
        return f"{int(year) - 1:04d}-{quarter}"
    # Without any period "a year earlier" is told from what the text speaks of.
    told = figures and context.period is not None
    return value_of(shifted(context.anchor, -1, "Y"), "Y") if told else None


def _counted(start: date | None, number: Fraction, unit: str) -> Meaning:
    """`number` units from `start`, as precise as the unit; halves of a unit go to the month."""
    if unit == "Y" and number != int(number):
        return Meaning("DATE", value_of(shifted(start, round(number * 12), "M"), "M"))
    if unit in ("E", "C"):
        number, unit = number * (10 if unit == "E" else 100), "Y"
    if abs(number) > 9_999:
        return Meaning("DATE", value_of(None, unit))
    return Meaning("DATE", value_of(shifted(start, math.floor(number), unit), unit))


def _from_reference(match: Match, context: Context) -> Meaning:
    """ "four years later", "a week earlier": from the day that the text has last spoken of."""
    number, (unit, count) = number_of(match["number"]), unit_of(match["unit"])
    back = match["side"].lower() in ("earlier", "previously", "prior")
    if number is None and back:
        return Meaning("DATE", "PAST_REF")
    if number is None or unit.startswith("T"):
        # "A few days later": so long after what has been told.
        return Meaning("DURATION", duration_value(number, match["unit"]))
    if back and _is_one_year(number, unit, count) and (period := _compared(match, context)):
        return Meaning("DATE", period)
    start = context.reference
    if not back and start == context.anchor and not context.ahead:
        # "Five years later" where nothing has been told: so long after something.
        return Meaning("DURATION", duration_value(number, match["unit"]))
    if unit == "D" and start != context.day_told:
        # "Four days later" after "in February" is no day that anybody can name.
        start = None
    return _counted(start, (-1 if back else 1) * number * count, unit)


def _from_now(match: Match, context: Context) -> Meaning:
    number, (unit, count) = number_of(match["number"]), unit_of(match["unit"])
    if number is None or unit.startswith("T"):
        return Meaning("DATE", "FUTURE_REF")
    return _counted(context.anchor, number * count, unit)


def _end(match: Match, context: Context) -> Meaning:
    """ "the end of the year", "later this month": as precise as the unit."""
    which = (match["which"] or "this").lower().split()[-1]
    unit = unit_of(match["unit"])[0]
    step = _STEPS.get(which, 0)
    return Meaning("DATE", value_of(shifted(_start(which, context), step, unit), unit))


def _day_beside(match: Match, context: Context) -> Meaning:
    """ "The day before": beside the day that the text has last spoken of."""
    step = -1 if match["side"].lower() == "before" else 1
    return Meaning("DATE", value_of(shifted(context.day_told, step, "D"), "D"))


def _unit_beside(match: Match, context: Context) -> Meaning:
    """ "The year before": beside the one that the text has last spoken of."""
    step = 1 if match["side"].lower() == "after" else -1
    unit = unit_of(match["unit"])[0]
    return Meaning("DATE", value_of(shifted(context.reference, step, unit), unit))


def _before_last(match: Match, context: Context) -> Meaning:
    unit = unit_of(match["unit"])[0]
    step = -2 if match["side"].lower().startswith("before") else 2
    moved = shifted(context.anchor, step, "W" if unit == "WE" else unit)
    return Meaning("DATE", value_of(moved, unit))


def _same_last_year(match: Match, context: Context) -> Meaning:
    unit = unit_of(match["unit"])[0]
    return Meaning("DATE", value_of(shifted(context.reference, -1, "Y"), unit))


def _day_told(match: Match, context: Context) -> Meaning:
    return Meaning("DATE", value_of(context.day_told, "D"))


def _business_year(match: Match, context: Context) -> Meaning:
    """ "The latest fiscal year" is the one before; without such a word it runs."""
    return Meaning("DATE", value_of(shifted(context.anchor, -1 if match["which"] else 0, "Y"), "Y"))


def _year_end(match: Match, context: Context) -> Meaning:
    return Meaning("DATE", match["year"] or value_of(context.anchor, "Y"))


_SIDE = r"(?P<side>earlier|later|previously|prior(?! to)|afterwards?)"
_WHICH = (
    r"(?P<which>last|next|this past|this coming|this|that same|that very|that"
    r"|the very same|the very next|the same|the current"
    r"|the previous|the prior|the preceding|the following|the next|the coming|the upcoming"
    r"|the past|this current)"
)
_PART = r"(?:(?:the )?(?:beginning|start|middle|end|close|rest|remainder|course) of"

RULES = (
    Rule(
        "day word",
        compiled(
            r"(?:<EARLY> )?(?P<day>(?:the )?day (?:before yesterday|after tomorrow)"
            r"|yesterday|(?<!USA\s)(?<!Russia\s)(?<!India\s)(?<!Psychology\s)(?<!History\s)today"
            r"(?! show\b)|tomorrow|this day)"
        ),
        _day,
    ),
    Rule(
        "unit",
        compiled(
            rf"(?:{_PART}|<EARLY>(?: in)?|during|sometime) )?{_WHICH} "
            r"(?:fiscal |calendar |school |academic )?"
            r"(?P<unit>week(?:end)?|month|quarter|year|decade|century|day)(?! old\b|-)"
        ),
        _unit,
    ),
    Rule(
        "business year told",
        compiled(
            r"the (?P<which>latest |last |most recent )?(?:fiscal|financial|business) year"
            r"(?! (?:ended|ending|that|beginning|to|of|<YEAR>)\b)"
        ),
        _business_year,
        needs=needed(r"fiscal|financial|business"),
    ),
    Rule("weekend", compiled(r"(?P<which>the) (?P<unit>weekend)"), _unit),
    Rule(
        "season",
        compiled(
            r"(?:<EARLY>[ -])?(?:(?P<which>last|next|this past|this coming|this|that|the coming"
            r"|the) )"
            r"(?:<EARLY>[ -])?(?P<season><SEASON>)"
            r"(?:(?: of)? (?P<year><YEAR>|(?:last|this|next) year))?(?! of\b)"
        ),
        _season,
        needs=needed(r"spring|summer|autumn|fall|winter"),
    ),
    Rule(
        "season of a year",
        compiled(r"(?:<EARLY>[ -])?(?P<which>)(?P<season><SEASON>)(?: of|,)? (?P<year><YEAR>)"),
        _season,
        needs=needed(r"spring|summer|autumn|fall|winter"),
    ),
    Rule(
        "season alone",
        compiled(r"(?:(?<=\bin\s)|(?<=\bby\s))(?P<which>)(?P<season><SEASON>)(?P<year>)"),
        _season,
    ),
    Rule(
        "ago",
        compiled(rf"{ABOUT}(?P<number><NUMBER>) (?P<unit><UNIT>) ago"),
        _ago,
        needs=needed(r"\bago\b"),
        compares=True,
    ),
    Rule(
        "half more ago",
        compiled(
            rf"{ABOUT}(?:(?P<number>an?|one) (?P<unit><UNIT>) and a half"
            r"|(?P<numbers><COUNT>) and a half (?P<units><UNIT>)) ago"
        ),
        _half_ago,
        needs=needed(r"and\s+a\s+half"),
    ),
    Rule(
        "vague ago",
        compiled(
            rf"{ABOUT}(?P<unit>years|months|weeks|days|decades|centuries) (?:ago|earlier)"
            r"|(?:not (?:so |too |very )?)?long ago|(?:a (?:little |short |long )?while"
            r"|(?:a (?:long|short) |some )time) ago|the other (?:day|week|night|month)"
        ),
        lambda match, context: Meaning("DATE", "PAST_REF"),
        needs=needed(r"\bago\b|earlier|the\s+other"),
    ),
    Rule(
        "from the time told",
        compiled(rf"{ABOUT}(?P<number><NUMBER>) (?:full )?(?P<unit><UNIT>) {_SIDE}"),
        _from_reference,
        needs=needed(r"earlier|later|previously|prior|afterward"),
        compares=True,
    ),
    Rule(
        "from now",
        compiled(rf"{ABOUT}(?P<number><NUMBER>) (?P<unit><UNIT>) (?:from now|hence)"),
        _from_now,
        needs=needed(r"from\s+now|hence"),
    ),
    Rule(
        "part of a unit",
        compiled(
            rf"(?:{_PART}|<EARLY> in) (?P<which>the|this|last|next|that) )"
            r"(?P<unit>week|month|quarter|year|decade|century)"
        ),
        _end,
        needs=needed(r"\b(?:in|of)\s+(?:the|this|last|next|that)\s"),
    ),
    Rule(
        "unit that runs",
        compiled(
            r"(?:(?<=\bof\s)|(?<=\bfor\s)|(?<=during\s)|(?<=\bover\s)|(?<=\bin\s)"
            r"|(?<=throughout\s))(?P<which>the) (?P<unit>week|month|year)"
            # "The year ended in May", "the week of the vote", "the year that she left": others.
            r"(?!-| (?:of|ended|ending|that|when|which|in|since|before|after|prior|following|to|he"
            r"|she|they|it|we|i|\d+|ago|long|old|end)\b)"
        ),
        _unit,
        needs=needed(r"\bthe\s+(?:week|month|year)"),
    ),
    Rule(
        "day beside the day told",
        compiled(
            r"the (?:very )?(?P<unit>day) (?P<side>before|after)(?=[.,;:?!\")]| (?:at|in|on|and)\b)"
        ),
        _day_beside,
        needs=needed(r"the\s+(?:very\s+)?day"),
    ),
    Rule(
        "unit beside the unit told",
        compiled(
            r"the (?P<unit>week|month|year|decade) (?P<side>before|after|earlier)"
            r"(?=[.,;:?!\")]| (?:at|in|on|and|to)\b)"
        ),
        _unit_beside,
        needs=needed(r"the\s+(?:week|month|year|decade)"),
    ),
    Rule(
        "unit before last",
        compiled(r"the (?P<unit>week(?:end)?|month|year) (?P<side>before last|after next)"),
        _before_last,
        needs=needed(r"before\s+last|after\s+next"),
    ),
    Rule(
        "same unit of last year",
        compiled(
            r"the (?:same|corresponding|comparable) (?P<unit>week|month|quarter)"
            r"(?: of)? (?:last year|a year (?:ago|earlier|before)|the (?:previous|prior) year)"
        ),
        _same_last_year,
        needs=needed(r"same|corresponding|comparable"),
        compares=True,
    ),
    Rule("day told", compiled(r"(?:earlier|later|late|early) in the day"), _day_told),
    Rule(
        "year end",
        compiled(r"(?:around )?(?:the )?year(?:'s|s)?[ -]end(?:,? (?:of )?(?P<year><YEAR>))?"),
        _year_end,
    ),
)
