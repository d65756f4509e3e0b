"""For each described person a hash of all from which it follows who that is.

In: what articles say of those whom they describe, and what the pile knows.  Out: numbers, made in
columns: of a case whose number an earlier build saw, the result is known, and nothing is asked of
the pile.

Persons are told by the mentions of them that are asked, not by their numbers, which change with the
pile.  What nobody asks is left out: mentions, posts and ages behind the first of them, and of
further articles of the story all persons of whom nothing is known that the case says.  So somebody
known to all, and a long story, are the same when one more article tells of them.
"""

from typing import Any

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from reportedly.arrays import Flags, Hashes, Numbers
from reportedly.model import Article, Mention
from reportedly.reconcile.entities.columns import article_codes
from reportedly.reconcile.entities.context import ranges
from reportedly.reconcile.entities.described.known import Known
from reportedly.reconcile.entities.described.pile import MOST, TIES, Tables
from reportedly.reconcile.entities.described.unnamed import AGE, CHILDREN, OWNED
from reportedly.reconcile.hashing import distinct, mixed, places_in, row_states


def case_states(cases: pa.Table, told: pa.Table, tables: Tables, known: Known) -> Hashes:
    """The hashes of some rows of `unnamed_in`.

    Args:
        cases: the rows.
        told: all rows of `told_in`.
        tables: those that the stage reads.
        known: the same as it is asked.
    """
    said = _Said(tables, told, known)
    codes = article_codes(cases["article_id"], known.pile.ids)
    asked = cases["asked"].combine_chunks()
    lengths = asked.value_lengths().to_numpy().astype(np.int64)
    of = np.repeat(np.arange(len(cases)), lengths)
    states = mixed(row_states(cases, cases.schema.names), said.in_articles(codes)[codes])
    states = mixed(states, said.around(codes, of, asked.flatten()))
    is_owned = pc.equal(asked.flatten(), OWNED).to_numpy(zero_copy_only=False)
    owned = np.bincount(of, is_owned, minlength=len(cases)) > 0
    return np.where(owned, mixed(states, said.ties()[codes]), states)


