"""Lengths of time: "for the past six weeks", "two and a half years", "a three-day visit".

Ages ("43 years old") are no expressions of time in TimeML's corpora; `annotate.facts` reads them.
"""

import re
from fractions import Fraction

from reportedly.annotate.dates.numbers import WORDS, number_of
from reportedly.annotate.dates.rule import Context, Match, Meaning, Rule, needed
from reportedly.annotate.dates.vocabulary import UNIT_STEMS, compiled, unit_of

ABOUT = r"(?:<ABOUT> )?"
#: A half of a unit in whole smaller ones, where that is what people mean.
_HALVES = {"Y": (6, "M"), "TH": (30, "TM"), "TM": (30, "TS")}
_IN_YEARS = {"E": 10, "C": 100}


def duration_value(number: Fraction | None, unit_name: str) -> str:
    """The TIMEX value of `number` units ("P2Y6M", "PT3H"); X stands for a vague number."""
    unit, count = unit_of(unit_name)
    if unit == "WE":
        unit, count = "D", 2
    if number is None:
        return f"P{'T' if unit[0] == 'T' else ''}X{unit[-1]}"
    number *= count
    if unit in _IN_YEARS:
        number, unit = number * _IN_YEARS[unit], "Y"
    whole, rest = divmod(number, 1)
    if rest == Fraction(1, 2) and unit in _HALVES:
        half, smaller = _HALVES[unit]
        first = f"{whole}{unit[-1]}" if whole else ""
        return f"P{'T' if unit[0] == 'T' else ''}{first}{half}{smaller[-1]}"
    shown = str(whole) if not rest else f"{float(number):.2f}".rstrip("0")
    return f"P{'T' if unit[0] == 'T' else ''}{shown}{unit[-1]}"


#: "60 miles an hour" is no time.
_SPEED = re.compile(r"\b(?:miles|kilomet(?:er|re)s|feet|knots|km)\s+\Z", re.IGNORECASE)
_SPEED_CHARS = 16
#: "Three tons a year", "hundreds of calls a day" come back every year and day.
_RATE = re.compile(
    rf"(?<![\w.,-])(?:\d[\d,.]*|{WORDS}|(?:dozens|hundreds|thousands|scores)\s+of)\s+[a-z]+s\s+\Z",
    re.IGNORECASE,
)
_RATE_CHARS = 40


def _counted(match: Match, context: Context) -> Meaning | None:
    if match["number"].lower() in ("a", "an") and match["unit"].lower().endswith("s"):
        # "A decades-long war" has no number.
        return None
    if _SPEED.search(match.string, max(0, match.start() - _SPEED_CHARS), match.start()):
        return None
    value = duration_value(number_of(match["number"]), match["unit"])
    if match["number"].lower() in ("a", "an") and _RATE.search(
        match.string, max(0, match.start() - _RATE_CHARS), match.start()
    ):
        return Meaning("SET", value)
    return Meaning("DURATION", value)


def _and_a_half(match: Match, context: Context) -> Meaning:
    number = number_of(match["number"])
    half = None if number is None else number + Fraction(1, 2)
    return Meaning("DURATION", duration_value(half, match["unit"]))


def _half_more_hours(match: Match, context: Context) -> Meaning:
    number = number_of(match["number"] or match["numbers"])
    half = None if number is None else number + Fraction(1, 2)
    return Meaning("DURATION", duration_value(half, match["unit"] or match["units"]))


def _one(match: Match, context: Context) -> Meaning:
    unit = match["unit"] or match["more"]
    return Meaning("DURATION", duration_value(Fraction(1), unit))


def _vague(match: Match, context: Context) -> Meaning:
    return Meaning("DURATION", duration_value(None, match["unit"]))


_SPAN = r"(?:(?:all |each |much |most |some )?(?:of )?(?:the|these|those|its|his|her|their) )"
_WHICH = r"(?:(?:last|past|next|first|coming|previous|following|final|latest|opening|preceding) )"
_MORE = r"(?:(?:more|additional|consecutive|straight|full|further|long|solid|whole|other|extra) )"
#: After a unit these make a point in time of it, or an age, which have rules of their own.
_NOT_POINT = r"(?![ -](?:ago|earlier|later|from now|hence|old)\b|-long\b)"

