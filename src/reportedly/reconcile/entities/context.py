"""Which other names stand around a name: evidence that two names mean one person."""

import functools
from collections.abc import Iterable, Sequence

import numpy as np
import numpy.typing as npt

from reportedly.reconcile.entities.names import Numbers
from reportedly.reconcile.entities.nodes import Nodes
from reportedly.reconcile.hashing import distinct, places_in

#: Articles of a node that are looked at, the earliest: enough to know its company, and bounded.
_MOST_ARTICLES = 40
#: A name in more than this share of the articles is no evidence, unless they are few: a folder
#: about one couple has the couple in nearly all of them, and their children beside them.
_COMMON = 0.2
_COMMON_ARTICLES = 40
#: Nodes whose company is kept at hand.
_AT_HAND = 20_000


class Context:
    """The company that names keep, article by article; nodes and articles by their numbers."""

    def __init__(self, nodes: Nodes) -> None:
        roster, size = nodes.roster, max(1, len(nodes))
        owners = nodes.of_member[nodes.order]
        articles = roster.article[nodes.order].astype(np.int64)
        # Members of one node come in the order of their articles.
        fresh = np.ones(len(owners), dtype=np.bool_)
        fresh[1:] = (owners[1:] != owners[:-1]) | (articles[1:] != articles[:-1])
        owners, self._articles = owners[fresh], articles[fresh]
        lengths = np.bincount(owners, minlength=size)
        self._article_ends = np.cumsum(lengths)
        self._both = np.sort(self._articles * size + owners)
        self._size = size
        self._keys = self._both % size
        counts = np.bincount(self._articles, minlength=len(roster.article_ids))
        self._key_ends = np.cumsum(counts)
        total = len(distinct(roster.article))
        self._common = lengths > max(_COMMON_ARTICLES, _COMMON * total)
        self.company = functools.lru_cache(maxsize=_AT_HAND)(self._company)
        """the nodes that stand in at least one article with a node, sorted"""

    def articles_of(self, node: int) -> Numbers:
        """The articles that name a node, the earliest first."""
        return self._articles[
            self._article_ends[node - 1] if node else 0 : self._article_ends[node]
        ]

    def keys_in(self, article: int) -> Numbers:
        """The nodes of one article, sorted."""
        return self._keys[self._key_ends[article - 1] if article else 0 : self._key_ends[article]]

    def _company(self, node: int) -> Numbers:
        found = self.in_articles(self.articles_of(node)[:_MOST_ARTICLES].tolist())
        others: Numbers = found[found != node]
        return others

    def in_articles(self, articles: Sequence[int]) -> Numbers:
        """Nodes in the articles, those left out that stand everywhere; sorted."""
        listed = [self.keys_in(article) for article in articles]
        found = listed[0] if len(listed) == 1 else distinct(np.concatenate(listed or [_NONE]))
        rare: Numbers = found[~self._common[found]]
        return rare

    def n_articles(self, nodes: Iterable[int]) -> int:
        """How many articles name one of the nodes."""
        listed = [self.articles_of(node) for node in nodes]
        return len(listed[0]) if len(listed) == 1 else len(distinct(np.concatenate(listed)))

    def meeting(self, left: Numbers, right: Numbers) -> npt.NDArray[np.bool_]:
        """Of pairs of nodes, which one article names both, and so tells them apart."""
        lengths = np.diff(self._article_ends, prepend=0)
        fewer = lengths[left] <= lengths[right]
        few, many = np.where(fewer, left, right), np.where(fewer, right, left)
        pairs = np.repeat(np.arange(len(few)), lengths[few])
        within = np.arange(len(pairs)) - np.repeat(
            np.cumsum(lengths[few]) - lengths[few], lengths[few]
        )
        articles = self._articles[(self._article_ends - lengths)[few][pairs] + within]
        wanted = articles * self._size + many[pairs]
        places = places_in(self._both, wanted)
        met = np.zeros(len(few), dtype=np.bool_)
        met[pairs[self._both[places] == wanted]] = True
        return met

    def shared(self, one: int, other: int) -> int:
        """How many other names both stand with."""
        return len(np.intersect1d(self.company(one), self.company(other), assume_unique=True))


_NONE = np.zeros(0, dtype=np.int64)
