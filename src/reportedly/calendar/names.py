"""The names of months and weekdays as English papers print them, and patterns for them."""

MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")

MONTH = rf"(?:{'|'.join(MONTHS)})"
#: "May" is a verb and a name, too.
MONTH_BUT_MAY = rf"(?:{'|'.join(month for month in MONTHS if month != 'May')})"
#: Without the dot behind it; nobody shortens May.
SHORT_MONTH = r"(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)"
WEEKDAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"


def month_of(name: str) -> int:
    """1 to 12 for a month's name or abbreviation, in whatever case."""
    return _place(name, MONTHS) + 1


def weekday_of(name: str) -> int:
    """0 (Monday) to 6 for a weekday's name or abbreviation."""
    return _place(name, WEEKDAYS)


def _place(name: str, names: tuple[str, ...]) -> int:
    """Three letters tell them apart."""
    return [known[:3] for known in names].index(name[:3].capitalize())
