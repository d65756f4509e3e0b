"""The pile as it is asked about descriptions: who is named where, in which words, beside whom.

In: the tables and the machine's groups of named clusters.  Columns are kept as they are; rows
become objects only for the articles and groups that are asked for.
"""

import functools
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from reportedly.arrays import Flags, Numbers
from reportedly.model import Article, Fact, Mention
from reportedly.offsets import Span
from reportedly.reconcile.entities.columns import ByArticle, ByCluster, article_codes

Tables = Mapping[str, pa.Table]
Key = tuple[str, int]
"""article, and its own number of a cluster"""

#: Articles of one story, and clusters of one entity, that are asked: the first by identifier.
#: Further ones repeat what these say.
MOST = 60
#: What ties persons to others, and all else that facts tell of somebody but posts.
TIES = ("spouse", "former_spouse", "relationship")
_ASKED = ("age", "birth_date", "children", "separation_date", "divorce_date", *TIES)
#: What is asked of facts.
_OF_FACTS = [
    "article_id",
    "attribute",
    "value",
    "as_of_earliest",
    "as_of_latest",
    "subject_cluster",
]
#: Articles and persons whose answers are kept at hand.
_AT_HAND = 20_000


@dataclass(frozen=True, slots=True)
class Placed:
    """One mention in its article."""

    span: Span
    form: str
    cluster: int
    text: str
    confidence: float
    person: int | None
    """whom it means, if it is somebody with a name"""


