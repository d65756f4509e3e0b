"""Fit the weights by which a retelling is told, on pairs of statements that were read by hand.

    python -m training.claims.retellings EXPORT_DIR

In: a folder that `reportedly export CHRONICLE --format jsonl --to EXPORT_DIR` has written, and the
places and verdicts of `retellings.jsonl` (no words).  Out: weights, for `utterances/retold.py`.
The pairs are not those on which `benchmarks/utterances/retellings.py` measures.
"""

import argparse
import json
from collections.abc import Iterator
from dataclasses import astuple, fields
from pathlib import Path

import numpy as np
import numpy.typing as npt

from benchmarks.findings.__main__ import rows
from benchmarks.utterances.retellings import at_place
from reportedly.content_words import content_stems, rarity
from reportedly.model import Statement
from reportedly.reconcile.utterances.retold import Likeness, could_retell, likeness

VERDICTS = Path(__file__).with_name("retellings.jsonl")
#: Of the squares of the weights, each measured by its number's own spread.
PENALTY, STEPS = 1 / 0.3, 30

Numbers = npt.NDArray[np.float64]


def examples(folder: Path) -> Iterator[tuple[Likeness, bool]]:
    """The numbers of each pair that was read and may be a retelling, and the verdict."""
    standing: dict[str, list[Statement]] = {}
    statements = rows(folder, Statement)
    for statement in statements:
        standing.setdefault(statement.article_id, []).append(statement)
    counted = rarity(content_stems(s.content_text) for s in statements)
    rarities = {word: 1 + weight for word, weight in counted.items()}
    for line in VERDICTS.read_text(encoding="utf-8").splitlines():
        verdict = json.loads(line)
        pair = [at_place(standing, *verdict[side]) for side in "ab"]
        listed = sorted((s for s in pair if s), key=lambda s: s.mode == "indirect")
        if [s.mode == "indirect" for s in listed] != [False, True]:
            continue
        quotation, retelling = (s.content_text for s in listed)
        if could_retell(quotation, retelling):
            found = likeness(quotation, retelling, listed[0].mode == "mixed", rarities)
            yield found, verdict["same"]


def fit(numbers: Numbers, verdicts: Numbers) -> tuple[Numbers, float]:
    """Weights and intercept of a logistic regression with a penalty, by Newton's method."""
    middle, spread = numbers.mean(0), numbers.std(0) + 1e-9
    x = np.hstack([(numbers - middle) / spread, np.ones((len(numbers), 1))])
    penalty = np.diag([PENALTY] * numbers.shape[1] + [0.0])
    weights = np.zeros(x.shape[1])
    for _ in range(STEPS):
        said = 1 / (1 + np.exp(-x @ weights))
        slope = x.T @ (said - verdicts) + penalty @ weights
        weights -= np.linalg.solve((x * (said * (1 - said))[:, None]).T @ x + penalty, slope)
    own = weights[:-1] / spread
    return own, float(weights[-1] - own @ middle)


def main() -> None:
    """Fit and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("export", type=Path)
    found = list(examples(parser.parse_args().export))
    numbers = np.array([astuple(each) for each, _ in found])
    weights, intercept = fit(numbers, np.array([float(same) for _, same in found]))
    print(f"{len(found)} pairs, {sum(same for _, same in found)} of them retellings")
    for field, weight in zip(fields(Likeness), weights, strict=True):
        print(f"    {field.name}={weight:.2f},")
    print(f"INTERCEPT = {intercept:.2f}")


if __name__ == "__main__":
    main()
