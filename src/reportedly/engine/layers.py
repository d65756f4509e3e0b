"""Rows of articles, kept in layers from one build to the next.

In: articles with their states, and what gives the rows of those that are not kept.  Out: the rows
of all.  What is new or changed comes into a layer of its own; a layer is read whole and written
once, until newer ones of its size are there and become one with it, or an article of it is gone:
of that nothing stays.
"""

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from reportedly.arrays import Flags, Hashes, Numbers
from reportedly.engine.piecewise import Tables, WorkedOut, pack_all, unpack_all
from reportedly.engine.spilling import let_go

#: Articles whose rows are made at once: so many have their rows in memory.
AT_ONCE = 256
#: Articles of a layer at the most, since one is in memory whole.
_MOST = 4_096
#: A layer is made one with a newer one that has more than a quarter of its articles: some articles
#: more write a few of those before again, and there are few layers.
_TIMES = 4
#: The column that names the article of a row.
OF = "article_id"
#: Of a layer: its articles with their states, beside their rows.
_STATES = "(states)"


@dataclass(frozen=True, slots=True)
class Articles:
    """Articles, sorted by their identifiers, and for each a hash of all that its rows follow
    from."""

    ids: pa.Array
    states: Hashes


@dataclass(slots=True)
class _Layer:
    number: int
    articles: int
    """those in it whose rows are in use"""


def layered(
    articles: Articles, make: Callable[[Numbers], Tables], key: str, kept: WorkedOut
) -> Iterator[Tables]:
    """The rows of all articles, part by part, those of an article together.

    Args:
        articles: those that there are.
        make: places of articles → their rows, by table, each with a column `article_id`; asked for
            those whose rows are not kept in that state.
        key: changes with what `make` does.
        kept: where layers are left for the next build.
    """
    head = kept.find(key)
    numbers: list[int] = [] if head is None else json.loads(head)
    taken = np.zeros(len(articles.ids), dtype=np.bool_)
    layers: list[_Layer] = []
    gone: list[int] = []
    for number in reversed(numbers):
        whole = _read(f"{key} {number}", kept)
        own = whole.pop(_STATES, None)
        tables, count = _still(whole, own, articles, taken)
        if own is not None and count and not pc.all(pc.is_in(own[OF], articles.ids)).as_py():
            left = own.filter(pc.is_in(own[OF], articles.ids))
            there = {
                name: rows.filter(pc.is_in(rows[OF], left[OF])) for name, rows in whole.items()
            }
            kept.keep(f"{key} {number}", pack_all({**there, _STATES: left}))
        if count:
            layers.insert(0, _Layer(number, count))
            yield tables
        else:
            gone.append(number)
    missing = np.flatnonzero(~taken)
    writing = _Writing(articles, key, kept, layers, 1 + max(numbers, default=0), gone)
    for at in range(0, len(missing), AT_ONCE):
        chosen = missing[at : at + AT_ONCE]
        found = make(chosen)
        writing.add(chosen, found)
        yield found
        let_go()
    writing.end()
    if len(missing) or gone:
        kept.keep(key, json.dumps([layer.number for layer in layers]).encode())


def _read(key: str, kept: WorkedOut) -> dict[str, pa.Table]:
    payload = kept.find(key)
    return {} if payload is None else unpack_all(payload)


def _still(
    tables: dict[str, pa.Table],
    own: pa.Table | None,
    articles: Articles,
    taken: Flags,
) -> tuple[dict[str, pa.Table], int]:
    """The rows of a layer that are as they were and not in a newer one, which are marked as taken,
    and of how many articles they are."""
    if own is None:
        return {}, 0
    at = pc.fill_null(pc.index_in(own[OF], articles.ids), -1).to_numpy()
    same = at >= 0
    same[same] = (articles.states[at[same]] == own["state"].to_numpy()[same]) & ~taken[at[same]]
    taken[at[same]] = True
    if same.all():
        return tables, len(same)
    left = own[OF].filter(pa.array(same)).combine_chunks()
    return {name: rows.filter(pc.is_in(rows[OF], left)) for name, rows in tables.items()}, len(left)


class _Writing:
    """What is new, gathered for layers of its own."""

    def __init__(
        self,
        articles: Articles,
        key: str,
        kept: WorkedOut,
        layers: list[_Layer],
        number: int,
        gone: list[int],
    ) -> None:
        self._articles, self._key, self._kept, self._layers = articles, key, kept, layers
        self._number, self._gone = number, gone
        self._chosen: list[Numbers] = []
        self._found: list[Tables] = []

    def add(self, chosen: Numbers, found: Tables) -> None:
        """Takes in the rows of some articles."""
        self._chosen.append(chosen)
        self._found.append(found)
        if sum(map(len, self._chosen)) >= _MOST:
            self._write()

    def end(self) -> None:
        """Writes what is left, with small layers before it, and drops what is no longer in use."""
        if self._chosen:
            self._take_in()
            self._write()
        for number in self._gone:
            self._kept.drop(f"{self._key} {number}")

    def _take_in(self) -> None:
        """Adds the rows of the layers that become one with what is new."""
        count = sum(map(len, self._chosen))
        taken = np.zeros(len(self._articles.ids), dtype=np.bool_)
        taken[np.concatenate(self._chosen)] = True
        while self._layers:
            last = self._layers[-1]
            if last.articles >= _TIMES * count or last.articles + count > _MOST:
                return
            before = taken.copy()
            tables = _read(f"{self._key} {last.number}", self._kept)
            tables, _ = _still(tables, tables.pop(_STATES, None), self._articles, taken)
            self._chosen.append(np.flatnonzero(taken & ~before))
            self._found.append(tables)
            count += last.articles
            self._gone.append(self._layers.pop().number)

    def _write(self) -> None:
        chosen = np.concatenate(self._chosen)
        states = pa.table(
            {OF: self._articles.ids.take(pa.array(chosen)), "state": self._articles.states[chosen]}
        )
        names = sorted({name for tables in self._found for name in tables})
        tables = {
            name: pa.concat_tables([part[name] for part in self._found if name in part])
            for name in names
        }
        payload = pack_all({**tables, _STATES: states})
        self._kept.keep(f"{self._key} {self._number}", payload)
        self._layers.append(_Layer(self._number, len(chosen)))
        self._number += 1
        self._chosen.clear()
        self._found.clear()
