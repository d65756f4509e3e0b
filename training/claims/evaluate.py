"""Measure a model folder on the held-out pairs of the shared data, which were never trained on.

    python -m training.claims.evaluate --shared DIR --model DIR

Out: accuracy of the three labels on the counterfactual dev part (both sentences of one scene) and
on SICK trial (any pair), and Pearson's correlation of similarity on headlines and SICK.
"""

import argparse
import json
from pathlib import Path

import numpy as np

from reportedly.reconcile.pairs.alike import similarity
from reportedly.reconcile.pairs.judging import run
from reportedly.reconcile.pairs.pieces import alone, joined
from reportedly.reconcile.pairs.weights import PairModel, load_pair_model

ONE_SCENE, ANY_PAIR = 1, 2
PARTS = {
    "cad_nli_dev": ONE_SCENE,
    "sick_trial": ANY_PAIR,
    "sts_headlines_2013": ANY_PAIR,
    "sts_headlines_2014": ANY_PAIR,
    "sts_headlines_2015": ANY_PAIR,
}


def measure(model: PairModel, path: Path, question: int) -> dict[str, float]:
    """The measures of one file, by name."""
    with path.open(encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    found: dict[str, float] = {}
    pieces = [[model.pieces_of(row[side]) for side in "ab"] for row in rows]
    if "label" in rows[0]:
        labels = [
            model.labels[int(run(model, joined(a, b), question)[0][0].argmax())] for a, b in pieces
        ]
        found["accuracy"] = float(
            np.mean([r["label"] == said for r, said in zip(rows, labels, strict=True)])
        )
    if "score" in rows[0]:
        gold = [r["score"] for r in rows]
        near = [run(model, alone(a), 0)[1][0] @ run(model, alone(b), 0)[1][0] for a, b in pieces]
        people = [similarity(r["a"], r["b"], model) for r in rows]
        found["vectors"] = float(np.corrcoef(near, gold)[0, 1])
        found["similarity"] = float(np.corrcoef(people, gold)[0, 1])
    return {name: round(value, 4) for name, value in found.items()}


def main() -> None:
    """Print the measures of all parts."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--shared", type=Path, required=True)
    parser.add_argument("--model", type=Path, required=True)
    args = parser.parse_args()
    model = load_pair_model(args.model)
    for name, question in PARTS.items():
        print(name, measure(model, args.shared / "data/claims" / f"{name}.jsonl", question))


if __name__ == "__main__":
    main()
