"""Evidence for an article's day in, the interval that it allows and the reason in words out.

Stronger evidence goes first.  What contradicts it is never averaged in: it is left out of the
interval and named in the reason, so that a reader sees it.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from reportedly.calendar import (
    ANY_DAY,
    Interval,
    find_intersection,
    find_interval,
    interval_from_iso,
)
from reportedly.model import DayEvidence

#: Kinds of evidence, the strongest first; others come last.  Days that publishers set come before
#: days that have to be read out of sentences; ages come after what is told, for papers get them
#: wrong more often: one that no day fits is then shown as such.
STRENGTH = (
    "metadata", "visible_date", "text", "address", "told_day", "dateline", "captured", "updated",
    "copy", "weekday", "quotation", "telling", "counting", "aftermath", "anniversary",
    "after_event", "before_event", "newborn", "birthday", "death",
    "nuptials", "happened", "parting", "age", "marriage",
    "age_of_child",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Publication:
    """The days on which an article can have been published, why, and what speaks against it."""

    days: Interval
    reason: str | None
    contradicted: tuple[str, ...] = ()

    def explanation(self) -> str | None:
        """The reason, with contradictions named."""
        if not self.contradicted:
            return self.reason
        return f"{self.reason}; against this: {', '.join(self.contradicted)}"


def _rank(row: DayEvidence) -> tuple[object, ...]:
    strength = STRENGTH.index(row.kind) if row.kind in STRENGTH else len(STRENGTH)
    # Of one kind the latest first day goes first, so that reasons name only what counts.
    day = find_interval(row.earliest)
    first = 0 if day is None or day.earliest is None else -day.earliest.toordinal()
    return strength, row.kind, first, row.span or (-1, -1), row.reason


def published_days(evidence: Iterable[DayEvidence]) -> Publication:
    """Intersects all evidence, the strongest first; reasons name what narrowed the interval."""
    days, reasons, against = ANY_DAY, [], []
    for row in sorted(evidence, key=_rank):
        both = find_intersection(days, interval_from_iso(row.earliest, row.latest))
        if both is None:
            against.append(row.reason)
        elif both != days:
            days = both
            reasons.append(row.reason)
    return Publication(days, "; ".join(reasons) or None, tuple(against))