class _Said:
    """Hashes of what articles say, by the numbers of the articles."""

    def __init__(self, tables: Tables, told: pa.Table, known: Known) -> None:
        self._tables, self._known, self._pile = tables, known, known.pile
        self._rank = np.argsort(pc.sort_indices(self._pile.ids).to_numpy())
        self._dated = row_states(tables[Article.table], ["article_id", "published"])
        #: of each mention that has a name the article
        self._codes = article_codes(self._pile.named["article_id"], self._pile.ids)
        self._told = told.filter(pc.is_null(told["owned"]))
        self._told_rows = self._pile.rows_in(self._told)
        self._owned = told.filter(pc.is_valid(told["owned"]))
        self._persons = self._of_persons()

    def _of_persons(self) -> Hashes:
        """Of each person what is known of it, as far as it is asked."""
        pile, found = self._pile, np.zeros(self._pile.n_persons, dtype=np.uint64)
        own = mixed(row_states(pile.named, ["cluster", "name"]), self._dated[self._codes])
        first = pile.is_asked(np.arange(len(own)))
        np.add.at(found, pile.groups[first], own[first])
        told, rows = self._told, self._told_rows
        given = pc.fill_null(told["given"], False).to_numpy()
        persons = np.append(pile.groups, -1)[rows]
        codes = article_codes(told["article_id"], pile.ids)
        phrases = mixed(row_states(told, ["phrase"]), persons.astype(np.uint64))
        first = _earliest(phrases, self._rank[codes], MOST)
        asked = (rows >= 0) & np.where(given, first, pile.is_asked(rows))
        names = ["noun", "words", "phrase", "titled", "pronoun"]
        np.add.at(found, persons[asked], mixed(row_states(told, names), self._dated[codes])[asked])
        own_facts = ~_are(pile.facts, *TIES)
        facts, persons = pile.facts.filter(pa.array(own_facts)), pile.fact_persons[own_facts]
        codes = article_codes(facts["article_id"], pile.ids)
        kinds = mixed(row_states(facts, ["attribute"]), persons.astype(np.uint64))
        asked = _earliest(kinds, self._rank[codes], MOST)
        own = mixed(row_states(facts, facts.schema.names), self._dated[codes])
        np.add.at(found, persons[asked], own[asked])
        return found

    def _summed(self, codes: Numbers, values: Hashes) -> Hashes:
        found = np.zeros(len(self._pile.ids), dtype=np.uint64)
        np.add.at(found, codes, values)
        return found

    def in_articles(self, wanted: Numbers) -> Hashes:
        """Of some articles what is asked of them for any of their cases; of others anything."""
        pile = self._pile
        clusters = row_states(pile.named, ["cluster"])
        named = self._summed(self._codes, mixed(clusters, self._persons[pile.groups]))
        own = row_states(self._owned, ["cluster", "owned", "owners"])
        owned = self._summed(article_codes(self._owned["article_id"], pile.ids), own)
        found = mixed(mixed(self._dated, named), owned)
        some = pile.ids.take(pa.array(distinct(wanted)))
        for kind, columns in ((Mention, ["span", "form", "cluster"]), (Article, ["text"])):
            rows = self._tables[kind.table].select(["article_id", *columns])
            rows = rows.filter(pc.is_in(rows["article_id"], some))
            codes = article_codes(rows["article_id"], pile.ids)
            found = mixed(found, self._summed(codes, row_states(rows, columns)))
        return found

    def around(self, codes: Numbers, of: Numbers, asked: pa.Array) -> Hashes:
        """What further articles of story and copies say of those of whom something is known.

        Args:
            codes: articles.
            of: places among them, not all once.
            asked: for each of these places what must be known.
        """
        kinds = pc.unique(asked)
        kind = pc.index_in(asked, kinds).to_numpy().astype(np.int64)
        pairs = self._of_whom(kinds)
        found, listed = np.zeros((2, len(codes)), dtype=np.uint64)
        sizes, is_known = np.zeros((2, len(codes)), dtype=np.int64)
        for column in ("story_id", "copy_group"):
            groups = _numbered(self._tables[Article.table][column])
            first = (groups >= 0) & _earliest(groups, self._rank, MOST + 1)
            said = np.zeros(len(codes), dtype=np.uint64)
            np.add.at(said, of, self._said_in(groups, first, pairs, groups[codes[of]], kind))
            names = np.zeros(int(groups.max(initial=-1)) + 2, dtype=np.uint64)
            np.add.at(names, groups[first], self._dated[first])
            counts = np.bincount(groups[groups >= 0], minlength=len(names))
            sizes += counts[groups[codes]]
            is_known |= said != 0
            found, listed = mixed(found, said), mixed(listed, names[groups[codes]])
        # Where not all of them are asked of somebody, it counts which these are.
        return np.where((sizes > MOST) & (is_known > 0), mixed(found, listed), found)

    def _said_in(
        self,
        groups: Numbers,
        first: Flags,
        pairs: tuple[Numbers, Numbers],
        wanted: Numbers,
        kind: Numbers,
    ) -> Hashes:
        """What the first articles of groups say of those of whom something is known."""
        persons, kinds = pairs
        size = int(max(kinds.max(initial=0), kind.max(initial=0))) + 1
        known = distinct((wanted * size + kind)[wanted >= 0])
        if not len(known):
            return np.zeros(len(wanted), dtype=np.uint64)
        own = np.flatnonzero(first[self._codes])
        starts = np.searchsorted(persons, self._pile.groups[own])
        counts = np.searchsorted(persons, self._pile.groups[own], side="right") - starts
        rows = np.repeat(own, counts)
        cells = groups[self._codes[rows]] * size + kinds[ranges(starts, counts)]
        places = places_in(known, cells)
        asked = known[places] == cells
        rows = rows[asked]
        values = mixed(self._dated[self._codes[rows]], self._persons[self._pile.groups[rows]])
        found = np.zeros(len(known), dtype=np.uint64)
        np.add.at(found, places[asked], values)
        return np.where(wanted >= 0, found[places_in(known, wanted * size + kind)], 0)

    def _of_whom(self, kinds: pa.Array) -> tuple[Numbers, Numbers]:
        """Persons of whom something is known, ascending, and the numbers of what, as asked for."""
        pile = self._pile
        nouns = pc.fill_null(pc.index_in(self._told["noun"], kinds), -1).to_numpy()
        posted = (nouns >= 0) & (self._told_rows >= 0)
        tied = pile.rows_in(self._owned)
        ties = pc.fill_null(pc.index_in(self._owned["tie"], kinds), -1).to_numpy()
        is_tied = (ties >= 0) & (tied >= 0)
        cells = [
            pile.groups[self._told_rows[posted]] * len(kinds) + nouns[posted],
            pile.groups[tied[is_tied]] * len(kinds) + ties[is_tied],
        ]
        for kind, attributes in ((AGE, ("age", "birth_date")), (CHILDREN, ("children",))):
            if (number := kinds.index(kind).as_py()) >= 0:
                persons = pile.fact_persons[_are(pile.facts, *attributes)]
                cells.append(persons * len(kinds) + number)
        found = distinct(np.concatenate(cells))
        return found // max(1, len(kinds)), found % max(1, len(kinds))

    def ties(self) -> Hashes:
        """Of each article what is known of who belongs to those who own somebody in it."""
        pile, nobody = self._pile, self._pile.n_persons
        owned = self._owned
        codes = article_codes(owned["article_id"], pile.ids)
        owners = owned["owners"].combine_chunks()
        lengths = owners.value_lengths().to_numpy().astype(np.int64)
        of = np.repeat(np.arange(len(owned)), lengths)
        ids = owned["article_id"].take(pa.array(of))
        rows = pile.rows_in(pa.table({"article_id": ids, "cluster": owners.flatten()}))
        persons = np.append(pile.groups, nobody)[rows]
        hashes = np.append(self._persons, np.uint64(0))
        said = row_states(owned, ["cluster", "owned", "owners"])
        np.add.at(said, of, hashes[persons])
        said += mixed(
            self._dated[codes], hashes[np.append(pile.groups, nobody)[pile.rows_in(owned)]]
        )
        size = nobody + 1
        first = pile.is_asked(np.arange(len(self._codes)))
        asked = distinct(self._codes[first] * size + pile.groups[first])
        cells = codes[of] * size + persons
        is_asked = (asked[places_in(asked, cells)] == cells) if len(asked) else persons < 0
        found = np.zeros(size, dtype=np.uint64)
        np.add.at(found, persons[is_asked], said[of[is_asked]])
        tied = [(p, *tie) for p, ties in self._known.tied.items() for tie in ties]
        numbers = np.array([(p, other) for p, _, other, _ in tied], dtype=np.int64).reshape(-1, 2)
        words = row_states(
            pa.table({"tie": [" ".join(sorted(each)) for _, each, _, _ in tied]}), ["tie"]
        )
        told = article_codes(pa.chunked_array([[a for *_, a in tied]], pa.string()), pile.ids)
        np.add.at(
            found,
            numbers[:, 0],
            mixed(mixed(words, self._dated[told]), self._persons[numbers[:, 1]]),
        )
        return self._summed(codes[of], found[persons])


def _are(facts: pa.Table, *attributes: str) -> Flags:
    found: Any = pc.is_in(facts["attribute"], pa.array(attributes))
    return np.asarray(found, dtype=np.bool_)


def _numbered(groups: pa.ChunkedArray) -> Numbers:
    """Numbers of groups, -1 for none."""
    found = pc.index_in(groups, pc.unique(groups).drop_null())
    return pc.fill_null(found, -1).to_numpy().astype(np.int64)  # type: ignore[no-any-return]


def _earliest(keys: npt.NDArray[Any], ranks: Numbers, most: int) -> Flags:
    """Which rows have fewer than `most` rows of their key and of a lower rank."""
    order = np.lexsort((ranks, keys))
    places = np.arange(len(order))
    fresh = np.append(True, keys[order][1:] != keys[order][:-1])[: len(order)]
    starts = np.maximum.accumulate(np.where(fresh, places, 0))
    fresh |= np.append(True, ranks[order][1:] != ranks[order][:-1])[: len(order)]
    before = np.maximum.accumulate(np.where(fresh, places, 0)) - starts
    found = np.zeros(len(order), dtype=np.bool_)
    found[order] = before < most
    return found
