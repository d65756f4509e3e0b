"""The rules, by kind of expression.  Where two match, the longer wins, then the earlier here."""

from reportedly.annotate.dates.rule import Rule
from reportedly.annotate.dates.rules import (
    absolute,
    compounds,
    durations,
    further_days,
    holidays,
    places_in_months,
    quarters,
    relative,
    sets,
    times,
    vague,
    weekdays,
    years,
)

RULES: tuple[Rule, ...] = (
    *times.RULES,
    *sets.RULES,
    *holidays.RULES,
    *quarters.RULES,
    *places_in_months.RULES,
    *compounds.RULES,
    *further_days.RULES,
    *absolute.RULES,
    *relative.RULES,
    *weekdays.RULES,
    *years.RULES,
    *vague.RULES,
    *durations.RULES,
)