class Pile:
    """All articles; persons are numbers of groups of bearers."""

    def __init__(self, tables: Tables, bearers: pa.Table, told: pa.Table) -> None:
        articles = tables[Article.table]
        names = articles["article_id"].combine_chunks()
        self.ids = names
        """of all articles"""
        self._number = {article: at for at, article in enumerate(names.to_pylist())}
        self._set_persons(_of_persons(bearers), names)
        self._set_told(told)
        self._set_facts(tables[Fact.table])
        self._set_stories(articles)
        self._mentions = ByArticle(tables[Mention.table], names)
        self._free: dict[str, int] = {}
        self.called = functools.lru_cache(_AT_HAND)(self._persons_called)
        self.named_in = functools.lru_cache(_AT_HAND)(self._named_in)
        self.mentions_in = functools.lru_cache(_AT_HAND // 10)(self._mentions_in)
        self.names = functools.lru_cache(_AT_HAND)(self._names_of)

    def _set_persons(self, named: pa.Table, names: pa.Array) -> None:
        self.named = named
        """the mentions by name, with the articles' own numbers of clusters"""
        codes = article_codes(named["article_id"], names)
        self.groups = named["group"].to_numpy()
        """of each of them the person"""
        self._members = ByCluster(codes, named["cluster"].to_numpy())
        self._by_article = ByArticle(named, names)
        self._by_group = np.argsort(self.groups, kind="stable")
        self._group_starts = np.searchsorted(
            self.groups[self._by_group], np.arange(self.groups.max(initial=-1) + 2)
        )

    def _set_told(self, told: pa.Table) -> None:
        """Keeps owned descriptions by article, and by the noun of a post who is called so."""
        self._owned = ByArticle(told.filter(pc.is_valid(told["owned"])), self.ids)
        posts = told.filter(pc.is_valid(told["noun"]))
        rows = self.rows_in(posts)
        nouns = posts["noun"].filter(pa.array(rows >= 0)).combine_chunks().dictionary_encode()
        self._nouns = {noun: at for at, noun in enumerate(nouns.dictionary.to_pylist())}
        order = np.argsort(nouns.indices.to_numpy(), kind="stable")
        self._called = self.groups[rows[rows >= 0]][order]
        self._called_ends = np.cumsum(np.bincount(nouns.indices, minlength=len(self._nouns)))
        given = pc.fill_null(posts["given"], False).to_numpy()
        asked = np.flatnonzero(self.is_asked(rows) | (given & (rows >= 0)))
        asked = asked[np.argsort(self.groups[rows[asked]], kind="stable")]
        self._posts = posts.take(pa.array(asked)).select(["article_id", "words", "phrase"])
        persons = np.arange(self.n_persons + 1)
        self._post_starts = np.searchsorted(self.groups[rows[asked]], persons)
        self._set_sexes(told)

    def _set_sexes(self, told: pa.Table) -> None:
        """Counts what titles, which count twice, and pronouns say of each person."""
        rows = self.rows_in(told)
        asked, persons = self.is_asked(rows), self.n_persons
        self._votes: dict[str, Numbers] = {}
        for sex in "fm":
            said = [pc.fill_null(pc.equal(told[c], sex), False) for c in ("titled", "pronoun")]
            points = 2 * said[0].to_numpy() + said[1].to_numpy()
            own = asked & (points > 0)
            found = np.bincount(self.groups[rows[own]], points[own], minlength=persons)
            self._votes[sex] = found.astype(np.int64)

    def _set_facts(self, facts: pa.Table) -> None:
        """Keeps facts by person."""
        some = facts.select(_OF_FACTS)
        some = some.filter(pc.is_in(some["attribute"], pa.array(_ASKED)))
        persons = np.append(self.groups, -1)[self.rows_in(some, "subject_cluster")]
        order = np.argsort(persons, kind="stable")[np.count_nonzero(persons < 0) :]
        self.facts, self.fact_persons = some.take(pa.array(order)), persons[order]
        """those on persons, but posts, and of each the person"""
        self._fact_starts = np.searchsorted(self.fact_persons, np.arange(self.n_persons + 1))

    @property
    def n_persons(self) -> int:
        """No person has a greater number, or this one."""
        return len(self._group_starts) - 1

    def rows_in(self, table: pa.Table, cluster: str = "cluster") -> Numbers:
        """Of the rows of a table, by article and cluster, those among the named; -1 for none."""
        codes = article_codes(table["article_id"], self.ids)
        numbers = pc.fill_null(table[cluster], -1).to_numpy()
        return self._members.find_all(codes, numbers)

    def is_asked(self, rows: Numbers) -> Flags:
        """Which of some rows are among the first of their persons."""
        rank = np.empty(len(self.groups), dtype=np.int64)
        ordered = self.groups[self._by_group]
        rank[self._by_group] = np.arange(len(ordered)) - self._group_starts[ordered]
        return np.logical_and(rows >= 0, np.append(rank, MOST)[rows] < MOST)

    def _set_stories(self, articles: pa.Table) -> None:
        self._texts, self._days = articles["text"], articles["published"]
        self._stories = (articles["story_id"].to_pylist(), articles["copy_group"].to_pylist())
        self._together: dict[str, list[str]] = defaultdict(list)
        for groups in self._stories:
            for article, group in zip(self._number, groups, strict=True):
                if group:
                    self._together[group].append(article)
        for together in self._together.values():
            together.sort()

    def day(self, article: str) -> str | None:
        """The day of publication, as precise as it is known."""
        day = self._days[self._number[article]].as_py()
        return day[:10] if day else None

    def text(self, article: str) -> str:
        """The words of the article."""
        text: str = self._texts[self._number[article]].as_py()
        return text

    def find_person(self, article: str, cluster: int) -> int | None:
        """The person whom a cluster means, None without a name."""
        at = self._members.find(self._number[article], cluster)
        return None if at is None else int(self.groups[at])

    def first_of(self, person: int) -> Key:
        """The first article that names the person, and its cluster for whom it is."""
        row = self._rows_of(person)[0]
        return self.named["article_id"][row].as_py(), self.named["cluster"][row].as_py()

    def _named_in(self, article: str) -> frozenset[int]:
        """The persons whom the article names."""
        rows = self._by_article.rows(self._number[article])
        return frozenset(self.groups[rows].tolist())

    def owned_in(self, article: str) -> list[tuple[str, list[int], int]]:
        """Descriptions of an article that begin with an owner: the words, the clusters that the
        owner may be, and the cluster of whom they mean."""
        return self._owned.values(self._number[article], ("owned", "owners", "cluster"))

    def _persons_called(self, noun: str) -> frozenset[int]:
        """The persons to whom some article gives a post or a title of that noun."""
        at = self._nouns.get(noun)
        if at is None:
            return frozenset()
        start = self._called_ends[at - 1] if at else 0
        return frozenset(self._called[start : self._called_ends[at]].tolist())

    def neighbours(self, article: str) -> list[str]:
        """Further articles of the same story or near copies of it, sorted."""
        at = self._number[article]
        groups = (self._together[own[at]] for own in self._stories if own[at])
        # The first of all are among the first of each, and one of these may be the article itself.
        found = {other for together in groups for other in together[: MOST + 1]}
        return sorted(found - {article})[:MOST]

    def _rows_of(self, person: int) -> list[int]:
        start, end = self._group_starts[person : person + 2]
        rows: list[int] = self._by_group[start:end].tolist()
        return rows[:MOST]

    def articles_of(self, person: int) -> list[str]:
        """Articles that name the person, in the order of their publication."""
        articles = self.named["article_id"]
        return list(dict.fromkeys(articles[row].as_py() for row in self._rows_of(person)))

    def _names_of(self, person: int) -> Counter[str]:
        """Names by which articles call the person."""
        return Counter(self.named["name"][row].as_py() for row in self._rows_of(person))

    def posts_of(self, person: int) -> list[tuple[str, str | None, str]]:
        """(article, words, phrase) of the posts that articles give to the person; no words where
        the phrase holds the name."""
        start, end = self._post_starts[person : person + 2]
        return list(
            zip(*(c.to_pylist() for c in self._posts.slice(start, end - start)), strict=True)
        )

    def sexes_of(self, person: int) -> tuple[int, int]:
        """How much in articles says that the person is a woman, and how much a man."""
        return int(self._votes["f"][person]), int(self._votes["m"][person])

    def new_cluster(self, article: str) -> int:
        """A number that no cluster of the article has, another one each time."""
        if article not in self._free:
            self._free[article] = 1 + max(each.cluster for each in self.mentions_in(article))
        self._free[article] += 1
        return self._free[article] - 1

    def _mentions_in(self, article: str) -> list[Placed]:
        columns = ("span", "form", "cluster", "text", "confidence")
        number = self._number[article]
        rows = self._mentions.values(number, columns)
        clusters = np.array([row[2] for row in rows], dtype=np.int64)
        at = self._members.find_all(np.full(len(rows), number), clusters)
        persons = np.append(self.groups, -1)[at].tolist()
        return [
            Placed((span[0], span[1]), form, cluster, text, sure, None if person < 0 else person)
            for (span, form, cluster, text, sure), person in zip(rows, persons, strict=True)
        ]

    def facts_of(self, person: int) -> list[dict[str, Any]]:
        """Facts on a person, but posts."""
        start, end = self._fact_starts[person : person + 2]
        found: list[dict[str, Any]] = self.facts.slice(start, end - start).to_pylist()
        return found

    def tied(self) -> Iterator[tuple[int, dict[str, Any]]]:
        """(person, fact) of those that tie persons to others."""
        some = pc.is_in(self.facts["attribute"], pa.array(TIES))
        rows = self.facts.filter(some).to_pylist()
        yield from zip(self.fact_persons[some.to_numpy()].tolist(), rows, strict=True)


def _of_persons(bearers: pa.Table) -> pa.Table:
    """The rows of groups most of which are persons."""
    groups = bearers["group"].to_numpy()
    person = pc.equal(bearers["kind"], "person").to_numpy()
    total, persons = np.bincount(groups), np.bincount(groups, weights=person)
    kept = (2 * persons > total)[groups] if len(groups) else np.zeros(0, dtype=np.bool_)
    return bearers.select(["article_id", "cluster", "name", "group"]).filter(pa.array(kept))