RULES = (
    Rule(
        "counted",
        compiled(
            rf"{ABOUT}{_SPAN}?{_WHICH}?{ABOUT}(?P<number><NUMBER>) {_MORE}?(?P<unit><UNIT>)"
            rf"{_NOT_POINT}"
        ),
        _counted,
        needs=needed(UNIT_STEMS),
    ),
    Rule(
        "hyphenated",
        compiled(r"(?P<number><COUNT>)-(?P<unit><ONE_UNIT>)(?:-long)?(?!-old| old)"),
        _counted,
        needs=needed("-" + UNIT_STEMS),
    ),
    Rule(
        "number and a half",
        compiled(
            rf"{ABOUT}{_SPAN}?{_WHICH}?(?P<number><COUNT>) and a half (?P<unit><UNIT>){_NOT_POINT}"
        ),
        _and_a_half,
        needs=needed(r"and\s+a\s+half"),
    ),
    Rule(
        "unit and a half",
        compiled(rf"{ABOUT}(?P<number>an?|one) (?P<unit><UNIT>) and a half{_NOT_POINT}"),
        _and_a_half,
        needs=needed(r"and\s+a\s+half"),
    ),
    Rule(
        "half more hours later",
        compiled(
            rf"{ABOUT}(?:(?P<number>an?|one) (?P<unit>minute|hour) and a half"
            r"|(?P<numbers><COUNT>) and a half (?P<units>minutes|hours))"
            r"(?= (?:ago|later|earlier)\b)"
        ),
        _half_more_hours,
        needs=needed(r"and\s+a\s+half"),
    ),
    Rule(
        "one unit",
        compiled(
            r"(?:(?:the (?:last|past|next)|(?:the|an?|one) (?:full|entire|whole)) "
            r"(?P<unit>hour|day|week|month|year|decade|century)"
            # "Just another day" is no length.
            r"|another (?P<more>hour|week|month|year|decade))"
        ),
        _one,
    ),
    Rule(
        "unit long",
        compiled(r"(?P<unit>hour|day|night|week|weekend|month|year|decade|century)[ -]?long"),
        _one,
    ),
    Rule(
        "half an hour",
        compiled(r"half[ -]hour(?:[ -]long)?(?= [a-z])"),
        lambda match, context: Meaning("DURATION", "PT30M"),
        needs=needed(r"half[\s-]hour"),
    ),
    Rule("all of a unit", compiled(r"all (?P<unit>day|week|month|year)(?: long)?"), _one),
    Rule(
        "units long",
        compiled(r"(?P<unit>hours|days|weeks|months|years|decades|centuries)-long"),
        _vague,
    ),
    Rule(
        "some time later",
        compiled(
            r"(?:(?:just|only|mere|many|a few|several) )?"
            r"(?P<unit>minutes|hours|days|weeks|months|years|decades) later"
        ),
        _vague,
        needs=needed(r"later"),
    ),
    Rule(
        "units before or after",
        # "The days before the vote" name a time; "hours after it" is so long after it.
        compiled(
            r"(?<!the\s)(?<!first\s)(?<!last\s)(?<!final\s)(?:(?:just|only|mere|barely) )?"
            r"(?P<unit>minutes|hours|days|weeks|months|years|decades)(?= (?:before|after)\b)"
        ),
        _vague,
        needs=needed(r"before|after"),
    ),
    Rule(
        "vague",
        compiled(
            r"(?:many |several |some )?(?P<unit>minutes|hours|days|weeks|months|years|decades"
            rf"|centuries)(?: (?:or|and) (?:weeks|months|years|decades))?{_NOT_POINT}"
            # "The days before the vote" name a time, and "minutes apart" none on the calendar.
            r"(?! (?:before|after|apart)\b)"
        ),
        _vague,
    ),
)
