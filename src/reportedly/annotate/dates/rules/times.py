"""Times of day: "10 p.m. Wednesday", "14:30 GMT", "this morning", "last night", "noon"."""

import re
from datetime import date

from reportedly.annotate.dates.granularity import shifted, value_of
from reportedly.annotate.dates.numbers import number_of
from reportedly.annotate.dates.rule import Context, Match, Meaning, Rule, needed
from reportedly.annotate.dates.rules.weekdays import find_weekday
from reportedly.annotate.dates.vocabulary import compiled, part_of_day
from reportedly.calendar.names import month_of

_NAMED = {"noon": "12:00", "midday": "12:00", "midnight": "24:00"}


def _day_of(match: Match, context: Context) -> date | None:
    """The day named beside the time, else the article's."""
    words = (match["day"] or "").lower().split()
    if not words:
        return context.day_near or context.anchor
    if words[-1] in ("today", "tonight") or words[0] == "this":
        return context.anchor
    if words[-1] in ("yesterday", "tomorrow"):
        return shifted(context.anchor, -1 if words[-1] == "yesterday" else 1, "D")
    if match["weekday"]:
        return find_weekday(match["weekday"], "", context)
    if context.anchor is None:
        return None
    number = int("".join(c for c in match["date"] if c.isdigit()))
    try:
        return date(context.anchor.year, month_of(match["month"]), number)
    except ValueError:
        return None


def _clock(match: Match, context: Context) -> Meaning | None:
    hour, minute = int(match["hour"]), int(match["minute"] or 0)
    half = (match["half"] or "").lower()[:1]
    if hour > 23 or minute > 59 or (half and hour > 12):
        return None
    if half:
        hour = hour % 12 + (12 if half == "p" else 0)
    return Meaning("TIME", f"{value_of(_day_of(match, context), 'D')}T{hour:02d}:{minute:02d}")


#: "Luke 11:45", "beat Orland 12:10": what stands behind a name is a verse or a score.
_NAME_BEFORE = re.compile(
    r"\b(?!At|By|From|Until|Around|About|Before|After|On|The|Posted|Updated|Published|Time"
    r"|[A-Z][a-z]+day\b|May\b|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[A-Z][a-z]+ \Z"
)
#: No such name is longer.
_NAME_CHARS = 20


def _clock_of_a_day(match: Match, context: Context) -> Meaning | None:
    start = match.start()
    if not match["day"] and _NAME_BEFORE.search(match.string, max(0, start - _NAME_CHARS), start):
        return None
    return _clock(match, context)


def _clock_in_part(match: Match, context: Context) -> Meaning | None:
    hour, minute = int(match["hour"]), int(match["minute"] or 0)
    if not 0 < hour <= 12 or minute > 59:
        return None
    early = match["half"] == "morning" or (match["night"] and hour in (12, 1, 2, 3))
    hour = hour % 12 + (0 if early else 12)
    return Meaning("TIME", f"{value_of(_day_of(match, context), 'D')}T{hour:02d}:{minute:02d}")


def _spelt_clock(match: Match, context: Context) -> Meaning | None:
    number = number_of(match["hour"])
    if number is None or not 0 < number <= 12 or number.denominator != 1:
        return None
    half = (match["half"] or "").lower()
    hour = int(number) % 12 + 12 if half and half != "morning" else int(number)
    return Meaning("TIME", f"{value_of(_day_of(match, context), 'D')}T{hour:02d}:00")


def _early_hours(match: Match, context: Context) -> Meaning:
    if match["weekday"]:
        day = find_weekday(match["weekday"], "", context)
    else:
        day = context.day_near or context.anchor
    return Meaning("TIME", f"{value_of(day, 'D')}TMO")


def _part_near(match: Match, context: Context) -> Meaning:
    day = context.day_near or context.anchor
    return Meaning("TIME", f"{value_of(day, 'D')}T{part_of_day(match['part'])}")


def _named(match: Match, context: Context) -> Meaning:
    value = value_of(_day_of(match, context), "D")
    return Meaning("TIME", f"{value}T{_NAMED[match['name'].lower()]}")


def _part(match: Match, context: Context) -> Meaning:
    which = " ".join(match["which"].lower().split())
    step = {
        "last": -1,
        "yesterday": -1,
        "tomorrow": 1,
        "today": 0,
        "this": 0,
        "that": 0,
        "the next": 1,
        "the following": 1,
        "the previous": -1,
    }
    told = which == "that" or which.startswith("the ")
    start = context.reference if told else context.anchor
    day = shifted(start, step.get(which, 0), "D")
    return Meaning("TIME", f"{value_of(day, 'D')}T{part_of_day(match['part'])}")


def _part_before(match: Match, context: Context) -> Meaning:
    day = shifted(context.day_told, -1, "D")
    return Meaning("TIME", f"{value_of(day, 'D')}T{part_of_day(match['part'])}")


def _tonight(match: Match, context: Context) -> Meaning:
    return Meaning("TIME", f"{value_of(context.anchor, 'D')}TNI")


