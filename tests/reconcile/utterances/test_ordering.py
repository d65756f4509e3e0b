"""Pairs in the order in which they are compared: the same pairs, those of one saying together."""

import itertools

import numpy as np
import pyarrow as pa

from reportedly.reconcile.utterances.ordering import by_common_words, by_speaker

#: Of eight statements the keys of words: two sayings, taken up in turn, and words of their own.
WORDS = [[7 if row % 2 else 9, 100 + row] for row in range(8)]
KEYS = pa.table(
    {
        "statement_id": [f"s{row}" for row in range(8)],
        "words": pa.array(WORDS, pa.list_(pa.uint64())),
    }
)


def pairs() -> pa.Table:
    """All pairs of statements of one saying, by their numbers."""
    both = [(a, b) for a, b in itertools.combinations(range(8), 2) if a % 2 == b % 2]
    left, right = zip(*both, strict=True)
    return pa.table({"left": list(left), "right": list(right), "state": np.arange(len(both))})


def rows(table: pa.Table) -> list[tuple[int, ...]]:
    """The rows in their order."""
    return list(zip(*(column.to_pylist() for column in table.columns), strict=True))


def test_pairs_of_the_same_words_stand_together() -> None:
    """None is lost, and those of one saying are not parted by those of another."""
    found = pairs().take(by_common_words(pairs(), KEYS))
    assert sorted(rows(found)) == rows(pairs())
    sayings = [left % 2 for left in found["left"].to_pylist()]
    assert len(list(itertools.groupby(sayings))) == 2


def test_pairs_of_one_speaker_stand_together() -> None:
    """Nobody counts as one speaker, too."""
    speakers = pa.chunked_array([["e1", None, "e2", "e1", None, "e2", "e1", None]])
    found = pairs().take(by_speaker(pairs(), speakers))
    assert sorted(rows(found)) == rows(pairs())
    said = [speakers[left].as_py() for left in found["left"].to_pylist()]
    assert len(list(itertools.groupby(said))) == 3


def test_no_pairs_and_no_words() -> None:
    """A pile of which nothing is worth comparing."""
    empty = pa.array([[]] * 8, pa.list_(pa.uint64()))
    none = pairs().slice(0, 0)
    keys = KEYS.set_column(1, "words", empty)
    assert by_common_words(none, keys).tolist() == []
    assert by_common_words(pairs().slice(0, 1), keys).tolist() == [0]
