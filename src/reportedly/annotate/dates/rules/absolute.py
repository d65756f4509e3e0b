"""Dates that name a day or month: "3 May 2018", "Wednesday, Oct. 23", "2018-05-03", "late June".

A date without its year takes the one that the article's day and the tense suggest.
"""

from datetime import date

from reportedly.annotate.dates.granularity import shifted, value_of
from reportedly.annotate.dates.numbers import SPELT_DAY, spelt_day
from reportedly.annotate.dates.rule import Context, Match, Meaning, Rule, needed
from reportedly.annotate.dates.rules.years import SPELT_YEAR, spelt_year
from reportedly.annotate.dates.vocabulary import compiled
from reportedly.calendar.names import month_of, weekday_of

#: A day further away than this is not meant, whatever the tense ("Jan. 9" in December), …
_FAR_DAYS = 270
#: … when the same day of another year is as near as this.
_NEAR_DAYS = 60


def _number(text: str) -> int:
    digits = "".join(char for char in text if char.isdigit())
    return int(digits) if digits else spelt_day(text)


def _valid(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


#: A span whose year stands at its end: "from September to December 2014".
_RANGE_END = compiled(
    r"(?:,| )?(?:to|through|and|until|or|-|\u2013) (?:<EARLY>[ -])?"
    r"(?P<month><ANY_MONTH>)(?: <DAY>)?,?(?: of)? (?P<year><YEAR>)",
    whole_words=False,
)


#: Where a span began: "from May to", "between March 28 and".
_RANGE_START = compiled(
    r"(?:from|between) (?P<month><ANY_MONTH>)(?: <DAY>)? (?:to|and|until|through) \Z",
    whole_words=False,
)
#: No such beginning is longer.
_RANGE_START_CHARS = 40


def _find_beginning(match: Match, context: Context) -> date | None:
    """The time from which a span runs that ends with `match`; it is the last that was told."""
    before = match.string[max(0, match.start() - _RANGE_START_CHARS) : match.start()]
    began = _RANGE_START.search(before)
    if began is None or context.reference is None:
        return None
    return context.reference if context.reference.month == month_of(began["month"]) else None


def _year_at_the_end(match: Match, month: int) -> int | None:
    """The year of a month that begins a span with its year at the end."""
    end = _RANGE_END.match(match.string, match.end())
    if end is None:
        return None
    return int(end["year"]) - (month > month_of(end["month"]))


def _nearest_day(month: int, day: int, context: Context) -> date | None:
    """The day of that month that the tense asks for: the last one, or the next when ahead."""
    anchor = context.anchor
    if anchor is None:
        return None
    days = [found for y in (-1, 0, 1) if (found := _valid(anchor.year + y, month, day))]
    past = max((d for d in days if d <= anchor), default=None)
    coming = min((d for d in days if d >= anchor), default=None)
    if past is None or coming is None:
        return past or coming
    back_days, ahead_days = (anchor - past).days, (coming - anchor).days
    if back_days > _FAR_DAYS and ahead_days <= _NEAR_DAYS:
        return coming
    if ahead_days > _FAR_DAYS and back_days <= _NEAR_DAYS:
        return past
    return coming if context.ahead else past


def _month_day(match: Match, context: Context) -> Meaning | None:
    parts = match.groupdict()
    month, day = month_of(parts["month"]), _number(parts["day"])
    if parts.get("year"):
        found = _valid(int(parts["year"]), month, day)
        return Meaning("DATE", found.isoformat()) if found else None
    if parts.get("which"):
        return _relative_year(match, context, f"-{month:02d}-{day:02d}")
    if _valid(2000, month, day) is None:
        return None
    if (year := _year_at_the_end(match, month)) and (written := _valid(year, month, day)):
        return Meaning("DATE", written.isoformat())
    found = _nearest_day(month, day, context)
    if began := _find_beginning(match, context):
        found = _valid(began.year + ((month, day) < (began.month, began.day)), month, day)
    weekday = parts.get("weekday")
    if found and weekday and found.weekday() != weekday_of(weekday) and context.anchor:
        # The weekday knows the year better than the tense does.
        years = (_valid(context.anchor.year + y, month, day) for y in (0, -1, 1))
        found = next((d for d in years if d and d.weekday() == weekday_of(weekday)), found)
    return Meaning("DATE", found.isoformat() if found else f"XXXX-{month:02d}-{day:02d}")


def _relative_year(match: Match, context: Context, rest: str) -> Meaning:
    step = {"last": -1, "previous": -1, "this": 0, "next": 1, "following": 1, "that": 0}
    which = match["which"].lower().split()[-1]
    start = context.reference if which in ("that", "previous", "following") else context.anchor
    day = shifted(start, 12 * step[which], "M")
    return Meaning("DATE", (f"{day.year:04d}" if day else "XXXX") + rest)


def _iso(match: Match, context: Context) -> Meaning | None:
    found = _valid(int(match["year"]), int(match["month"]), int(match["day"]))
    return Meaning("DATE", found.isoformat()) if found else None


def _slashed(match: Match, context: Context) -> Meaning | None:
    """American order unless only the other gives a date."""
    first, second, year = int(match["first"]), int(match["second"]), int(match["year"])
    year += 0 if year > 99 else 2000 if year < 40 else 1900
    found = _valid(year, first, second) or _valid(year, second, first)
    return Meaning("DATE", found.isoformat()) if found else None


def _month_year(match: Match, context: Context) -> Meaning:
    year = match["year"].lstrip("'")
    if len(year) == 2:
        year = ("20" if int(year) < 40 else "19") + year
    return Meaning("DATE", f"{year}-{month_of(match['month']):02d}")


def _month(match: Match, context: Context) -> Meaning | None:
    month, which = month_of(match["month"]), (match["which"] or "").lower()
    if not which and (year := _year_at_the_end(match, month)):
        return Meaning("DATE", f"{year:04d}-{month:02d}")
    if not which and (began := _find_beginning(match, context)):
        return Meaning("DATE", f"{began.year + (month < began.month):04d}-{month:02d}")
    return _nearest_month(month, which, context)


def _nearest_month(month: int, words: str, context: Context) -> Meaning:
    """The month that the words before it ("last", "this") and the tense ask for."""
    which, anchor = words.split(), context.anchor
    if anchor is None:
        return Meaning("DATE", f"XXXX-{month:02d}")
    if which == ["that"]:
        return Meaning("DATE", f"{value_of(context.reference, 'Y')}-{month:02d}")
    months_ahead = (month - anchor.month) % 12
    if which == ["this"]:
        ahead = month >= anchor.month
    elif which:
        # Neither the last nor the next March is the one that runs.
        ahead = which[-1] in ("next", "coming")
        if months_ahead == 0:
            months_ahead = 12 if ahead else -12
    else:
        # The month to come is meant even where something was said of it: "warned of cuts in May".
        soon = months_ahead == 1 or (months_ahead == 2 and context.direction != "back")
        ahead = soon or (context.ahead and months_ahead <= 9)
    if months_ahead > 0 and not ahead:
        months_ahead -= 12
    day = shifted(anchor.replace(day=1), months_ahead, "M")
    return Meaning("DATE", value_of(day, "M"))


def find_written_day(name: str, number: str, year: str | None, context: Context) -> str:
    """The value of a day as it is written, of `year` where that is, else as the tense asks for."""
    month, day = month_of(name), _number(number)
    found = _valid(int(year), month, day) if year else _nearest_day(month, day, context)
    return value_of(found, "D") if found or year else f"XXXX-{month:02d}-{day:02d}"


def month_meaning(name: str, year: str | None, context: Context) -> Meaning:
    """The month of that name, of `year` where one is written, else as the words around say."""
    if year:
        return Meaning("DATE", f"{year}-{month_of(name):02d}")
    return _nearest_month(month_of(name), "", context)


def _month_of_year(match: Match, context: Context) -> Meaning:
    return _relative_year(match, context, f"-{month_of(match['month']):02d}")


def _week_of(match: Match, context: Context) -> Meaning | None:
    found = _nearest_day(month_of(match["month"]), _number(match["day"]), context)
    if found is None:
        return None
    return Meaning("DATE", value_of(found, "WE" if match["end"] else "W"))


_WEEKDAY_BEFORE = r"(?:(?P<weekday><ANY_WEEKDAY>)(?: <PART>)?(?:,? | the ))?"
_WHICH_YEAR = r"(?: of)? (?P<which>last|this|next|that|the previous|the following) year"
_PART = (
    r"(?:(?:the )?(?:beginning|start|middle|end|close|course|rest|month|(?:first|second) half) of"
    r"|<EARLY>(?: in)?|mid)[ -]"
)

RULES = (
    Rule(
        "month day year",
        compiled(_WEEKDAY_BEFORE + r"(?P<month><ANY_MONTH>) ?(?P<day><DAY>),? (?P<year><YEAR>)"),
        _month_day,
    ),
    Rule(
        "day month year",
        compiled(
            _WEEKDAY_BEFORE
            + r"(?:the )?(?P<day><DAY>) (?:of )?(?P<month><ANY_MONTH>),? (?P<year><YEAR>)"
        ),
        _month_day,
    ),
    Rule(
        "month day of a year",
        compiled(r"(?P<month><ANY_MONTH>) (?P<day><DAY>)" + _WHICH_YEAR),
        _month_day,
        needs=needed(r"year"),
    ),
    Rule(
        "month day",
        compiled(_WEEKDAY_BEFORE + r"(?:<EARLY> )?(?P<month><ANY_MONTH>) (?:the )?(?P<day><DAY>)"),
        _month_day,
    ),
    Rule(
        "day month",
        compiled(_WEEKDAY_BEFORE + r"(?:the )?(?P<day><DAY>)(?: of)? (?P<month><ANY_MONTH>)"),
        _month_day,
    ),
    Rule(
        "spelt day",
        compiled(
            _WEEKDAY_BEFORE
            + rf"(?P<month><MONTH>) (?:the )?(?P<day>{SPELT_DAY})(?! (?:time|place)\b)"
        ),
        _month_day,
        needs=needed(r"(?:st|nd|rd|th)\b"),
    ),
    Rule(
        "spelt day of a month",
        compiled(rf"the (?P<day>{SPELT_DAY}) of (?P<month><MONTH>)"),
        _month_day,
        needs=needed(r"(?:st|nd|rd|th)\s+of"),
    ),
    Rule("iso day", compiled(r"(?P<year><YEAR>)-(?P<month>\d\d)-(?P<day>\d\d)"), _iso),
    Rule(
        "slashed day",
        compiled(r"(?<![\d/])(?P<first>\d\d?)/(?P<second>\d\d?)/(?P<year>\d{4}|\d\d)(?![\d/])"),
        _slashed,
    ),
    Rule(
        "month year",
        compiled(rf"(?:{_PART})?(?P<month><ANY_MONTH>)(?:,? | of |-)(?P<year><YEAR>|'\d\d)"),
        _month_year,
    ),
    Rule(
        "month of a spelt year",
        compiled(rf"(?:{_PART})?(?P<month><MONTH>),? {SPELT_YEAR}"),
        lambda match, _: Meaning("DATE", f"{spelt_year(match)}-{month_of(match['month']):02d}"),
    ),
    Rule(
        "month of a year",
        compiled(rf"(?:{_PART})?(?P<month><ANY_MONTH>)" + _WHICH_YEAR),
        _month_of_year,
        needs=needed(r"year"),
    ),
    Rule(
        "month",
        compiled(
            rf"(?:{_PART})?(?:(?P<which>last|this past|this|that|next|this coming"
            r"|the coming) )?(?P<month><MONTH>(?<!March)|(?-i:March)(?! (?:for|on)\b)|<MON>(?<=\.))"
        ),
        _month,
    ),
    Rule(
        "week of a day",
        compiled(r"the week(?P<end>end)? of (?P<month><ANY_MONTH>) (?P<day><DAY>)"),
        _week_of,
    ),
)
