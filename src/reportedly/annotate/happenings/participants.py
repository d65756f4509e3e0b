"""Who takes part in a clause: the entities mentioned in it, places and works left aside."""

import bisect
from collections.abc import Iterable

from reportedly.model import Cluster, Mention
from reportedly.offsets import Span

_ACTORS = frozenset(("person", "organisation", "group"))


class Participants:
    """The mentions of one article, by place."""

    def __init__(self, mentions: Iterable[Mention], clusters: Iterable[Cluster]) -> None:
        actors = {c.cluster for c in clusters if c.kind in _ACTORS}
        acting = [(m.span, m.cluster) for m in mentions if m.cluster in actors]
        self._mentions = sorted(acting)
        self._starts = [span[0] for span, _ in self._mentions]

    def of(self, clause: Span) -> tuple[int, ...]:
        """Numbers of the clusters mentioned inside `clause`, ascending."""
        first = bisect.bisect_left(self._starts, clause[0])
        last = bisect.bisect_left(self._starts, clause[1])
        inside = (c for span, c in self._mentions[first:last] if span[1] <= clause[1])
        return tuple(sorted(set(inside)))
