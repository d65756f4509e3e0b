"""Groups of copies, part by part of the pile: pairs of copies in, names of groups out.

What hangs together by copies is put into groups by itself, and not again where nothing of it has
changed: neither the wordings nor the days, nor which of its words are common.
"""

from collections.abc import Mapping

import numpy as np
import pyarrow as pa

from reportedly.arrays import Hashes
from reportedly.reconcile.connecting import parts_of
from reportedly.reconcile.copies.grouping import CopyGroups, common_words
from reportedly.reconcile.copies.wordings import Wordings
from reportedly.reconcile.groups import name_group
from reportedly.reconcile.hashing import mixed, row_states, summed
from reportedly.stage import Joins

_GROUPED = pa.schema(
    [
        pa.field("state", pa.uint64()),
        pa.field("article_id", pa.string()),
        pa.field("group", pa.string()),
    ]
)


def group_names(
    pairs: pa.Table,
    days: Mapping[str, str | None],
    wordings: Wordings,
    keys: pa.Table,
    joins: Joins,
) -> dict[str, str]:
    """Article → the name of its group, for those that have copies.

    Args:
        pairs: rows of `keys` that are copies, `left` and `right` with what they share, those first
            that share most.
        days: by article, in the order of `keys`.
        wordings: of all articles.
        keys: as `candidates.keys_of` gives them.
        joins: the engine's joins.
    """
    ids = list(days)
    common = common_words(keys["words"].combine_chunks())
    left, right = (pairs[side].to_numpy() for side in ("left", "right"))
    parts = parts_of(left, right)
    part_of = np.zeros(len(ids), dtype=np.int64)
    part_of[parts.rows] = np.repeat(np.arange(len(parts.sizes)), parts.sizes)
    states = _states(keys, days, common)
    both = mixed(mixed(states[left], states[right]), pairs["shared"].to_numpy().view(np.uint64))
    order = np.argsort(parts.of_pairs, kind="stable")
    counts = np.bincount(parts.of_pairs, minlength=len(parts.sizes))
    state_of_part = summed(both[order], counts)
    pieces = pa.table({"state": state_of_part, "part": np.arange(len(parts.sizes))})

    def grouped(chosen: pa.Table) -> pa.Table:
        own = np.isin(parts.of_pairs, chosen["part"].to_numpy())
        rows = {name: at for at, name in enumerate(ids)}
        groups = CopyGroups(days, wordings, common, rows)
        sides = ([ids[at] for at in side[own].tolist()] for side in (left, right))
        found = [
            (int(state_of_part[part_of[rows[member]]]), member, name_group("k", group, days))
            for group in groups.merge(zip(*sides, strict=True))
            for member in group
        ]
        columns = zip(*found, strict=True) if found else ([], [], [])
        return pa.table(dict(zip(_GROUPED.names, columns, strict=True)), schema=_GROUPED)

    named = joins.by_piece(pieces, grouped)
    columns = (named[name].to_pylist() for name in ("article_id", "group"))
    return dict(zip(*columns, strict=True))


def _states(keys: pa.Table, days: Mapping[str, str | None], common: frozenset[int]) -> Hashes:
    """Of each article a hash of all that its place in a group follows from."""
    told = pa.table({"id": keys["article_id"], "day": pa.array(list(days.values()), pa.string())})
    own = mixed(row_states(told, told.schema.names), keys["state"].to_numpy())
    words = keys["words"].combine_chunks()
    flat = words.flatten().to_numpy()
    known = np.array(sorted(common), dtype=np.uint64)
    # Few words are common: to look all others up in their order would take longer.
    places = np.minimum(np.searchsorted(known, flat), len(known) - 1)
    counted = np.where(known[places] == flat, flat, np.uint64(0))
    return mixed(own, summed(counted, words.value_lengths().to_numpy().astype(np.int64)))
