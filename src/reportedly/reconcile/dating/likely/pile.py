"""The dated articles of a pile as a measure for undated ones, tried out on themselves."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np
import numpy.typing as npt

from reportedly.arrays import Flags
from reportedly.identifiers import identifier
from reportedly.model import Article, Timex
from reportedly.reconcile.dating.likely import neighbours
from reportedly.reconcile.dating.likely.axis import Array, Axis
from reportedly.reconcile.dating.likely.bursts import Bursts, bursts_of
from reportedly.reconcile.dating.likely.index import Index
from reportedly.reconcile.dating.likely.named import Distances, Naming, namings_of
from reportedly.reconcile.dating.likely.terms import terms_of
from reportedly.reconcile.dating.likely.weighing import Shares, density, needed_level

#: Dated articles on which the method is tried: more make the level no better.
MOST_TRIED = 400
#: The articles are hidden in so many groups, each dated by the articles of all others.
GROUPS = 8
#: Texts at once: bounds the memory.
BATCH = 40


@dataclass(frozen=True, slots=True)
class Text:
    """An article and what in it can tell its time."""

    article: Article
    terms: frozenset[str]
    namings: list[Naming]

    @classmethod
    def of(cls, article: Article, timexes: Sequence[Timex]) -> "Text":
        """The terms and the named days of `article`."""
        return cls(article, terms_of(article.text), namings_of(article, timexes))


@dataclass(frozen=True, slots=True)
class Reading:
    """How likely each step is for one text, and what that rests on."""

    text: Text
    likely: Shares
    terms: dict[int, str]
    bursts: Bursts
    likeness: npt.NDArray[np.float64]


class DatedPile:
    """The dated articles, sorted by day, with their terms."""

    def __init__(self, known: Sequence[tuple[date, Text]], undated: Sequence[Text]) -> None:
        self.known = sorted(known, key=lambda pair: (pair[0], pair[1].article.article_id))
        names = [text.article.article_id for _, text in self.known]
        order = sorted(range(len(names)), key=lambda at: identifier("t", names[at]))
        self._tried = sorted(order[:MOST_TRIED])
        self.axis = Axis.over(day for day, _ in self.known)
        self.steps = np.array([self.axis.step_of(day) for day, _ in self.known], np.intp)
        self._groups = np.array([_group(name) for name in names])
        tried = (self.known[at][1] for at in self._tried)
        wanted = frozenset().union(*(text.terms for text in (*undated, *tried)))
        self._index = Index((text.terms for _, text in self.known), wanted)

    def read(self, texts: Sequence[Text], group: int | None = None) -> Iterator[Reading]:
        """`texts` by all dated articles, or by those outside one group."""
        out = np.zeros(len(self.known), np.bool_) if group is None else self._groups == group
        told = [pair for pair, hidden in zip(self.known, out, strict=True) if not hidden]
        distances = Distances(((day, text.namings) for day, text in told), self.axis)
        for start in range(0, len(texts), BATCH):
            yield from self._batch(texts[start : start + BATCH], out, distances)

    def _batch(self, texts: Sequence[Text], out: Flags, distances: Distances) -> Iterator[Reading]:
        steps, axis = self.steps[~out], self.axis
        uses = self._index.uses([text.terms for text in texts], out)
        bursts = bursts_of(uses, steps, axis)
        likenesses = neighbours.likeness(uses, self._index.sizes[~out])
        kinds: list[Array] = [
            bursts.scores(uses),
            neighbours.scores(likenesses, steps, axis),
            distances.scores([text.namings for text in texts]),
        ]
        likely = density(np.concatenate(kinds, axis=1), steps, axis)
        for at, text in enumerate(texts):
            yield Reading(text, likely[at], uses.of_text[at], bursts, likenesses[at])

    def needed_levels(self) -> list[float]:
        """The level that each of the articles tried needs to hold its own day."""
        levels = []
        for group in range(GROUPS):
            mine = [at for at in self._tried if self._groups[at] == group]
            readings = self.read([self.known[at][1] for at in mine], group)
            levels += [
                needed_level(reading.likely, int(self.steps[at]))
                for at, reading in zip(mine, readings, strict=True)
            ]
        return levels


def _group(article_id: str) -> int:
    return int(identifier("g", article_id)[1:9], 16) % GROUPS
