"""The pile as it is asked about descriptions: who is named where, in which words, beside whom.

In: the tables and the machine's groups of named clusters.  Columns are kept as they are; rows
become objects only for the articles and groups that are asked for.
"""

import functools
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from reportedly.model import Article, Fact, Mention
from reportedly.offsets import Span
from reportedly.reconcile.entities.described.columns import (
    ByArticle,
    ByCluster,
    Numbers,
    article_codes,
)
from reportedly.reconcile.entities.described.readings import Readings

Tables = Mapping[str, pa.Table]
Key = tuple[str, int]
"""article, and its own number of a cluster"""

#: Articles of one story, and clusters of one entity, that are asked: the first by identifier.
#: Further ones repeat what these say.
_MOST = 60
#: Facts that are objects at once, and what is asked of them.
_AT_ONCE = 20_000
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
_INTRODUCED = r"^[^,]*\b[a-z][\w’'-]+ [A-Z]"


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

    def __init__(
        self, tables: Tables, bearers: pa.Table, told: pa.Table, readings: Readings
    ) -> None:
        self._tables = tables
        self.read = readings.read
        """what a phrase says"""
        articles = tables[Article.table]
        names = articles["article_id"].combine_chunks()
        names = names if isinstance(names, pa.Array) else pa.concat_arrays(names.chunks)
        self._names = names
        self._number = {article: at for at, article in enumerate(names.to_pylist())}
        self._set_persons(_of_persons(bearers), names)
        self._set_told(told, names)
        self._set_stories(articles)
        self._mentions = ByArticle(tables[Mention.table], names)
        self._free: dict[str, int] = {}
        self.called = functools.lru_cache(_AT_HAND)(self._persons_called)
        self.named_in = functools.lru_cache(_AT_HAND)(self._named_in)
        self.mentions_in = functools.lru_cache(_AT_HAND // 10)(self._mentions_in)
        self.names = functools.lru_cache(_AT_HAND)(self._names_of)

    def _set_persons(self, named: pa.Table, names: pa.Array) -> None:
        self._named = named
        codes = article_codes(named["article_id"], names)
        self._groups = named["group"].to_numpy()
        self._members = ByCluster(codes, named["cluster"].to_numpy())
        self._by_article = ByArticle(named, names)
        self._by_group = np.argsort(self._groups, kind="stable")
        self._group_starts = np.searchsorted(
            self._groups[self._by_group], np.arange(self._groups.max(initial=-1) + 2)
        )

    def _set_told(self, told: pa.Table, names: pa.Array) -> None:
        """Keeps owned descriptions by article, and by the noun of a post who is called so."""
        owned = told.filter(pc.is_valid(told["owned"]))
        columns = (owned[n].to_pylist() for n in ("article_id", "owned", "owners", "cluster"))
        self._owned: dict[str, list[tuple[str, list[int], int]]] = defaultdict(list)
        for article, words, owners, cluster in zip(*columns, strict=True):
            self._owned[article].append((words, owners, cluster))
        posts = told.filter(pc.is_valid(told["noun"]))
        rows = self._rows_in(posts, names)
        nouns = posts["noun"].filter(pa.array(rows >= 0)).combine_chunks().dictionary_encode()
        self._nouns = {noun: at for at, noun in enumerate(nouns.dictionary.to_pylist())}
        order = np.argsort(nouns.indices.to_numpy(), kind="stable")
        self._called = self._groups[rows[rows >= 0]][order]
        self._called_ends = np.cumsum(np.bincount(nouns.indices, minlength=len(self._nouns)))
        asked = np.flatnonzero(self._is_asked(rows))
        asked = asked[np.argsort(self._groups[rows[asked]], kind="stable")]
        self._posts = posts.take(pa.array(asked)).select(["article_id", "words", "phrase"])
        persons = np.arange(len(self._group_starts))
        self._post_starts = np.searchsorted(self._groups[rows[asked]], persons)
        self._set_sexes(told, names)

    def _set_sexes(self, told: pa.Table, names: pa.Array) -> None:
        """Counts what titles, which count twice, and pronouns say of each person."""
        rows = self._rows_in(told, names)
        asked, persons = self._is_asked(rows), len(self._group_starts)
        self._votes: dict[str, Numbers] = {}
        for sex in "fm":
            said = [pc.fill_null(pc.equal(told[c], sex), False) for c in ("titled", "pronoun")]
            points = 2 * said[0].to_numpy() + said[1].to_numpy()
            own = asked & (points > 0)
            found = np.bincount(self._groups[rows[own]], points[own], minlength=persons)
            self._votes[sex] = found.astype(np.int64)

    def _rows_in(self, table: pa.Table, names: pa.Array) -> Numbers:
        """Of the rows of a table, by article and cluster, those among the named; -1 for none."""
        codes = article_codes(table["article_id"], names)
        return self._members.find_all(codes, table["cluster"].to_numpy())

    def _is_asked(self, rows: Numbers) -> npt.NDArray[np.bool_]:
        """Which of some rows are among the first of their persons."""
        rank = np.empty(len(self._groups), dtype=np.int64)
        ordered = self._groups[self._by_group]
        rank[self._by_group] = np.arange(len(ordered)) - self._group_starts[ordered]
        return np.logical_and(rows >= 0, np.append(rank, _MOST)[rows] < _MOST)

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
        return None if at is None else int(self._groups[at])

    def _persons(self, rows: pa.Table | pa.RecordBatch, cluster: str) -> list[int]:
        """Whom the clusters of rows with articles mean, -1 for nobody with a name."""
        numbers = pc.fill_null(rows[cluster], -1).to_numpy(zero_copy_only=False)
        at = self._members.find_all(article_codes(rows["article_id"], self._names), numbers)
        found: list[int] = np.where(at >= 0, np.append(self._groups, -1)[at], -1).tolist()
        return found

    def _named_in(self, article: str) -> frozenset[int]:
        """The persons whom the article names."""
        rows = self._by_article.rows(self._number[article])
        return frozenset(self._groups[rows].tolist())

    def owned_in(self, article: str) -> list[tuple[str, list[int], int]]:
        """Descriptions of an article that begin with an owner: the words, the clusters that the
        owner may be, and the cluster of whom they mean."""
        return self._owned.get(article, [])

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
        found = {other for together in groups for other in together[: _MOST + 1]}
        return sorted(found - {article})[:_MOST]

    def _rows_of(self, person: int) -> list[int]:
        start, end = self._group_starts[person : person + 2]
        rows: list[int] = self._by_group[start:end].tolist()
        return rows[:_MOST]

    def articles_of(self, person: int) -> list[str]:
        """Articles that name the person, in the order of their publication."""
        articles = self._named["article_id"]
        return list(dict.fromkeys(articles[row].as_py() for row in self._rows_of(person)))

    def _names_of(self, person: int) -> Counter[str]:
        """Names by which articles call the person."""
        return Counter(self._named["name"][row].as_py() for row in self._rows_of(person))

    def posts_of(self, person: int) -> list[tuple[str, str, str]]:
        """(article, words, phrase) of the posts that articles give to the person."""
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
        persons = np.append(self._groups, -1)[at].tolist()
        return [
            Placed((span[0], span[1]), form, cluster, text, sure, None if person < 0 else person)
            for (span, form, cluster, text, sure), person in zip(rows, persons, strict=True)
        ]

    def introduced(self) -> Iterator[tuple[int, str, str]]:
        """(person, words before the name, article) of "Oscar-winning actress Ada Doe"."""
        mentions = self._tables[Mention.table]
        wanted = pc.and_(
            pc.equal(mentions["form"], "name"),
            pc.match_substring_regex(mentions["text"], _INTRODUCED),
        )
        rows = mentions.select(["article_id", "cluster", "text"]).filter(wanted)
        columns = (rows[name].to_pylist() for name in ("article_id", "text"))
        for person, article, text in zip(self._persons(rows, "cluster"), *columns, strict=True):
            names = () if person < 0 else sorted(self.names(person))
            before = next((text.partition(f" {n}")[0] for n in names if f" {n}" in text), None)
            if before is not None:
                yield person, before, article

    def facts(self, attributes: Iterable[str]) -> Iterator[tuple[int, dict[str, Any]]]:
        """(person, row) of facts on persons, those of some attributes."""
        facts = self._tables[Fact.table]
        wanted = pc.is_in(facts["attribute"], pa.array(sorted(attributes), pa.string()))
        for batch in facts.select(_OF_FACTS).filter(wanted).to_batches(max_chunksize=_AT_ONCE):
            persons = self._persons(batch, "subject_cluster")
            for person, row in zip(persons, batch.to_pylist(), strict=True):
                if person >= 0:
                    yield person, row


def _of_persons(bearers: pa.Table) -> pa.Table:
    """The rows of groups most of which are persons."""
    groups = bearers["group"].to_numpy()
    person = pc.equal(bearers["kind"], "person").to_numpy()
    total, persons = np.bincount(groups), np.bincount(groups, weights=person)
    kept = (2 * persons > total)[groups] if len(groups) else np.zeros(0, dtype=np.bool_)
    return bearers.select(["article_id", "cluster", "name", "group"]).filter(pa.array(kept))
