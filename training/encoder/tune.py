"""Fit thresholds and calibration on the held-out articles, and write `model.json`.

    python -m training.encoder.tune --shared DIR --model DIR

In: an exported model folder. Out: `model.json` in it, with the label sets and the hash of every
file. One half of the held-out articles chooses biases and threshold together with the other;
calibration is fitted on all of them, since a logistic regression of a dozen weights hardly
remembers a thousand rows.
"""

import argparse
import hashlib
import json
from dataclasses import replace
from itertools import product
from pathlib import Path

import numpy as np
from sklearn.linear_model import LogisticRegression

from reportedly.annotate.attribution.neural.calibration import Calibration
from reportedly.annotate.attribution.neural.tagger import Candidate, find_candidates
from reportedly.annotate.attribution.neural.weights import Settings, Weights, load_weights
from reportedly.annotate.encoding.encoder import encode
from reportedly.annotate.encoding.model import Encoding
from reportedly.annotate.encoding.weights import load_encoder, read_card
from training.encoder.articles import GoldArticle, load_articles, split_articles
from training.encoder.examples import LABELS
from training.encoder.scoring import Scorer, load_scorer, rightness

EVIDENCE = 11
# Grids are coarse: held-out articles are few, and fine steps would fit their chance.
BEGIN_BONUSES = (0.0, 0.3)
NO_CUE_BIASES = (0.0, 1.0)
NO_SOURCE_BIASES = (0.0, -0.7)
MODEL_FILES = ("model.int8.onnx", "heads.npz", "tokenizer.json")


def write_card(folder: Path, settings: Settings, calibration: Calibration) -> None:
    """Write `model.json` with the hashes of the files as they are now."""
    card = {
        "labels": LABELS,
        **json.loads((folder / "labels.json").read_text(encoding="utf-8")),
        "settings": {name: getattr(settings, name) for name in Settings.__slots__},
        "calibration": {"weights": list(calibration.weights), "bias": calibration.bias},
        "sha256": {
            name: hashlib.sha256((folder / name).read_bytes()).hexdigest() for name in MODEL_FILES
        },
    }
    (folder / "model.json").write_text(json.dumps(card, indent=1) + "\n", encoding="utf-8")


def propose(weights: Weights, encodings: list[Encoding]) -> list[list[Candidate]]:
    """Candidates of every article."""
    return [list(find_candidates(encoding, weights)) for encoding in encodings]


def fit(evidence: np.ndarray, right: np.ndarray) -> Calibration:
    """Weights for standardised evidence, folded back so that raw evidence can be used."""
    mean, scale = evidence.mean(0), evidence.std(0) + 1e-6
    fitted = LogisticRegression(C=0.3, max_iter=1000).fit((evidence - mean) / scale, right)
    weights = fitted.coef_[0] / scale
    bias = float(fitted.intercept_[0] - (weights * mean).sum())
    return Calibration(tuple(round(float(w), 5) for w in weights), round(bias, 5))


def calibrate(
    candidates: list[list[Candidate]], articles: list[GoldArticle], scorer: Scorer
) -> tuple[Calibration, float, float]:
    """Calibration, the threshold with the best F1, and that F1."""
    right = np.array(
        [r for c, a in zip(candidates, articles, strict=True) for r in rightness(scorer, a, c)]
    )
    rows = np.array([c.evidence for found in candidates for c in found])
    calibration = fit(rows, right)
    confidence = np.array([calibration.confidence(row) for row in rows.tolist()])
    n_gold = sum(len(a.attributions) for a in articles)
    best = max(
        (2 * right[kept].sum() / (kept.sum() + n_gold), threshold)
        for threshold in np.arange(0.0, 0.6, 0.02).round(2).tolist()
        for kept in [confidence >= threshold]
    )
    return calibration, best[1], float(best[0])


def tune(folder: Path, articles: list[GoldArticle], scorer: Scorer) -> None:
    """Choose settings by grid and write them."""
    write_card(folder, Settings(0.0, 0.0, 0.0, 0.0), Calibration((0.0,) * EVIDENCE, 0.0))
    encoder, weights = load_encoder(folder), load_weights(folder)
    encodings = [encode(a.text, (), encoder) for a in articles]
    results = []
    for values in product(BEGIN_BONUSES, NO_CUE_BIASES, NO_SOURCE_BIASES):
        settings = Settings(*values, min_confidence=0.0)
        found = propose(replace(weights, settings=settings), encodings)
        calibration, threshold, f1 = calibrate(found, articles, scorer)
        print(values, threshold, round(f1, 4), flush=True)
        results.append((f1, values, threshold, calibration))
    f1, values, threshold, calibration = max(results, key=lambda row: row[:3])
    read_card.cache_clear()
    write_card(folder, Settings(*values, min_confidence=threshold), calibration)
    print("chosen", values, threshold, round(f1, 4))


def main() -> None:
    """Read the command line and tune."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--shared", type=Path, required=True)
    parser.add_argument("--model", type=Path, required=True)
    args = parser.parse_args()
    articles = load_articles(args.shared / "data/attribution/polnear_train")
    tune(args.model, split_articles(articles)[1], load_scorer(args.shared))


if __name__ == "__main__":
    main()
