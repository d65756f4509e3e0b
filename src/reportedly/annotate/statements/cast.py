"""`Cast`: who the noun phrases of an article mean, looked up by word."""

import bisect
import functools
import re
from collections.abc import Iterable

from reportedly.annotate.parse.model import Parse, Token
from reportedly.annotate.statements.programmes import Programmes
from reportedly.model import Cluster, Mention
from reportedly.offsets import Span


class Cast:
    """The mentions and clusters of one article, by place."""

    def __init__(
        self, mentions: Iterable[Mention], clusters: Iterable[Cluster], text: str = ""
    ) -> None:
        self._text = text
        self.programmes = Programmes(text)
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

    def find_body_before(self, parse: Parse, token: Token) -> tuple[Cluster, Span] | None:
        """Radio Marl, and where, of "with Radio Marl Ada Quill said": a body's and a person's name
        that parsers take for one, of which `token` is the last word."""
        mention, person = self.find_mention(token), self.find_cluster(token)
        inside = parse.tokens_in(mention.span) if mention is not None else ()
        if not inside or inside[-1] != token or person is None or person.kind != "person":
            return None
        first = self.find_mention(next((t for t in inside if t.pos != "DET"), inside[0]))
        body = self._clusters.get(first.cluster) if first is not None else None
        if first is None or body is None or body.kind != "organisation" or body.name is None:
            return None
        names = parse.tokens_in((first.span[1], token.end))
        whole = all(t.pos == "PROPN" for t in names) and len(names) > 1
        return (body, first.span) if whole and person.name is not None else None

    def find_capitals(self, words: str) -> Cluster | None:
        """The one person whose name, or last name, is printed in capitals: "TARN: I will."."""
        return self._by_capitals.get(words)

    @functools.cached_property
    def _by_capitals(self) -> dict[str, Cluster]:
        found: dict[str, dict[int, Cluster]] = {}
        for cluster in self._clusters.values():
            if cluster.kind == "person" and cluster.name is not None:
                for name in {cluster.name.upper(), cluster.name.upper().split()[-1]}:
                    found.setdefault(name, {})[cluster.cluster] = cluster
        return {name: next(iter(each.values())) for name, each in found.items() if len(each) == 1}

    def members_of(self, cluster: Cluster) -> tuple[Cluster, ...]:
        """Those named in "Ada Quill and Bo Tarn" when the cluster is taken up from such words.

        Empty when the cluster has no such mention, or its mentions name different people.
        """
        return self._members.get(cluster.cluster, ())

    @functools.cached_property
    def _members(self) -> dict[int, tuple[Cluster, ...]]:
        found: dict[int, dict[tuple[int, ...], tuple[Cluster, ...]]] = {}
        names = sorted((m for m in self._mentions if m.form == "name"), key=lambda m: m.span)
        starts = [m.span[0] for m in names]
        for mention in sorted(self._mentions, key=lambda m: m.span):
            if mention.form != "nominal" or self._clusters[mention.cluster].kind != "group":
                continue
            low = bisect.bisect_left(starts, mention.span[0])
            high = bisect.bisect_left(starts, mention.span[1])
            if members := self._joined_in(mention, names[low:high]):
                numbers = tuple(sorted(member.cluster for member in members))
                found.setdefault(mention.cluster, {}).setdefault(numbers, members)
        return {group: next(iter(each.values())) for group, each in found.items() if len(each) == 1}

    def _joined_in(self, mention: Mention, names: list[Mention]) -> tuple[Cluster, ...]:
        """The clusters of the names that a coordination consists of, in the order of the text."""
        tops: list[Mention] = []
        for name in sorted(names, key=lambda m: (m.span[0], -m.span[1])):
            if name.span[1] <= mention.span[1] and (not tops or name.span[0] >= tops[-1].span[1]):
                tops.append(name)
        if len(tops) < 2 or tops[-1].span[1] != mention.span[1]:
            return ()
        # "The cook Ann Doe and her husband, the player Bo Poe" too, but not "the cook of Ann Doe".
        between = zip((mention.span[0], *(t.span[1] for t in tops)), tops, strict=False)
        if any(_OF_OTHERS.search(self._text, at, top.span[0]) for at, top in between):
            return ()
        clusters = [self._clusters[m.cluster] for m in tops]
        named = all(c.name is not None and c.kind == clusters[0].kind for c in clusters)
        return tuple(clusters) if named else ()

    @functools.cached_property
    def persons_named(self) -> tuple[tuple[Mention, Cluster], ...]:
        """Names of persons and whose they are, in the order of the text."""
        names = sorted((m for m in self._mentions if m.form == "name"), key=lambda m: m.span)
        both = ((m, self._clusters[m.cluster]) for m in names)
        return tuple((m, of) for m, of in both if of.kind == "person" and of.name is not None)

    def descriptions_of(self, cluster: Cluster) -> tuple[Span, ...]:
        """The spans of the descriptions that a cluster consists of, in the order of the text."""
        return self._descriptions.get(cluster.cluster, ())

    @functools.cached_property
    def _descriptions(self) -> dict[int, tuple[Span, ...]]:
        found: dict[int, list[Span]] = {}
        for mention in self._mentions:
            if mention.form == "nominal":
                found.setdefault(mention.cluster, []).append(mention.span)
        return {cluster: tuple(sorted(spans)) for cluster, spans in found.items()}

    def find_first_nominal(self, cluster: Cluster) -> Span | None:
        """Where the article first describes whom the cluster stands for."""
        return next(iter(self.descriptions_of(cluster)), None)


#: Words and signs by which somebody else than the bearer of the next name is told of.
_OF_OTHERS = re.compile(
    r"\b(?:about|against|as|at|by|for|from|in|including|like|of|on|that|to|who|with|without)\b|['’]s\b|s['’]\s|[.;:(]",
    re.IGNORECASE,
)
#: Mentions are looked up in cells of so many characters.
_CELL = 500
