"""Fit what people's similarity of headlines is made of, by least squares.

    python -m training.claims.similarity --shared DIR --model DIR

In: headlines of three years of the shared data, and a model folder. Out: the weights in
`reconcile/pairs/alike.py`, and Pearson's correlation on each year, fitted on the two others.
"""

import argparse
import json
from pathlib import Path

import numpy as np
import numpy.typing as npt

from reportedly.reconcile.pairs.alike import similarity_parts
from reportedly.reconcile.pairs.weights import PairModel, load_pair_model

YEARS = ("2013", "2014", "2015")
#: People's scores go from 0 to 5.
HIGHEST = 5.0

Numbers = npt.NDArray[np.float64]


def read(path: Path, model: PairModel) -> tuple[Numbers, Numbers]:
    """The numbers of each pair, with a one behind them, and people's scores from 0 to 1."""
    with path.open(encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    found = [[*similarity_parts(row["a"], row["b"], model), 1.0] for row in rows]
    return np.array(found), np.array([row["score"] for row in rows]) / HIGHEST


def fitted(years: list[tuple[Numbers, Numbers]]) -> Numbers:
    """The weights for some years' pairs; the last is for nothing at all."""
    numbers, scores = (np.concatenate(some) for some in zip(*years, strict=True))
    weights: Numbers = np.linalg.lstsq(numbers, scores, rcond=None)[0]
    return weights


def main() -> None:
    """Fit, measure, print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--shared", type=Path, required=True)
    parser.add_argument("--model", type=Path, required=True)
    args = parser.parse_args()
    model = load_pair_model(args.model)
    folder = args.shared / "data/claims"
    read_years = {y: read(folder / f"sts_headlines_{y}.jsonl", model) for y in YEARS}
    for year, (numbers, scores) in read_years.items():
        weights = fitted([read_years[other] for other in YEARS if other != year])
        print(year, round(float(np.corrcoef(numbers @ weights, scores)[0, 1]), 4))
    print(fitted(list(read_years.values())).round(3).tolist())


if __name__ == "__main__":
    main()
