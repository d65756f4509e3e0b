"""When something was said, as the words around it and the article's day allow.

In: a telling, the article's expressions of time and its latest day.  Out: first and last day.
"""

from collections.abc import Sequence

from reportedly.annotate.statements.telling import Telling, lies_in
from reportedly.model import Timex
from reportedly.offsets import overlaps

Days = tuple[str | None, str | None]


def said_of(telling: Telling, timexes: Sequence[Timex], published_latest: str | None) -> Days:
    """The interval: from a date beside the cue, else anything up to publication."""
    earliest, latest = _stated(telling, timexes) or (None, None)
    if published_latest is not None:
        if earliest is not None and earliest > published_latest:
            earliest = latest = None
        latest = min(latest or published_latest, published_latest)
    return earliest, latest


def _stated(telling: Telling, timexes: Sequence[Timex]) -> Days | None:
    """The date that stands in the cue's clause, nearest to the cue."""
    cue = (telling.attribution.cue or telling.attribution.source)[:1]
    around = [token.span for token in telling.around]
    if not cue or not around:
        return None
    reach = around[0][0], around[-1][1]
    dated = [
        t
        for t in timexes
        if t.type in ("DATE", "TIME")
        and t.earliest is not None
        and overlaps(t.span, reach)
        and any(overlaps(t.span, span) for span in around)
        and not lies_in(t.span, telling.attribution.source)
    ]
    if not dated:
        return None
    nearest = min(dated, key=lambda t: (_gap(t.span, cue[0]), t.span))
    return (nearest.earliest, nearest.latest) if _gap(nearest.span, cue[0]) < _NEAR else None


#: A date further from the cue, in characters, belongs to something else.
_NEAR = 60


def _gap(a: tuple[int, int], b: tuple[int, int]) -> int:
    return max(b[0] - a[1], a[0] - b[1], 0)
