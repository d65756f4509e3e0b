"""Score a model folder on PolNeAR dev: headline, kinds, outlets, exact spans, calibration.

    python -m training.encoder.evaluate --shared DIR --model DIR [--part polnear_dev]

In: the shared data and a model folder. Out: one JSON report on standard output.
"""

import argparse
import json
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from reportedly.annotate.attribution.neural.spans import TaggedAttribution
from reportedly.annotate.attribution.neural.tagger import tag
from reportedly.annotate.attribution.neural.weights import load_weights
from reportedly.annotate.encoding.encoder import encode
from reportedly.annotate.encoding.weights import load_encoder
from training.encoder.articles import GoldArticle, load_articles, split_articles
from training.encoder.scoring import Scorer, gold_rows, load_scorer, rightness, rows

BINS = 10

Found = list[TaggedAttribution]


def tag_articles(articles: list[GoldArticle], folder: Path, graph: str) -> list[Found]:
    """What the model in `folder` finds in each article."""
    encoder, weights = load_encoder(folder, graph=graph), load_weights(folder)
    return [tag(a.text, encode(a.text, (), encoder), weights) for a in articles]


def report(scorer: Scorer, articles: list[GoldArticle], tagged: list[Found]) -> dict:
    """All numbers of what was found in `articles`."""
    whole = _score(scorer, articles, tagged)
    outlets: dict[str, list[int]] = defaultdict(list)
    for i, article in enumerate(articles):
        outlets[article.publisher].append(i)
    right = [r for a, t in zip(articles, tagged, strict=True) for r in rightness(scorer, a, t)]
    confidence = [t.confidence for found in tagged for t in found]
    return {
        "score": whole,
        "without_source": _without_source(scorer, articles, tagged),
        "exact_spans": {
            part: _exact(scorer, articles, tagged, part) for part in ("source", "cue", "content")
        },
        "outlets": {
            name: _score(scorer, [articles[i] for i in at], [tagged[i] for i in at])["attribution"]
            for name, at in sorted(outlets.items())
        },
        "calibration_error": expected_calibration_error(confidence, right),
        "precision_at": _precision_at(confidence, right),
        "bootstrap_f1": _interval(scorer, articles, tagged),
    }


def _score(scorer: Scorer, articles: list[GoldArticle], tagged: list[Found]) -> dict:
    return scorer.score(
        {a.doc: a.text for a in articles},
        {a.doc: gold_rows(a) for a in articles},
        {a.doc: rows(t) for a, t in zip(articles, tagged, strict=True)},
    )


def _without_source(
    scorer: Scorer, articles: list[GoldArticle], tagged: list[Found]
) -> dict[str, int]:
    """Attributions to nobody: how many are annotated, found, and right."""
    right = sum(
        is_right and not row.source
        for article, found in zip(articles, tagged, strict=True)
        for row, is_right in zip(found, rightness(scorer, article, found), strict=True)
    )
    return {
        "annotated": sum(not a.source for article in articles for a in article.attributions),
        "found": sum(not row.source for found in tagged for row in found),
        "right": right,
    }


def _exact(scorer: Scorer, articles: list[GoldArticle], tagged: list[Found], part: str) -> dict:
    """Each span counts once; it is right when it covers the same tokens as an annotated one."""
    same = n_gold = n_found = 0
    for article, found in zip(articles, tagged, strict=True):
        tokens = [m.span() for m in scorer.WORD.finditer(article.text)]
        sides = [
            {scorer.covered(tokens, [span]) for row in side for span in row[part]} - {frozenset()}
            for side in (gold_rows(article), rows(found))
        ]
        same += len(sides[0] & sides[1])
        n_gold, n_found = n_gold + len(sides[0]), n_found + len(sides[1])
    return scorer.prf(same, n_found, same, n_gold)


def expected_calibration_error(confidence: Sequence[float], right: Sequence[bool]) -> float:
    """Mean distance of confidence and share of right rows over ten bins, weighted by rows."""
    c, r = np.array(confidence), np.array(right, dtype=float)
    bins = np.minimum((c * BINS).astype(int), BINS - 1)
    return float(
        sum(abs(c[bins == b].mean() - r[bins == b].mean()) * (bins == b).mean() for b in set(bins))
    )


def _precision_at(confidence: Sequence[float], right: Sequence[bool]) -> dict[str, list[float]]:
    """Precision and number of rows above some thresholds."""
    c, r = np.array(confidence), np.array(right)
    return {
        str(t): [round(float(r[c >= t].mean()), 3), int((c >= t).sum())]
        for t in (0.3, 0.5, 0.7, 0.8, 0.9)
        if (c >= t).any()
    }


def _interval(scorer: Scorer, articles: list[GoldArticle], tagged: list[Found]) -> list[float]:
    """95 % of the headline F1 when articles are drawn again with replacement."""
    right = np.array([sum(rightness(scorer, a, t)) for a, t in zip(articles, tagged, strict=True)])
    total = np.array([len(a.attributions) + len(t) for a, t in zip(articles, tagged, strict=True)])
    draws = np.random.default_rng(0).integers(0, len(articles), (1000, len(articles)))
    f1 = 2 * right[draws].sum(1) / total[draws].sum(1)
    return [round(float(q), 4) for q in np.quantile(f1, (0.025, 0.975))]


def main() -> None:
    """Read the command line and print the report."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--shared", type=Path, required=True)
    parser.add_argument("--model", type=Path, required=True)
    parser.add_argument("--graph", default="model.int8.onnx")
    parser.add_argument("--held-out", action="store_true")
    args = parser.parse_args()
    part = "polnear_train" if args.held_out else "polnear_dev"
    articles = load_articles(args.shared / "data/attribution" / part)
    if args.held_out:
        articles = split_articles(articles)[1]
    tagged = tag_articles(articles, args.model, args.graph)
    print(json.dumps(report(load_scorer(args.shared), articles, tagged), indent=1))


if __name__ == "__main__":
    main()
