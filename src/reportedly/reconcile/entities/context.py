"""Which other names stand around a name: evidence that two names mean one person."""

import functools
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from reportedly.reconcile.entities.members import Member
from reportedly.reconcile.entities.nodes import Node

#: Articles of a node that are looked at, the earliest: enough to know its company, and bounded.
_MOST_ARTICLES = 40
#: A name in more than this share of the articles (and in more than ten) is no evidence.
_COMMON = 0.2
_COMMON_ARTICLES = 10


class Context:
    """The company that names keep, article by article."""

    def __init__(self, members: Sequence[Member], nodes: Mapping[str, Node]) -> None:
        self._articles_of: dict[str, list[str]] = {}
        self._keys_in: dict[str, set[str]] = defaultdict(set)
        for key, node in nodes.items():
            articles = list(dict.fromkeys(members[n].article_id for n in node.members))
            self._articles_of[key] = articles
            for article in articles:
                self._keys_in[article].add(key)
        total = len({member.article_id for member in members})
        limit = max(_COMMON_ARTICLES, _COMMON * total)
        self._common = {key for key, found in self._articles_of.items() if len(found) > limit}
        self._around = functools.lru_cache(maxsize=20_000)(self._company)
        self._counted = functools.lru_cache(maxsize=20_000)(self._count_articles)

    def company(self, key: str) -> frozenset[str]:
        """Names that stand in at least one article with the node."""
        return self._around(key)

    def _company(self, key: str) -> frozenset[str]:
        return self.in_articles(self._articles_of[key][:_MOST_ARTICLES]) - {key}

    def in_articles(self, articles: Iterable[str]) -> frozenset[str]:
        """Names in the articles, those left out that stand everywhere."""
        found = {key for article in articles for key in self._keys_in[article]}
        return frozenset(found - self._common)

    def n_articles(self, keys: Iterable[str]) -> int:
        """How many articles name one of the nodes."""
        return self._counted(frozenset(keys))

    def _count_articles(self, keys: frozenset[str]) -> int:
        return len({article for key in keys for article in self._articles_of[key]})

    def meet(self, one: str, other: str) -> bool:
        """True when one article names both, and so tells them apart."""
        few, many = sorted((one, other), key=lambda key: len(self._articles_of[key]))
        return any(many in self._keys_in[article] for article in self._articles_of[few])

    def shared(self, one: str, other: str) -> int:
        """How many other names both stand with."""
        return len((self.company(one) & self.company(other)) - {one, other})


def most_common(names: Iterable[str]) -> list[str]:
    """Distinct names, most frequent first, then by the alphabet."""
    counts = Counter(names)
    return sorted(counts, key=lambda name: (-counts[name], name))