def _the_part(match: Match, context: Context) -> Meaning:
    day = context.reference
    return Meaning("TIME", f"{value_of(day, 'D')}T{part_of_day(match['part'])}")


_ZONE_NAME = (
    r"(?:EST|EDT|CST|CDT|MST|MDT|PST|PDT|ET|CT|MT|PT|GMT|BST|UTC|CET|local time"
    r"|(?:Eastern|Central|Mountain|Pacific)(?: (?:standard|daylight))?(?: time)?)"
)
_ZONE = rf"(?: ?\({_ZONE_NAME}\)| ?{_ZONE_NAME})?"
_DAY = (
    # Agencies put the universal time in between: "at 10:35 a.m. (0735 GMT) Friday".
    r"(?:(?: \(\d\d:?\d\d (?:GMT|UTC)\))?,? (?:on )?"
    r"(?P<day>(?:<EARLY> )?(?:today|tonight|yesterday|tomorrow)"
    r"|this (?:morning|afternoon|evening)"
    r"|(?P<weekday><WEEKDAY>)"
    r"|(?P<month><ANY_MONTH>) (?P<date><DAY>)))?"
)
_HALF = r"(?P<half>[ap]\.?m\b\.?)"

RULES = (
    Rule(
        "clock",
        compiled(
            r"(?:<ABOUT> |shortly (?:before|after) )?"
            rf"(?P<hour>\d\d?)(?:[:.](?P<minute>\d\d))? ?{_HALF}{_ZONE}{_DAY}",
            whole_words=False,
        ),
        _clock,
        needs=needed(r"\d\s?[ap]\.?m\b"),
    ),
    Rule(
        "24-hour clock",
        compiled(
            rf"(?<![\d:.$])(?P<hour>[01]?\d|2[0-3]):(?P<minute>[0-5]\d)(?P<half>)(?![\d:]){_ZONE}{_DAY}"
        ),
        _clock_of_a_day,
    ),
    Rule(
        "clock in a part of the day",
        compiled(
            rf"(?:<ABOUT> )?(?P<hour>\d\d?)(?::(?P<minute>\d\d))?(?: o'clock)? (?:in the "
            rf"(?P<half>morning|afternoon|evening)|at (?P<night>night)){_DAY}"
        ),
        _clock_in_part,
    ),
    Rule(
        "hour in words",
        compiled(
            rf"(?:<ABOUT> )?(?P<hour><COUNT>) o'clock"
            rf"(?: (?:in the |at )?(?P<half>morning|afternoon|evening|night))?{_DAY}"
        ),
        _spelt_clock,
        needs=needed(r"o'clock"),
    ),
    Rule(
        "four digits of a zone",
        compiled(
            r"(?P<hour>[01]\d|2[0-3])(?P<minute>[0-5]\d)(?P<half>)(?: hours)? "
            rf"(?:GMT|UTC|BST|CET|EST|EDT|local time){_DAY}"
        ),
        _clock,
        needs=needed(r"GMT|UTC|BST|CET|EST|EDT|local time"),
    ),
    Rule(
        "early hours",
        compiled(
            r"the (?:very )?(?:early|small|wee|first) (?:morning )?hours"
            r"(?: of (?:<EARLY> )?(?P<weekday><WEEKDAY>)(?: morning)?)?(?! (?:of|in)\b)"
        ),
        _early_hours,
        needs=needed(r"hours"),
    ),
    Rule(
        "part of the day told",
        compiled(
            r"(?:(?<=\bby\s)|(?<=until\s)|(?<=since\s)|(?<=\bat\s)|(?<=\bin\s))"
            r"(?:late|early|mid)[ -](?P<part>morning|afternoon|evening)"
        ),
        _part_near,
        needs=needed(r"morning|afternoon|evening"),
    ),
    Rule(
        "named time",
        compiled(rf"(?<!high\s)(?<!High\s)(?P<name>noon|midday|midnight){_ZONE}{_DAY}"),
        _named,
    ),
    Rule(
        "part of a day",
        compiled(
            r"(?:<EARLY> )?(?P<which>last|this|that|yesterday|tomorrow|the next|the same"
            r"|the following|the previous) "
            r"(?P<part><PART>)"
        ),
        _part,
        needs=needed(r"morning|afternoon|evening|night"),
    ),
    Rule(
        "part of a day named after it",
        compiled(r"(?:<EARLY>[ -])?(?P<part><PART>) (?P<which>yesterday|tomorrow|today)"),
        _part,
        needs=needed(r"yesterday|tomorrow|today"),
    ),
    Rule(
        "part beside the day told",
        compiled(r"the (?P<part>night|evening|morning|afternoon) (?P<which>before)(?=[.,;:?!\")])"),
        _part_before,
        needs=needed(r"before"),
    ),
    Rule("tonight", compiled(r"(?:<EARLY> )?(?:tonight|overnight)"), _tonight),
    Rule(
        "the part", compiled(r"in the (?:<EARLY> )?(?P<part>morning|afternoon|evening)"), _the_part
    ),
)
