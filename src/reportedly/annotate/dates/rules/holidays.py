"""Days with names: fixed ("Christmas Eve"), nth weekdays ("Thanksgiving"), Easter and its kin."""

from collections.abc import Callable
from datetime import date, timedelta

from reportedly.annotate.dates.granularity import value_of
from reportedly.annotate.dates.rule import Context, Match, Meaning, Rule
from reportedly.annotate.dates.vocabulary import compiled
from reportedly.calendar import weekday_from, weekday_until

#: News name a holiday from so many days before it.
_SOON_DAYS = 30


def easter(year: int) -> date:
    """Easter Sunday of the western churches (the anonymous Gregorian computation)."""
    golden, century, rest = year % 19, year // 100, year % 100
    skipped = (century - (century + 8) // 25 + 1) // 3
    moon = (19 * golden + century - century // 4 - skipped + 15) % 30
    sunday = (32 + 2 * (century % 4) + 2 * (rest // 4) - moon - rest % 4) % 7
    late = (golden + 11 * moon + 22 * sunday) // 451
    month, day = divmod(moon + sunday - 7 * late + 114, 31)
    return date(year, month, day + 1)


def _fixed(month: int, day: int) -> Callable[[int], date]:
    return lambda year: date(year, month, day)


def _nth(count: int, weekday: int, month: int) -> Callable[[int], date]:
    return lambda year: weekday_from(date(year, month, 1), weekday) + timedelta(weeks=count - 1)


def _after_easter(days: int) -> Callable[[int], date]:
    return lambda year: easter(year) + timedelta(days=days)


_HOLIDAYS: dict[str, Callable[[int], date]] = {
    "christmas eve": _fixed(12, 24),
    "christmas day": _fixed(12, 25),
    "christmas": _fixed(12, 25),
    "boxing day": _fixed(12, 26),
    "new year's eve": _fixed(12, 31),
    "new year's day": _fixed(1, 1),
    "new year's": _fixed(1, 1),
    "valentine's day": _fixed(2, 14),
    "st. patrick's day": _fixed(3, 17),
    "may day": _fixed(5, 1),
    "independence day": _fixed(7, 4),
    "the fourth of july": _fixed(7, 4),
    "fourth of july": _fixed(7, 4),
    "halloween": _fixed(10, 31),
    "veterans day": _fixed(11, 11),
    "martin luther king day": _nth(3, 0, 1),
    "presidents' day": _nth(3, 0, 2),
    "mother's day": _nth(2, 6, 5),
    "memorial day": lambda year: weekday_until(date(year, 5, 31), 0),
    "father's day": _nth(3, 6, 6),
    "labor day": _nth(1, 0, 9),
    "columbus day": _nth(2, 0, 10),
    "election day": lambda year: weekday_from(date(year, 11, 2), 1),
    "thanksgiving day": _nth(4, 3, 11),
    "thanksgiving": _nth(4, 3, 11),
    "black friday": lambda year: _nth(4, 3, 11)(year) + timedelta(days=1),
    "ash wednesday": _after_easter(-46),
    "palm sunday": _after_easter(-7),
    "good friday": _after_easter(-2),
    "easter sunday": _after_easter(0),
    "easter monday": _after_easter(1),
    "easter": _after_easter(0),
    "pentecost": _after_easter(49),
}


def _holiday(match: Match, context: Context) -> Meaning:
    day_in = _HOLIDAYS[" ".join(match["name"].lower().split())]
    if match["year"]:
        return Meaning("DATE", day_in(int(match["year"])).isoformat())
    day = _find_day(match, context)
    return Meaning("DATE", day.isoformat() if day else "XXXX" + day_in(2001).isoformat()[4:])


def _week_of_holiday(match: Match, context: Context) -> Meaning:
    unit = "WE" if match["unit"].lower() == "weekend" else "W"
    return Meaning("DATE", value_of(_find_day(match, context), unit))


def _find_day(match: Match, context: Context) -> date | None:
    """The holiday that the words around mean, the last or the next one."""
    anchor = context.anchor
    if anchor is None:
        return None
    day_in = _HOLIDAYS[" ".join(match["name"].lower().split())]
    which, year = (match["which"] or "").lower(), anchor.year
    if which == "next" or (context.ahead and which != "last"):
        year += day_in(year) < anchor
    elif day_in(year) > anchor and not _is_about_to_come(day_in(year), context):
        year -= 1
    return day_in(year)


def _is_about_to_come(day: date, context: Context) -> bool:
    """True in its week and, where nothing looks back, a few weeks before a holiday."""
    if context.anchor is None:
        return False
    if context.anchor.isocalendar()[:2] == day.isocalendar()[:2]:
        return True
    if context.direction == "back":
        return False
    return (day - context.anchor).days <= _SOON_DAYS


def _attacks(match: Match, context: Context) -> Meaning:
    return Meaning("DATE", "2001-09-11")


_NAMES = "|".join(sorted(_HOLIDAYS, key=lambda n: (-len(n), n))).replace(".", r"\.?")

RULES = (
    Rule(
        "holiday",
        compiled(rf"(?:(?P<which>last|this|next) )?(?P<name>{_NAMES})(?:,? (?P<year><YEAR>))?"),
        _holiday,
    ),
    Rule(
        "week of a holiday",
        compiled(rf"(?:(?P<which>last|this|next) )?(?P<name>{_NAMES}) (?P<unit>week(?:end)?)"),
        _week_of_holiday,
    ),
    Rule(
        "11 September",
        compiled(r"9/11(?!/)|(?:Sept\.?|September) 11(?= (?:terror|attacks))"),
        _attacks,
    ),
)
