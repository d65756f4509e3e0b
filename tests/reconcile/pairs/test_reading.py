"""A text read at once."""

import numpy as np

from reportedly.reconcile.pairs.judging import nearness
from reportedly.reconcile.pairs.reading import read

TEXT = "The old ferry sinks slowly; nobody at Ostvik noticed."


def test_each_word_has_a_place_and_a_vector() -> None:
    """Places are half-open and in order, marks are words, too."""
    found = read(TEXT)
    assert [TEXT[start:end] for start, end in found.spans][:3] == ["The", "old", "ferry"]
    assert found.vectors.shape == (len(found.spans), 384)
    assert found.within(0, 26).sum() == 5


def test_the_mean_of_all_words_is_the_vector_of_the_text() -> None:
    """One run gives what a run for the text alone gives, up to the marks of beginning and end."""
    one, other = (read(text).vectors.mean(axis=0) for text in (TEXT, "A boat went down"))
    cosine = one @ other / np.linalg.norm(one) / np.linalg.norm(other)
    assert abs(cosine - nearness(TEXT, "A boat went down")) < 0.1


def test_long_and_empty_texts() -> None:
    """A text of any length has a vector for each word; the same words, the same vectors."""
    found = read("ferry " * 400)
    assert found.vectors.shape == (400, 384)
    assert np.isfinite(found.vectors).all()
    assert read("").spans == []
    assert (read("ferry " * 400).vectors == found.vectors).all()
