"""`Roster`: the members of a whole pile in columns of numbers; a `Member` only when asked for.

In: named clusters of all articles, and what the metadata of the articles say.  Members are
numbered in the order of publication, article and place.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, get_args

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from reportedly.arrays import Flags, Numbers
from reportedly.model import EntityKind
from reportedly.models.names.person import person_name
from reportedly.reconcile.entities.members import Member, Sex
from reportedly.reconcile.entities.names import Names, numbered
from reportedly.schema import with_column

Codes = npt.NDArray[np.int8]

#: In the order of the alphabet, so that a smaller code is an earlier word.
KINDS: tuple[EntityKind, ...] = tuple(sorted(get_args(EntityKind)))
PERSON, PLACE = KINDS.index("person"), KINDS.index("place")
ORGANISATION, WORK = KINDS.index("organisation"), KINDS.index("work")
SEXES: tuple[Sex, ...] = ("", "f", "m")
_UNDATED = "9999"


@dataclass(slots=True)
class Roster:
    """Members by number; `names`, `kinds` and `outlets` are numbers themselves."""

    article_ids: list[str]
    days: list[str]
    """of each article"""
    names: Names
    article: npt.NDArray[np.int32]
    cluster: Numbers
    name: npt.NDArray[np.int32]
    all_names: npt.NDArray[np.int32]
    """names that each member uses, one member after the other"""
    ends: Numbers
    """where the names of each member end"""
    kind: Codes
    titled: Codes
    pronoun: Codes
    first: Numbers
    """start and end of the first mention"""
    outlet: npt.NDArray[np.int32]
    """number of the outlet that it names, -1 for none"""
    printed: Sequence[str] = ()
    """the outlets"""

    def __len__(self) -> int:
        return len(self.article)

    def __getitem__(self, n: int) -> Member:
        return self.rows([n])[0]

    def rows(self, numbers: Sequence[int] | Numbers) -> list[Member]:
        """Some members as objects."""
        wanted = np.asarray(numbers, dtype=np.int64)
        texts, outlets = self.names.texts, (*self.printed, None)
        columns = (self.article, self.cluster, self.name, self.kind, self.titled, self.pronoun)
        listed = zip(
            wanted.tolist(),
            *(column[wanted].tolist() for column in columns),
            self.first[wanted].tolist(),
            self.outlet[wanted].tolist(),
            strict=True,
        )
        return [
            Member(
                self.article_ids[article],
                cluster,
                texts[name],
                tuple(texts[each] for each in self.names_of(n)),
                KINDS[kind],
                SEXES[titled],
                SEXES[pronoun],
                self.days[article],
                (first[0], first[1]),
                outlets[outlet],
            )
            for n, article, cluster, name, kind, titled, pronoun, first, outlet in listed
        ]

    def names_of(self, n: int) -> list[int]:
        """All names of a member, in the order of the alphabet."""
        found: list[int] = self.all_names[self.ends[n - 1] if n else 0 : self.ends[n]].tolist()
        return found

    def owners(self) -> Numbers:
        """For each of `all_names` the member that uses it."""
        return np.repeat(np.arange(len(self)), np.diff(self.ends, prepend=0))

    def is_single(self) -> Flags:
        """Which members are persons called by one word alone."""
        people = np.unique(self.name[self.kind == PERSON])
        single = np.zeros(len(self.names), dtype=np.bool_)
        single[people] = [person_name(self.names.texts[each]).single for each in people.tolist()]
        found: Flags = (self.kind == PERSON) & single[self.name]
        return found


def roster_of(found: pa.Table, articles: pa.Table) -> Roster:
    """The members of all articles.

    Args:
        found: as `named_clusters` gives them, in any order.
        articles: `article_id`, `published` and `byline`.
    """
    found = _signed(found, _bylines(articles["byline"]))
    ids, (_, owners) = numbered([articles["article_id"], found["article_id"]])
    days = _days(ids, articles)
    lists = found["names"].combine_chunks()
    lengths = lists.value_lengths().to_numpy(zero_copy_only=False).astype(np.int64)
    texts, (name, flat) = numbered([found["name"], lists.flatten()])
    cluster, start, end = (found[each].to_numpy() for each in ("cluster", "start", "end"))
    ranks = np.unique(np.array(days, dtype=np.str_), return_inverse=True)[1]
    order = np.lexsort((cluster, end, start, owners, ranks[owners]))
    starts = np.cumsum(lengths) - lengths
    ends = np.cumsum(lengths[order])
    shift = np.repeat(starts[order] - (ends - lengths[order]), lengths[order])
    return Roster(
        ids,
        days,
        Names(texts),
        owners[order].astype(np.int32),
        cluster[order],
        name[order].astype(np.int32),
        flat[np.arange(len(flat)) + shift].astype(np.int32),
        ends,
        _codes(found["kind"], KINDS)[order],
        _codes(found["titled"], SEXES)[order],
        _codes(found["pronoun"], SEXES)[order],
        np.stack([start, end], axis=1)[order],
        np.full(len(order), -1, dtype=np.int32),
    )


def _codes(column: pa.ChunkedArray, values: Sequence[str]) -> Codes:
    found: npt.NDArray[Any] = pc.index_in(column, pa.array(values, pa.string())).to_numpy()
    return found.astype(np.int8)


def _days(ids: Sequence[str], articles: pa.Table) -> list[str]:
    known = zip(*(articles[name].to_pylist() for name in ("article_id", "published")), strict=True)
    by_id = {article: day for article, day in known if day}
    return [by_id.get(article, _UNDATED) for article in ids]


def _bylines(printed: pa.ChunkedArray) -> dict[str, str]:
    """Names of authors in capitals, as bylines in texts often are, → as the metadata have them."""
    names = {name for name in pc.unique(printed).to_pylist() if name}
    return {name.upper(): name for name in sorted(names) if not name.isupper()}


def _signed(found: pa.Table, bylines: dict[str, str]) -> pa.Table:
    """The clusters, those named as a byline in capitals with the name as the metadata print it."""
    found = found.combine_chunks()
    shouted = pc.is_in(found["name"], pa.array(sorted(bylines), pa.string()))
    at = np.flatnonzero(shouted.to_numpy())
    if not len(at):
        return found
    some = found.take(pa.array(at))
    printed = [bylines[name] for name in some["name"].to_pylist()]
    names = [
        sorted({name, *listed})
        for name, listed in zip(printed, some["names"].to_pylist(), strict=True)
    ]
    order = np.arange(len(found))
    order[at] = len(found) + np.arange(len(at))
    for column, values in (("name", printed), ("names", names)):
        new = pa.array(values, found.schema.field(column).type)
        both = pa.chunked_array([*found[column].chunks, new])
        found = with_column(found, column, both.take(pa.array(order)))
    return found.combine_chunks()
