"""How much two sentences or headlines say the same, as people see it.

In: two texts. Out: a similarity from 0 (other news) to 1. It is put together from how near their
vectors and words are, the words and numbers in common, whether one follows from the other or is
excluded, and how long they are; `training.claims.similarity` fits the weights.
"""

import re
from collections.abc import Iterator
from itertools import product

import numpy as np

from reportedly.content_words import STOP_WORDS, numbers
from reportedly.reconcile.pairs.judging import (
    ONE_SCENE,
    FloatArray,
    judged,
    nearness_by,
    shared_words,
)
from reportedly.reconcile.pairs.reading import read
from reportedly.reconcile.pairs.weights import PairModel, shipped_pair_model

#: The weights of what `similarity_parts` gives, in its order, and what is left for nothing: least
#: squares over people's similarity of headlines.
WEIGHTS = (
    *(0.142, 0.051, 0.214, -0.119, 0.033, 0.178),
    *(0.425, -0.065, 0.021, 0.552),
    *(0.502, -0.412, -0.721, -0.402),
)
AT_NOTHING = -0.084
#: A word whose nearest of the other text is so near has nothing, or all, of it there.
NOT_THERE, THERE = 0.4, 0.8
#: Of two longer ones people expect no more in common; in pieces, on average of both.
LONG = 12
_LETTER = re.compile(r"[^\W_]")

#: Probabilities that one follows from the other and that they exclude each other, on average of
#: both directions: first taken as of one scene, then as any two sentences.
Verdicts = tuple[float, float, float, float]
#: Nearness, words in common, nearness word by word, numbers that differ, the same ones, length.
Words = tuple[float, float, float, float, float, float]
#: What the verdicts can be at the utmost: each question's probabilities add up to one at the most.
UTMOST: tuple[Verdicts, ...] = tuple(
    (*scene, *pair) for scene, pair in product(((0.0, 0.0), (1.0, 0.0), (0.0, 1.0)), repeat=2)
)


def similarity(first: str, second: str, model: PairModel | None = None) -> float:
    """How much two sentences say the same: by the shipped model, if none is given."""
    return _within(_weighed(similarity_parts(first, second, model or shipped_pair_model())))


def are_alike(first: str, second: str, at_least: float) -> bool:
    """Is the similarity of two sentences so much?  Where their words leave no doubt that it is
    less, whether they follow from each other is not asked."""
    words = _words(first, second, shipped_pair_model())
    most = max(_weighed(_parts(words, verdicts)) for verdicts in UTMOST)
    return _within(most) >= at_least and similarity(first, second) >= at_least


def similarity_parts(first: str, second: str, model: PairModel) -> tuple[float, ...]:
    """The numbers that are weighed."""
    return _parts(_words(first, second, model), _verdicts(first, second, model))


def _weighed(parts: tuple[float, ...]) -> float:
    return AT_NOTHING + sum(w * p for w, p in zip(WEIGHTS, parts, strict=True))


def _within(found: float) -> float:
    return round(min(1.0, max(0.0, found)), 6)


def _parts(words: Words, verdicts: Verdicts) -> tuple[float, ...]:
    """Each alone, and those that mean more together: what follows in a scene is less where any
    two sentences would exclude each other (another number, a negation)."""
    near, _, aligned, *_ = words
    follows, _, _, excluded = verdicts
    return (
        *words,
        *verdicts,
        near * near,
        near * follows,
        aligned * excluded,
        follows * excluded,
    )


def _words(first: str, second: str, model: PairModel) -> Words:
    a, b = numbers(first), numbers(second)
    lengths = (min(len(model.pieces_of(text)), LONG) for text in (first, second))
    return (
        nearness_by(first, second, model),
        shared_words(first, second),
        _aligned(first, second, model),
        float(bool(a and b and a != b)),
        float(bool(a) and a == b),
        sum(lengths) / (2 * LONG),
    )


def _verdicts(first: str, second: str, model: PairModel) -> Verdicts:
    return (
        *_judged(first, second, ONE_SCENE, model),
        *_judged(first, second, model.any_pair, model),
    )


def _judged(first: str, second: str, question: int, model: PairModel) -> tuple[float, float]:
    there, back = judged(first, second, question, model), judged(second, first, question, model)
    return (
        (there.entailment + back.entailment) / 2,
        (there.contradiction + back.contradiction) / 2,
    )


def _aligned(first: str, second: str, model: PairModel) -> float:
    """How much of each text's words is found in the other, on average of both directions."""
    a, b = (_word_vectors(text, model) for text in (first, second))
    if not len(a) or not len(b):
        return 0.0
    cosines = a @ b.T
    found = [
        np.clip((cosines.max(axis=axis) - NOT_THERE) / (THERE - NOT_THERE), 0.0, 1.0).mean()
        for axis in (0, 1)
    ]
    return round(float(sum(found)) / 2, 6)


def _word_vectors(text: str, model: PairModel) -> FloatArray:
    """Vectors of length one of the words that say something; of all where none does."""
    reading = read(text, model)
    kept = list(_telling(text, reading.spans)) or list(range(len(reading.spans)))
    vectors = reading.vectors[kept]
    found: FloatArray = vectors / np.linalg.norm(vectors, axis=1, keepdims=True)
    return found


def _telling(text: str, spans: list[tuple[int, int]]) -> Iterator[int]:
    for number, (start, end) in enumerate(spans):
        word = text[start:end].lower()
        if _LETTER.search(word) and word not in STOP_WORDS:
            yield number
