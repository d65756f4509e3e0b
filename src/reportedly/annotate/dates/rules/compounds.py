"""Two parts that mean one time: "ten years ago today", "the night of May 3", "a week from today".

The second part makes the first more precise, or the first the second.
"""

from datetime import date

from reportedly.annotate.dates.granularity import shifted, value_of
from reportedly.annotate.dates.numbers import number_of
from reportedly.annotate.dates.rule import Context, Match, Meaning, Rule, needed
from reportedly.annotate.dates.rules.absolute import find_written_day
from reportedly.annotate.dates.rules.durations import ABOUT, duration_value
from reportedly.annotate.dates.rules.weekdays import find_weekday
from reportedly.annotate.dates.vocabulary import compiled, part_of_day, unit_of
from reportedly.calendar.names import weekday_of

#: Units in the order of their size.
_BY_SIZE = ("Y", "M", "W", "D", "TH", "TM", "TS")
_STEPS = {"today": 0, "tomorrow": 1, "yesterday": -1, "now": 0}


def _ago_today(match: Match, context: Context) -> Meaning | None:
    """ "A year ago this week": the same week of that year."""
    number, (unit, count) = number_of(match["number"]), unit_of(match["unit"])
    if number is None or unit.startswith("T") or number.denominator != 1:
        return None
    if match["weekday"]:
        start, precision = find_weekday(match["weekday"], "", context), "D"
    else:
        which = (match["which"] or "").lower()
        start = shifted(context.anchor, _STEPS.get(which, 0), "D")
        precision = unit_of(match["this"])[0] if match["this"] else "D"
    if unit in ("E", "C"):
        number, unit = number * (10 if unit == "E" else 100), "Y"
    day = shifted(start, -int(number) * count, unit)
    if match["weekday"] and unit != "W":
        # Ten years ago this Sunday was another day of the week.
        precision = "D"
    return Meaning("DATE", value_of(day, precision))


def _from_day(match: Match, context: Context) -> Meaning | None:
    number, (unit, count) = number_of(match["number"]), unit_of(match["unit"])
    if number is None or unit.startswith("T") or number.denominator != 1:
        return None
    start = shifted(context.anchor, _STEPS[match["which"].lower()], "D")
    return Meaning("DATE", value_of(shifted(start, int(number) * count, unit), "D"))


def _two_lengths(match: Match, context: Context) -> Meaning | None:
    """ "Two years and three months", where the second unit is the smaller one."""
    first, second = unit_of(match["unit"])[0], unit_of(match["smaller"])[0]
    if first not in _BY_SIZE or second not in _BY_SIZE:
        return None
    numbers = number_of(match["number"]), number_of(match["more"])
    if _BY_SIZE.index(first) >= _BY_SIZE.index(second) or None in numbers:
        return None
    large = duration_value(numbers[0], match["unit"])
    small = duration_value(numbers[1], match["smaller"])
    in_day = "T" in large
    return Meaning("DURATION", large + small.removeprefix("PT" if in_day else "P"))


_SIDES = {"before": -1, "after": 1}


def _beside_weekday(match: Match, context: Context) -> Meaning:
    """ "The day after Friday's vote": Saturday."""
    name, step = match["weekday"], _SIDES[match["side"].lower()]
    day = shifted(find_weekday(name, (match["which"] or "").lower(), context), step, "D")
    number = (weekday_of(name) + step) % 7 + 1
    return Meaning("DATE", value_of(day, "D") if day else f"XXXX-WXX-{number}")


def _beside_date(match: Match, context: Context) -> Meaning:
    value = find_written_day(match["month"], match["day"], match["year"], context)
    day = None if value.startswith("X") else date.fromisoformat(value)
    return Meaning("DATE", value_of(shifted(day, _SIDES[match["side"].lower()], "D"), "D"))


def _part_of_date(match: Match, context: Context) -> Meaning:
    value = find_written_day(match["month"], match["day"], match["year"], context)
    return Meaning("TIME", f"{value}T{part_of_day(match['part'])}")


_BESIDE = r"(?:the|a|one) day (?P<side>before|after) "
_NEEDS_BESIDE = needed(r"\bday\s+(?:before|after)\s")

RULES = (
    Rule(
        "day beside a weekday",
        compiled(rf"{_BESIDE}(?:(?P<which>last|next) )?(?P<weekday><WEEKDAY>)"),
        _beside_weekday,
        needs=_NEEDS_BESIDE,
    ),
    Rule(
        "day beside a date",
        compiled(
            rf"{_BESIDE}(?:the )?(?P<month><ANY_MONTH>) (?P<day><DAY>)(?:,? (?P<year><YEAR>))?"
        ),
        _beside_date,
        needs=_NEEDS_BESIDE,
    ),
    Rule(
        "ago today",
        compiled(
            rf"{ABOUT}(?P<number><NUMBER>) (?P<unit><UNIT>) ago,? "
            r"(?:(?P<which>today|yesterday|tomorrow)|this (?:(?P<this>week|month)"
            r"|(?:coming |past )?(?P<weekday><WEEKDAY>)))"
        ),
        _ago_today,
        needs=needed(r"\bago\b"),
    ),
    Rule(
        "from today",
        compiled(
            rf"{ABOUT}(?P<number><NUMBER>) (?P<unit><UNIT>) from "
            r"(?P<which>today|yesterday|tomorrow)"
        ),
        _from_day,
        needs=needed(r"\bfrom\s"),
    ),
    Rule(
        "two lengths",
        compiled(
            rf"{ABOUT}(?P<number><COUNT>|an?) (?P<unit><UNIT>)(?: and|,) "
            r"(?P<more><COUNT>|an?) (?P<smaller><UNIT>)(?! (?:ago|earlier|later|old|from)\b)"
        ),
        _two_lengths,
        needs=needed(r"(?:year|month|week|day|hour|minute)s?(?:\s+and|,)\s"),
    ),
    Rule(
        "part of a date",
        compiled(
            r"the (?:<EARLY> )?(?P<part>morning|afternoon|evening|night) of "
            r"(?P<month><ANY_MONTH>) (?P<day><DAY>)(?:,? (?P<year><YEAR>))?"
        ),
        _part_of_date,
        needs=needed(r"\bof\s"),
    ),
)
