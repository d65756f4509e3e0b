"""Times of day: "10 p.m. Wednesday", "14:30 GMT", "this morning", "last night", "noon"."""

import re
from datetime import date

from reportedly.annotate.dates.granularity import shifted, value_of
from reportedly.annotate.dates.rule import Context, Match, Meaning, Rule, needed
from reportedly.annotate.dates.rules.weekdays import find_weekday
from reportedly.annotate.dates.vocabulary import compiled, month_of, part_of_day

_NAMED = {"noon": "12:00", "midday": "12:00", "midnight": "24:00"}


def _day_of(match: Match, context: Context) -> date | None:
    """The day named beside the time, else the article's."""
    words = (match["day"] or "").lower().split()
    if not words or words[-1] in ("today", "tonight"):
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
    }
    start = context.reference if which in ("that", "the next", "the same") else context.anchor
    day = shifted(start, step.get(which, 0), "D")
    return Meaning("TIME", f"{value_of(day, 'D')}T{part_of_day(match['part'])}")


def _tonight(match: Match, context: Context) -> Meaning:
    return Meaning("TIME", f"{value_of(context.anchor, 'D')}TNI")


def _the_part(match: Match, context: Context) -> Meaning:
    day = context.reference
    return Meaning("TIME", f"{value_of(day, 'D')}T{part_of_day(match['part'])}")


_ZONE = r"(?: ?\(?(?:EST|EDT|CST|CDT|MST|MDT|PST|PDT|ET|CT|MT|PT|GMT|BST|UTC|CET|local time)\)?)?"
_DAY = (
    # Agencies put the universal time in between: "at 10:35 a.m. (0735 GMT) Friday".
    r"(?: \(\d{4} (?:GMT|UTC)\))?"
    r"(?:,? (?:on )?(?P<day>(?:<EARLY> )?(?:today|tonight|yesterday|tomorrow)"
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
    Rule("named time", compiled(rf"(?P<name>noon|midday|midnight){_ZONE}{_DAY}"), _named),
    Rule(
        "part of a day",
        compiled(
            r"(?:<EARLY> )?(?P<which>last|this|that|yesterday|tomorrow|the next|the same) "
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
    Rule("tonight", compiled(r"(?:<EARLY> )?(?:tonight|overnight)"), _tonight),
    Rule(
        "the part", compiled(r"in the (?:<EARLY> )?(?P<part>morning|afternoon|evening)"), _the_part
    ),
)
