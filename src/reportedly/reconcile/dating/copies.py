"""Near copies as evidence: a copy appears within days of the pieces it shares its words with."""

from collections.abc import Iterator
from datetime import date

from reportedly.calendar import Interval
from reportedly.model import DayEvidence
from reportedly.reconcile.dating.making import evidence
from reportedly.reconcile.dating.pile import Dated

#: Wire stories are reprinted within days; weeklies take up to a fortnight.
DAYS_AFTER = 14
#: The copy that has a date can itself be the later one.
DAYS_BEFORE = 7


def copy_evidence(dated: Dated) -> Iterator[DayEvidence]:
    """Intervals around the days of dated copies."""
    days = _days_of_groups(dated)
    for article in dated.undated():
        found = days.get(article.copy_group or "", [])
        if not found:
            continue
        (first, one), (last, _) = min(found), max(found)
        around = Interval(first, last).widened(before_days=DAYS_BEFORE, after_days=DAYS_AFTER)
        why = f"it is a near copy of {dated.title(one)}, published on {first.isoformat()}"
        yield evidence("copy", article.article_id, around, None, why)


def _days_of_groups(dated: Dated) -> dict[str, list[tuple[date, str]]]:
    groups = dict(zip(dated.ids.to_pylist(), dated.column("copy_group").to_pylist(), strict=True))
    found: dict[str, list[tuple[date, str]]] = {}
    for day, article in dated.exact_days():
        if group := groups[article]:
            found.setdefault(group, []).append((day, article))
    return found
