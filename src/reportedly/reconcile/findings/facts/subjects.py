"""Whose facts belong together: by entity, and by name within one story where no entity is known.

A child who is only "Tom" in every article has no entity across articles; in one story the same
bare name mostly means the same child, and so it does beside the same other people.

In: the tables of all articles.  Out: the subjects, by the places of their facts, of which rows are
made only where somebody looks.
"""

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from itertools import combinations

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from reportedly.arrays import Numbers
from reportedly.model import Article, Entity, Fact
from reportedly.reconcile.findings.whole import Whole
from reportedly.reconcile.groups import connected
from reportedly.reconcile.indexing import Index
from reportedly.schema import rows_of

#: People whom two articles must both name for a bare name to mean the same person in both.
COMPANY = 2
#: Bare names more common than this are anybody's.
MOST_BARE = 20
#: Articles of each that are looked at, so that those of whom thousands tell cost no more.
LOOKED_AT = 30
#: A subject: the entity, or the story and the name.
Subject = tuple[str, str]
#: What stands between the two parts of a subject that is written as one string.
_BETWEEN = "\n"


class Subjects:
    """The subjects that are known across articles, each with its facts.

    Attributes:
        facts: all facts, in order of their identifiers.
        called: for each fact the name of its subject in small letters.
        of_fact: for each fact the number of its subject, -1 where it has none.
        names: of all subjects, in order, each as one string.
    """

    def __init__(self, whole: Whole) -> None:
        facts = whole.table(Fact)
        order = pc.sort_indices(facts["fact_id"])
        self.facts = facts.take(order).combine_chunks()
        self.called = _folded(self.facts["subject"])
        found = Index(_subjects(self.facts, self.called, whole))
        numbers = np.full(self.facts.num_rows, -1, dtype=np.int64)
        every = np.arange(len(found.values))
        numbers[found.rows_of_numbers(every)] = np.repeat(every, found.counts)
        names: list[str] = found.values.to_pylist()
        of = np.arange(len(names))
        for first, *others in _same_bare_names(self, numbers, names, whole):
            of[others] = first
        # One of each group is left, under its own name.
        kept = sorted(np.unique(of).tolist(), key=names.__getitem__)
        rank = np.full(len(names) + 1, -1)
        rank[kept] = np.arange(len(kept))
        self.names = [names[number] for number in kept]
        self.of_fact: Numbers = rank[np.append(of, len(names))[numbers]]
        self._index = Index(pa.chunked_array([pa.array(self.of_fact)]))
        self._number_at = {number: at for at, number in enumerate(self._index.values.to_pylist())}

    def rows(self, numbers: Iterable[int]) -> Numbers:
        """The places of the facts of some subjects, those of one after those of the other, in each
        in order."""
        at = np.array([self._number_at[number] for number in numbers], dtype=np.int64)
        return self._index.rows_of_numbers(at)

    def numbers_of(self, subjects: Iterable[Subject]) -> list[int]:
        """The numbers of some subjects."""
        return [bisect_left(self.names, _BETWEEN.join(subject)) for subject in subjects]

    def told(self, numbers: Iterable[int]) -> dict[Subject, list[Fact]]:
        """The facts of some subjects, both in order."""
        return self.among(self.rows(sorted(numbers)))

    def among(self, rows: Numbers) -> dict[Subject, list[Fact]]:
        """The facts at some places by their subjects, both in order; without those of none."""
        known = np.sort(rows[self.of_fact[rows] >= 0])
        found: dict[int, list[Fact]] = {}
        facts = rows_of(Fact, self.facts.take(pa.array(known)))
        for number, fact in zip(self.of_fact[known].tolist(), facts, strict=True):
            found.setdefault(number, []).append(fact)
        return {subject_of(self.names[number]): found[number] for number in sorted(found)}


def subject_of(name: str) -> Subject:
    """The subject that is written as one string."""
    kind, _, rest = name.partition(_BETWEEN)
    return kind, rest


def _folded(column: pa.ChunkedArray) -> pa.Array:
    """Words in small letters."""
    encoded = column.combine_chunks().dictionary_encode()
    folded = pa.array([word.casefold() for word in encoded.dictionary.to_pylist()], pa.string())
    return folded.take(encoded.indices)


