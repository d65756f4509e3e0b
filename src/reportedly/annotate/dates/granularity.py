"""Days at the precision of a unit: the year of a day, the week before it, five months later.

Units are TIMEX letters: D, W, M, Q, Y, E (ten years), C (a hundred years).
"""

from datetime import date, timedelta

#: What stands for a unit that nothing resolves.
UNRESOLVED = {
    "D": "XXXX-XX-XX",
    "W": "XXXX-WXX",
    "WE": "XXXX-WXX-WE",
    "M": "XXXX-XX",
    "Q": "XXXX-QX",
    "Y": "XXXX",
    "E": "XXX",
    "C": "XX",
}
_MONTHS_IN = {"M": 1, "Q": 3, "Y": 12, "E": 120, "C": 1200}
_DAYS_IN = {"D": 1, "W": 7, "WE": 7}


def value_of(day: date | None, unit: str) -> str:
    """The TIMEX value of the unit that holds `day`; its unresolved form where `day` is None."""
    if day is None:
        return UNRESOLVED[unit]
    if unit in ("W", "WE"):
        year, week, _ = day.isocalendar()
        return f"{year:04d}-W{week:02d}" + ("-WE" if unit == "WE" else "")
    if unit == "Q":
        return f"{day.year:04d}-Q{(day.month + 2) // 3}"
    return day.isoformat()[: {"D": 10, "M": 7, "Y": 4, "E": 3, "C": 2}[unit]]


def shifted(day: date | None, count: int, unit: str) -> date | None:
    """`day` moved by `count` units (the last day of a shorter month); None off the calendar."""
    if day is None:
        return None
    if unit in _DAYS_IN:
        try:
            return day + timedelta(days=count * _DAYS_IN[unit])
        except OverflowError:
            return None
    month = day.year * 12 + day.month - 1 + count * _MONTHS_IN[unit]
    if not 12 <= month < 120_000:
        return None
    first = date(month // 12, month % 12 + 1, 1)
    after = (
        date(month // 12 + month % 12 // 11, (month + 1) % 12 + 1, 1) if month < 119_999 else None
    )
    last = 31 if after is None else (after - first).days
    return first.replace(day=min(day.day, last))
