"""Times that come back: "every Monday", "twice a year", "daily", "$3 million a year".

"Annual" and "quarterly" are left out: they name kinds of meetings and reports, not times.
"""

from reportedly.annotate.dates.numbers import number_of
from reportedly.annotate.dates.rule import Context, Match, Meaning, Rule, needed
from reportedly.annotate.dates.rules.durations import duration_value
from reportedly.annotate.dates.vocabulary import (
    UNIT_STEMS,
    compiled,
    part_of_day,
    season_of,
    unit_of,
)
from reportedly.calendar.names import month_of, weekday_of

_ADVERBS = {
    "hourly": "PT1H", "daily": "P1D", "nightly": "XXXX-XX-XXTNI", "weekly": "P1W",
    "biweekly": "P2W", "fortnightly": "P2W", "monthly": "P1M", "bimonthly": "P2M",
    "yearly": "P1Y", "annually": "P1Y", "biannually": "P6M",
}  # fmt: skip


def _adverb(match: Match, context: Context) -> Meaning:
    return Meaning("SET", _ADVERBS[match["adverb"].lower()])


def _every_unit(match: Match, context: Context) -> Meaning:
    unit = unit_of(match["unit"])[0]
    if unit == "WE":
        return Meaning("SET", "XXXX-WXX-WE")
    number = number_of(match["number"] or "one") if not match["other"] else number_of("two")
    return Meaning("SET", duration_value(number, match["unit"]))


def _every_weekday(match: Match, context: Context) -> Meaning:
    part = match["part"]
    value = f"XXXX-WXX-{weekday_of(match['weekday']) + 1}"
    return Meaning("SET", value + (f"T{part_of_day(part)}" if part else ""))


def _every_named(match: Match, context: Context) -> Meaning:
    if match["part"]:
        return Meaning("SET", f"XXXX-XX-XXT{part_of_day(match['part'])}")
    if match["season"]:
        return Meaning("SET", f"XXXX-{season_of(match['season'])}")
    return Meaning("SET", f"XXXX-{month_of(match['month']):02d}")


def _times_a_unit(match: Match, context: Context) -> Meaning:
    return Meaning("SET", duration_value(number_of("one"), match["unit"]))


_EACH = r"(?:almost |nearly |just about )?(?:every|each)"

RULES = (
    Rule(
        "adverb",
        # Before a name it is a newspaper or a part of one: "the party daily Courier", "Daily Post".
        compiled(
            r"(?-i:(?!(?:daily|[A-Z][a-z]+) [A-Z]))"
            rf"(?P<adverb>{'|'.join(_ADVERBS)})(?! (?:newspaper|paper|magazine)\b)"
        ),
        _adverb,
    ),
    Rule(
        "every unit",
        compiled(
            rf"{_EACH} (?P<other>other )?(?:single )?(?:(?P<number><COUNT>) )?"
            r"(?P<unit><UNIT>|weekend)(?! of the (?:past|last))"
        ),
        _every_unit,
    ),
    Rule(
        "every weekday",
        compiled(rf"{_EACH} (?:other )?(?P<weekday><WEEKDAY>)(?: (?P<part><PART>))?"),
        _every_weekday,
    ),
    Rule(
        "weekday of every month",
        compiled(
            r"(?:the )?(?:first|second|third|fourth|last) (?P<weekday><WEEKDAY>)(?P<part>)"
            r" of (?:each|every) month"
        ),
        _every_weekday,
        needs=needed(r"day\s+of\s+e"),
    ),
    Rule(
        "weekends",
        compiled(r"(?:(?<=\bon\s)|(?<=most\s)|(?<=\bat\s))(?:the )?weekends"),
        lambda match, context: Meaning("SET", "XXXX-WXX-WE"),
    ),
    Rule("weekdays", compiled(r"(?P<weekday><WEEKDAY>)s(?P<part>)"), _every_weekday),
    Rule(
        "weekday nights",
        compiled(r"(?P<weekday><WEEKDAY>) (?P<part>nights|mornings|evenings|afternoons)"),
        _every_weekday,
    ),
    Rule(
        "every named",
        compiled(
            rf"{_EACH} (?:(?P<part><PART>)|(?P<season><SEASON>)|(?P<month><MONTH>))",
        ),
        _every_named,
    ),
    Rule(
        "times a unit",
        compiled(
            r"(?:once|twice|(?:<COUNT>|several|many) times) (?:an?|per|every|each)"
            r" (?P<unit>hour|day|night|week|month|quarter|year|decade)"
        ),
        _times_a_unit,
        needs=needed(r"once|twice|times"),
    ),
    Rule(
        "amount a unit",
        compiled(
            r"(?:(?<=[\d%]\s)|(?<=seats\s)|(?<=flights\s)|(?<=times\s)|(?<=hours\s)|(?<=days\s)|(?<=people\s)|(?<=llion\s)|(?<=ents\s)|(?<=cent\s)|(?<=ollars\s)|(?<=ousand\s)|(?<=undred\s))"
            r"(?:an?|per|each|every) (?P<unit>hour|day|night|week|month|quarter|year)"
            r"(?! (?:ago|earlier|later|before|after|from)\b)"
        ),
        _times_a_unit,
        needs=needed(r"\b(?:an?|per|each|every)\s+" + UNIT_STEMS),
    ),
    Rule("per unit", compiled(r"per (?P<unit>day|week|month|year)"), _times_a_unit),
)
