"""Pairs of phrases and their descriptions."""

import numpy as np

from reportedly.annotate.coreference.neural.features import (
    NEAR,
    describe_pairs,
    describe_phrases,
    pairs_of,
)
from tests.annotate.coreference.neural.described import described

TEXT = "The red barge sank. Divers searched the barge. It had carried grain to the old mill."
#: Each sentence brings two new nouns, so that the first barge gets far away from the last.
LONG = "The red barge sank. " + "A man saw a dog. " * 60 + "The barge was raised. "


def _words(text: str) -> set[tuple[str, str]]:
    _, columns = described(text)
    pairs = pairs_of(columns)
    names = [text[slice(*phrase.span)] for phrase in columns.phrases]
    ends = zip(pairs.later.tolist(), pairs.earlier.tolist(), strict=True)
    return {(names[i], names[j]) for i, j in ends}


def test_a_phrase_is_compared_with_earlier_ones_only() -> None:
    """No pair has a phrase with itself or a later one, and none comes twice."""
    _, columns = described(TEXT)
    pairs = pairs_of(columns)
    assert (pairs.earlier < pairs.later).all()
    assert len({*zip(pairs.later.tolist(), pairs.earlier.tolist(), strict=True)}) == len(
        pairs.later
    )


def test_a_word_in_common_reaches_further_than_nearness() -> None:
    """The barge is compared with the barge of long ago, and not with everything between."""
    assert ("The barge", "The red barge") in _words(LONG)
    _, columns = described(LONG)
    assert len(pairs_of(columns).later) < 3 * NEAR * len(columns)


def test_shared_words_are_counted() -> None:
    """ "The red barge" and "the barge" share one word, "it" and "the barge" none."""
    _, columns = described(TEXT)
    pairs = pairs_of(columns)
    names = [TEXT[slice(*phrase.span)] for phrase in columns.phrases]
    ends = zip(pairs.later.tolist(), pairs.earlier.tolist(), pairs.shared.tolist(), strict=True)
    shared = {(names[i], names[j]): n for i, j, n in ends}
    assert shared["the barge", "The red barge"] == 1
    assert shared["It", "the barge"] == 0


def test_descriptions_have_a_row_for_each() -> None:
    """One row for each phrase and each pair, all numbers finite."""
    _, columns = described(TEXT)
    pairs = pairs_of(columns)
    phrases, both = describe_phrases(columns), describe_pairs(columns, pairs)
    assert len(phrases) == len(columns) and len(both) == len(pairs.later)
    assert np.isfinite(phrases).all()
    assert set(np.unique(both).tolist()) <= {0, 1}
