"""`Cast`: who the noun phrases of an article mean, looked up by word."""

from collections.abc import Iterable

from reportedly.annotate.parse.model import Token
from reportedly.model import Cluster, Mention
from reportedly.offsets import Span

#: Words that join names in "A and B".
_JOINED = frozenset(("conj",))


class Cast:
    """The mentions and clusters of one article, by place."""

    def __init__(self, mentions: Iterable[Mention], clusters: Iterable[Cluster]) -> None:
        self._mentions = sorted(mentions, key=lambda m: (m.span[1] - m.span[0], m.span, m.cluster))
        self._clusters = {cluster.cluster: cluster for cluster in clusters}
        self._by_cell: dict[int, list[Mention]] = {}
        for mention in self._mentions:
            for cell in range(mention.span[0] // _CELL, mention.span[1] // _CELL + 1):
                self._by_cell.setdefault(cell, []).append(mention)

    def find_mention(self, token: Token) -> Mention | None:
        """The smallest mention that holds `token`."""
        for mention in self._by_cell.get(token.start // _CELL, ()):
            if mention.span[0] <= token.start and token.end <= mention.span[1]:
                return mention
        return None

    def find_cluster(self, token: Token | None) -> Cluster | None:
        """The cluster of the smallest mention that holds `token`."""
        mention = self.find_mention(token) if token is not None else None
        return self._clusters.get(mention.cluster) if mention is not None else None

    def find_first_nominal(self, cluster: Cluster) -> Span | None:
        """Where the article first describes whom the cluster stands for."""
        spans = (
            mention.span
            for mention in self._mentions
            if mention.cluster == cluster.cluster and mention.form == "nominal"
        )
        return min(spans, default=None)


#: Mentions are looked up in cells of so many characters.
_CELL = 500
