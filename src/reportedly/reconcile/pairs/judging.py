"""What the model of pairs says of two texts: does the second follow, is it excluded, how near?

In: two texts. Out: a `Judgement`, or a number. Each pair is run alone, so that nothing beside
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
#: The question whether one sentence follows from another where both are of one scene.
ONE_SCENE = 1

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
    model = shipped_pair_model()
    return judged(first, second, model.any_pair, model)


def exclude_each_other(first: str, second: str) -> float:
    """The lesser of the probabilities that each contradicts the other."""
    return min(judge(first, second).contradiction, judge(second, first).contradiction)


def closeness(first: str, second: str) -> float:
    """How much two sentences are of one matter, be it to say the contrary: from about 0 to 1."""
    lexical = LEXICAL_SHARE * shared_words(first, second)
    return round((1 - LEXICAL_SHARE) * nearness(first, second) + lexical, 6)


def nearness(first: str, second: str) -> float:
    """The cosine of the two texts' vectors: what they are about, whichever words they use."""
    return nearness_by(first, second, shipped_pair_model())


def nearness_by(first: str, second: str, model: PairModel) -> float:
    """The same by another model."""
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
def judged(first: str, second: str, question: int, model: PairModel) -> Judgement:
    """What a model says of two texts under one of its questions."""
    a, b = (model.pieces_of(text) for text in (first, second))
    scores = run(model, joined(a, b), question)[0][0].astype(np.float64)
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