def _subjects(facts: pa.Table, called: pa.Array, whole: Whole) -> pa.ChunkedArray:
    """Of each fact the entity; else that of the same name in the story if it is the only one; else
    the story and the name; null where several have that name."""
    articles = whole.table(Article)
    places = pc.index_in(facts["article_id"], articles["article_id"].combine_chunks())
    story = articles["story_id"].take(places)
    named = pc.binary_join_element_wise(story, called, _BETWEEN)
    entity = facts["subject_id"]
    both = pa.table({"named": named, "entity": entity})
    both = both.filter(pc.and_(pc.is_valid(named), pc.is_valid(entity)))
    known = both.group_by("named").aggregate([("entity", "count_distinct"), ("entity", "min")])
    at = pc.index_in(named, known["named"].combine_chunks())
    count = pc.fill_null(known["entity_count_distinct"].take(at), 0)
    only = pc.if_else(pc.equal(count, 1), known["entity_min"].take(at), None)
    entity = pc.coalesce(entity, only)
    nobody = pc.if_else(pc.equal(count, 0), named, None)
    return pc.coalesce(pc.binary_join_element_wise("entity", entity, _BETWEEN), nobody)


def _same_bare_names(
    subjects: Subjects, numbers: Numbers, names: list[str], whole: Whole
) -> Iterator[list[int]]:
    """Numbers of subjects of one given name whose articles name the same other people; the one that
    comes first by its name first.

    A word that ends a fuller name of the pile is a surname, which relatives share.
    """
    named = [
        sorted(own, key=names.__getitem__)[:MOST_BARE]
        for own in _by_bare_name(subjects, numbers, whole)
        if len(own) > 1
    ]
    wanted = np.array(sorted({number for own in named for number in own}), dtype=np.int64)
    places = np.flatnonzero(np.isin(numbers, wanted))
    facts: dict[int, list[Fact]] = {number: [] for number in wanted.tolist()}
    rows = rows_of(Fact, subjects.facts.take(pa.array(places)))
    for number, fact in zip(numbers[places].tolist(), rows, strict=True):
        facts[number].append(fact)
    edges = [
        (names[a], names[b])
        for own in named
        for a, b in combinations(own, 2)
        if _share_company(facts[a], facts[b], whole)
    ]
    number_of = {names[number]: number for number in wanted.tolist()}
    for group in connected(edges):
        yield [number_of[name] for name in group]


def _by_bare_name(subjects: Subjects, numbers: Numbers, whole: Whole) -> list[list[int]]:
    """The numbers of subjects who are only called by one word, for each word."""
    encoded = subjects.called.dictionary_encode()
    words: list[str] = encoded.dictionary.to_pylist()
    codes = encoded.indices.to_numpy(zero_copy_only=False)
    known = numbers >= 0
    last = np.zeros(int(numbers.max(initial=-1)) + 1, dtype=np.int64)
    last[numbers[known]] = codes[known]
    others = np.zeros(len(last), dtype=np.bool_)
    others[numbers[known][codes[known] != last[numbers[known]]]] = True
    surnames = {
        name.split()[-1].casefold()
        for name in whole.table(Entity)["name"].to_pylist()
        if " " in name
    }
    found: dict[str, list[int]] = {}
    for number in np.flatnonzero(~others).tolist():
        word = words[last[number]]
        if " " not in word and word not in surnames:
            found.setdefault(word, []).append(number)
    return list(found.values())


def _share_company(one: list[Fact], other: list[Fact], whole: Whole) -> bool:
    own = {fact.subject_id for fact in (*one, *other)}
    first, second = (
        [_people(article, whole) for article in sorted({f.article_id for f in facts})[:LOOKED_AT]]
        for facts in (one, other)
    )
    return any(len((a & b) - own) >= COMPANY for a in first for b in second)


def _people(article_id: str, whole: Whole) -> set[str]:
    counts = whole.mentions.counts(article_id)
    return {e for e in counts if (row := whole.entities.get(e)) and row.kind == "person"}
