"""Which other names stand around a name: evidence that two names mean one person."""

import functools
from collections.abc import Sequence

import numpy as np

from reportedly.arrays import Flags, Numbers
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

    def around(self, articles: Numbers) -> tuple[Numbers, Numbers]:
        """Of each of some articles its nodes, those left out that stand everywhere.

        Returns:
            for each node found the place of its article among those asked for, and the node.
        """
        counts = np.diff(self._key_ends, prepend=0)[articles]
        owners = np.repeat(np.arange(len(articles)), counts)
        found = self._keys[ranges(self._key_ends[articles] - counts, counts)]
        rare = ~self._common[found]
        return owners[rare], found[rare]

    def companies(self, nodes: Numbers, of: Numbers) -> tuple[Numbers, Numbers]:
        """The nodes that stand with any node of some groups, without the group's own.

        Args:
            nodes: the nodes of all groups.
            of: of each the number of its group.

        Returns:
            each node found, and the number of the group that it stands with.
        """
        ends = self._article_ends[nodes]
        starts = np.where(nodes > 0, self._article_ends[nodes - 1], 0)
        counts = np.minimum(ends - starts, _MOST_ARTICLES)
        places, found = self.around(self._articles[ranges(starts, counts)])
        cells = distinct(np.repeat(of, counts)[places] * self._size + found)
        own = of * self._size + nodes
        at = places_in(cells, own)
        cells = np.delete(cells, at[cells[at] == own]) if len(cells) else cells
        return cells % self._size, cells // self._size

    def n_articles(self, nodes: Numbers, of: Numbers) -> Numbers:
        """How many articles name one of the nodes of each group, which are numbered from 0 in the
        order of their nodes."""
        starts = np.where(nodes > 0, self._article_ends[nodes - 1], 0)
        counts = self._article_ends[nodes] - starts
        found = np.bincount(of, counts).astype(np.int64)
        several = (np.bincount(of) > 1)[of]
        articles = self._articles[ranges(starts[several], counts[several])]
        total = len(self._key_ends)
        cells = distinct(np.repeat(of[several], counts[several]) * total + articles)
        once = np.bincount(cells // total, minlength=len(found))
        return np.where(np.bincount(of) > 1, once, found)

    def meeting(self, left: Numbers, right: Numbers) -> Flags:
        """Of pairs of nodes, which one article names both, and so tells them apart."""
        lengths = np.diff(self._article_ends, prepend=0)
        fewer = lengths[left] <= lengths[right]
        few, many = np.where(fewer, left, right), np.where(fewer, right, left)
        pairs = np.repeat(np.arange(len(few)), lengths[few])
        articles = self._articles[ranges((self._article_ends - lengths)[few], lengths[few])]
        wanted = articles * self._size + many[pairs]
        places = places_in(self._both, wanted)
        met = np.zeros(len(few), dtype=np.bool_)
        met[pairs[self._both[places] == wanted]] = True
        return met

    def shared(self, one: int, other: int) -> int:
        """How many other names both stand with."""
        return len(np.intersect1d(self.company(one), self.company(other), assume_unique=True))


def ranges(starts: Numbers, counts: Numbers) -> Numbers:
    """So many numbers from each start on, those of one after those of the other."""
    ends = np.cumsum(counts)
    return np.repeat(starts - (ends - counts), counts) + np.arange(ends[-1] if len(ends) else 0)


_NONE = np.zeros(0, dtype=np.int64)
