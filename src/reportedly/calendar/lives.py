"""Values of facts as bounds on the days of a life: an age on a day bounds the birth.

In: an attribute, its value and the days for which it is said.  Out: the days on which somebody can
have been born, married, parted, been divorced or died.
"""

import re

from reportedly.calendar.ages import birth_interval
from reportedly.calendar.interval import Interval
from reportedly.calendar.partial import find_interval
from reportedly.calendar.timex import find_timex_interval

#: A greater age than anybody has reached is a misreading.
OLDEST_YEARS = 122
#: The attribute that a bound is on, for each attribute that gives one.
BOUNDED = {
    "age": "birth_date",
    "birth_date": "birth_date",
    "death_date": "death_date",
    "meeting_date": "meeting_date",
    "engagement_date": "engagement_date",
    "marriage_date": "marriage_date",
    "separation_date": "separation_date",
    "divorce_date": "divorce_date",
}


def find_bound(attribute: str, value: str, as_of: Interval) -> Interval | None:
    """The days that a fact leaves for what `BOUNDED[attribute]` dates; None when it bounds none."""
    if attribute == "age":
        return _find_birth(value, as_of)
    if attribute in ("birth_date", "death_date"):
        return find_interval(value)
    return find_timex_interval(value) if attribute in BOUNDED else None


def _find_birth(age: str, as_of: Interval) -> Interval | None:
    matched = re.match(r"\d+", age)
    if matched is None or int(matched.group()) > OLDEST_YEARS:
        return None
    born = birth_interval(int(matched.group()), as_of)
    return None if born.earliest is None and born.latest is None else born
