"""Fit the weights by which a retelling is told, on pairs of statements that were read by hand.

    python -m training.claims.retellings EXPORT_DIR

In: a folder that `reportedly export CHRONICLE --format jsonl --to EXPORT_DIR` has written, and the
places and verdicts of `retellings.jsonl` (no words).  Out: weights, for `utterances/retold.py`, and
what the regression gives where it was fitted on other articles.
The pairs are not those on which `benchmarks/utterances/retellings.py` measures.
"""

import argparse
import json
from collections.abc import Iterator, Sequence
from dataclasses import astuple, dataclass, fields
from pathlib import Path

import numpy as np
import numpy.typing as npt

from benchmarks.findings.__main__ import rows
from benchmarks.utterances.retellings import at_place
from reportedly.content_words import content_stems, rarity, similarity
from reportedly.model import Article, Statement
from reportedly.reconcile.utterances.likeness import Nearness, Wording, nearness, wording
from reportedly.reconcile.utterances.retold import ENOUGH, could_retell
from reportedly.reconcile.utterances.wording import said

VERDICTS = Path(__file__).with_name("retellings.jsonl")
#: Of the squares of the weights, each measured by its number's own spread.
PENALTY, STEPS = 10.0, 30
#: Pairs that share so much count so often: fewer of them are left to be read than there are among
#: the candidates that matter.
ALIKE, COUNTED = 0.2, 3.0
#: Parts for measuring: each article's pairs are measured with weights fitted on other articles'.
PARTS = 10
#: Of the pairs that are told to be retellings in the end, how many the gate lets through.
KEPT = 0.99

Numbers = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Example:
    """A pair that was read."""

    articles: tuple[str, str]
    wording: Wording
    nearness: Nearness
    weight: float
    same: bool


def examples(folder: Path, verdicts: Path = VERDICTS) -> Iterator[Example]:
    """The numbers of each pair that was read and may be a retelling, and the verdict."""
    articles = {a.article_id: a for a in rows(folder, Article)}
    statements = rows(folder, Statement)
    standing: dict[str, list[Statement]] = {}
    for statement in statements:
        standing.setdefault(statement.article_id, []).append(statement)
    counted = rarity(content_stems(s.content_text) for s in statements)
    rarities = {word: 1 + weight for word, weight in counted.items()}
    for line in verdicts.read_text(encoding="utf-8").splitlines():
        verdict = json.loads(line)
        found = (at_place(standing, *verdict[side]) for side in "ab")
        pair = sorted((s for s in found if s), key=lambda s: s.mode == "indirect")
        if [s.mode == "indirect" for s in pair] != [False, True]:
            continue
        texts = pair[0].content_text, pair[1].content_text
        if not could_retell(*texts):
            continue
        both = [articles[s.article_id] for s in pair]
        sides = [said(s, article.text) for s, article in zip(pair, both, strict=True)]
        same_story = both[0].story_id is not None and both[0].story_id == both[1].story_id
        shared = similarity(content_stems(texts[0]), content_stems(texts[1]), counted)[0]
        yield Example(
            (pair[0].article_id, pair[1].article_id),
            wording(sides[0], sides[1], rarities, same_story),
            nearness(*texts, rarities),
            COUNTED if shared >= ALIKE else 1.0,
            verdict["same"],
        )


def fit(numbers: Numbers, verdicts: Numbers, counts: Numbers) -> tuple[Numbers, float]:
    """Weights and intercept of a logistic regression with a penalty, by Newton's method."""
    middle, spread = numbers.mean(0), numbers.std(0) + 1e-9
    x = np.hstack([(numbers - middle) / spread, np.ones((len(numbers), 1))])
    penalty = np.diag([PENALTY] * numbers.shape[1] + [0.0])
    weights = np.zeros(x.shape[1])
    for _ in range(STEPS):
        told = 1 / (1 + np.exp(-x @ weights))
        slope = x.T @ (counts * (told - verdicts)) + penalty @ weights
        steepness = (x * (counts * told * (1 - told))[:, None]).T @ x + penalty
        weights -= np.linalg.solve(steepness, slope)
    own = weights[:-1] / spread
    return own, float(weights[-1] - own @ middle)


def held_out(found: Sequence[Example], numbers: Numbers) -> Numbers:
    """The log-odds of each pair by weights fitted on pairs of other articles."""
    part = [{hash_of(name) % PARTS for name in each.articles} for each in found]
    verdicts = np.array([float(each.same) for each in found])
    counts = np.array([each.weight for each in found])
    scores = np.zeros(len(found))
    for number in range(PARTS):
        out = np.array([number in parts for parts in part])
        weights, intercept = fit(numbers[~out], verdicts[~out], counts[~out])
        scores[out] = numbers[out] @ weights + intercept
    return scores


def hash_of(article: str) -> int:
    """The number in an article's identifier."""
    return int(article[1:9], 16)


def f1(same: npt.NDArray[np.bool_], scores: Numbers, least: float) -> float:
    """F1 of what has at least this score."""
    told = scores >= least
    return float(2 * (told & same).sum() / max(1, told.sum() + same.sum()))


def _print(gate: Numbers, weights: Numbers) -> None:
    """The weights as `utterances/retold.py` has them."""
    print("OF_WORDING = {")
    for field, *both in zip(fields(Wording), gate, weights[: len(gate)], strict=True):
        print(f'    "{field.name}": ({both[0]:.3f}, {both[1]:.3f}),')
    print("}\nNEARNESS = Nearness(")
    for field, weight in zip(fields(Nearness), weights[len(gate) :], strict=True):
        print(f"    {field.name}={weight:.3f},")
    print(")")


def main() -> None:
    """Fit, measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("export", type=Path)
    found = list(examples(parser.parse_args().export))
    words = np.array([astuple(each.wording) for each in found])
    both = np.hstack([words, np.array([astuple(each.nearness) for each in found])])
    same = np.array([each.same for each in found])
    counts = np.array([each.weight for each in found])
    print(f"{len(found)} pairs, {same.sum()} of them retellings")
    scores = held_out(found, both)
    for least in np.arange(-1.0, 1.01, 0.2):
        print(f"held out, at {least:.1f}: F1 {f1(same, scores, float(least)):.3f}")
    weights, intercept = fit(both, same.astype(float), counts)
    told = both @ weights + intercept >= ENOUGH
    gate, gate_intercept = fit(words, same.astype(float), counts)
    through = words @ gate + gate_intercept
    _print(gate, weights)
    print(f"GATE_INTERCEPT, INTERCEPT = {gate_intercept:.3f}, {intercept:.3f}")
    print(f"WORTH_READING = {np.quantile(through[told], 1 - KEPT):.2f}")


if __name__ == "__main__":
    main()
