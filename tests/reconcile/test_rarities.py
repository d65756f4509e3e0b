"""Rarities counted in columns are those counted word by word."""

import itertools

import numpy as np
import pyarrow as pa
import pytest

from reportedly.content_words import content_stems, rarity, similarity
from reportedly.reconcile.hashing import hashes
from reportedly.reconcile.rarities import Rarities

TEXTS = (
    "The harbour office locks the gate",
    "Harbour gates were locked by the office at noon",
    "Otters sleep beside the kiln",
    "",
    "The kiln of the harbour",
)
STEMS = [content_stems(text) for text in TEXTS]


def lists() -> pa.ChunkedArray:
    rows = [hashes(stems) for stems in STEMS]
    return pa.chunked_array([pa.array(rows, pa.list_(pa.uint64()))])


def test_words_weigh_what_they_weigh_one_by_one() -> None:
    """Also with something added; a word of no passage has no weight."""
    plain, raised = Rarities(lists()), Rarities(lists(), added=1.0)
    for word, weight in rarity(STEMS).items():
        assert (plain[word], raised.get(word)) == (weight, 1 + weight)
    assert plain.get("walrus", 7.0) == 7.0
    with pytest.raises(KeyError):
        plain["walrus"]


def test_shares_are_those_of_pairs_one_by_one() -> None:
    """For all pairs at once, those of a passage without words too."""
    plain, known = Rarities(lists()), rarity(STEMS)
    left, right = (
        np.array(side) for side in zip(*itertools.product(range(5), repeat=2), strict=True)
    )
    expected = [similarity(STEMS[a], STEMS[b], known) for a, b in zip(left, right, strict=True)]
    found = plain.shares(lists(), left, right)
    for side, wanted in zip(found, zip(*expected, strict=True), strict=True):
        assert side.tolist() == pytest.approx(list(wanted))


def test_states_change_with_words_and_with_their_rarity() -> None:
    """What is as it was keeps its state, whatever else is added that leaves its weights."""
    states = Rarities(lists()).states(lists())
    assert len(set(states.tolist())) == len(TEXTS)
    doubled = pa.chunked_array([*lists().chunks, *lists().chunks])
    assert Rarities(doubled).states(lists()).tolist() == states.tolist()
    rarer = pa.chunked_array([*lists().chunks, pa.array([[1]] * 20, pa.list_(pa.uint64()))])
    assert Rarities(rarer).states(lists())[0] != states[0]
