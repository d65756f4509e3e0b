"""The organisations of an article by place: whose "its" is, and which "the foundation" means."""

import re
from collections.abc import Iterable

from reportedly.model import Cluster, Mention
from reportedly.offsets import Span

#: How far back "its" reaches for the only organisation named.
REACH_CHARS = 250
#: "The state's chairman" is not of the one body whose name ends so, "the city's" neither.
_NO_BODIES = frozenset("state nation country city county world north south east west".split())
_ARTICLE = re.compile(r"the\s+", re.IGNORECASE)


class Bodies:
    """Organisations with names, and their mentions."""

    def __init__(self, mentions: Iterable[Mention], clusters: Iterable[Cluster]) -> None:
        listed = list(mentions)
        self._names = {
            c.cluster: str(c.name) for c in clusters if c.name and c.kind == "organisation"
        }
        self._mentions = sorted(
            (m.span, m.cluster, m.form) for m in listed if m.cluster in self._names
        )
        #: Those that the article calls "the …" keep their article.
        self._with_article = {
            m.cluster
            for m in listed
            if m.form == "name" and _ARTICLE.match(m.text) and m.cluster in self._names
        }

    def _shown(self, cluster: int) -> str:
        name = _ARTICLE.sub("", self._names[cluster], count=1)
        return f"the {name}" if cluster in self._with_article else name

    def find_at(self, span: Span, from_: int) -> str | None:
        """The name of the organisation that is meant at `span`; for "its" without a known meaning
        that of the only one named shortly before, from offset `from_` on."""
        exact = [cluster for own, cluster, _ in self._mentions if own == span]
        if exact:
            return self._shown(exact[0])
        low = max(from_, span[0] - REACH_CHARS)
        near = {c for own, c, form in self._mentions if form == "name" and low <= own[0] < span[0]}
        return self._shown(min(near)) if len(near) == 1 else None

    def find_only_before(self, at: int) -> str | None:
        """The one organisation named before `at`; None when there are more, or none."""
        return self.find_only_in((0, at))

    def find_only_in(self, span: Span) -> str | None:
        """The one organisation named in `span`; None when there are more, or none."""
        named = {
            c for own, c, form in self._mentions if form == "name" and span[0] <= own[0] < span[1]
        }
        return self._shown(min(named)) if len(named) == 1 else None

    def find_ending(self, at: int) -> str | None:
        """The name of the organisation whose name ends at `at`, as the shortest phrase has it."""
        found = [
            (own[0] - own[1], c)
            for own, c, form in self._mentions
            if own[1] == at and form == "name"
        ]
        return self._shown(max(found)[1]) if found else None

    def find_by_noun(self, noun: str) -> str | None:
        """The one organisation whose name ends with `noun`: "foundation", "council"."""
        wanted = noun.casefold()
        if wanted in _NO_BODIES:
            return None
        found = {
            c: name for c, name in self._names.items()
            if name.casefold().split()[-1] == wanted and name.casefold() != wanted
        }  # fmt: skip
        shown = sorted({self._shown(c) for c in found})
        return shown[0] if len(shown) == 1 else None
