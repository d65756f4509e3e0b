"""In which order pairs of statements are compared: pairs in, their places in that order out.

A statement's words are taken apart for each lot of pairs that it is in.  So those stand together
that share a statement, or met for the same words: a lot then has few statements, however many
pairs the pile has.
"""

import numpy as np
import pyarrow as pa

from reportedly.arrays import Hashes, Numbers
from reportedly.reconcile.hashing import row_states


def by_common_words(pairs: pa.Table, keys: pa.Table) -> Numbers:
    """The places of pairs, those together whose left statements have their most common key of
    words in common; of many of these, those that met in one bucket."""
    left, right = (pairs[side].to_numpy() for side in ("left", "right"))
    marks = row_states(keys, ["statement_id"])
    common = _most_common(keys["words"])
    rank = np.empty(len(marks), dtype=np.int64)
    rank[np.lexsort((marks, common))] = np.arange(len(marks))
    return _in_order(rank[left], left, right)


def by_speaker(pairs: pa.Table, speakers: pa.ChunkedArray) -> Numbers:
    """The places of pairs, those together whose left statements have one speaker."""
    left, right = (pairs[side].to_numpy() for side in ("left", "right"))
    codes = speakers.combine_chunks().dictionary_encode().indices.fill_null(-1).to_numpy()
    return _in_order(codes[left], left, right)


def _in_order(first: Numbers, left: Numbers, right: Numbers) -> Numbers:
    """The places of pairs by a number, then by their own: one number sorts several times as fast
    as two."""
    order = np.argsort(left * (1 + right.max(initial=0)) + right)
    ahead = first[order] - first.min(initial=0)
    found: Numbers = order[np.argsort(ahead * len(order) + np.arange(len(order)))]
    return found


def _most_common(lists: pa.ChunkedArray) -> Hashes:
    """Of each list the key that most lists have, of several the greatest; 0 of an empty one."""
    whole = lists.combine_chunks()
    lengths = whole.value_lengths().to_numpy()
    names, places, counts = np.unique(
        whole.flatten().to_numpy(), return_inverse=True, return_counts=True
    )
    # Names are in order: of keys as common, the one with the greater number.
    ranks = np.empty(len(names), dtype=np.int64)
    ranks[np.lexsort((names, counts))] = np.arange(len(names))
    found = np.zeros(len(lists), dtype=np.uint64)
    there = np.flatnonzero(lengths)
    if len(there):
        starts = (np.cumsum(lengths) - lengths)[there]
        best = np.maximum.reduceat(ranks[places], starts)
        found[there] = names[np.argsort(ranks)][best]
    return found
