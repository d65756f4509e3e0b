"""The words of the calendar as pieces of patterns, and what each means.

Patterns of the rules are written with a plain space for any white space inside a line or over one
line break, and with names in angle brackets, `<MONTH>`, for the pieces below.  They run on the
article's text with its marks and spaces made plain, one character for one, so offsets stay.
"""

import re

from reportedly.annotate.dates import numbers
from reportedly.calendar.names import MONTHS, SHORT_MONTH, WEEKDAYS

_SHORT_WEEKDAYS = {"Mon": 0, "Tue": 1, "Tues": 1, "Wed": 2, "Weds": 2, "Thu": 3, "Thur": 3}
_SHORT_WEEKDAYS |= {"Thurs": 3, "Fri": 4, "Sat": 5, "Sun": 6}
_SEASONS = {"spring": "SP", "summer": "SU", "autumn": "FA", "fall": "FA", "winter": "WI"}
_PARTS_OF_DAY = {
    "morning": "MO", "dawn": "MO", "daybreak": "MO", "afternoon": "AF", "evening": "EV",
    "dusk": "EV", "night": "NI", "nights": "NI", "mornings": "MO", "afternoons": "AF",
    "evenings": "EV", "nighttime": "NI", "daytime": "DT", "lunchtime": "T12:00",
}  # fmt: skip
#: Unit → (TIMEX letter, how many of it); the letter carries a T where it counts within a day.
_UNITS = {
    "second": ("TS", 1), "minute": ("TM", 1), "hour": ("TH", 1), "day": ("D", 1),
    "night": ("D", 1), "week": ("W", 1), "fortnight": ("W", 2), "month": ("M", 1),
    "quarter": ("Q", 1), "semester": ("M", 6), "year": ("Y", 1), "decade": ("E", 1),
    "century": ("C", 1), "centurie": ("C", 1), "weekend": ("WE", 1), "wk": ("W", 1),
    "yr": ("Y", 1), "hr": ("TH", 1), "min": ("TM", 1), "mo": ("M", 1),
    "quarter century": ("Y", 25), "half century": ("Y", 50),
}  # fmt: skip

#: The stems of all units, for `needed`.
UNIT_STEMS = "(?:second|minute|hour|day|night|week|month|quarter|year|decade|centur)"

#: A year written out, without thousands separators or decimals around it.
YEAR = r"(?<![\d$£€#.,])(?:1[5-9]|20)\d\d(?![\d%]|[.,]\d)"

_PIECES = {
    # Names need their capital: "may", "march", "sun" and "sat" are words too.
    "MONTH": r"(?-i:" + "|".join(f"{m}|{m.upper()}" for m in MONTHS) + ")",
    "MON": rf"(?-i:{SHORT_MONTH}\b\.?|{SHORT_MONTH.upper()}\b\.?)",
    "WEEKDAY": "(?-i:" + "|".join(f"{d}|{d.upper()}" for d in WEEKDAYS) + ")",
    "SHORT_WEEKDAY": r"(?-i:(?:Mon|Tues?|Weds?|Thu(?:rs?)?|Fri|Sat|Sun)\b\.?)",
    "DAY": r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?"
    r"(?![\d%]|[.,:]\d|-?[a-z]{2}| (?:percent|p\.?m|a\.?m))",
    "YEAR": YEAR,
    "SEASON": "(?:spring|summer|autumn|fall|winter)(?:time)?",
    "PART": "(?:morning|afternoon|evening|night)",
    "UNIT": r"(?:(?:quarter|half)[ -]century|seconds|(?<!a\s)(?<!A\s)(?<!-)second|minutes?"
    r"|hours?|days?|nights?|weeks?"
    r"|fortnights?|months?|quarters?(?! (?:of (?:the|a|its|all|his|her|their)|mile)\b)|years?"
    r"|decades?|century|centuries)",
    "ONE_UNIT": "(?:second|minute|hour|day|night|week|month|quarter|year|decade|century)",
    "NUMBER": numbers.NUMBER,
    "COUNT": rf"(?:{numbers.DOZEN}|{numbers.WORDS}|{numbers.DIGITS})",
    "ORDINAL": rf"(?:{numbers.ORDINAL_WORD}|\d{{1,2}}(?:st|nd|rd|th))",
    "EARLY": r"(?:very )?(?:early|earlier|late|later|mid|middle)",
    "ABOUT": r"(?:about|around|approximately|roughly|nearly|almost|some|just (?:over|under)"
    r"|(?:well |a little |slightly )?(?:more|less|fewer|longer) than|at least|at most"
    r"|up to|as (?:many|much|long|little) as|no (?:more|less|fewer) than|not more than"
    r"|(?:over|under)(?! the\b)"
    r"|an estimated|a full|the better part of|most of)",
}
_PIECES["ANY_MONTH"] = f"(?:{_PIECES['MONTH']}|{_PIECES['MON']})"
_PIECES["ANY_WEEKDAY"] = f"(?:{_PIECES['WEEKDAY']}|{_PIECES['SHORT_WEEKDAY']})"

#: Any white space inside a line, or over one line break: never from one paragraph to the next.
#: It gives nothing back: of a long run each part would be tried.
SPACE = r"(?:[ ]++(?:\n[ ]*+)?|\n[ ]*+)"


def compiled(template: str, *, whole_words: bool = True) -> re.Pattern[str]:
    """The pattern that `template` writes: pieces filled in, spaces made elastic, case ignored."""
    for _ in range(2):
        template = re.sub(r"<([A-Z_]+)>", lambda m: _PIECES[m[1]], template)
    template = template.replace("[ -]", "\0").replace("(?: ", "(?:\1").replace(" ", "\1")
    template = template.replace("\0", f"(?:{SPACE}|-)").replace("\1", SPACE)
    bounded = rf"(?<!\w)(?:{template})(?!\w)" if whole_words else template
    return re.compile(bounded, re.IGNORECASE)


def season_of(name: str) -> str:
    """The TIMEX code of a season: SP, SU, FA or WI."""
    return _SEASONS[name.lower().removesuffix("time")]


def part_of_day(name: str) -> str:
    """The TIMEX code of a part of the day: MO, AF, EV, NI."""
    return _PARTS_OF_DAY[name.lower()]


def unit_of(name: str) -> tuple[str, int]:
    """(TIMEX letter, how many) of a unit: ("W", 2) for a fortnight, ("TH", 1) for hours."""
    return _UNITS[" ".join(re.split(r"[\s-]+", name.lower())).removesuffix("s")]
