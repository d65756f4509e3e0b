"""Weekdays, alone or with a part of the day: "Wednesday", "last Friday", "Tuesday morning"."""

import re
from datetime import date, timedelta

from reportedly.annotate.dates.granularity import shifted, value_of
from reportedly.annotate.dates.rule import Context, Match, Meaning, Rule, needed
from reportedly.annotate.dates.vocabulary import compiled, part_of_day
from reportedly.calendar import weekday_from, weekday_until
from reportedly.calendar.names import weekday_of


def find_weekday(name: str, which: str, context: Context) -> date | None:
    """The day that a weekday means; None when the article has no day.

    Args:
        name: the weekday's name.
        which: the word before it ("last", "next", "previous", …), lower case, or "".
        context: what it is read against; news without a word before it look back.
    """
    weekday, anchor = weekday_of(name), context.anchor
    if anchor is None:
        return None
    if which in ("previous", "following"):
        start = context.day_told or anchor
        looks_back = which == "previous"
        ask = weekday_until if looks_back else weekday_from
        return ask(start, weekday, include_same=False)
    if which == "that":
        told = context.day_told or anchor
        return told + timedelta(days=weekday - told.weekday())
    if which in ("last", "past"):
        return weekday_until(anchor, weekday, include_same=False)
    if which in ("next", "coming"):
        return weekday_from(anchor, weekday, include_same=False)
    coming, gone = weekday_from(anchor, weekday), weekday_until(anchor, weekday)
    if context.direction == "planned":
        # "Was to speak on Wednesday", on Thursday: the nearer one.
        return coming if coming - anchor < anchor - gone else gone
    return coming if context.ahead else gone


def _which(match: Match) -> str:
    return ((match["which"] or "").lower().split() or [""])[-1]


def _weekday(match: Match, context: Context) -> Meaning:
    name, part = match["weekday"], match["part"]
    day = find_weekday(name, _which(match), context)
    value = day.isoformat() if day else f"XXXX-WXX-{weekday_of(name) + 1}"
    return Meaning("TIME", f"{value}T{part_of_day(part)}") if part else Meaning("DATE", value)


#: "He said that Friday, too, was lost": the word belongs to the verb.
_SAYING = re.compile(
    r"\b(?:sa(?:id|ys?|ying)|told \w+|not(?:es?|ed)|stat(?:es?|ed)|add(?:s|ed)|announced?"
    r"|argu(?:es?|ed)|claim(?:s|ed)?|report(?:s|ed)?|kn[eo]ws?|believe[sd]?|th(?:ink|ought)s?|hope[sd]?|show(?:s|ed)?"
    r"|confirm(?:s|ed)?|sure|so|fact|clear|mean[st]?)\s+\Z",
    re.IGNORECASE,
)
_SAYING_CHARS = 30


def _that_weekday(match: Match, context: Context) -> Meaning | None:
    start = match.start()
    if _SAYING.search(match.string, max(0, start - _SAYING_CHARS), start):
        return None
    return _weekday(match, context)


def _some_weekday(match: Match, context: Context) -> Meaning:
    """ "On a Friday": which one is not said."""
    value, part = f"XXXX-WXX-{weekday_of(match['weekday']) + 1}", match["part"]
    return Meaning("TIME", f"{value}T{part_of_day(part)}") if part else Meaning("DATE", value)


def _week_from(match: Match, context: Context) -> Meaning:
    """ "a week from Tuesday", "two weeks from Monday": counted from the next such day."""
    start = find_weekday(match["weekday"], "coming", context)
    return Meaning("DATE", value_of(shifted(start, 1, "W"), "D"))


_WHICH = (
    r"(?P<which>last|next|this past|this coming|this|the previous|the following|the next|coming)"
)

RULES = (
    Rule(
        "weekday",
        compiled(
            rf"(?:(?:early|late|mid)[ -])?(?:{_WHICH} )?"
            # "Super Tuesday" and "Cyber Monday" are names of days that have no rule.
            r"(?:(?:early|late) )?(?<!Super\s)(?<!Cyber\s)(?<!Bloody\s)(?<!Fat\s)"
            r"(?P<weekday><WEEKDAY>)(?: (?:<EARLY> )?(?P<part><PART>))?"
        ),
        _weekday,
    ),
    Rule(
        "that weekday",
        compiled(
            r"(?P<which>that) (?P<weekday><WEEKDAY>)(?: (?P<part><PART>))?(?=[.,;:!?)]| and\b|\Z)"
        ),
        _that_weekday,
        needs=needed(r"that\s"),
    ),
    Rule(
        "short weekday",
        compiled(
            rf"(?:{_WHICH} )(?P<weekday><SHORT_WEEKDAY>)(?: (?P<part><PART>))?",
        ),
        _weekday,
    ),
    Rule(
        "some weekday",
        compiled(
            r"(?:(?<=\bon\s)(?:a|any|another)|one) (?:recent )?"
            r"(?P<weekday><WEEKDAY>)(?: (?P<part><PART>))?"
            r"(?=[.,;:!?]| (?:in|when|and|of|before|after|at|like|or)\b|\Z)"
        ),
        _some_weekday,
        needs=needed(r"day"),
    ),
    Rule("week from weekday", compiled(r"a week from (?P<weekday><WEEKDAY>)"), _week_from),
)
