"""What the model of pairs says of two texts: does the second follow, is it excluded, how alike?

In: two texts. Out: a `Judgement`, or a similarity. Each pair is run alone, so that nothing beside
it can change its numbers, and once a process.
"""

import functools
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from reportedly.content_words import content_stems, numbers
from reportedly.reconcile.pairs.pieces import Pieces, alone, joined
from reportedly.reconcile.pairs.weights import PairModel, shipped_pair_model

#: Pairs and vectors remembered: those of a large pile's candidates meet again within one stage.
MOST_REMEMBERED = 1 << 17
#: Share of the closeness that the words in common have; the rest is the vectors'. Two headlines
#: of the same kind of news (a crash, a verdict) are near as vectors, whoever and wherever.
LEXICAL_SHARE = 0.25
#: What people's similarity of headlines is made of, in the order of `similarity_parts`, and what
#: is left for nothing: least squares by `training.claims.similarity`.
PEOPLES_WEIGHTS = (0.838, 0.189, -0.135, 0.126, -0.126)
AT_NOTHING = -0.127

FloatArray = npt.NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Judgement:
    """Probabilities that the second text follows from the first, is open, is contradicted."""

    entailment: float
    neutral: float
    contradiction: float

    @property
    def label(self) -> str:
        """The likeliest of the three."""
        named = {
            "entailment": self.entailment,
            "neutral": self.neutral,
            "contradiction": self.contradiction,
        }
        return max(sorted(named), key=lambda name: named[name])


def judge(first: str, second: str) -> Judgement:
    """Does `second` follow from `first`, taken as two sentences of whatever occasion?"""
    return _judged(first, second, shipped_pair_model())


def exclude_each_other(first: str, second: str) -> float:
    """The lesser of the probabilities that each contradicts the other."""
    return min(judge(first, second).contradiction, judge(second, first).contradiction)


def similarity(first: str, second: str, model: PairModel | None = None) -> float:
    """How much two sentences or headlines say the same, as people see it: from 0 (other news) to 1.

    By the shipped model, if none is given.
    """
    parts = similarity_parts(first, second, model or shipped_pair_model())
    found = AT_NOTHING + sum(w * p for w, p in zip(PEOPLES_WEIGHTS, parts, strict=True))
    return round(min(1.0, max(0.0, found)), 6)


def are_alike(first: str, second: str, at_least: float) -> bool:
    """Is the similarity of two sentences so much?  Where nearness and words leave no doubt that it
    is less, whether they follow from each other is not asked."""
    model = shipped_pair_model()
    a, b = numbers(first), numbers(second)
    known = (
        _nearness(first, second, model),
        shared_words(first, second),
        float(bool(a and b and a != b)),
    )
    weights = PEOPLES_WEIGHTS[: len(known)]
    most = AT_NOTHING + sum(w * p for w, p in zip(weights, known, strict=True))
    most += sum(max(0.0, w) for w in PEOPLES_WEIGHTS[len(known) :])
    return round(most, 6) >= at_least and similarity(first, second) >= at_least


def similarity_parts(
    first: str, second: str, model: PairModel
) -> tuple[float, float, float, float, float]:
    """Nearness, words in common, 1 where both give numbers and not the same, and the probabilities
    that one follows from the other and that it is excluded, on average of both directions."""
    a, b = numbers(first), numbers(second)
    there, back = _judged(first, second, model), _judged(second, first, model)
    return (
        _nearness(first, second, model),
        shared_words(first, second),
        float(bool(a and b and a != b)),
        (there.entailment + back.entailment) / 2,
        (there.contradiction + back.contradiction) / 2,
    )


def closeness(first: str, second: str) -> float:
    """How much two sentences are of one matter, be it to say the contrary: from about 0 to 1."""
    lexical = LEXICAL_SHARE * shared_words(first, second)
    return round((1 - LEXICAL_SHARE) * nearness(first, second) + lexical, 6)


def nearness(first: str, second: str) -> float:
    """The cosine of the two texts' vectors: what they are about, whichever words they use."""
    return _nearness(first, second, shipped_pair_model())


def _nearness(first: str, second: str, model: PairModel) -> float:
    return float(_vector(first, model) @ _vector(second, model))


def nearest(texts: Sequence[str], others: Sequence[str]) -> list[float]:
    """For each text its nearness to the nearest of the others."""
    model = shipped_pair_model()
    one, other = (np.array([_vector(text, model) for text in some]) for some in (texts, others))
    found: list[float] = (one @ other.T).max(axis=1).tolist()
    return found


def shared_words(first: str, second: str) -> float:
    """Dice's coefficient of the stems and numbers of two texts."""
    a, b = (content_stems(text) | numbers(text) for text in (first, second))
    return 2 * len(a & b) / (len(a) + len(b)) if a or b else 0.0


@functools.lru_cache(maxsize=MOST_REMEMBERED)
def _judged(first: str, second: str, model: PairModel) -> Judgement:
    a, b = (model.pieces_of(text) for text in (first, second))
    scores = run(model, joined(a, b), model.any_pair)[0][0].astype(np.float64)
    odds = np.exp(scores - scores.max())
    shares = (odds / odds.sum()).round(4).tolist()
    found = dict(zip(model.labels, shares, strict=True))
    return Judgement(found["entailment"], found["neutral"], found["contradiction"])


@functools.lru_cache(maxsize=MOST_REMEMBERED // 8)
def _vector(text: str, model: PairModel) -> FloatArray:
    ids = model.pieces_of(text)
    vector: FloatArray = run(model, alone(ids), 0)[1][0]
    return vector


def run(model: PairModel, pieces: Pieces, question: int) -> tuple[FloatArray, FloatArray]:
    """Label scores [1, 3] and the vector [1, 384] of some pieces under a question."""
    features = np.array([pieces.segments, pieces.matches], dtype=np.int64).T[None]
    inputs = {
        "pieces": np.array([pieces.ids], dtype=np.int64),
        "features": features,
        "question": np.array([question], dtype=np.int64),
    }
    labels, vectors = model.session.run(["labels", "vectors"], inputs)
    return labels, vectors
