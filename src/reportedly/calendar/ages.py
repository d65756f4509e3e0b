"""Ages in whole years against days: an age on a day bounds the birth, a birth bounds the age.

Somebody born on 29 February counts as a year older from 1 March in common years; laws differ on
this, by one day.
"""

from datetime import date, timedelta

from reportedly.calendar.interval import ANY_DAY, Interval


def _years_before(day: date, years: int) -> date | None:
    """The last birthday that makes somebody `years` old by `day`; None before the year 1."""
    if day.year - years < 1:
        return None
    try:
        return day.replace(year=day.year - years)
    except ValueError:
        return date(day.year - years, 2, 28)


def birthday(birth: date, years: int) -> date:
    """The day on which somebody born on `birth` turns `years`; raises ValueError after 9999."""
    try:
        return birth.replace(year=birth.year + years)
    except ValueError:
        return date(birth.year + years, 3, 1)


def age_on(birth: date, day: date) -> int:
    """Whole years that somebody born on `birth` has lived on `day`; negative before the birth."""
    return day.year - birth.year - ((day.month, day.day) < (birth.month, birth.day))


def birth_interval(age_years: int, as_of: Interval) -> Interval:
    """The days on which somebody can be born who is `age_years` on some day of `as_of`.

    Raises:
        ValueError: `age_years` is negative.
    """
    if age_years < 0:
        raise ValueError(f"an age of {age_years} years is not one")
    latest = _years_before(as_of.latest, age_years) if as_of.latest else None
    earliest = None
    if as_of.earliest and (turned := _years_before(as_of.earliest, age_years + 1)):
        earliest = turned + timedelta(days=1)
    return Interval(earliest, latest)


def days_of_age(age_years: int, birth: Interval) -> Interval:
    """The days on which somebody born in `birth` can be `age_years`: from birthday to birthday.

    Raises:
        ValueError: `age_years` is negative.
    """
    if age_years < 0:
        raise ValueError(f"an age of {age_years} years is not one")
    try:
        earliest = birthday(birth.earliest, age_years) if birth.earliest else None
        latest = birthday(birth.latest, age_years + 1) - timedelta(days=1) if birth.latest else None
    except ValueError:
        return ANY_DAY
    return Interval(earliest, latest)


def ages_between(birth: Interval, as_of: Interval) -> tuple[int | None, int | None]:
    """The least and the greatest age (years) on a day of `as_of`; None where there is no bound.

    Days before the birth count as age 0.
    """
    least = greatest = None
    if birth.latest and as_of.earliest:
        least = max(0, age_on(birth.latest, as_of.earliest))
    if birth.earliest and as_of.latest:
        greatest = max(0, age_on(birth.earliest, as_of.latest))
    return least, greatest
